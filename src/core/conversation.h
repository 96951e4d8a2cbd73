// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"
#include "core/tasks/chat.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <optional>

namespace orangery {

/// A row of the conversation list.
struct ConversationSummary
{
    qint64 id = 0;
    QString title; ///< empty: not named yet
    QString model; ///< of the latest reply
    QDateTime createdAt;
    QDateTime changedAt;
    int messageCount = 0;
    Neurons neurons; ///< the sum over its messages

    bool operator==(const ConversationSummary&) const = default;
};

/// A node of the conversation's tree.
struct StoredMessage
{
    /// How far it has come. A `Streaming` one found on start was cut by a crash and becomes `Interrupted`.
    enum class State { Done, Streaming, Stopped, Interrupted, Failed };

    qint64 id = 0;
    qint64 conversationId = 0;
    qint64 parentId = 0; ///< 0: the first message
    ChatRole role = ChatRole::User;
    QString text;
    QString reasoning;
    QString model;
    State state = State::Done;
    FinishReason finishReason = FinishReason::Unknown;
    QDateTime createdAt; ///< UTC
    std::optional<TokenUsage> usage;
    std::optional<Neurons> estimate; ///< before sending
    std::optional<Neurons> neurons;  ///< booked
    bool isNeuronsReported = false;  ///< false: `neurons` is the estimate from usage and price
    qint64 latencyMs = 0;            ///< from sending to the end
    qint64 firstTokenMs = 0;
    QString errorKind; ///< ErrorFacts::name of what failed it, or for what it was kept short
    QString errorDetail;
    qint64 callId = 0; ///< the ledger row that paid for it; 0: none

    bool operator==(const StoredMessage&) const = default;
};

/// Everything that was said in one.
struct StoredConversation
{
    QList<StoredMessage> messages; ///< parents before children
    qint64 shownMessageId = 0;     ///< through which the shown path leads; 0: none was chosen

    bool operator==(const StoredConversation&) const = default;
};

} // namespace orangery
