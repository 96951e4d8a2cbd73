// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/textrules.h"

#include "sandbox/errorrows.h"
#include "sandbox/taskrules.h"

namespace orangery::sandbox {

namespace {

/// The schema of the chat-style family knows no empty and no null objects.
std::optional<Failure> emptyObject(const QJsonObject& body)
{
    for (const char* name : {"response_format", "tool_choice", "stream_options", "chat_template_kwargs"}) {
        const QJsonValue value = body[QLatin1String(name)];
        if (value.isNull() || (value.isObject() && value.toObject().isEmpty()))
            return badInput(QStringLiteral("anyOf at '/' not met"));
    }
    return std::nullopt;
}

std::optional<Failure> formatFailure(const QJsonValue& format, const Model& model)
{
    if (format.isUndefined())
        return std::nullopt;
    const QString type = format[QLatin1String("type")].toString();
    const QJsonValue schema = format[QLatin1String("json_schema")];
    if (model.shape == Model::Shape::Chat && type == u"text")
        return std::nullopt;
    if (type != u"json_object" && type != u"json_schema")
        return badInput(QStringLiteral("'/response_format/type' must be json_object or json_schema"));
    if (type == u"json_schema" && !schema.isObject())
        return badInput(QStringLiteral("'/response_format/json_schema' must be object"));
    if (type == u"json_schema" && model.shape == Model::Shape::Chat &&
        !schema[QLatin1String("name")].isString())
        return badInput(QStringLiteral(
            "anyOf at '/' not met, required properties at '/response_format/json_schema' are 'name'"));
    return std::nullopt;
}

std::optional<Failure> serviceOptionsFailure(const QJsonValue& options)
{
    if (options.isUndefined())
        return std::nullopt;
    const QJsonValue reject = options[QLatin1String("rejectIfBusy")];
    if (!options.isObject() || !(reject.isUndefined() || reject.isBool()))
        return badInput(QStringLiteral("'/options/rejectIfBusy' must be boolean"));
    return std::nullopt;
}

} // namespace

std::optional<Failure> optionsFailure(const QJsonObject& body, const Model& model)
{
    if (model.shape == Model::Shape::Chat) {
        if (auto failure = emptyObject(body))
            return failure;
    }
    if (const FieldRules* rules = rulesOf(model)) {
        if (auto failure = bodyFailure(body, *rules))
            return failure;
    }
    if (auto failure = formatFailure(body[QLatin1String("response_format")], model))
        return failure;
    if (auto failure = serviceOptionsFailure(body[QLatin1String("options")]))
        return failure;
    if (!body[QLatin1String("lora")].isUndefined() && !model.lora)
        return errorRow(5005);
    return std::nullopt;
}

} // namespace orangery::sandbox
