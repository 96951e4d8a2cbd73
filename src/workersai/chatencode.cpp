// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/chatcodec.h"

#include "workersai/chatmessages.h"
#include "workersai/chattools.h"
#include "workersai/mediarequest.h"
#include "workersai/modelquirks.h"
#include "workersai/publishedlimits.h"
#include "workersai/reasoningeffort.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace orangery::chatcodec {

namespace {

using publishedlimits::isChatStyle;

using namespace Qt::StringLiterals;

constexpr qsizetype mostStops = 4;
constexpr qsizetype longestName = 64; // of a JSON schema, as OpenAI's API has it

// What the request itself says; the budget counts on the lengths.
constexpr QStringView reserved[] = {u"messages", u"prompt",     u"raw",
                                    u"stream",   u"max_tokens", u"max_completion_tokens"};

/// The nearest number that the service does not refuse.
QVariant nearest(const ParameterSet& parameters, const QString& name, const QVariant& number)
{
    const Parameter* parameter = parameters.find(name);
    const auto range = publishedlimits::rangeOf(name, isChatStyle(parameters));
    if (!parameter || parameter->minimum || parameter->maximum || !range)
        return parameters.nearest(name, number);
    return std::clamp(number.toDouble(), range->least, range->most);
}

bool isNothing(const QJsonValue& value)
{
    return value.isNull() || value.isUndefined() || (value.isObject() && value.toObject().isEmpty()) ||
           (value.isString() && value.toString().isEmpty());
}

/// A body that holds only what the model takes and what is set: chat-style schemas refuse empty objects and
/// nulls for fields that they know (API.md §3.1).
class Body
{
public:
    explicit Body(const ParameterSet& parameters) : m_parameters(parameters) {}

