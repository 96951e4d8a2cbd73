// SPDX-License-Identifier: GPL-3.0-or-later
// Branches: edited questions, repeated answers, the way from one to another, and chats that begin as others
// do.
#include "features/chat/chatfixture.h"
#include "features/chat/draft.h"

#include <algorithm>
#include <gtest/gtest.h>

namespace orangery {

namespace {

using test::Chat;
using test::paced;
using test::waitFor;
using test::Workshop;
using State = StoredMessage::State;

/// A chat with as many questions, each of them answered.
void converse(Chat& chat, int questions)
{
    for (int i = 1; i <= questions; ++i) {
        chat.controller.send(QStringLiteral("Question %1").arg(i));
        ASSERT_TRUE(chat.waitUntilAnswered(2 * i));
    }
}

QStringList questions(const Chat& chat)
{
    QStringList texts;
    for (const StoredMessage& message : chat.controller.messages()) {
        if (message.role == ChatRole::User)
            texts.append(message.text);
    }
    return texts;
}

QStringList named(std::initializer_list<int> numbers)
{
    QStringList texts;
    for (const int number : numbers)
        texts.append(QStringLiteral("Question %1").arg(number));
    return texts;
}

} // namespace

TEST(ChatBranches, AnEditedQuestionKeepsTheOldPath)
{
    Workshop shop;
    Chat chat(shop);
    converse(chat, 3);
    const qint64 old = chat.controller.messages()[2].id;
    chat.controller.edit(old);
    EXPECT_EQ(chat.controller.editedId(), old);
    ASSERT_TRUE(waitFor([&] { return chat.draft == QStringLiteral("Question 2"); }));
    chat.controller.send(QStringLiteral("Question 4"));
    ASSERT_TRUE(chat.waitUntilAnswered(4));
    EXPECT_EQ(chat.controller.editedId(), 0);
    EXPECT_EQ(questions(chat), named({1, 4}));
    EXPECT_EQ(chat.stored().size(), 8);
    const QJsonArray requests = shop.sandbox.state().value(QLatin1String("requests")).toArray();
    EXPECT_EQ(requests.last()[QLatin1String("body")][QLatin1String("messages")].toArray().size(), 3)
        << "what follows the edited one is not sent";

    const QList<qint64> branches = chat.controller.tree().branches(chat.controller.messages()[2]);
    EXPECT_EQ(branches.size(), 2);
    EXPECT_EQ(branches.first(), old);
    chat.controller.show(old);
    EXPECT_EQ(questions(chat), named({1, 2, 3}));
}

TEST(ChatBranches, TheShownBranchIsShownAgainAfterwards)
{
    Workshop shop;
    Chat chat(shop);
    converse(chat, 2);
    const qint64 conversation = chat.controller.conversationId();
    const qint64 old = chat.controller.messages()[0].id;
    chat.controller.edit(old);
    chat.controller.send(QStringLiteral("Question 3"));
    ASSERT_TRUE(chat.waitUntilAnswered(2));
    const auto again = [&] {
        chat.controller.startNew();
        chat.controller.open(conversation);
        return waitFor([&] { return !chat.controller.messages().isEmpty(); });
    };
    ASSERT_TRUE(again());
    EXPECT_EQ(questions(chat), named({3})) << "the newest one";
    chat.controller.show(old);
    ASSERT_TRUE(again());
    EXPECT_EQ(questions(chat), named({1, 2})) << "the chosen one";
    chat.controller.send(QStringLiteral("Question 5"));
    ASSERT_TRUE(chat.waitUntilAnswered(6));
    ASSERT_TRUE(again());
    EXPECT_EQ(questions(chat), named({1, 2, 5}));
}

TEST(ChatBranches, ARepeatedAnswerStandsBesideTheOldOne)
{
    Workshop shop;
    Chat chat(shop);
    converse(chat, 2);
    const qint64 old = chat.controller.messages()[1].id;
    chat.controller.retry(old);
    ASSERT_TRUE(chat.waitUntilAnswered(2));
    EXPECT_EQ(chat.controller.tree().branches(chat.controller.messages()[1]).size(), 2);
    chat.controller.show(old);
    EXPECT_EQ(questions(chat), named({1, 2}));
}

TEST(ChatBranches, AnAnswerGoesOnOutOfSightAndIsWholeWhenShownAgain)
{
    Workshop shop(paced(60));
    Chat chat(shop);
    chat.controller.send(QStringLiteral("Say hello"));
    ASSERT_TRUE(chat.waitUntilAnswered(2));
    const qint64 old = chat.controller.messages()[0].id;
    chat.controller.edit(old);
    chat.controller.send(QStringLiteral("Write 120 words"));
    ASSERT_TRUE(waitFor(
        [&] { return chat.controller.isStreaming() && chat.controller.messages()[1].text.size() > 100; }));
    const qint64 running = chat.controller.messages()[1].id;
    chat.controller.show(old);
    EXPECT_TRUE(chat.controller.isStreaming());
    EXPECT_FALSE(chat.controller.runningCost().first) << "it is not the one that is shown";
    EXPECT_FALSE(chat.controller.send(QStringLiteral("Question 2"))) << "one answer at a time";
    ASSERT_TRUE(waitFor([&] { return !chat.controller.isStreaming(); }, 60000));
    EXPECT_TRUE(chat.errors.isEmpty());
    chat.controller.show(running);
    const StoredMessage answer = chat.controller.messages().last();
    EXPECT_EQ(answer.id, running);
    EXPECT_EQ(answer.state, State::Done);
    EXPECT_GT(answer.text.size(), 400);
    const QList<StoredMessage> stored = chat.stored();
    const auto onDisk = std::ranges::find(stored, running, &StoredMessage::id);
    ASSERT_NE(onDisk, stored.end());
    EXPECT_EQ(onDisk->text, answer.text);
}

TEST(ChatBranches, EditingHasADraftOfItsOwn)
{
    Workshop shop;
    Chat chat(shop);
    converse(chat, 1);
    const qint64 question = chat.controller.messages()[0].id;
    chat.controller.keepDraft(QStringLiteral("next"));
    chat.controller.edit(question);
    ASSERT_TRUE(waitFor([&] { return chat.draft == QStringLiteral("Question 1"); }));
    chat.controller.keepDraft(QStringLiteral("Question one"));
    chat.controller.edit(0);
    EXPECT_EQ(chat.draft, QStringLiteral("next"));
    chat.controller.edit(question);
    EXPECT_EQ(chat.draft, QStringLiteral("Question one")) << "what was changed is not lost by Esc";
    chat.controller.send(QStringLiteral("Question one"));
    ASSERT_TRUE(waitFor([&] { return chat.controller.editedId() == 0; }));
    EXPECT_EQ(chat.draft, QStringLiteral("next"));
    ASSERT_TRUE(chat.waitUntilAnswered(2));
    chat.controller.show(question);
    chat.controller.edit(question);
    EXPECT_EQ(chat.draft, QStringLiteral("Question 1")) << "what was sent is no draft any more";
}

TEST(ChatBranches, OnlyQuestionsAreEdited)
{
    Workshop shop;
    Chat chat(shop);
    converse(chat, 1);
    chat.controller.edit(chat.controller.messages()[1].id);
    EXPECT_EQ(chat.controller.editedId(), 0);
    chat.controller.edit(4711);
    EXPECT_EQ(chat.controller.editedId(), 0);
}

TEST(ChatBranches, AnEditThatCannotBeSentStaysOne)
{
    Workshop shop;
    Chat chat(shop);
    converse(chat, 1);
    chat.controller.setModel(QStringLiteral("@cf/meta/llama-3.3-70b-instruct-fp8-fast"));
    const qint64 question = chat.controller.messages()[0].id;
    chat.controller.edit(question);
    chat.controller.send(QString(1 << 20, QLatin1Char('x')));
    ASSERT_EQ(chat.errors.size(), 1);
    EXPECT_EQ(chat.controller.editedId(), question);
    EXPECT_EQ(questions(chat), named({1}));
}

TEST(ChatBranches, ABranchGoesOnInANewChat)
{
    Workshop shop;
    Chat chat(shop);
    converse(chat, 2);
    const qint64 from = chat.controller.conversationId();
    const QString answer = chat.controller.messages()[1].text;
    const Neurons paid = chat.controller.tree().neurons();
    chat.controller.fork(chat.controller.messages()[1].id, QStringLiteral("Copy"));
    ASSERT_TRUE(waitFor(
        [&] { return chat.controller.conversationId() != from && chat.controller.messages().size() == 2; }));
    EXPECT_EQ(chat.controller.messages()[1].text, answer);
    EXPECT_TRUE(chat.controller.tree().neurons().isZero()) << "it was paid for in the other one";
    chat.controller.send(QStringLiteral("Question 3"));
    ASSERT_TRUE(chat.waitUntilAnswered(4));
    const QJsonArray requests = shop.sandbox.state().value(QLatin1String("requests")).toArray();
    EXPECT_EQ(requests.last()[QLatin1String("body")][QLatin1String("messages")].toArray().size(), 3);
    chat.controller.open(from);
    ASSERT_TRUE(waitFor([&] { return chat.controller.messages().size() == 4; }));
    EXPECT_EQ(questions(chat), named({1, 2}));
    EXPECT_EQ(chat.controller.tree().neurons(), paid);
}

} // namespace orangery
