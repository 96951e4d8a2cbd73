// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/chatpage.h"
#include "gui/chat/messages/messageview.h"
#include "gui/window/windowfixture.h"
#include "service/workbench.h"
#include "storage/ledger.h"
#include "support/waitfor.h"

#include <QPlainTextEdit>
#include <QTest>

namespace orangery::test {

namespace {

class S_Chat_3 : public WindowFixture
{
protected:
    MessageView& view() { return window->chatPage().messages(); }
    /// Where the button of the last message's strip is in the viewport; it must be in sight.
    QPoint continueButton()
    {
        view().flush();
        const int last = view().messageCount() - 1;
        for (const Spot& spot : view().interaction().spots(last)) {
            if (spot.kind != Spot::StripAction)
                continue;
            EXPECT_EQ(spot.name, QStringLiteral("Continue"));
            const QPoint place = view().messageRect(last).topLeft() + spot.rect.center();
            EXPECT_TRUE(view().viewport()->rect().contains(place));
            return place;
        }
        ADD_FAILURE() << "there is nothing to click";
        return {};
    }
    StoredMessage stop()
    {
        QTest::keyClick(&find<QPlainTextEdit>("promptEdit"), Qt::Key_Escape);
        EXPECT_TRUE(waitUntilAnswered());
        const StoredMessage stopped = chat().messages()[1];
        EXPECT_EQ(stopped.state, StoredMessage::State::Stopped);
        EXPECT_TRUE(stopped.neurons);
        return stopped;
    }
};

} // namespace

// Stop at half: the text is kept, and Continue goes on with it. (The other half is killed_test.cpp.)
TEST_F(S_Chat_3, StoppedHalfWayItContinues)
{
    start();
    useAccount();
    type(QStringLiteral("Write 600 words about lemon trees, with a list and a table"));
    QTest::keyClick(&find<QPlainTextEdit>("promptEdit"), Qt::Key_Return);
    ASSERT_TRUE(
        waitFor([&] { return chat().messages().size() == 2 && chat().messages()[1].text.size() > 400; }));
    shoot(QStringLiteral("chat-streaming"));
    const StoredMessage first = stop();
    EXPECT_GT(first.text.size(), 400);
    shoot(QStringLiteral("chat-stopped"));

    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, continueButton());
    ASSERT_TRUE(chat().isStreaming());
    ASSERT_TRUE(waitFor([&] { return chat().messages()[1].text.size() > first.text.size() + 100; }));
    const StoredMessage second = stop();
    EXPECT_TRUE(second.text.startsWith(first.text));

    // the same without a mouse: into the conversation, to the button, Enter
    view().setFocus(Qt::TabFocusReason);
    for (int i = 0; i < 20 && view().interaction().state().focusedSpot.kind != Spot::StripAction; ++i)
        QTest::keyClick(&view(), Qt::Key_Tab);
    QTest::keyClick(&view(), Qt::Key_Return);
    ASSERT_TRUE(chat().isStreaming());
    ASSERT_TRUE(waitUntilAnswered());
    const StoredMessage whole = chat().messages()[1];
    EXPECT_TRUE(whole.text.startsWith(second.text));
    EXPECT_GT(whole.text.size(), second.text.size());
    EXPECT_EQ(whole.state, StoredMessage::State::Done);
    shoot(QStringLiteral("chat-continued"));
}

// An answer that the rest of the day has cut says so beside Continue, and after a restart, too.
TEST_F(S_Chat_3, KeptShortByTheDaysBudgetItSaysSo)
{
    start();
    useAccount();
    // glm-4.7-flash: 36,400 neurons a million output tokens, so 15 neurons pay for about 400
    Reservation others;
    others.id = 1;
    others.accountUuid = QStringLiteral("test");
    others.startedAt = QDateTime::currentDateTimeUtc();
    others.task = others.model = others.origin = QStringLiteral("test");
    others.estimate = freeNeuronsPerDay - Neurons::of(15);
    bool isReserved = false;
    Ledger(services->database()).reserve(others, window.get(), [&](const Result<Grant>& done) {
        isReserved = done.has_value();
    });
    ASSERT_TRUE(waitFor([&] { return isReserved; }));
    ask(QStringLiteral("Write 2000 words"));
    const auto notice = [&] { return view().list().entry(1).item().notice; };
    EXPECT_TRUE(notice().contains(QStringLiteral("allowed for today"))) << qPrintable(notice());
    continueButton();
    shoot(QStringLiteral("chat-kept-short"));

    const qint64 id = chat().conversationId();
    end();
    start();
    chat().open(id);
    ASSERT_TRUE(waitFor([&] { return view().messageCount() == 2; }));
    EXPECT_TRUE(notice().contains(QStringLiteral("allowed for today"))) << qPrintable(notice());
}

} // namespace orangery::test
