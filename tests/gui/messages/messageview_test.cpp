// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/markdown.h"
#include "gui/messages/messagefixture.h"
#include "support/waitfor.h"

#include <QAbstractButton>
#include <QImage>
#include <QPixmap>
#include <QScrollBar>
#include <random>

namespace orangery {

using namespace Qt::StringLiterals;
using test::MessageViewTest;

namespace {

QList<MarkdownBlock> shownBlocks(const MessageEntry& entry)
{
    QList<MarkdownBlock> blocks;
    for (int i = 0; i < entry.slotCount(); ++i)
        blocks.append(entry.block(i));
    return blocks;
}

int parsedMessages(const MessageView& view)
{
    int parsed = 0;
    for (int i = 0; i < view.messageCount(); ++i)
        parsed += view.list().entry(i).isParsed();
    return parsed;
}

} // namespace

TEST_F(MessageViewTest, ParsesOnlyWhatIsInSight)
{
    view.setMessages(conversation(5000));
    EXPECT_EQ(view.messageCount(), 5000);
    EXPECT_TRUE(view.isAtEnd());
    EXPECT_LT(parsedMessages(view), 30);
    EXPECT_TRUE(view.list().entry(4999).isParsed());
    view.scrollToMessage(100);
    EXPECT_FALSE(view.isAtEnd());
    EXPECT_TRUE(view.list().entry(100).isParsed());
    EXPECT_LT(parsedMessages(view), 60);
    EXPECT_NEAR(view.messageRect(100).top(), 12, 1);
}

TEST_F(MessageViewTest, StreamsToTheSameBlocksAsTheWholeText)
{
    const QString text =
        u"# T\n\npara **b**\nmore\n\n1. a\n2. b\n\n   c\n\n| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\n"
        "```py\ndef f():\n    return 1\n```\n\nlast [l][r]\n\n[r]: https://e.org\n"_s.repeated(3);
    std::mt19937 random(5);
    view.setMessages({own(1, u"go"_s), reply(2, {}, MessageState::Streaming)});
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype size = 1 + static_cast<qsizetype>(random() % 9);
        view.appendText(2, text.mid(at, size));
        at += size;
        if (random() % 3 == 0)
            view.flush();
        if (random() % 20 == 0)
            view.grab();
    }
    view.finishMessage(reply(2, {}));
    EXPECT_EQ(view.list().entry(1).item().text, text);
    EXPECT_EQ(shownBlocks(view.list().entry(1)), parseMarkdown(text));
    // The picture is that of a view that got everything at once.
    test::waitFor([] { return false; }, 300);
    view.flush();
    const QImage settled = view.viewport()->grab().toImage();
    MessageView other{Look{theme, icons}};
    other.resize(900, 600);
    other.show();
    other.setMessages({own(1, u"go"_s), reply(2, text)});
    test::waitFor([&] { return other.viewport()->grab().toImage() == settled; }, 3000);
    EXPECT_EQ(other.viewport()->grab().toImage(), settled);
}

TEST_F(MessageViewTest, ShowsStreamedTextSoonWithoutBeingAsked)
{
    view.setMessages({reply(1, {}, MessageState::Streaming)});
    view.appendText(1, u"word"_s);
    EXPECT_EQ(view.list().entry(0).slotCount(), 0);
    EXPECT_TRUE(test::waitFor([&] { return view.list().entry(0).slotCount() == 1; }));
}

TEST_F(MessageViewTest, FollowsOnlyFromTheEnd)
{
    view.setMessages(conversation(40));
    view.appendMessage(reply(100, {}, MessageState::Streaming));
    EXPECT_TRUE(view.isAtEnd());
    view.appendText(100, u"line\n\n"_s.repeated(50));
    view.flush();
    EXPECT_EQ(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());

    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() - 900);
    const int value = view.verticalScrollBar()->value();
    auto* button = view.findChild<QAbstractButton*>(u"newTextButton"_s);
    EXPECT_TRUE(button->isHidden());
    view.appendText(100, u"more\n\n"_s.repeated(50));
    view.flush();
    EXPECT_EQ(view.verticalScrollBar()->value(), value);
    EXPECT_FALSE(button->isHidden());
    button->click();
    EXPECT_TRUE(view.isAtEnd());
    EXPECT_TRUE(button->isHidden());
    EXPECT_EQ(view.verticalScrollBar()->value(), view.verticalScrollBar()->maximum());

    view.verticalScrollBar()->setValue(0);
    view.appendMessage(own(101, u"mine"_s));
    EXPECT_TRUE(view.isAtEnd()) << "an own message brings the end into sight";
}