    void set(const QString& name, const QJsonValue& value)
    {
        if (!isNothing(value) && m_parameters.takes(name))
            m_json.insert(name, value);
    }
    template <typename Number>
    void setNumber(const QString& name, const std::optional<Number>& number)
    {
        if (!number || !std::isfinite(static_cast<double>(*number)))
            return;
        set(name, QJsonValue::fromVariant(nearest(m_parameters, name, QVariant::fromValue(*number))));
    }
    /// Whatever the model is known to take.
    void force(const QString& name, const QJsonValue& value) { m_json.insert(name, value); }
    QJsonValue value(const QString& name) const { return m_json.value(name); }
    QByteArray json() const { return QJsonDocument(m_json).toJson(QJsonDocument::Compact); }

private:
    const ParameterSet& m_parameters;
    QJsonObject m_json;
};

void addInput(const ChatRequest& request, const Model& model, Body& body)
{
    if (request.messages.isEmpty() && !request.prompt.isEmpty() && model.parameters.takes(u"prompt")) {
        body.set(u"prompt"_s, request.prompt);
        if (request.raw)
            body.set(u"raw"_s, true);
        return;
    }
    QList<ChatMessage> messages = request.messages;
    if (messages.isEmpty() && !request.prompt.isEmpty())
        messages = {{ChatRole::User, request.prompt}};
    body.force(u"messages"_s, chatmessages::encode(messages, quirksOf(model.id)));
}

void addSampling(const ChatRequest& request, Body& body)
{
    body.setNumber(u"temperature"_s, request.temperature);
    body.setNumber(u"top_p"_s, request.topP);
    body.setNumber(u"top_k"_s, request.topK);
    body.setNumber(u"seed"_s, request.seed);
    body.setNumber(u"repetition_penalty"_s, request.repetitionPenalty);
    body.setNumber(u"frequency_penalty"_s, request.frequencyPenalty);
    body.setNumber(u"presence_penalty"_s, request.presencePenalty);
    QStringList stop = request.stop.mid(0, mostStops);
    stop.removeAll(QString());
    if (!stop.isEmpty())
        body.set(u"stop"_s, QJsonArray::fromStringList(stop));
}

void addTools(const ChatRequest& request, const ParameterSet& parameters, Body& body)
{
    if (request.toolChoice == u"none" && !parameters.takes(u"tool_choice"))
        return; // the only way to say so
    const auto spelling = isChatStyle(parameters) ? chattools::Spelling::OpenAi : chattools::Spelling::Flat;
    const QJsonArray definitions = chattools::definitions(request.tools, spelling);
    if (definitions.isEmpty())
        return;
    body.set(u"tools"_s, definitions);
    if (!request.toolChoice.isEmpty())
        body.set(u"tool_choice"_s, chattools::choice(request.toolChoice));
}

QString schemaName(const QString& wanted)
{
    QString name;
    for (const QChar c : wanted) {
        const bool isAllowed = c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_');
        name += isAllowed ? c : QChar(u'_');
    }
    return name.isEmpty() ? u"answer"_s : name.left(longestName);
}

void addJsonMode(const JsonMode& mode, const ParameterSet& parameters, Body& body)
{
    const QJsonObject schema = QJsonDocument::fromJson(mode.schema).object();
    if (!parameters.takes(u"response_format")) {
        body.set(u"guided_json"_s, schema.isEmpty() ? QJsonObject{{u"type"_s, u"object"_s}} : schema);
        return;
    }
    QJsonObject format{{u"type"_s, schema.isEmpty() ? u"json_object"_s : u"json_schema"_s}};
    if (!schema.isEmpty() && isChatStyle(parameters)) {
        format.insert(
            u"json_schema"_s,
            QJsonObject{{u"name"_s, schemaName(mode.name)}, {u"schema"_s, schema}, {u"strict"_s, true}});
    } else if (!schema.isEmpty()) {
        format.insert(u"json_schema"_s, schema);
    }
    body.set(u"response_format"_s, format);
}

void addReasoning(const ChatRequest& request, const Model& model, Body& body)
{
    if (!request.reasoningEffort || request.reasoningEffort->isEmpty())
        return;
    const ReasoningChoice choice = reasoningChoice(*request.reasoningEffort, model);
    body.set(u"reasoning_effort"_s, choice.effort);
    if (!choice.thinkingSwitch.isEmpty())
        body.set(u"chat_template_kwargs"_s, QJsonObject{{choice.thinkingSwitch, choice.isThinking}});
}

void addExtra(const QVariantMap& extra, Body& body)
{
    for (auto value = extra.cbegin(); value != extra.cend(); ++value) {
        if (std::ranges::find(reserved, QStringView(value.key())) != std::end(reserved))
            continue;
        QJsonValue json = QJsonValue::fromVariant(*value);
        const QJsonObject known = body.value(value.key()).toObject();
        if (json.isObject() && !known.isEmpty()) {
            QJsonObject merged = json.toObject();
            for (auto member = known.begin(); member != known.end(); ++member) {
                if (!merged.contains(member.key()))
                    merged.insert(member.key(), member.value());
            }
            json = merged;
        }
        body.set(value.key(), json);
    }
}

} // namespace

Result<void> check(const ChatRequest& request)
{
    for (const QString& name : {u"n"_s, u"best_of"_s}) {
        const auto answers = request.extra.constFind(name);
        if (answers != request.extra.cend() && answers->toDouble() != 1)
            return unusableInput(
                QCoreApplication::translate(
                    "ChatCodec", "Only one answer can be asked for at a time. Remove the parameter “%1”.")
                    .arg(name));
    }
    return {};
}

bool streams(const ChatRequest& request)
{
    return request.stream && !request.jsonMode;
}

QByteArray encode(const ChatRequest& request, const Model& model)
{
    const ParameterSet& parameters = model.parameters;
    Body body(parameters);
    addInput(request, model, body);
    const QString length =
        parameters.has(u"max_completion_tokens") ? u"max_completion_tokens"_s : u"max_tokens"_s;
    body.force(length, QJsonValue::fromVariant(parameters.nearest(length, qMax(1, request.maxTokens))));
    body.set(u"stream"_s, streams(request));
    if (streams(request) && parameters.has(u"stream_options"))
        body.set(u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}});
    addSampling(request, body);
    addTools(request, parameters, body);
    if (request.jsonMode)
        addJsonMode(*request.jsonMode, parameters, body);
    addReasoning(request, model, body);
    addExtra(request.extra, body);
    if (!request.lora.isEmpty() && (model.lora || parameters.takes(u"lora")))
        body.force(u"lora"_s, request.lora);
    if (request.rejectIfBusy)
        body.force(u"options"_s, QJsonObject{{u"rejectIfBusy"_s, true}});
    return body.json();
}

} // namespace orangery::chatcodec
