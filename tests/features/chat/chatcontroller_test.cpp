// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/chatcontroller.h"

#include "features/chat/chatfixture.h"
#include "features/chat/chatpath.h"

#include <gtest/gtest.h>

namespace orangery {

namespace {

using test::Chat;
using test::paced;
using test::waitFor;
using test::Workshop;
using State = StoredMessage::State;

} // namespace

TEST(ChatController, SavesTheQuestionBeforeAnythingIsSent)
{
    Workshop shop;
    Chat chat(shop);
    QObject::connect(&chat.controller, &ChatController::accepted, &chat.controller, [&] {
        EXPECT_EQ(shop.runs(), 0);
        EXPECT_NE(chat.controller.conversationId(), 0);
    });
    ASSERT_TRUE(chat.controller.send(QStringLiteral("Hello")));
    ASSERT_TRUE(chat.waitUntilAnswered(2));
    EXPECT_EQ(chat.accepted, 1);
    EXPECT_TRUE(chat.errors.isEmpty());
    const QList<StoredMessage> stored = chat.stored();
    ASSERT_EQ(stored.size(), 2);
    EXPECT_EQ(stored[0].text, QStringLiteral("Hello"));
    EXPECT_EQ(stored[1].text, chat.controller.messages()[1].text);
    EXPECT_EQ(stored[1].state, State::Done);
    EXPECT_TRUE(stored[1].neurons);
    EXPECT_TRUE(stored[1].isNeuronsReported);
    EXPECT_TRUE(stored[1].usage);
    EXPECT_EQ(chat.controller.tree().neurons(), *stored[1].neurons);
}

TEST(ChatController, SendsWhatWasSaidBefore)
{
    Workshop shop;
    Chat chat(shop);
    chat.controller.send(QStringLiteral("first"));
    ASSERT_TRUE(chat.waitUntilAnswered(2));
    chat.controller.send(QStringLiteral("second"));
    ASSERT_TRUE(chat.waitUntilAnswered(4));
    const QJsonArray requests = shop.sandbox.state().value(QLatin1String("requests")).toArray();
    const QJsonValue body = requests.last()[QLatin1String("body")];
    EXPECT_EQ(body[QLatin1String("messages")].toArray().size(), 3);
    EXPECT_GT(body[QLatin1String("max_completion_tokens")].toInt(), 256);
}

TEST(ChatController, RefusesNothingness)
{
    Workshop shop;
    Chat chat(shop);
    EXPECT_FALSE(chat.controller.send({}));
    EXPECT_FALSE(chat.controller.send(QStringLiteral(" \n\t ")));
    EXPECT_EQ(chat.controller.conversationId(), 0);
}

TEST(ChatController, LeavesAMessageThatIsTooLongWithItsWriter)
{
    Workshop shop;
    Chat chat(shop);
    chat.controller.setModel(QStringLiteral("@cf/meta/llama-3.3-70b-instruct-fp8-fast"));
    chat.controller.send(QString(1 << 20, QLatin1Char('x')));
    ASSERT_EQ(chat.errors.size(), 1);
    EXPECT_EQ(chat.errors.first().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(chat.accepted, 0);
    EXPECT_TRUE(chat.controller.messages().isEmpty());
}

TEST(ChatController, StopKeepsTheTextAndContinueGoesOnWithIt)
{
    Workshop shop(paced(150));
    Chat chat(shop);
    chat.controller.send(QStringLiteral("Write 400 words"));
    ASSERT_TRUE(waitFor([&] {
        return chat.controller.messages().size() == 2 && chat.controller.messages()[1].text.size() > 200;
    }));
    chat.controller.stop();
    ASSERT_FALSE(chat.controller.isStreaming());
    const StoredMessage stopped = chat.controller.messages()[1];
    EXPECT_EQ(stopped.state, State::Stopped);
    EXPECT_EQ(chat.stored()[1].text, stopped.text);
    EXPECT_GT(*stopped.neurons, Neurons());

    chat.controller.continueAnswer(stopped.id);
    ASSERT_TRUE(waitFor([&] { return !chat.controller.isStreaming(); }, 60000));
    const StoredMessage continued = chat.controller.messages()[1];
    EXPECT_EQ(continued.id, stopped.id);
    EXPECT_TRUE(continued.text.startsWith(stopped.text));
    EXPECT_GT(continued.text.size(), stopped.text.size());
    EXPECT_GT(*continued.neurons, *stopped.neurons);
    EXPECT_EQ(chat.stored()[1].text, continued.text);
}

TEST(ChatController, GoesOnWithAnAnswerWhileAnotherChatIsShown)
{
    Workshop shop(paced(300));
    Chat chat(shop);
    chat.controller.send(QStringLiteral("Write 100 words"));
    ASSERT_TRUE(waitFor([&] { return chat.controller.isStreaming(); }));
    const qint64 first = chat.controller.conversationId();
    chat.controller.startNew();
    EXPECT_FALSE(chat.controller.isStreaming());
    EXPECT_EQ(chat.controller.runningAnswers(), 1);
    ASSERT_TRUE(waitFor([&] { return chat.controller.runningAnswers() == 0; }));
    chat.controller.open(first);
    ASSERT_TRUE(waitFor([&] { return chat.controller.messages().size() == 2; }));
    EXPECT_EQ(chat.controller.messages()[1].state, State::Done);
}

TEST(ChatController, ShowsARunningAnswerAgainWithAllItsText)
{
    Workshop shop(paced(100));
    Chat chat(shop);
    chat.controller.send(QStringLiteral("Write 300 words"));
    ASSERT_TRUE(waitFor([&] {
        return chat.controller.messages().size() == 2 && chat.controller.messages()[1].text.size() > 60;
    }));
    const qint64 first = chat.controller.conversationId();
    const QString text = chat.controller.messages()[1].text;
    chat.controller.startNew();
    chat.controller.open(first);
    ASSERT_TRUE(waitFor([&] { return chat.controller.messages().size() == 2; }));
    EXPECT_TRUE(chat.controller.isStreaming());
    EXPECT_TRUE(chat.controller.messages()[1].text.startsWith(text));
    chat.controller.stop();
}

TEST(ChatController, KeepsAFailedAnswerForAnotherTry)
{
    Workshop shop;
    Chat chat(shop);
    shop.sandbox.setFault(QStringLiteral("5018"), 1, QStringLiteral("/ai/run/"));
    chat.controller.send(QStringLiteral("Hello"));
    ASSERT_TRUE(waitFor([&] { return !chat.errors.isEmpty(); }));
    EXPECT_EQ(chat.errors.first().kind, ErrorKind::NotAllowed);
    ASSERT_EQ(chat.controller.messages().size(), 2);
    EXPECT_EQ(chat.controller.messages()[1].state, State::Failed);
    EXPECT_EQ(chat.stored()[1].errorKind, QStringLiteral("not-allowed"));
    chat.controller.retry(chat.controller.messages()[1].id);
    ASSERT_TRUE(waitFor([&] { return chat.controller.messages().last().state == State::Done; }));
    EXPECT_EQ(chat.stored().size(), 2);
}

TEST(ChatController, KeepsTheOldAnswerWhenAskedAgain)
{
    Workshop shop;
    Chat chat(shop);
    chat.controller.send(QStringLiteral("Hello"));
    ASSERT_TRUE(chat.waitUntilAnswered(2));
    const qint64 old = chat.controller.messages()[1].id;
    chat.controller.retry(old);
    ASSERT_TRUE(waitFor([&] {
        return chat.controller.messages().size() == 2 && chat.controller.messages()[1].id != old &&
               chat.controller.messages()[1].state == State::Done;
    }));
    EXPECT_EQ(chat.stored().size(), 3);
}

TEST(ChatController, KeepsDraftsApart)
{
    Workshop shop;
    Chat chat(shop);
    chat.controller.send(QStringLiteral("Hello"));
    ASSERT_TRUE(chat.waitUntilAnswered(2));
    const qint64 first = chat.controller.conversationId();
    chat.controller.keepDraft(QStringLiteral("half a thought"));
    chat.controller.startNew();
    EXPECT_EQ(chat.draft, QString());
    chat.controller.keepDraft(QStringLiteral("for a new chat"));
    chat.controller.open(first);
    ASSERT_TRUE(waitFor([&] { return chat.draft == QStringLiteral("half a thought"); }));
    chat.controller.startNew();
    EXPECT_EQ(chat.draft, QStringLiteral("for a new chat"));
}

TEST(ChatController, LeavesAnInterruptedAnswerWithAllItsTextWhenTheProgramEnds)
{
    Workshop shop(paced(100));
    QString text;
    qint64 conversation = 0;
    {
        Chat chat(shop);
        chat.controller.send(QStringLiteral("Write 300 words"));
        ASSERT_TRUE(waitFor([&] {
            return chat.controller.messages().size() == 2 && chat.controller.messages()[1].text.size() > 60;
        }));
        text = chat.controller.messages()[1].text;
        conversation = chat.controller.conversationId();
    }
    Chat again(shop);
    bool isWritten = false;
    shop.conversations->saveDraft(conversation, {}, &again.controller,
                                  [&](const Result<void>&) { isWritten = true; });
    ASSERT_TRUE(waitFor([&] { return isWritten; }));
    again.controller.open(conversation);
    ASSERT_TRUE(waitFor([&] { return again.controller.messages().size() == 2; }));
    EXPECT_EQ(again.controller.messages()[1].text, text);
    EXPECT_EQ(again.controller.messages()[1].state, State::Interrupted);
}

} // namespace orangery
