// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/chatpage.h"
#include "gui/chat/messages/messageview.h"
#include "gui/window/windowfixture.h"
#include "service/workbench.h"
#include "support/waitfor.h"

#include <QPlainTextEdit>
#include <QTest>

namespace orangery::test {

namespace {

using S_Chat_3 = WindowFixture;

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
    QTest::keyClick(&find<QPlainTextEdit>("promptEdit"), Qt::Key_Escape);
    ASSERT_TRUE(waitUntilAnswered());
    const StoredMessage stopped = chat().messages()[1];
    EXPECT_EQ(stopped.state, StoredMessage::State::Stopped);
    EXPECT_GT(stopped.text.size(), 400);
    EXPECT_TRUE(stopped.neurons);
    shoot(QStringLiteral("chat-stopped"));

    emit window->chatPage().messages().continueRequested(stopped.id);
    ASSERT_TRUE(chat().isStreaming());
    ASSERT_TRUE(waitUntilAnswered());
    const StoredMessage whole = chat().messages()[1];
    EXPECT_TRUE(whole.text.startsWith(stopped.text));
    EXPECT_GT(whole.text.size(), stopped.text.size());
    EXPECT_EQ(whole.state, StoredMessage::State::Done);
    shoot(QStringLiteral("chat-continued"));
}

} // namespace orangery::test
