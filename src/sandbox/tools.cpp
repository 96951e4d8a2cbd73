// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/tools.h"

#include "sandbox/errorrows.h"
#include "sandbox/jsonsample.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <algorithm>

namespace orangery::sandbox {

namespace {

Failure toolFailure(int index, const QString& what)
{
    return badInput(QStringLiteral("anyOf at '/tools/%1' not met, %2").arg(index).arg(what));
}

/// The classic schemas demand a description of the function and of every parameter, the chat-style ones only
/// a name.
std::optional<Failure> classicToolFailure(const QJsonValue& function, int index)
{
    const QJsonValue parameters = function[QLatin1String("parameters")];
    const QJsonValue properties = parameters[QLatin1String("properties")];
    if (!function[QLatin1String("description")].isString())
        return toolFailure(index, QStringLiteral("required properties are 'description'"));
    if (!parameters[QLatin1String("type")].isString() || !properties.isObject())
        return toolFailure(index, QStringLiteral("'parameters' needs type and properties"));
    for (const QJsonValue& property : properties.toObject()) {
        if (!property[QLatin1String("type")].isString() || !property[QLatin1String("description")].isString())
            return toolFailure(index, QStringLiteral("every parameter needs type and description"));
    }
    return std::nullopt;
}

std::variant<Tool, Failure> readTool(const QJsonValue& value, int index, const Model& model)
{
    const bool isWrapped = value[QLatin1String("function")].isObject();
    if (isWrapped && !value[QLatin1String("type")].isString())
        return toolFailure(index, QStringLiteral("required properties are 'type'"));
    if (!isWrapped && model.shape == Model::Shape::Chat)
        return toolFailure(index, QStringLiteral("required properties are 'type' and 'function'"));
    const QJsonValue function = isWrapped ? value[QLatin1String("function")] : value;
    const QString name = function[QLatin1String("name")].toString();
    if (name.isEmpty())
        return toolFailure(index, QStringLiteral("required properties are 'name'"));
    if (model.shape == Model::Shape::Classic) {
        if (auto failure = classicToolFailure(function, index))
            return *failure;
    }
    const QJsonValue parameters = function[QLatin1String("parameters")];
    if (!parameters.isUndefined() && !parameters.isObject())
        return toolFailure(index, QStringLiteral("'parameters' must be object"));
    return Tool{name, parameters.toObject()};
}

std::optional<Failure> readChoice(const QJsonValue& choice, ToolOffer& offer)
{
    if (choice.isUndefined())
        return std::nullopt;
    if (choice.isString()) {
        const QString word = choice.toString();
        offer.isWanted = word != u"none";
        offer.isRequired = word == u"required";
        if (word != u"none" && word != u"auto" && word != u"required")
            return badInput(QStringLiteral("'/tool_choice' must be none, auto, required or a function"));
    } else {
        offer.forced = choice[QLatin1String("function")][QLatin1String("name")].toString();
        if (choice[QLatin1String("type")] != QLatin1String("function") || offer.forced.isEmpty())
            return badInput(QStringLiteral("anyOf at '/tool_choice' not met"));
        const bool known = std::any_of(offer.tools.begin(), offer.tools.end(),
                                       [&](const Tool& tool) { return tool.name == offer.forced; });
        if (!known)
            return badInput(QStringLiteral("'/tool_choice' names no tool of '/tools'"));
    }
    if (offer.mustCall() && offer.tools.empty())
        return badInput(QStringLiteral("'/tool_choice' needs '/tools'"));
    return std::nullopt;
}

/// "get_weather" is named by "get_weather", "get weather" and "Get-Weather".
bool isNamed(const QString& name, const QString& prompt)
{
    QString words = QRegularExpression::escape(name);
    words.replace(QRegularExpression(QStringLiteral("(_|\\\\-)+")), QStringLiteral("[ _-]?"));
    const QRegularExpression pattern(QStringLiteral("\\b%1\\b").arg(words),
                                     QRegularExpression::CaseInsensitiveOption |
                                         QRegularExpression::UseUnicodePropertiesOption);
    return pattern.match(prompt).hasMatch();
}

QString callId(const QString& modelId, const QString& prompt, const QString& name)
{
    const QByteArray hash = QCryptographicHash::hash((modelId + u'\n' + prompt + u'\n' + name).toUtf8(),
                                                     QCryptographicHash::Sha1);
    return QStringLiteral("chatcmpl-tool-") + QString::fromLatin1(hash.toHex().left(32));
}

} // namespace

std::variant<ToolOffer, Failure> readTools(const QJsonObject& body, const Model& model)
{
    const QJsonValue tools = body[QLatin1String("tools")];
    const bool asks = !tools.isUndefined() || !body[QLatin1String("functions")].isUndefined();
    if (asks && !model.tools)
        return badInput(QStringLiteral("this model does not support tools"));
    ToolOffer offer;
    int index = 0;
    for (const QJsonValue& value : tools.toArray()) {
        auto tool = readTool(value, index++, model);
        if (const auto* failure = std::get_if<Failure>(&tool))
            return *failure;
        offer.tools.push_back(std::get<Tool>(std::move(tool)));
    }
    if (auto failure = readChoice(body[QLatin1String("tool_choice")], offer))
        return *failure;
    offer.isParallel = body[QLatin1String("parallel_tool_calls")].toBool(true);
    return offer;
}

std::vector<ToolCall> callsFor(const ToolOffer& offer, const QString& prompt, const QString& modelId)
{
    std::vector<ToolCall> calls;
    const auto call = [&](const Tool& tool) {
        const QJsonValue arguments = sampleFor(tool.parameters, prompt).value_or(QJsonObject());
        calls.push_back({callId(modelId, prompt, tool.name), tool.name, arguments.toObject()});
    };
    for (const Tool& tool : offer.tools) {
        const bool isDue = offer.forced.isEmpty() ? isNamed(tool.name, prompt) : tool.name == offer.forced;
        if (offer.isWanted && isDue && (offer.isParallel || calls.empty()))
            call(tool);
    }
    if (calls.empty() && offer.isRequired)
        call(offer.tools.front());
    return calls;
}

} // namespace orangery::sandbox
