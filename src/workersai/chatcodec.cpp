// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/chatcodec.h"

#include "workersai/answerfacts.h"
#include "workersai/apierror.h"
#include "workersai/chatfields.h"
#include "workersai/thinksplitter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace orangery::chatcodec {

namespace {

QString roleName(ChatRole role)
{
    switch (role) {
    case ChatRole::System:
        return QStringLiteral("system");
    case ChatRole::User:
        return QStringLiteral("user");
    case ChatRole::Assistant:
        return QStringLiteral("assistant");
    case ChatRole::Tool:
        return QStringLiteral("tool");
    }
    return {};
}

struct Found
{
    bool hasText = false; ///< a place for the text was there, though it may be empty
    QString text;
    ChatReply reply;
};

bool isGiven(const QJsonValue& value)
{
    return !value.isUndefined() && !value.isNull();
}

bool readChoices(const QJsonObject& answer, Found& found)
{
    const QJsonArray choices = answer.value(u"choices").toArray();
    if (choices.isEmpty())
        return false;
    const QJsonObject choice = choices.first().toObject();
    const QJsonObject message = choice.value(u"message").toObject();
    const QJsonValue content = message.isEmpty() ? choice.value(u"text") : message.value(u"content");
    const auto reason = chatfields::finishReason(choice.value(u"finish_reason"));
    found.text = chatfields::text(content);
    found.reply.reasoning = chatfields::reasoning(message);
    found.reply.finishReason = reason.value_or(FinishReason::Stop);
    // a call of a tool or a cut during the reasoning leaves `content: null`
    found.hasText = isGiven(content) || reason || !found.reply.reasoning.isEmpty();
    return true;
}

/// A Responses object: the text is in its `message` items, what it thought in its `reasoning` items.
void readOutput(const QJsonArray& output, Found& found)
{
    for (const QJsonValue& item : output) {
        const QJsonObject object = item.toObject();
        const bool isReasoning = object.value(u"type").toString() == u"reasoning";
        const QJsonValue content = object.value(u"content");
        if (!content.isArray() && !content.isString())
            continue;
        found.hasText = found.hasText || !isReasoning;
        (isReasoning ? found.reply.reasoning : found.text) += chatfields::text(content);
    }
}

void readAnswer(const QJsonObject& answer, Found& found)
{
    answerfacts::readUsage(answer.value(u"usage"), found.reply);
    if (readChoices(answer, found) && found.hasText)
        return;
    const QJsonValue response = answer.value(u"response");
    const QJsonValue outputText = answer.value(u"output_text");
    const bool hasCalls = !answer.value(u"tool_calls").toArray().isEmpty();
    if (isGiven(response) || hasCalls) {
        found.text = chatfields::text(response);
        found.reply.reasoning = chatfields::reasoning(answer);
        found.hasText = true;
        if (hasCalls)
            found.reply.finishReason = FinishReason::ToolCalls;
    } else if (outputText.isString()) {
        found.text = outputText.toString();
        found.hasText = true;
    } else {
        readOutput(answer.value(u"output").toArray(), found);
    }
    if (const auto reason = chatfields::finishReason(answer.value(u"finish_reason")))
        found.reply.finishReason = *reason;
}

} // namespace

QByteArray encode(const ChatRequest& request)
{
    QJsonArray messages;
    for (const ChatMessage& message : request.messages) {
        if (message.role == ChatRole::System && message.text.isEmpty())
            continue;
        messages.append(QJsonObject{{QStringLiteral("role"), roleName(message.role)},
                                    {QStringLiteral("content"), message.text}});
    }
    // Chat-style schemas refuse empty objects and nulls for fields that they know (API.md §3.1): only what is
    // set goes out.
    QJsonObject body{{QStringLiteral("messages"), messages},
                     {QStringLiteral("max_tokens"), qMax(1, request.maxTokens)},
                     {QStringLiteral("stream"), request.stream}};
    if (request.temperature && std::isfinite(*request.temperature))
        body.insert(QStringLiteral("temperature"), *request.temperature);
    if (request.reasoningEffort && !request.reasoningEffort->isEmpty())
        body.insert(QStringLiteral("reasoning_effort"), *request.reasoningEffort);
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

Result<ChatReply> decode(const QByteArray& body)
{
    const QJsonObject root = QJsonDocument::fromJson(body).object();
    const QJsonValue result = root.value(u"result");
    Found found;
    found.reply.finishReason = FinishReason::Stop; // a whole answer that names no reason came to its end
    if (result.isString()) {
        found.text = result.toString();
        found.hasText = true;
    } else {
        readAnswer(result.isObject() ? result.toObject() : root, found);
    }
    answerfacts::readUsage(root.value(u"usage"), found.reply);
    if (!found.hasText)
        return invalidAnswer({.head = {}, .body = body});

    ThinkSplitter splitter;
    for (const ChatDelta& part : {splitter.take(found.text), splitter.finish()}) {
        found.reply.text += part.text;
        found.reply.reasoning += part.reasoning;
    }
    return found.reply;
}

} // namespace orangery::chatcodec
