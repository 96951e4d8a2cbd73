// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/cachedchat.h"

#include "service/resultcache.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>
#include <QThreadPool>

namespace orangery::cachedchat {

namespace {

// the layout of a kept reply; another one takes another media type and is then a miss
const QByteArray mediaType = "application/x-orangery-chat-1";

void write(QDataStream& stream, const QList<ToolCall>& calls)
{
    stream << qint32(calls.size());
    for (const ToolCall& call : calls)
        stream << call.id << call.name << call.arguments;
}

void writeOptional(QDataStream& stream, const std::optional<double>& value)
{
    stream << value.has_value() << value.value_or(0);
}

QByteArray bytesOf(const ChatReply& reply)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    const TokenUsage usage = reply.usage.value_or(TokenUsage());
    stream << reply.text << reply.reasoning << qint32(reply.finishReason) << reply.usage.has_value()
           << qint32(usage.promptTokens) << qint32(usage.completionTokens) << qint32(usage.cachedTokens);
    write(stream, reply.toolCalls);
    return bytes;
}

std::optional<ChatReply> replyIn(const QByteArray& bytes)
{
    QDataStream stream(bytes);
    stream.setVersion(QDataStream::Qt_6_4);
    ChatReply reply;
    qint32 reason = 0, prompt = 0, completion = 0, cached = 0, calls = 0;
    bool hasUsage = false;
    stream >> reply.text >> reply.reasoning >> reason >> hasUsage >> prompt >> completion >> cached >> calls;
    for (qint32 i = 0; i < calls && stream.status() == QDataStream::Ok; ++i) {
        ToolCall call;
        stream >> call.id >> call.name >> call.arguments;
        reply.toolCalls.append(call);
    }
    if (stream.status() != QDataStream::Ok || reason < 0 || reason > qint32(FinishReason::Unknown))
        return std::nullopt;
    reply.finishReason = static_cast<FinishReason>(reason);
    if (hasUsage)
        reply.usage = TokenUsage{prompt, completion, cached};
    return reply;
}

} // namespace

bool isDeterministic(const ChatRequest& request)
{
    return (request.temperature && *request.temperature == 0) || request.seed;
}

QByteArray keyOf(const ChatRequest& request, const QString& host, const QString& accountId)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_4);
    stream << host << request.model << request.prompt << request.raw << request.maxTokens;
    for (const ChatMessage& message : request.messages) {
        stream << qint32(message.role) << message.text << message.reasoning << message.toolCallId;
        for (const ChatImage& image : message.images)
            stream << image.mimeType << image.data;
        write(stream, message.toolCalls);
    }
    for (const auto& number : {request.temperature, request.topP, request.repetitionPenalty,
                               request.frequencyPenalty, request.presencePenalty})
        writeOptional(stream, number);
    stream << request.topK.value_or(-1) << request.seed.value_or(-1) << request.stop
           << request.reasoningEffort.value_or(QString()) << request.toolChoice << request.lora
           << (request.lora.isEmpty() ? QString() : accountId) << request.extra;
    for (const ToolDefinition& tool : request.tools)
        stream << tool.name << tool.description << tool.parameters;
    if (request.jsonMode)
        stream << request.jsonMode->name << request.jsonMode->schema;
    return "chat-" + QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
}

std::optional<Known> find(ResultCache& cache, const QByteArray& key)
{
    const std::optional<ResultCache::Answer> found = cache.find(key);
    if (!found || found->reply.head.mediaType() != mediaType)
        return std::nullopt;
    const std::optional<ChatReply> reply = replyIn(found->reply.body);
    return reply ? std::optional(Known{*reply, found->cost}) : std::nullopt;
}

void keep(const std::shared_ptr<ResultCache>& cache, const QByteArray& key, const ChatReply& reply,
          Neurons cost)
{
    ResultCache::Answer answer;
    answer.reply.head.status = 200;
    answer.reply.head.headers = {{"content-type", mediaType}};
    answer.reply.body = bytesOf(reply);
    answer.cost = cost;
    QThreadPool::globalInstance()->start([cache, key, answer] { cache->keep(key, answer); });
}

} // namespace orangery::cachedchat
