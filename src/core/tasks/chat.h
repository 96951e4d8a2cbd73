// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/servicefacts.h"
#include "core/tasks/tool.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QVariantMap>
#include <optional>

namespace orangery {

enum class ChatRole { System, User, Assistant, Tool };

/// A picture beside the text; goes out as a data URI (API.md §3.6).
struct ChatImage
{
    QByteArray data; ///< the file's bytes
    QString mimeType;

    bool operator==(const ChatImage&) const = default;
};

/// One turn of the conversation, as it is sent.
struct ChatMessage
{
    ChatRole role = ChatRole::User;
    QString text;
    QList<ChatImage> images = {};
    QList<ToolCall> toolCalls = {}; ///< of an assistant turn
    QString toolCallId = {};        ///< of a tool turn: the call that it answers
    QString reasoning = {};         ///< of an assistant turn; sent where the model takes it back

    bool operator==(const ChatMessage&) const = default;
};

/// Text generation (API.md §3). What is not set is not sent; `maxTokens` always is, because the service's own
/// default of 256 cuts answers.
struct ChatRequest
{
    QString model;
    QList<ChatMessage> messages = {};
    QString prompt = {}; ///< a completion in place of a conversation; used where `messages` is empty
    bool raw = false;    ///< the prompt without the model's chat template
    int maxTokens = 4096;
    std::optional<double> temperature = {}; ///< 0 … 5, or 0 … 2 on chat-style models
    std::optional<double> topP = {};
    std::optional<int> topK = {};
    std::optional<qint64> seed = {}; ///< 1 … 9,999,999,999
    std::optional<double> repetitionPenalty = {};
    std::optional<double> frequencyPenalty = {};
    std::optional<double> presencePenalty = {};
    QStringList stop = {}; ///< at most four
    std::optional<QString> reasoningEffort = {};
    QList<ToolDefinition> tools = {};
    QString toolChoice = {}; ///< auto, none, required, or the name of a tool; empty: not sent
    std::optional<JsonMode> jsonMode = {};
    QString lora = {}; ///< name or id of an adapter
    bool stream = true;
    bool rejectIfBusy = false;    ///< fail with Busy at once, in place of waiting in the service's queue
    QString sessionAffinity = {}; ///< a stable id per conversation (API.md §12); empty: not sent
    QVariantMap extra = {};       ///< parameters of the model's own, by their names on the wire

    bool operator==(const ChatRequest&) const = default;
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

struct ChatReply : ServiceFacts
{
    QString text;
    QString reasoning;
    QList<ToolCall> toolCalls;
    FinishReason finishReason = FinishReason::Unknown;

    bool operator==(const ChatReply&) const = default;
};

} // namespace orangery

Q_DECLARE_METATYPE(orangery::ChatDelta)
Q_DECLARE_METATYPE(orangery::ChatReply)
