// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/chattools.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace orangery::chattools {

namespace {

using namespace Qt::StringLiterals;

constexpr QStringView modes[] = {u"auto", u"none", u"required"};

QString compact(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// Source: schemas of the classic models: parameters need type, properties and (older ones) required, and each
// property a description.
QJsonObject filledIn(QJsonObject schema)
{
    QJsonObject properties = schema.value(u"properties").toObject();
    for (auto property = properties.begin(); property != properties.end(); ++property) {
        QJsonObject facts = property->toObject();
        if (!facts.value(u"description").isString())
            facts.insert(u"description"_s, QString());
        *property = facts;
    }
    schema.insert(u"properties"_s, properties);
    if (!schema.value(u"type").isString())
        schema.insert(u"type"_s, u"object"_s);
    if (!schema.value(u"required").isArray())
        schema.insert(u"required"_s, QJsonArray());
    return schema;
}

const ToolDefinition* toolNamed(const ChatRequest& request, const QString& name)
{
    const auto tool = std::ranges::find(request.tools, name, &ToolDefinition::name);
    return tool == request.tools.end() ? nullptr : &*tool;
}

/// The one tool that a forced call must be of; none where several could be meant.
const ToolDefinition* onlyTool(const ChatRequest& request)
{
    if (request.toolChoice != u"required")
        return toolNamed(request, request.toolChoice);
    return request.tools.size() == 1 ? &request.tools.first() : nullptr;
}

bool areArgumentsOf(const QJsonObject& object, const ToolDefinition& tool)
{
    const QJsonObject known =
        QJsonDocument::fromJson(tool.parameters).object().value(u"properties").toObject();
    const QStringList names = object.keys();
    return std::ranges::all_of(names, [&](const QString& name) { return known.contains(name); });
}

std::optional<ToolCall> callIn(QJsonObject object, const ChatRequest& request)
{
    if (const QJsonValue function = object.value(u"function"); function.isObject())
        object = function.toObject();
    const QString name = object.value(u"name").toString();
    QJsonValue arguments = object.value(u"arguments");
    if (arguments.isUndefined())
        arguments = object.value(u"parameters");
    if (toolNamed(request, name)) {
        if (arguments.isObject())
            return ToolCall{{}, name, compact(arguments.toObject())};
        if (isValid(arguments.toString()))
            return ToolCall{{}, name, arguments.toString()};
    }
    const ToolDefinition* tool = onlyTool(request);
    if (tool && areArgumentsOf(object, *tool))
        return ToolCall{{}, tool->name, compact(object)};
    return std::nullopt;
}

QString withoutFence(const QString& text)
{
    const QString trimmed = text.trimmed();
    if (!trimmed.startsWith(u"```") || !trimmed.endsWith(u"```"))
        return trimmed;
    const qsizetype start = trimmed.indexOf(u'\n');
    return start < 0 ? trimmed : trimmed.mid(start, trimmed.size() - 3 - start);
}

} // namespace

QJsonArray definitions(const QList<ToolDefinition>& tools, Spelling spelling)
{
    QJsonArray definitions;
    for (const ToolDefinition& tool : tools) {
        if (tool.name.isEmpty())
            continue;
        QJsonObject parameters = QJsonDocument::fromJson(tool.parameters).object();
        if (parameters.isEmpty())
            parameters = {{u"type"_s, u"object"_s}, {u"properties"_s, QJsonObject()}};
        QJsonObject function{{u"name"_s, tool.name}};
        if (!tool.description.isEmpty() || spelling == Spelling::Flat)
            function.insert(u"description"_s, tool.description);
        if (spelling == Spelling::Flat) {
            function.insert(u"parameters"_s, filledIn(parameters));
            definitions.append(function);
        } else {
            function.insert(u"parameters"_s, parameters);
            definitions.append(QJsonObject{{u"type"_s, u"function"_s}, {u"function"_s, function}});
        }
    }
    return definitions;
}

QJsonValue choice(const QString& toolChoice)
{
    if (std::ranges::find(modes, QStringView(toolChoice)) != std::end(modes))
        return toolChoice;
    return QJsonObject{{u"type"_s, u"function"_s}, {u"function"_s, QJsonObject{{u"name"_s, toolChoice}}}};
}

bool isForced(const ChatRequest& request)
{
    return !request.tools.isEmpty() && !request.toolChoice.isEmpty() && request.toolChoice != u"auto" &&
           request.toolChoice != u"none";
}

QList<ToolCall> callsInText(const QString& text, const ChatRequest& request)
{
    const QJsonDocument document = QJsonDocument::fromJson(withoutFence(text).toUtf8());
    QJsonArray objects = document.array();
    if (document.isObject())
        objects = {document.object()};
    QList<ToolCall> calls;
    for (const QJsonValue& object : objects) {
        const auto call = object.isObject() ? callIn(object.toObject(), request) : std::nullopt;
        if (!call)
            return {};
        calls.append(*call);
    }
    return calls;
}

QString validArguments(const QString& arguments)
{
    return isValid(arguments) ? arguments : u"{}"_s;
}

bool isValid(const QString& arguments)
{
    return QJsonDocument::fromJson(arguments.toUtf8()).isObject();
}

void dropBroken(QList<ToolCall>& calls)
{
    calls.removeIf([](const ToolCall& call) { return !isValid(call.arguments); });
}

} // namespace orangery::chattools
