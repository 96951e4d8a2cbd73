// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/messages/messagefixture.h"
#include "support/waitfor.h"

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QMouseEvent>
#include <QPixmap>
#include <QScrollBar>
#include <QSignalSpy>
#include <QUrl>

namespace orangery {

using namespace Qt::StringLiterals;
using test::MessageViewTest;

TEST_F(MessageViewTest, CopiesPartOfABlockAsPlainText)
{
    view.setMessages({reply(1, u"one **two** three"_s)});
    drag(pointOf(0, 0, 4), pointOf(0, 0, 9));
    EXPECT_EQ(view.interaction().selection().text(), u"two t"_s);
    key(Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(clipboard(), u"two t"_s);
}

TEST_F(MessageViewTest, CopiesWholeBlocksAsTheirSource)
{
    view.setMessages({reply(1, u"one **two** three\n\n- *a*\n- b\n\nlast `x`"_s)});
    drag(pointOf(0, 0, 4), pointOf(0, 3, 4));
    EXPECT_EQ(view.interaction().selection().text(), u"two three\n\n- *a*\n- b\n\nlast"_s);
    EXPECT_EQ(view.interaction().selection().plainText(), u"two three\n\n\u2022 a\n\u2022 b\n\nlast"_s);
}

TEST_F(MessageViewTest, SelectsBackwardsAndAcrossMessages)
{
    view.setMessages({own(1, u"question"_s), reply(2, u"an **answer**"_s), own(3, u"next"_s)});
    drag(pointOf(2, 0, 2), pointOf(0, 0, 5));
    EXPECT_EQ(view.interaction().selection().text(), u"ion\n\nan **answer**\n\nne"_s);
    EXPECT_EQ(view.interaction().selection().span(0, 0).from, 5);
    EXPECT_EQ(view.interaction().selection().span(1, 0).to, 9);
}

TEST_F(MessageViewTest, SelectsAllOfTenThousandMessagesWithoutParsingThem)
{
    QList<MessageItem> items;
    QStringList texts;
    for (int i = 0; i < 10'000; ++i) {
        texts.append(u"**m**"_s + QString::number(i));
        items.append(reply(i + 1, texts.last()));
    }
    view.setMessages(items);
    key(Qt::Key_A, Qt::ControlModifier);
    key(Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(clipboard(), texts.join(u"\n\n"_s));
    EXPECT_FALSE(view.list().entry(10).isParsed());
    key(Qt::Key_Escape);
    EXPECT_TRUE(view.interaction().selection().isEmpty());
}

TEST_F(MessageViewTest, CodeSelectedAloneComesWithoutItsFence)
{
    view.setMessages({reply(1, u"text\n\n```py\na = 1\nb = 2\n```"_s)});
    drag(pointOf(0, 1, 0), pointOf(0, 1, 11));
    EXPECT_EQ(view.interaction().selection().text(), u"a = 1\nb = 2"_s);
    drag(pointOf(0, 0, 0), pointOf(0, 1, 11));
    EXPECT_EQ(view.interaction().selection().text(), u"text\n\n```py\na = 1\nb = 2\n```"_s);
}

TEST_F(MessageViewTest, SelectsInTablesAndRightToLeftText)
{
    view.setMessages({reply(
        1, u"| a | b |\n|---|---|\n| one | two |\n\n\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd"_s)});
    drag(pointOf(0, 0, 4), pointOf(0, 0, 11));
    EXPECT_EQ(view.interaction().selection().text(), u"one\ttwo"_s);
    drag(pointOf(0, 1, 0), pointOf(0, 1, 4));
    EXPECT_EQ(view.interaction().selection().text(), u"\u05e9\u05dc\u05d5\u05dd"_s);
    EXPECT_GT(pointOf(0, 1, 0).x(), pointOf(0, 1, 9).x());
}

TEST_F(MessageViewTest, ExtendsTheSelectionByKey)
{
    view.setMessages({own(1, u"ab"_s), reply(2, u"one two\n\nthree"_s)});
    drag(pointOf(1, 0, 3), pointOf(1, 0, 3));
    key(Qt::Key_Right, Qt::ShiftModifier);
    key(Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_EQ(view.interaction().selection().text(), u" t"_s);
    key(Qt::Key_End, Qt::ShiftModifier);
    EXPECT_EQ(view.interaction().selection().text(), u" two"_s);
    key(Qt::Key_Right, Qt::ShiftModifier);
    key(Qt::Key_Right, Qt::ShiftModifier);
    EXPECT_EQ(view.interaction().selection().text(), u" two\n\nt"_s);
    key(Qt::Key_Home, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(view.interaction().selection().text(), u"ab\n\none"_s);
    key(Qt::Key_End, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(view.interaction().selection().text(), u" two\n\nthree"_s);
}

TEST_F(MessageViewTest, DoubleClickSelectsAWord)
{
    view.setMessages({reply(1, u"first second third"_s)});
    const QPoint at = pointOf(0, 0, 9);
    QMouseEvent event(QEvent::MouseButtonDblClick, QPointF(at), view.viewport()->mapToGlobal(QPointF(at)),
                      Qt::LeftButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view.viewport(), &event);
    EXPECT_EQ(view.interaction().selection().text(), u"second"_s);
}

TEST_F(MessageViewTest, OpensWebLinksOnly)
{
    QSignalSpy opened(&view, &MessageView::linkActivated);
    view.setMessages({reply(1, u"[safe](https://e.org/a) [bad](javascript:x) [file](file:///etc/passwd)"_s)});
    drag(pointOf(0, 0, 2), pointOf(0, 0, 2));
    ASSERT_EQ(opened.count(), 1);
    EXPECT_EQ(opened[0][0].toUrl(), QUrl(u"https://e.org/a"_s));
    drag(pointOf(0, 0, 6), pointOf(0, 0, 6));
    drag(pointOf(0, 0, 11), pointOf(0, 0, 11));
    EXPECT_EQ(opened.count(), 1);
    drag(pointOf(0, 0, 0), pointOf(0, 0, 4));
    EXPECT_EQ(opened.count(), 1) << "selecting a link does not open it";
    EXPECT_EQ(view.interaction().selection().text(), u"safe"_s);
}

TEST_F(MessageViewTest, ToolsCopySaveAndAskAgain)
{
    QSignalSpy retried(&view, &MessageView::retryRequested);
    QSignalSpy saved(&view, &MessageView::saveCodeRequested);
    view.setMessages({reply(5, u"**Text**\n\n```js\nlet a\n```"_s)});
    const auto click = [&](Spot::Kind kind) {
        const QPoint at = view.messageRect(0).topLeft() + spot(0, kind).rect.center();
        drag(at, at);
    };
    click(Spot::Copy);
    EXPECT_EQ(clipboard(), u"Text\n\nlet a"_s);
    click(Spot::CopyMarkdown);
    EXPECT_EQ(clipboard(), u"**Text**\n\n```js\nlet a\n```"_s);
    click(Spot::CodeCopy);
    EXPECT_EQ(clipboard(), u"let a"_s);
    click(Spot::CodeSave);
    ASSERT_EQ(saved.count(), 1);
    EXPECT_EQ(saved[0], (QList<QVariant>{u"let a"_s, u"js"_s}));
    click(Spot::Retry);
    ASSERT_EQ(retried.count(), 1);
    EXPECT_EQ(retried[0][0].toLongLong(), 5);
}

TEST_F(MessageViewTest, OffersNoCopyOfNothing)
{
    view.setMessages({reply(1, QString(), MessageState::Failed)});
    EXPECT_TRUE(spot(0, Spot::Copy).isNull());
    EXPECT_TRUE(spot(0, Spot::CopyMarkdown).isNull());
    EXPECT_FALSE(spot(0, Spot::Retry).isNull());
    QGuiApplication::clipboard()->setText(u"before"_s);
    view.interaction().setFocused(0);
    view.copy();
    EXPECT_EQ(clipboard(), u"before"_s);
}

TEST_F(MessageViewTest, CopiesTheLastReplyThatHasText)
{
    QGuiApplication::clipboard()->setText(u"before"_s);
    view.setMessages({own(1, u"```js\nmine\n```"_s), reply(2, QString(), MessageState::Failed)});
    EXPECT_FALSE(view.copyLastReply());
    EXPECT_FALSE(view.copyLastCode());
    EXPECT_EQ(clipboard(), u"before"_s);
    view.setMessages({own(1, u"first"_s), reply(2, u"**Text**\n\n```js\nlet a\n```"_s), own(3, u"again"_s),
                      reply(4, QString(), MessageState::Failed)});
    EXPECT_TRUE(view.copyLastReply());
    EXPECT_EQ(clipboard(), u"**Text**\n\n```js\nlet a\n```"_s);
    EXPECT_TRUE(view.copyLastCode());
    EXPECT_EQ(clipboard(), u"let a"_s);
}

TEST_F(MessageViewTest, StripsOfferTheirCure)
{
    QSignalSpy retried(&view, &MessageView::retryRequested);
    QSignalSpy continued(&view, &MessageView::continueRequested);
    view.setMessages({reply(1, u"cut"_s, MessageState::Cut), reply(2, u"broken"_s, MessageState::Failed)});
    EXPECT_EQ(spot(0, Spot::StripAction).name, u"Continue"_s);
    EXPECT_EQ(spot(1, Spot::StripAction).name, u"Try again"_s);
    view.interaction().activate(0, spot(0, Spot::StripAction));
    view.interaction().activate(1, spot(1, Spot::StripAction));
    EXPECT_EQ(continued.value(0).value(0).toLongLong(), 1);
    EXPECT_EQ(retried.value(0).value(0).toLongLong(), 2);
}

TEST_F(MessageViewTest, ToolsOfEarlierMessagesShowOnHoverAndFocusOnly)
{
    view.setMessages({reply(1, u"first"_s), reply(2, u"second"_s)});
    const QRect tool = spot(0, Spot::Copy).rect.translated(view.messageRect(0).topLeft());
    const auto painted = [&] {
        const QImage image = view.grab().toImage().copy(tool);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) != theme.color(Token::Base))
                    return true;
            }
        }
        return false;
    };
    EXPECT_FALSE(painted());
    const int height = view.messageRect(0).height();
    QMouseEvent move(QEvent::MouseMove, QPointF(view.messageRect(0).center()), QPointF(), Qt::NoButton,
                     Qt::NoButton, Qt::NoModifier);
    QApplication::sendEvent(view.viewport(), &move);
    EXPECT_TRUE(painted());
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(view.viewport(), &leave);
    EXPECT_FALSE(painted());
    view.interaction().setFocused(0);
    EXPECT_TRUE(painted());
    EXPECT_EQ(view.messageRect(0).height(), height) << "their space is reserved";
}

TEST_F(MessageViewTest, KeysWalkThroughMessagesAndTheirTools)
{
    QSignalSpy retried(&view, &MessageView::retryRequested);
    view.setMessages({own(1, u"q"_s), reply(2, u"a [l](https://e.org)"_s), own(3, u"r"_s)});
    view.activateWindow();
    ASSERT_TRUE(test::waitFor([&] { return view.isActiveWindow(); }));
    view.setFocus(Qt::TabFocusReason);
    EXPECT_EQ(view.interaction().state().focused, 2);
    key(Qt::Key_Up);
    EXPECT_EQ(view.interaction().state().focused, 1);
    QList<Spot::Kind> kinds;
    while (view.interaction().moveFocus(true))
        kinds.append(view.interaction().state().focusedSpot.kind);
    EXPECT_EQ(kinds,
              (QList<Spot::Kind>{Spot::Link, Spot::Copy, Spot::CopyMarkdown, Spot::Retry, Spot::Fork}));
    view.interaction().setFocused(1, spot(1, Spot::Retry));
    key(Qt::Key_Return);
    EXPECT_EQ(retried.count(), 1);
    EXPECT_TRUE(view.interaction().moveFocus(false));
    EXPECT_EQ(view.interaction().state().focusedSpot.kind, Spot::CopyMarkdown);
    key(Qt::Key_Home);
    EXPECT_EQ(view.interaction().state().focused, 0);
    key(Qt::Key_C, Qt::ControlModifier);
    EXPECT_EQ(clipboard(), u"q"_s) << "without a selection the focused message is copied";
}

TEST_F(MessageViewTest, BranchesAreSwitchedWhereThereAreSome)
{
    QList<std::pair<qint64, int>> wished;
    QObject::connect(&view.interaction(), &MessageInteraction::branchRequested, &view,
                     [&](qint64 id, int step) {
                         wished.append({id, step});
                     });
    MessageItem first = own(1, u"q"_s);
    MessageItem middle = reply(2, u"a"_s);
    first.branches = 2;
    middle.branch = 2;
    middle.branches = 3;
    view.setMessages({first, middle, own(3, u"r"_s)});
    EXPECT_TRUE(spot(0, Spot::PreviousBranch).isNull());
    EXPECT_TRUE(spot(2, Spot::NextBranch).isNull());
    view.interaction().activate(0, spot(0, Spot::NextBranch));
    view.interaction().activate(1, spot(1, Spot::PreviousBranch));
    EXPECT_EQ(wished, (QList<std::pair<qint64, int>>{{1, 1}, {2, -1}}));
    EXPECT_LT(spot(1, Spot::PreviousBranch).rect.right(), spot(1, Spot::NextBranch).rect.left());
    EXPECT_LT(spot(1, Spot::NextBranch).rect.right(), spot(1, Spot::Copy).rect.left());
    view.setLayoutDirection(Qt::RightToLeft);
    view.setMessages({first, middle});
    EXPECT_GT(spot(1, Spot::PreviousBranch).rect.left(), spot(1, Spot::NextBranch).rect.right());
    EXPECT_GT(spot(1, Spot::NextBranch).rect.left(), spot(1, Spot::Copy).rect.right());
}

TEST_F(MessageViewTest, LongCodeScrollsSideways)
{
    view.setMessages({reply(1, u"```\n"_s + u"word "_s.repeated(100) + u"\n```"_s)});
    const QPoint inside = view.messageRect(0).topLeft() + QPoint(100, 50);
    EXPECT_TRUE(view.interaction().scrollSideways(inside, 50));
    EXPECT_TRUE(view.interaction().scrollSideways(inside, 100'000));
    EXPECT_FALSE(view.interaction().scrollSideways(inside, 10));
    EXPECT_TRUE(view.interaction().scrollSideways(inside, -100'000));
    EXPECT_FALSE(view.interaction().scrollSideways(inside, -10));
}

} // namespace orangery
