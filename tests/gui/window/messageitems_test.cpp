// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messageitems.h"

#include "features/chat/conversationtree.h"

#include <gtest/gtest.h>

namespace orangery::test {

namespace {

StoredMessage reply(StoredMessage::State state, const QString& text = QStringLiteral("text"))
{
    StoredMessage message;
    message.id = 7;
    message.role = ChatRole::Assistant;
    message.model = QStringLiteral("@cf/zai-org/glm-4.7-flash");
    message.state = state;
    message.text = text;
    return message;
}

MessageItem shown(const StoredMessage& message)
{
    return messageItem(message, ConversationTree());
}

} // namespace

TEST(MessageItems, ShowFiguresOfAFinishedReply)
{
    StoredMessage message = reply(StoredMessage::State::Done);
    message.usage = TokenUsage{.promptTokens = 842, .completionTokens = 388};
    message.latencyMs = 9'000;
    message.firstTokenMs = 1'000;
    message.neurons = Neurons::of(18.8);
    const MessageItem item = shown(message);
    EXPECT_EQ(item.state, MessageState::Done);
    EXPECT_EQ(item.model, QStringLiteral("glm-4.7-flash"));
    EXPECT_EQ(item.promptTokens, 842);
    EXPECT_DOUBLE_EQ(*item.tokensPerSecond, 48.5);
    EXPECT_EQ(item.booked, Neurons::of(18.8));
    EXPECT_TRUE(item.notice.isEmpty());
}

TEST(MessageItems, OfferToContinueWhatWasCut)
{
    StoredMessage cut = reply(StoredMessage::State::Done);
    cut.finishReason = FinishReason::Length;
    EXPECT_EQ(shown(cut).state, MessageState::Cut);
    EXPECT_EQ(shown(reply(StoredMessage::State::Interrupted)).state, MessageState::Cut);
    EXPECT_EQ(shown(reply(StoredMessage::State::Stopped)).state, MessageState::Cut);
    EXPECT_EQ(shown(cut).notice, QStringLiteral("The reply reached its maximum length."));
    cut.errorKind = QStringLiteral("budget-reached");
    EXPECT_EQ(shown(cut).state, MessageState::Cut);
    EXPECT_TRUE(shown(cut).notice.contains(QStringLiteral("allowed for today")));
}

TEST(MessageItems, OfferAnotherTryWhereNothingCame)
{
    StoredMessage failed = reply(StoredMessage::State::Failed, {});
    failed.errorKind = QStringLiteral("busy");
    EXPECT_EQ(shown(failed).state, MessageState::Failed);
    EXPECT_TRUE(shown(failed).notice.contains(QStringLiteral("busy")));
    EXPECT_EQ(shown(reply(StoredMessage::State::Stopped, {})).state, MessageState::Failed);
}

TEST(MessageItems, SayWhichBranchTheyAre)
{
    StoredConversation conversation;
    for (const qint64 id : {3, 5, 9}) {
        conversation.messages.append(reply(StoredMessage::State::Done));
        conversation.messages.last().id = id;
    }
    const MessageItem item = messageItem(conversation.messages[1], ConversationTree(conversation));
    EXPECT_EQ(item.branch, 2);
    EXPECT_EQ(item.branches, 3);
    EXPECT_EQ(shown(reply(StoredMessage::State::Done)).branches, 1);
}

} // namespace orangery::test
