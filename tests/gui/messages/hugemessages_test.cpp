// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/messages/messagefixture.h"
#include "support/waitfor.h"

#include <QPixmap>
#include <QScrollBar>

namespace orangery {

using namespace Qt::StringLiterals;
using test::MessageViewTest;

class HugeMessage : public MessageViewTest, public testing::WithParamInterface<int>
{
protected:
    static QString text(int kind)
    {
        switch (kind) {
        case 0:
            return u"A sentence of a very long message with **bold** words.\n\n"_s.repeated(18'000); // 1 MB
        case 1:
            return u"```py\n"_s + u"value = compute(1, 2)\n"_s.repeated(10'000) + u"```\n"_s;
        case 2:
            return QString(1'000'000, u'x');
        case 3:
            return u"| a | b |\n|---|---|\n"_s + u"| some words | 12345 |\n"_s.repeated(3000);
        case 4:
            return u"\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd "_s.repeated(20'000);
        case 5:
            return u"```\n"_s + QString(1'000'000, u'y') + u"\n```"_s;
        default:
            return u"- item\n  > "_s.repeated(20'000);
        }
    }
};

TEST_P(HugeMessage, IsShownScrolledAndCopiedWhole)
{
    const QString huge = text(GetParam());
    view.setMessages({own(1, huge), reply(2, huge)});
    view.grab();
    test::waitFor([&] {
        view.flush();
        return view.list().entry(1).slotCount() > 0;
    });
    QScrollBar* bar = view.verticalScrollBar();
    for (int i = 0; i <= 10; ++i) {
        bar->setValue(bar->maximum() * i / 10);
        view.grab();
    }
    view.selectAll();
    view.copy();
    const QString whole = huge.trimmed();
    EXPECT_EQ(clipboard().left(whole.size()), whole);
    EXPECT_EQ(clipboard().trimmed().right(whole.size()), whole);
}

INSTANTIATE_TEST_SUITE_P(Kinds, HugeMessage, testing::Range(0, 7));

TEST_F(MessageViewTest, StreamsAHugeFenceAndAnEndlessTable)
{
    view.setMessages({reply(1, u"```c\n"_s, MessageState::Streaming)});
    for (int i = 0; i < 200; ++i) {
        view.appendText(1, u"int value = 1;\n"_s.repeated(50));
        view.flush();
    }
    EXPECT_EQ(view.list().entry(0).slotCount(), 1);
    EXPECT_EQ(view.list().entry(0).block(0).text.count(u'\n'), 9999);
    view.appendText(1, u"```\n\n| a | b |\n|--|--|\n"_s);
    for (int i = 0; i < 100; ++i) {
        view.appendText(1, u"| cell | 12 |\n"_s.repeated(20));
        view.flush();
        view.grab();
    }
    view.finishMessage(reply(1, {}));
    EXPECT_GT(view.list().entry(0).slotCount(), 1);
}

} // namespace orangery
