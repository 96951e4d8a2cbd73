// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/contextwindow.h"

#include "core/tokencounter.h"

#include <QLocale>
#include <gtest/gtest.h>

namespace orangery {

namespace {

Model model(int window, int longestAnswer = 0)
{
    Model model;
    model.id = QStringLiteral("@cf/a/small");
    model.contextWindow = window;
    model.maxOutputTokens = longestAnswer;
    return model;
}

QList<ChatMessage> turns(int count, int tokensEach)
{
    QList<ChatMessage> messages;
    for (int i = 0; i < count; ++i) {
        messages.append({.role = i % 2 ? ChatRole::Assistant : ChatRole::User,
                         .text = QString(4 * tokensEach, QLatin1Char('x'))});
    }
    return messages;
}

} // namespace

TEST(ContextWindow, SendsAllThatFits)
{
    const Model small = model(8000);
    const auto chat = fitted(turns(5, 100), &small);
    ASSERT_TRUE(chat);
    EXPECT_EQ(chat->leftOut, 0);
    EXPECT_EQ(chat->messages.size(), 5);
    EXPECT_EQ(chat->maxTokens, 4000);
}

TEST(ContextWindow, CutsTheOldestFirst)
{
    const Model small = model(2000);
    const auto chat = fitted(turns(21, 100), &small);
    ASSERT_TRUE(chat);
    EXPECT_GT(chat->leftOut, 0);
    EXPECT_EQ(chat->messages.size() + chat->leftOut, 21);
    EXPECT_LE(chat->promptTokens + chat->maxTokens, 2000);
    EXPECT_EQ(chat->messages.last(), turns(21, 100).last());
}

TEST(ContextWindow, GivesUpAnswerRoomForALongMessage)
{
    const Model small = model(2000);
    const auto chat = fitted(turns(1, 1100), &small);
    ASSERT_TRUE(chat);
    EXPECT_GE(chat->maxTokens, 256);
    EXPECT_LE(chat->promptTokens + chat->maxTokens, 2000);
}

TEST(ContextWindow, RefusesAMessageThatNeverFitsAndSaysHowMuchDoes)
{
    const Model small = model(2000);
    const auto messages = turns(1, 250'000);
    const auto chat = fitted(messages, &small);
    ASSERT_FALSE(chat);
    EXPECT_EQ(chat.error().kind, ErrorKind::InvalidInput);
    const QString tokens = QLocale().toString(countTokens(messages.first().text) + 4);
    EXPECT_TRUE(chat.error().message.contains(tokens)) << qPrintable(chat.error().message);
    EXPECT_TRUE(chat.error().message.contains(QStringLiteral("2,000")));
}

TEST(ContextWindow, NeverAsksForMoreThanTheModelWrites)
{
    const Model large = model(128'000, 1000);
    EXPECT_EQ(fitted(turns(1, 10), &large)->maxTokens, 1000);
}

TEST(ContextWindow, IsCautiousWithAModelThatNobodyKnows)
{
    const auto chat = fitted(turns(1, 10), nullptr);
    ASSERT_TRUE(chat);
    EXPECT_GT(chat->maxTokens, 256);
}

} // namespace orangery
