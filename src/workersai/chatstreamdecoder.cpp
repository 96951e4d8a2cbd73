// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/chatstreamdecoder.h"

#include "workersai/answerfacts.h"
#include "workersai/apierror.h"
#include "workersai/chatfields.h"
#include "workersai/chattools.h"
#include "workersai/plainchunk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace orangery {

ChatDelta ChatStreamDecoder::take(const QByteArray& data)
{
    if (m_isDone || m_error)
        return {};
    if (data.size() < 32 && data.trimmed() == "[DONE]") {
        m_isDone = true;
        return finish();
    }
    if (const auto chunk = readPlainChunk(data)) {
        ++m_readEvents;
        if (chunk->usage)
            m_reply.usage = chunk->usage;
        if (chunk->finishReason)
            m_finishReason = chunk->finishReason;
        return keep(chunk->text, chunk->reasoning);
    }
    return takeUnusual(data);
}

/// An event that has more to say than readPlainChunk() listens to.
ChatDelta ChatStreamDecoder::takeUnusual(const QByteArray& data)
{
    const QJsonDocument document = QJsonDocument::fromJson(data);
    if (!document.isObject()) {
        ++m_skippedEvents;
        return {};
    }
    QJsonObject event = document.object();
    m_error = errorInEvent(event, m_secret);
    if (m_error)
        return {};
    ++m_readEvents;
    if (const QJsonValue result = event.value(u"result"); result.isObject())
        event = result.toObject();

    answerfacts::readUsage(event.value(u"usage"), m_reply);
    QString text;
    QString reasoning;
    const QJsonArray choices = event.value(u"choices").toArray();
    if (!choices.isEmpty())
        readChoice(choices.first().toObject(), text, reasoning);
    m_calls.take(event.value(u"tool_calls").toArray());
    if (text.isEmpty() && reasoning.isEmpty()) {
        text = chatfields::text(event.value(u"response"));
        reasoning = chatfields::reasoning(event);
        if (const auto reason = chatfields::finishReason(event.value(u"finish_reason")))
            m_finishReason = reason;
    }
    return keep(text, reasoning);
}

ChatDelta ChatStreamDecoder::keep(const QString& text, const QString& reasoning)
{
    ChatDelta delta = text.isEmpty() ? ChatDelta() : m_splitter.take(text);
    if (!reasoning.isEmpty())
        delta.reasoning.prepend(reasoning);
    return keep(std::move(delta));
}

void ChatStreamDecoder::readChoice(const QJsonObject& choice, QString& text, QString& reasoning)
{
    // `message` in place of `delta`: a whole answer in one event
    QJsonObject delta = choice.value(u"delta").toObject();
    if (delta.isEmpty())
        delta = choice.value(u"message").toObject();
    text = chatfields::text(delta.value(u"content"));
    reasoning = chatfields::reasoning(delta);
    m_calls.take(delta.value(u"tool_calls").toArray());
    if (const auto reason = chatfields::finishReason(choice.value(u"finish_reason")))
        m_finishReason = reason;
}

ChatDelta ChatStreamDecoder::finish()
{
    return keep(m_splitter.finish());
}

ChatDelta ChatStreamDecoder::keep(ChatDelta delta)
{
    m_reply.text += delta.text;
    m_reply.reasoning += delta.reasoning;
    return delta;
}

ChatReply ChatStreamDecoder::reply() const
{
    ChatReply reply = m_reply;
    if (m_finishReason)
        reply.finishReason = *m_finishReason;
    else
        reply.finishReason = m_isDone ? FinishReason::Stop : FinishReason::Truncated;
    reply.toolCalls = m_calls.calls();
    const bool isCut =
        reply.finishReason == FinishReason::Length || reply.finishReason == FinishReason::Truncated;
    if (isCut)
        chattools::dropBroken(reply.toolCalls);
    else if (!reply.toolCalls.isEmpty() && reply.finishReason == FinishReason::Stop)
        reply.finishReason = FinishReason::ToolCalls; // the classic shape names no reason
    return reply;
}

} // namespace orangery
