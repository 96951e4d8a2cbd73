// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"

#include <QJsonDocument>
#include <QJsonObject>

/// Models as the catalog describes them, with the parameters that decide how a task is written.
namespace orangery::test {

inline Model modelWith(const QString& id, const QList<Parameter>& parameters)
{
    Model model;
    model.id = id;
    model.parameters = ParameterSet(ParameterSet::Transport::Json, parameters);
    return model;
}

inline Parameter number(const QString& name, double minimum, double maximum,
                        Parameter::Type type = Parameter::Type::Number)
{
    Parameter parameter;
    parameter.name = name;
    parameter.type = type;
    parameter.minimum = minimum;
    parameter.maximum = maximum;
    return parameter;
}

inline Parameter whole(const QString& name, double minimum, double maximum)
{
    return number(name, minimum, maximum, Parameter::Type::Integer);
}

inline Parameter of(const QString& name, Parameter::Type type, const QStringList& choices = {})
{
    Parameter parameter;
    parameter.name = name;
    parameter.type = type;
    parameter.choices = choices;
    return parameter;
}

/// A model of the classic family (API.md §3.1 a).
inline Model classicModel()
{
    using Type = Parameter::Type;
    return modelWith(
        QStringLiteral("@cf/meta/llama-3.2-1b-instruct"),
        {of(QStringLiteral("messages"), Type::Structure), of(QStringLiteral("prompt"), Type::Text),
         of(QStringLiteral("raw"), Type::Boolean), of(QStringLiteral("stream"), Type::Boolean),
         whole(QStringLiteral("max_tokens"), 1, 100000), number(QStringLiteral("temperature"), 0, 5),
         number(QStringLiteral("top_p"), 0.001, 1), whole(QStringLiteral("top_k"), 1, 50),
         whole(QStringLiteral("seed"), 1, 9999999999.0), number(QStringLiteral("repetition_penalty"), 0, 2),
         number(QStringLiteral("frequency_penalty"), -2, 2),
         number(QStringLiteral("presence_penalty"), -2, 2),
         of(QStringLiteral("response_format"), Type::Structure),
         of(QStringLiteral("tools"), Type::Structure)});
}

/// A model of the chat-completions family (API.md §3.1 b).
inline Model chatStyleModel(const QString& id = QStringLiteral("@cf/zai-org/glm-5.2"))
{
    using Type = Parameter::Type;
    return modelWith(
        id,
        {of(QStringLiteral("messages"), Type::Structure), of(QStringLiteral("stream"), Type::Boolean),
         whole(QStringLiteral("max_tokens"), 1, 100000),
         whole(QStringLiteral("max_completion_tokens"), 1, 100000),
         number(QStringLiteral("temperature"), 0, 2), number(QStringLiteral("top_p"), 0, 1),
         of(QStringLiteral("stop"), Type::Structure), of(QStringLiteral("stream_options"), Type::Structure),
         of(QStringLiteral("tools"), Type::Structure), of(QStringLiteral("tool_choice"), Type::Structure),
         of(QStringLiteral("response_format"), Type::Structure),
         of(QStringLiteral("reasoning_effort"), Type::Choice),
         of(QStringLiteral("chat_template_kwargs"), Type::Structure)});
}

inline QJsonObject object(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace orangery::test
