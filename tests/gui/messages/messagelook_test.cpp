// SPDX-License-Identifier: GPL-3.0-or-later
// What theme, size of text and direction do to the view.
#include "gui/chat/messages/messagestyle.h"
#include "gui/common/numbers.h"
#include "gui/messages/messagefixture.h"

#include <QGuiApplication>
#include <QImage>
#include <QPixmap>
#include <QTextLayout>

namespace orangery {

using namespace Qt::StringLiterals;
using test::MessageViewTest;

TEST_F(MessageViewTest, MirrorsItsLayout)
{
    view.setMessages({own(1, u"short"_s), reply(2, u"answer"_s, MessageState::Cut)});
    const QRect tool = spot(1, Spot::Copy).rect;
    const QRect button = spot(1, Spot::StripAction).rect;
    const int width = view.messageRect(0).width();
    view.setLayoutDirection(Qt::RightToLeft);
    EXPECT_EQ(view.list().entry(0).bubbleRect().left(), 0);
    EXPECT_EQ(spot(1, Spot::Copy).rect.left(), width - tool.right() - 1);
    EXPECT_EQ(spot(1, Spot::StripAction).rect.left(), width - button.right() - 1);
    view.grab();
}

TEST_F(MessageViewTest, IconsGrowWithTheText)
{
    MessageItem item = reply(1, u"```py\nx\n```"_s, MessageState::Cut);
    item.reasoning = u"Why"_s;
    view.setMessages({item});
    // how wide the drawing in the first `part` of a rectangle is
    const auto ink = [&](const QRect& place, int part) {
        const QImage image = view.grab(QRect(place.topLeft(), QSize(part, place.height()))
                                           .translated(view.messageRect(0).topLeft()))
                                 .toImage();
        int left = image.width();
        int right = -1;
        for (int y = 2; y < image.height() - 2; ++y) {
            for (int x = 4; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == image.pixelColor(image.width() - 1, 1))
                    continue;
                left = qMin(left, x);
                right = qMax(right, x);
            }
        }
        return right - left + 1;
    };
    const auto widths = [&] {
        const MessageEntry& entry = view.list().entry(0);
        QList<int> all;
        for (const Spot::Kind kind : {Spot::Copy, Spot::CodeCopy})
            all.append(ink(spot(0, kind).rect, spot(0, kind).rect.width()));
        all.append(ink(entry.stripRect(), theme.scaled(18) + 18));
        all.append(ink(entry.foldRect(), theme.scaled(14) + 3));
        return all;
    };
    const QList<int> normal = widths();
    theme.setSize(Theme::largestSize);
    const QList<int> large = widths();
    for (qsizetype i = 0; i < normal.size(); ++i) {
        EXPECT_GE(normal[i], 4) << i;
        EXPECT_GE(large[i] * 10, normal[i] * 14) << i;
    }
}

TEST_F(MessageViewTest, KeepsItsFiguresInOrderFromRightToLeft)
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    MessageItem item = reply(1, u"answer"_s);
    item.promptTokens = 842;
    item.completionTokens = 388;
    item.tokensPerSecond = 44;
    item.estimate = Neurons::of(20);
    item.booked = Neurons::of(18.8);
    MessageStyle style(theme);
    style.rightToLeft = true;
    QTextLayout layout;
    MessagePainter::layOutFooter(layout, item, style);
    const auto x = [&](const QString& part) {
        const auto at = static_cast<int>(layout.text().indexOf(part));
        EXPECT_GE(at, 0) << qPrintable(part);
        return layout.lineAt(0).cursorToX(at + 1); // within its run
    };
    EXPECT_LT(x(u"842"_s), x(u"388"_s)) << "a figure reads from left to right";
    EXPECT_LT(x(u"388"_s), x(u"tok"_s));
    EXPECT_LT(x(u"20"_s), x(u"18.8"_s)) << "so does the way from estimate to price";
    EXPECT_GT(x(u"842"_s), x(u"44"_s)) << "the figures follow each other from the right";
    EXPECT_GT(x(u"44"_s), x(u"est."_s));
    ASSERT_EQ(layout.formats().size(), 1);
    const QTextLayout::FormatRange strong = layout.formats().first();
    EXPECT_EQ(layout.text().mid(strong.start, strong.length), Numbers::booked(*item.booked));
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
}

TEST_F(MessageViewTest, FollowsTheTheme)
{
    view.setMessages(conversation(4));
    const int height = view.messageRect(1).height();
    EXPECT_EQ(view.grab().toImage().pixelColor(1, 1), theme.color(Token::Base));
    theme.setChoice(Theme::Choice::Dark);
    EXPECT_EQ(view.grab().toImage().pixelColor(1, 1), theme.color(Token::Base));
    EXPECT_LT(view.grab().toImage().pixelColor(1, 1).lightness(), 80);
    theme.setSize(20);
    EXPECT_GT(view.messageRect(1).height(), height * 5 / 4);
}

} // namespace orangery
