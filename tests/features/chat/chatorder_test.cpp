// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does while something else is still on its way.
#include "features/chat/chatfixture.h"

#include <gtest/gtest.h>

namespace orangery {

namespace {

using test::Chat;
using test::waitFor;
using test::Workshop;
using State = StoredMessage::State;

} // namespace

TEST(ChatController, SendsOnceHoweverOftenItIsAsked)
{
    Workshop shop;
    Chat chat(shop);
    shop.sandbox.setFault(QStringLiteral("5018"), 1, QStringLiteral("/ai/run/"));
    EXPECT_TRUE(chat.controller.send(QStringLiteral("Hello")));
    EXPECT_FALSE(chat.controller.send(QStringLiteral("Hello")));
    ASSERT_TRUE(waitFor([&] { return !chat.errors.isEmpty(); }));
    const int before = shop.runs();
    chat.controller.retry(chat.controller.messages()[1].id);
    chat.controller.retry(chat.controller.messages()[1].id);
    EXPECT_FALSE(chat.controller.send(QStringLiteral("Hello")));
    ASSERT_TRUE(waitFor([&] { return chat.controller.messages().last().state == State::Done; }));
    EXPECT_EQ(shop.runs(), before + 1);
}

TEST(ChatController, KeepsTwoChatsApartWhileOneIsBeingSaved)
{
    Workshop shop;
    Chat chat(shop);
    chat.controller.send(QStringLiteral("first"));
    ASSERT_TRUE(chat.waitUntilAnswered(2));
    const qint64 first = chat.controller.conversationId();
    chat.controller.keepDraft(QStringLiteral("draft of the first"));
    chat.controller.startNew();
    // sent, and left before it is on disk
    chat.controller.keepDraft(QStringLiteral("second"));
    ASSERT_TRUE(chat.controller.send(QStringLiteral("second")));
    const qint64 second = chat.controller.conversationId();
    chat.controller.open(first);
    EXPECT_FALSE(chat.controller.send(QStringLiteral("too early"))) << "it is still loading";
    ASSERT_TRUE(waitFor([&] { return chat.draft == QStringLiteral("draft of the first"); }));
    ASSERT_TRUE(waitFor([&] { return chat.accepted == 2 && chat.controller.runningAnswers() == 0; }));
    EXPECT_EQ(chat.controller.messages().size(), 2);
    chat.controller.open(second);
    ASSERT_TRUE(waitFor([&] { return chat.controller.messages().size() == 2; }));
    EXPECT_EQ(chat.controller.messages()[0].text, QStringLiteral("second"));
    chat.controller.startNew();
    EXPECT_EQ(chat.draft, QString()) << "what was sent does not come back";
}

TEST(ChatController, DoesNotSendWhatWasAbandonedWhileItWasBeingSaved)
{
    Workshop shop;
    Chat chat(shop);
    ASSERT_TRUE(chat.controller.send(QStringLiteral("Hello")));
    chat.controller.abandon(chat.controller.conversationId());
    chat.controller.startNew();
    EXPECT_FALSE(waitFor([&] { return shop.runs() > 0; }, 500));
}

} // namespace orangery
