// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/secretstring.h"
#include "core/tasks/chat.h"
#include "workersai/thinksplitter.h"
#include "workersai/toolcallgatherer.h"

#include <QByteArray>

#include <optional>

class QJsonObject;

namespace orangery {

/// The events of one streamed answer, both shapes in one parser (API.md §3.3).
class ChatStreamDecoder
{
public:
    ChatStreamDecoder() = default;
    /// `secret` is kept out of an error's detail.
    explicit ChatStreamDecoder(SecretString secret) : m_secret(std::move(secret)) {}

    /// What the event's `data` adds. An event that cannot be read is skipped and counted; an error event sets
    /// error().
    ChatDelta take(const QByteArray& data);
    /// What was held back for a tag that never came; call it when the stream has ended.
    ChatDelta finish();

    /// [DONE] was seen: nothing more comes.
    bool isDone() const { return m_isDone; }
    const std::optional<Error>& error() const { return m_error; }
    int skippedEvents() const { return m_skippedEvents; }
    /// How many events could be read; [DONE] is none.
    int readEvents() const { return m_readEvents; }
    bool hasText() const { return !m_reply.text.isEmpty() || !m_reply.reasoning.isEmpty(); }
    /// All that was gathered; Truncated when neither [DONE] nor a finish reason came. Calls of tools that
    /// were cut are left out.
    ChatReply reply() const;

private:
    ChatDelta takeUnusual(const QByteArray& data);
    void readChoice(const QJsonObject& choice, QString& text, QString& reasoning);
    ChatDelta keep(const QString& text, const QString& reasoning);
    ChatDelta keep(ChatDelta delta);

    SecretString m_secret;
    ChatReply m_reply;
    ThinkSplitter m_splitter;
    ToolCallGatherer m_calls;
    std::optional<Error> m_error;
    std::optional<FinishReason> m_finishReason;
    int m_skippedEvents = 0;
    int m_readEvents = 0;
    bool m_isDone = false;
};

} // namespace orangery
