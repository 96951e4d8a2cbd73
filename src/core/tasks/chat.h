// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"

#include <QList>
#include <QMetaType>
#include <QString>
#include <chrono>
#include <optional>

namespace orangery {

enum class ChatRole { System, User, Assistant };

/// One turn of the conversation, as it is sent.
struct ChatMessage
{
    ChatRole role = ChatRole::User;
    QString text;

    bool operator==(const ChatMessage&) const = default;
};

/// Text generation (API.md §3). What is not set is not sent; `maxTokens` always is, because the service's own
/// default of 256 cuts answers.
struct ChatRequest
{
    QString model;
    QList<ChatMessage> messages;
    int maxTokens = 4096;
    std::optional<double> temperature = {}; ///< 0 … 5, or 0 … 2 on chat-style models
    std::optional<QString> reasoningEffort = {};
    bool stream = true;
    QString sessionAffinity = {}; ///< a stable id per conversation (API.md §12); empty: not sent

    bool operator==(const ChatRequest&) const = default;
};

struct TokenUsage
{
    int promptTokens = 0;
    int completionTokens = 0;
    int cachedTokens = 0; ///< the part of promptTokens that was cached

    bool operator==(const TokenUsage&) const = default;
};

/// A piece of a streamed answer. Both texts are appended to what was there.
struct ChatDelta
{
    QString text;
    QString reasoning;

    bool isEmpty() const { return text.isEmpty() && reasoning.isEmpty(); }
    bool operator==(const ChatDelta&) const = default;
};

/// Why an answer ended. `Truncated`: the stream broke off without an end mark; the text is kept.
enum class FinishReason { Stop, Length, ToolCalls, ContentFilter, Truncated, Unknown };

struct ChatReply
{
    QString text;
    QString reasoning;
    FinishReason finishReason = FinishReason::Unknown;
    std::optional<TokenUsage> usage; ///< as the service reported it
    std::optional<Neurons> neurons;  ///< as the service reported it (API.md §2)
    int httpStatus = 0;
    QString rayId; ///< the service's request id, for its support

    bool operator==(const ChatReply&) const = default;
};

} // namespace orangery

Q_DECLARE_METATYPE(orangery::ChatDelta)
Q_DECLARE_METATYPE(orangery::ChatReply)
