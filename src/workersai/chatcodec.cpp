// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/chatcodec.h"

#include "workersai/answerfacts.h"
#include "workersai/apierror.h"
#include "workersai/chatfields.h"
#include "workersai/chattools.h"
#include "workersai/thinksplitter.h"
#include "workersai/toolcallgatherer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace orangery::chatcodec {

namespace {

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

void readCalls(const QJsonValue& value, Found& found)
{
    ToolCallGatherer gatherer;
    gatherer.take(value.toArray());
    if (const QList<ToolCall> calls = gatherer.calls(); !calls.isEmpty()) {
        found.reply.toolCalls += calls;
        found.hasText = true;
        found.reply.finishReason = FinishReason::ToolCalls;
    }
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
    const bool isCut = reason == FinishReason::Length || reason == FinishReason::ContentFilter;
    readCalls(message.value(u"tool_calls"), found);
    if (isCut)
        found.reply.finishReason = *reason;
    return true;
}

/// A Responses object: the text is in its `message` items, what it thought in its `reasoning` items, and its
/// calls are `function_call` items.
void readOutput(const QJsonArray& output, Found& found)
{
    for (const QJsonValue& item : output) {
        const QJsonObject object = item.toObject();
        const QString type = object.value(u"type").toString();
        if (type == u"function_call") {
            readCalls(QJsonArray{object}, found);
            continue;
        }
        const bool isReasoning = type == u"reasoning";
        QJsonValue content = object.value(u"content");
        if (isReasoning && chatfields::text(content).isEmpty())
            content = object.value(u"summary");
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
    readCalls(answer.value(u"tool_calls"), found);
    if (isGiven(response) || found.hasText) {
        found.text = chatfields::text(response);
        found.reply.reasoning = chatfields::reasoning(answer);
        found.hasText = true;
    } else {
        readOutput(answer.value(u"output").toArray(), found);
        if (outputText.isString()) { // the same text once more
            found.text = outputText.toString();
            found.hasText = true;
        }
    }
    if (const auto reason = chatfields::finishReason(answer.value(u"finish_reason")))
        found.reply.finishReason = *reason;
    if (answer[u"incomplete_details"][u"reason"].toString() == u"max_output_tokens")
        found.reply.finishReason = FinishReason::Length;
}

} // namespace

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
    if (found.reply.finishReason == FinishReason::Length)
        chattools::dropBroken(found.reply.toolCalls);

    ThinkSplitter splitter;
    for (const ChatDelta& part : {splitter.take(found.text), splitter.finish()}) {
        found.reply.text += part.text;
        found.reply.reasoning += part.reasoning;
    }
    return found.reply;
}

} // namespace orangery::chatcodec
