// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/composer.h"

#include "gui/chat/draftedit.h"
#include "gui/chat/pastedchip.h"
#include "gui/style/icons.h"
#include "gui/style/theme.h"
#include "support/waitfor.h"

#include <QApplication>
#include <QClipboard>
#include <QInputMethodEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

namespace orangery::test {

namespace {

class ComposerTest : public testing::Test
{
protected:
    ComposerTest()
    {
        composer.resize(700, 120);
        composer.show();
        edit().setFocus();
    }
    DraftEdit& edit() { return *composer.findChild<DraftEdit*>(); }
    QPushButton& button() { return *composer.findChild<QPushButton*>(QStringLiteral("sendButton")); }

    Theme theme;
    Icons icons{theme};
    Composer composer{Look{theme, icons}};
    QSignalSpy sent{&composer, &Composer::sendRequested};
    QSignalSpy stopped{&composer, &Composer::stopRequested};
};

using Complaint_6 = ComposerTest;

/// Counts what a widget paints.
class Paints : public QObject
{
public:
    explicit Paints(QWidget& widget) { widget.installEventFilter(this); }

    int count = 0;

protected:
    bool eventFilter(QObject*, QEvent* event) override
    {
        count += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

TEST_F(ComposerTest, TheHintOfAStreamGoesWithTheStream)
{
    ASSERT_TRUE(QTest::qWaitForWindowExposed(&composer));
    edit().setCursorWidth(0); // its blinking paints, too
    composer.setStreaming(true);
    QTest::qWait(50);
    Paints paints(*edit().viewport());
    composer.setStreaming(false);
    EXPECT_EQ(edit().placeholderText(), QStringLiteral("Write a message"));
    EXPECT_TRUE(waitFor([&] { return paints.count > 0; }, 400));
}

} // namespace

TEST_F(Complaint_6, EnterWhileAnInputMethodComposesNeverSends)
{
    edit().setPlainText(QStringLiteral("abc"));
    QInputMethodEvent preedit(QStringLiteral("にほ"), {});
    QApplication::sendEvent(&edit(), &preedit);
    QTest::keyClick(&edit(), Qt::Key_Return);
    QTest::keyClick(&edit(), Qt::Key_Enter);
    EXPECT_EQ(sent.count(), 0);

    QInputMethodEvent commit;
    commit.setCommitString(QStringLiteral("日本"));
    QApplication::sendEvent(&edit(), &commit);
    EXPECT_EQ(sent.count(), 0);
    QTest::keyClick(&edit(), Qt::Key_Return);
    ASSERT_EQ(sent.count(), 1);
    EXPECT_TRUE(sent.first().first().toString().contains(QStringLiteral("日本")));
}

TEST_F(Complaint_6, EscapeWhileComposingDoesNotStopTheReply)
{
    composer.setStreaming(true);
    QInputMethodEvent preedit(QStringLiteral("に"), {});
    QApplication::sendEvent(&edit(), &preedit);
    QTest::keyClick(&edit(), Qt::Key_Escape);
    EXPECT_EQ(stopped.count(), 0);
}

TEST_F(ComposerTest, EnterSendsAndShiftEnterBreaksTheLine)
{
    edit().setPlainText(QStringLiteral("one"));
    edit().moveCursor(QTextCursor::End);
    QTest::keyClick(&edit(), Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(&edit(), QStringLiteral("two"));
    EXPECT_EQ(sent.count(), 0);
    EXPECT_EQ(composer.text(), QStringLiteral("one\ntwo"));
    QTest::keyClick(&edit(), Qt::Key_Return);
    EXPECT_EQ(sent.count(), 1);
    EXPECT_EQ(composer.text(), QStringLiteral("one\ntwo")) << "the text stays until it was accepted";
}

TEST_F(ComposerTest, EnterBreaksTheLineWhenTheUserWantsThat)
{
    composer.setEnterSending(false);
    edit().setPlainText(QStringLiteral("one"));
    edit().moveCursor(QTextCursor::End);
    QTest::keyClick(&edit(), Qt::Key_Return);
    EXPECT_EQ(sent.count(), 0);
    EXPECT_EQ(composer.text(), QStringLiteral("one\n"));
    QTest::keyClick(&edit(), Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(sent.count(), 1);
}

TEST_F(ComposerTest, SendsNeitherNothingNorPastAnObstacle)
{
    QTest::keyClick(&edit(), Qt::Key_Return);
    edit().setPlainText(QStringLiteral("  \n "));
    QTest::keyClick(&edit(), Qt::Key_Return);
    EXPECT_FALSE(button().isEnabled());
    edit().setPlainText(QStringLiteral("text"));
    EXPECT_TRUE(button().isEnabled());
    composer.setObstacle(QStringLiteral("used up"));
    QTest::keyClick(&edit(), Qt::Key_Return);
    EXPECT_FALSE(button().isEnabled());
    EXPECT_EQ(button().toolTip(), QStringLiteral("used up"));
    EXPECT_EQ(sent.count(), 0);
}

TEST_F(ComposerTest, EscapeAndTheButtonStopARunningReply)
{
    edit().setPlainText(QStringLiteral("next"));
    composer.setStreaming(true);
    QTest::keyClick(&edit(), Qt::Key_Return);
    EXPECT_EQ(sent.count(), 0);
    QTest::keyClick(&edit(), Qt::Key_Escape);
    button().click();
    EXPECT_EQ(stopped.count(), 2);
    EXPECT_EQ(composer.text(), QStringLiteral("next"));
}

TEST_F(ComposerTest, GrowsWithItsTextUpToTenLines)
{
    const int low = edit().sizeHint().height();
    edit().setPlainText(QStringLiteral("x\n").repeated(5));
    const int five = edit().sizeHint().height();
    EXPECT_GT(five, low);
    edit().setPlainText(QStringLiteral("x\n").repeated(50));
    const int many = edit().sizeHint().height();
    EXPECT_GT(many, five);
    edit().setPlainText(QStringLiteral("x\n").repeated(500));
    EXPECT_EQ(edit().sizeHint().height(), many);
}

TEST_F(ComposerTest, PutsAMegabyteAsideAndSendsIt)
{
    const QString pasted = QString(1 << 20, QLatin1Char('x'));
    QGuiApplication::clipboard()->setText(pasted);
    edit().paste();
    EXPECT_TRUE(edit().toPlainText().isEmpty()) << "it would be laid out at every key";
    auto& chip = *composer.findChild<PastedChip*>();
    EXPECT_TRUE(chip.isVisible());
    QTest::keyClicks(&edit(), QStringLiteral("Sum this up"));
    QTest::keyClick(&edit(), Qt::Key_Return);
    ASSERT_EQ(sent.count(), 1);
    EXPECT_EQ(sent.first().first().toString(), pasted + QStringLiteral("\n\nSum this up"));

    composer.findChild<QToolButton*>(QStringLiteral("removePastedButton"))->click();
    EXPECT_FALSE(chip.isVisible());
    EXPECT_EQ(composer.text(), QStringLiteral("Sum this up"));
    composer.setText(pasted);
    EXPECT_EQ(composer.text(), pasted);
    composer.setText(QStringLiteral("short"));
    EXPECT_FALSE(chip.isVisible());
}

TEST_F(ComposerTest, AChipAndItsTextComeBackApart)
{
    const Draft draft{.pasted = QString(60'000, QLatin1Char('x')), .written = QStringLiteral("Sum this up")};
    composer.offerDraft(draft);
    EXPECT_EQ(composer.findChild<PastedChip*>()->text(), draft.pasted);
    EXPECT_EQ(edit().toPlainText(), draft.written);
    QSignalSpy drafts(&composer, &Composer::draftChanged);
    composer.leave();
    ASSERT_EQ(drafts.count(), 1);
    EXPECT_EQ(drafts.first().first().value<Draft>(), draft);
}

TEST_F(ComposerTest, ADraftThatComesLateWaitsForWhatIsTyped)
{
    QTest::keyClicks(&edit(), QStringLiteral("new"));
    const Draft late{.pasted = {}, .written = QStringLiteral("from before")};
    QSignalSpy drafts(&composer, &Composer::draftChanged);
    composer.offerDraft(late);
    EXPECT_EQ(composer.text(), QStringLiteral("new"));
    ASSERT_TRUE(waitFor([&] { return drafts.count() == 1; }));
    EXPECT_EQ(drafts.first().first().value<Draft>().text(), QStringLiteral("from before\n\nnew"))
        << "both are kept";
    composer.removeSent(QStringLiteral("new"));
    EXPECT_EQ(composer.text(), QStringLiteral("from before"));
    composer.removeSent(QStringLiteral("from before"));
    EXPECT_TRUE(composer.text().isEmpty());
}

TEST_F(ComposerTest, ADraftThatComesLateDoesNotEndAComposition)
{
    QInputMethodEvent preedit(QStringLiteral("に"), {});
    QApplication::sendEvent(&edit(), &preedit);
    composer.offerDraft({.pasted = {}, .written = QStringLiteral("from before")});
    QInputMethodEvent commit;
    commit.setCommitString(QStringLiteral("日本"));
    QApplication::sendEvent(&edit(), &commit);
    EXPECT_EQ(composer.text(), QStringLiteral("日本"));
}

TEST_F(ComposerTest, WhatIsTypedAfterSendingStays)
{
    edit().setPlainText(QStringLiteral("sent and more"));
    composer.removeSent(QStringLiteral("sent"));
    EXPECT_EQ(composer.text(), QStringLiteral("and more"));
    composer.removeSent(QStringLiteral("something else"));
    EXPECT_EQ(composer.text(), QStringLiteral("and more"));
}

TEST_F(ComposerTest, TellsOfADraftBeforeItIsLeft)
{
    QSignalSpy drafts(&composer, &Composer::draftChanged);
    edit().setPlainText(QStringLiteral("half a thought"));
    composer.leave();
    ASSERT_EQ(drafts.count(), 1);
    EXPECT_EQ(drafts.first().first().value<Draft>().text(), QStringLiteral("half a thought"));
    EXPECT_TRUE(composer.text().isEmpty());
    EXPECT_FALSE(waitFor([&] { return drafts.count() > 1; }, 300)) << "emptying is not a new draft";
}

} // namespace orangery::test
