// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/chatpath.h"

#include <gtest/gtest.h>

namespace orangery {

namespace {

StoredMessage node(qint64 id, qint64 parent, const QString& text = QStringLiteral("text"))
{
    StoredMessage message;
    message.id = id;
    message.parentId = parent;
    message.text = text;
    return message;
}

} // namespace

TEST(ChatPath, SendsNoEmptyAnswers)
{
    EXPECT_EQ(sendable({node(1, 0), node(2, 1, {})}).size(), 1);
}

TEST(ChatTitle, IsTheFirstLineWithoutMarks)
{
    EXPECT_EQ(titleFrom(QStringLiteral("\n\n# Frost   alert\nmore")), QStringLiteral("Frost alert"));
    EXPECT_EQ(titleFrom(QString()), QString());
}

TEST(ChatTitle, EndsAtAWord)
{
    const QString title = titleFrom(QStringLiteral("word ").repeated(40));
    EXPECT_LE(title.size(), 60);
    EXPECT_TRUE(title.endsWith(QStringLiteral("word…")));
    EXPECT_LE(titleFrom(QString(1 << 20, QLatin1Char('x'))).size(), 60);
}

TEST(ChatPath, IsCopiedWithIdsOfItsOwnAndNothingPaidTwice)
{
    StoredMessage answer = node(2, 1, QStringLiteral("answer"));
    answer.neurons = Neurons::of(7);
    answer.usage = TokenUsage{.promptTokens = 3, .completionTokens = 4};
    answer.callId = 9;
    answer.state = StoredMessage::State::Streaming;
    const QList<StoredMessage> copies = copyOf({node(1, 0), answer}, 77);
    ASSERT_EQ(copies.size(), 2);
    EXPECT_EQ(copies[0].parentId, 0);
    EXPECT_EQ(copies[1].parentId, copies[0].id);
    EXPECT_GT(copies[1].id, copies[0].id);
    EXPECT_GT(copies[0].id, 2);
    EXPECT_EQ(copies[1].conversationId, 77);
    EXPECT_EQ(copies[1].text, answer.text);
    EXPECT_EQ(copies[1].usage, answer.usage);
    EXPECT_FALSE(copies[1].neurons);
    EXPECT_EQ(copies[1].callId, 0);
    EXPECT_EQ(copies[1].state, StoredMessage::State::Interrupted);
}

} // namespace orangery
