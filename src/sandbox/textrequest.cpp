// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/textrequest.h"

#include "sandbox/errorrows.h"
#include "sandbox/textrules.h"
#include "sandbox/tokens.h"

namespace orangery::sandbox {

namespace {

// API.md §3.1: answers are cut off if a client forgets max_tokens.
constexpr qint64 classicDefault = 256;
constexpr qint64 chatDefault = 4096;

/// The text of a message, with the pictures counted apart.
QString textOf(const QJsonValue& content, int& images)
{
    if (!content.isArray())
        return content.toString();
    QStringList parts;
    for (const QJsonValue& part : content.toArray()) {
        if (part[QLatin1String("type")] == QLatin1String("image_url"))
            ++images;
        else
            parts << part[QLatin1String("text")].toString();
    }
    return parts.join(u'\n');
}

void readMessages(const QJsonArray& messages, TextRequest& request)
{
    request.question.turn = 0;
    for (const QJsonValue& message : messages) {
        const QString role = message[QLatin1String("role")].toString();
        int images = 0;
        const QString text = textOf(message[QLatin1String("content")], images);
        request.promptTokens += tokenCount(text) + 4; // the chat template's share
        if (role == u"user") {
            request.question.prompt = text;
            request.question.images = images;
            ++request.question.turn;
        } else if (role == u"system" || role == u"developer") {
            request.question.systemLength += text.size();
        }
    }
    request.question.turn = std::max(request.question.turn, 1);
}

bool wantsReasoning(const QJsonObject& body, const Model& model)
{
    if (model.reasoning == Model::Reasoning::None)
        return false;
    if (model.reasoning == Model::Reasoning::ThinkTags ||
        model.reasoningEffort[QLatin1String("mandatory")].toBool())
        return true;
    const QJsonValue kwargs = body[QLatin1String("chat_template_kwargs")];
    const bool switchedOff = body[QLatin1String("reasoning_effort")] == QLatin1String("none") ||
                             kwargs[QLatin1String("enable_thinking")] == QJsonValue(false) ||
                             kwargs[QLatin1String("thinking")] == QJsonValue(false);
    return !switchedOff;
}

void readFormat(const QJsonObject& body, const Model& model, TextRequest& request)
{
    const QJsonValue format = body[QLatin1String("response_format")];
    const QString type = format[QLatin1String("type")].toString();
    if (type == u"json_object")
        request.json = TextRequest::Json::Any;
    if (type != u"json_schema")
        return;
    request.json = TextRequest::Json::Schema;
    const QJsonObject given = format[QLatin1String("json_schema")].toObject();
    request.schema = model.shape == Model::Shape::Chat ? given[QLatin1String("schema")].toObject() : given;
}

} // namespace

std::variant<TextRequest, Failure> parseTextRequest(const QJsonObject& body, const Model& model, bool openAi)
{
    TextRequest request;
    request.openAi = openAi;
    request.question.model = model.id;

    const QJsonValue messages = body[QLatin1String("messages")];
    const QJsonValue prompt = body[QLatin1String("prompt")];
    const QJsonValue input = body[QLatin1String("input")];
    if (!messages.isUndefined() || openAi) {
        if (auto failure = messagesFailure(messages))
            return *failure;
        readMessages(messages.toArray(), request);
    } else if (prompt.isString() && !prompt.toString().isEmpty()) {
        request.form = TextRequest::Form::Prompt;
        request.question.prompt = prompt.toString();
        request.promptTokens = tokenCount(prompt.toString());
    } else if (model.id.contains(u"/gpt-oss-") && (input.isString() || input.isArray())) {
        request.form = TextRequest::Form::Responses;
        if (input.isString()) {
            request.question.prompt = input.toString();
            request.promptTokens = tokenCount(input.toString());
        } else {
            readMessages(input.toArray(), request);
        }
    } else {
        return badInput(
            QStringLiteral("oneOf at '/' not met, required properties at '/' are 'prompt' or 'messages'"));
    }
    if (auto failure = optionsFailure(body, model))
        return *failure;

    const QJsonValue completion = body[QLatin1String("max_completion_tokens")];
    const QJsonValue output = body[QLatin1String("max_output_tokens")];
    const QJsonValue most = completion.isDouble() ? completion
                            : output.isDouble()   ? output
                                                  : body[QLatin1String("max_tokens")];
    request.maxTokens = most.toInteger(model.shape == Model::Shape::Chat ? chatDefault : classicDefault);
    if (model.maxOutput > 0)
        request.maxTokens = std::min<qint64>(request.maxTokens, model.maxOutput);
    if (model.contextWindow > 0 && request.promptTokens >= model.contextWindow)
        return badInput(
            QStringLiteral("the prompt of about %1 tokens is longer than the context window of %2 tokens")
                .arg(request.promptTokens)
                .arg(model.contextWindow));

    request.stream = body[QLatin1String("stream")].toBool();
    request.reasons = wantsReasoning(body, model);
    const QJsonValue stop = body[QLatin1String("stop")];
    if (stop.isString())
        request.stop << stop.toString();
    for (const QJsonValue& word : stop.toArray())
        request.stop << word.toString();
    request.stop.removeAll(QString());
    readFormat(body, model, request);
    if (request.json != TextRequest::Json::No && request.stream && model.shape == Model::Shape::Classic)
        return badInput(QStringLiteral("JSON Mode cannot be combined with streaming"));
    return request;
}

} // namespace orangery::sandbox