TEST_F(MessageViewTest, HoldsWhatTheReaderSeesWhenHeightsBecomeExact)
{
    QList<MessageItem> items;
    for (int i = 0; i < 200; ++i)
        items.append(reply(i + 1, u"word word word\n\n- a\n- b\n\n"_s.repeated(1 + i % 7)));
    view.setMessages(items);
    QScrollBar* bar = view.verticalScrollBar();
    for (int step = 0; step < 100; ++step) {
        const int reference = view.messageAt(QPoint(10, 300));
        const int before = view.messageRect(reference).top();
        bar->setValue(bar->value() - 55);
        EXPECT_NEAR(view.messageRect(reference).top(), before + 55, 1) << step;
    }
}

TEST_F(MessageViewTest, RescalesOnAChangeOfWidth)
{
    view.setMessages({reply(1, u"word "_s.repeated(2000)), reply(2, u"word "_s.repeated(2000))});
    const int wide = view.messageRect(1).height();
    view.resize(450, 600);
    EXPECT_GT(view.messageRect(1).height(), wide * 3 / 2);
    EXPECT_TRUE(view.isAtEnd());
    view.resize(900, 600);
    EXPECT_EQ(view.messageRect(1).height(), wide);
    EXPECT_EQ(view.messageRect(1).width(), 760);
}

TEST_F(MessageViewTest, OwnMessagesAreNarrowPlainAndAtTheEnd)
{
    view.setMessages({own(1, u"# not *Markdown*"_s), own(2, u"word "_s.repeated(100))});
    const MessageEntry& small = view.list().entry(0);
    EXPECT_EQ(small.block(0).text, u"# not *Markdown*"_s);
    EXPECT_LT(small.bubbleRect().width(), 300);
    EXPECT_EQ(small.bubbleRect().right() + 1, view.messageRect(0).width());
    EXPECT_EQ(view.list().entry(1).bubbleRect().width(), 600);
}

TEST_F(MessageViewTest, SurvivesASelectionOfBlocksThatTurnIntoAnother)
{
    view.setMessages({reply(1, u"a\n\n$$\nx\n"_s, MessageState::Streaming)});
    view.appendText(1, u"- p\n- q\n- r"_s);
    view.flush();
    const int last = view.list().entry(0).slotCount() - 1;
    drag(pointOf(0, last, 0), pointOf(0, last, 1));
    Spot gone = spot(0, Spot::Copy);
    gone.kind = Spot::CodeCopy;
    gone.slot = 99;
    view.interaction().activate(0, gone);
    view.appendText(1, u"\n$$\n"_s);
    view.flush();
    view.grab();
    view.interaction().selection().text();
    key(Qt::Key_Right, Qt::ShiftModifier);
    key(Qt::Key_Down, Qt::ShiftModifier);
    SUCCEED();
}

TEST_F(MessageViewTest, UpdatesReplacesAndTruncates)
{
    view.setMessages({own(1, u"a"_s), reply(2, u"old"_s)});
    view.updateMessage(reply(2, u"new"_s, MessageState::Streaming));
    EXPECT_EQ(view.list().entry(1).block(0).text, u"new"_s);
    view.updateMessage(reply(2, u"new and more"_s));
    EXPECT_EQ(view.list().entry(1).block(0).text, u"new and more"_s);
    view.updateMessage(reply(77, u"nobody"_s));
    view.appendText(77, u"nobody"_s);
    view.finishMessage(reply(77, {}));
    EXPECT_EQ(view.messageCount(), 2);
    view.truncate(1);
    EXPECT_EQ(view.messageCount(), 1);
    view.appendMessage(reply(3, u"again"_s));
    view.appendText(2, u"late"_s);
    EXPECT_EQ(view.list().entry(1).item().text, u"again"_s);
    view.setMessages({});
    EXPECT_EQ(view.messageCount(), 0);
    view.grab();
}

TEST_F(MessageViewTest, ReasoningIsFoldedUntilAsked)
{
    MessageItem item = reply(1, u"answer"_s, MessageState::Streaming);
    item.reasoning = u"because"_s;
    view.setMessages({item});
    EXPECT_EQ(view.list().entry(0).slotCount(), 1);
    view.interaction().activate(0, spot(0, Spot::Fold));
    ASSERT_EQ(view.list().entry(0).slotCount(), 2);
    EXPECT_TRUE(view.list().entry(0).isReasoning(0));
    EXPECT_EQ(view.list().entry(0).block(0).text, u"because"_s);
    view.appendReasoning(1, u" of x"_s);
    view.appendText(1, u" goes on"_s);
    view.flush();
    EXPECT_EQ(view.list().entry(0).block(0).text, u"because of x"_s);
    EXPECT_EQ(view.list().entry(0).block(1).text, u"answer goes on"_s);
    view.interaction().activate(0, spot(0, Spot::Fold));
    EXPECT_EQ(view.list().entry(0).slotCount(), 1);
    EXPECT_EQ(view.list().entry(0).block(0).text, u"answer goes on"_s);
}

} // namespace orangery
