// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/textrequest.h"

#include "sandbox/chatpicture.h"
#include "sandbox/conversation.h"
#include "sandbox/errorrows.h"
#include "sandbox/jsonwriter.h"
#include "sandbox/messagerules.h"
#include "sandbox/textrules.h"
#include "sandbox/tokens.h"

namespace orangery::sandbox {

namespace {

// API.md §3.1: answers are cut off if a client forgets max_tokens.
constexpr qint64 classicDefault = 256;
constexpr qint64 chatDefault = 4096;

/// 1 … 4, from the level that the model makes of what was asked for. API.md §3.7.
int effortOf(const QString& asked, const Model& model)
{
    QString level =
        asked.isEmpty() ? model.reasoningEffort[QLatin1String("default_effort")].toString() : asked;
    const QJsonValue other = model.reasoningEffort[QLatin1String("normalizes_to")][level];
    if (other.isString())
        level = other.toString();
    if (level == u"low" || level == u"minimal")
        return 1;
    if (level == u"high")
        return 3;
    return level == u"max" || level == u"xhigh" ? 4 : 2;
}

bool wantsReasoning(const QJsonObject& body, const Model& model)
{
    if (model.reasoning == Model::Reasoning::None)
        return false;
    if (model.reasoning == Model::Reasoning::ThinkTags ||
        model.reasoningEffort[QLatin1String("mandatory")].toBool())
        return true;
    const QJsonValue kwargs = body[QLatin1String("chat_template_kwargs")];
    const QString asked = body[QLatin1String("reasoning_effort")].toString();
    const QString level = model.reasoningEffort[QLatin1String("normalizes_to")][asked].toString(asked);
    const bool switchedOff = level == u"none" ||
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
    // Natively a classic model takes the bare schema; OpenAI's wrapper would be a schema without a keyword.
    const bool mayBeWrapped = model.shape == Model::Shape::Chat || request.openAi;
    const bool isWrapped = mayBeWrapped && given[QLatin1String("schema")].isObject();
    request.schema = isWrapped ? given[QLatin1String("schema")].toObject() : given;
}

std::optional<Failure> readTurns(const QJsonArray& messages, const Model& model, TextRequest& request)
{
    auto read = readConversation(messages, model);
    if (const auto* failure = std::get_if<Failure>(&read))
        return *failure;
    auto& conversation = std::get<Conversation>(read);
    request.question = std::move(conversation.question);
    request.question.toolResults = std::move(conversation.toolResults);
    request.promptTokens += conversation.tokens;
    request.turns += conversation.turns;
    return std::nullopt;
}

void readPrompt(const QString& prompt, TextRequest& request)
{
    request.question.prompt = prompt;
    request.promptTokens += tokenCount(prompt);
    request.turns << prompt;
}

std::optional<Failure> readInput(const QJsonObject& body, const Model& model, TextRequest& request)
{
    const QJsonValue messages = body[QLatin1String("messages")];
    const QJsonValue input = body[QLatin1String("input")];
    if (!messages.isUndefined() || request.openAi) {
        if (auto failure = messagesFailure(messages, model))
            return failure;
        return readTurns(messages.toArray(), model, request);
    }
    if (const QString prompt = body[QLatin1String("prompt")].toString(); !prompt.isEmpty()) {
        request.form = TextRequest::Form::Prompt;
        readPrompt(prompt, request);
        return std::nullopt;
    }
    request.form = TextRequest::Form::Responses;
    if (input.isArray())
        return readTurns(input.toArray(), model, request);
    if (!input.isString())
        return badInput(QStringLiteral("oneOf at '/' not met, '/input' must be string or array"));
    readPrompt(input.toString(), request);
    return std::nullopt;
}

/// llama-3.2-vision takes a picture beside the messages, too.
std::optional<Failure> readImage(const QJsonValue& image, const Model& model, TextRequest& request)
{
    if (image.isUndefined() || !model.vision || model.shape == Model::Shape::Chat)
        return std::nullopt;
    const auto read = pictureOfMember(image);
    if (const auto* failure = std::get_if<Failure>(&read))
        return *failure;
    request.question.pictures << std::get<ChatPicture>(read).text();
    request.promptTokens += std::get<ChatPicture>(read).tokens();
    return std::nullopt;
}

std::optional<Failure> readOffer(const QJsonObject& body, const Model& model, TextRequest& request)
{
    auto offer = readTools(body, model);
    if (const auto* failure = std::get_if<Failure>(&offer))
        return *failure;
    request.tools = std::get<ToolOffer>(std::move(offer));
    if (!request.tools.tools.empty()) {
        const QString text = QString::fromUtf8(json(body[QLatin1String("tools")].toArray()));
        request.promptTokens += tokenCount(text) + tokensOfTurn;
        request.turns.prepend(text);
    }
    return std::nullopt;
}

qint64 mostTokens(const QJsonObject& body, const Model& model)
{
    const QJsonValue completion = body[QLatin1String("max_completion_tokens")];
    const QJsonValue output = body[QLatin1String("max_output_tokens")];
    const QJsonValue most = completion.isDouble() ? completion
                            : output.isDouble()   ? output
                                                  : body[QLatin1String("max_tokens")];
    const qint64 tokens = most.toInteger(model.shape == Model::Shape::Chat ? chatDefault : classicDefault);
    return model.maxOutput > 0 ? std::min<qint64>(tokens, model.maxOutput) : tokens;
}

} // namespace

std::variant<TextRequest, Failure> parseTextRequest(const QJsonObject& body, const Model& model, bool openAi)
{
    TextRequest request;
    request.openAi = openAi;
    if (auto failure = optionsFailure(body, model))
        return *failure;
    if (auto failure = readInput(body, model, request))
        return *failure;
    if (auto failure = readImage(body[QLatin1String("image")], model, request))
        return *failure;
    if (auto failure = readOffer(body, model, request))
        return *failure;
    request.question.model = model.id;
    request.maxTokens = mostTokens(body, model);
    if (model.contextWindow > 0 && request.promptTokens >= model.contextWindow)
        return badInput(
            QStringLiteral("the prompt of about %1 tokens is longer than the context window of %2 tokens")
                .arg(request.promptTokens)
                .arg(model.contextWindow));

    request.stream = body[QLatin1String("stream")].toBool();
    request.reasons = wantsReasoning(body, model);
    request.question.effort = effortOf(body[QLatin1String("reasoning_effort")].toString(), model);
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
