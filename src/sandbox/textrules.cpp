// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/textrules.h"

#include "sandbox/errorrows.h"

#include <QStringList>
#include <cmath>

namespace orangery::sandbox {

namespace {

struct Range
{
    const char* name;
    double least;
    double most;
    bool whole;
};

constexpr Range classicRanges[] = {
    {"max_tokens", 1, 1e9, true},        {"temperature", 0, 5, false},
    {"top_p", 0.001, 1, false},          {"top_k", 1, 50, true},
    {"seed", 1, 9999999999.0, true},     {"repetition_penalty", 0, 2, false},
    {"frequency_penalty", -2, 2, false}, {"presence_penalty", -2, 2, false},
};

constexpr Range chatRanges[] = {
    {"max_tokens", 1, 1e9, true}, {"max_completion_tokens", 1, 1e9, true}, {"temperature", 0, 2, false},
    {"top_p", 0, 1, false},       {"frequency_penalty", -2, 2, false},     {"presence_penalty", -2, 2, false},
};

template <std::size_t N>
std::optional<Failure> outOfRange(const QJsonObject& body, const Range (&ranges)[N])
{
    for (const Range& range : ranges) {
        const QJsonValue value = body[QLatin1String(range.name)];
        if (value.isUndefined())
            continue;
        const double number = value.toDouble();
        const bool fits = value.isDouble() && number >= range.least && number <= range.most &&
                          (!range.whole || number == std::floor(number));
        if (!fits)
            return badInput(QStringLiteral("'/%1' must be between %2 and %3")
                                .arg(QLatin1String(range.name))
                                .arg(range.least)
                                .arg(range.most));
    }
    return std::nullopt;
}

} // namespace

std::optional<Failure> optionsFailure(const QJsonObject& body, const Model& model)
{
    const QJsonValue stream = body[QLatin1String("stream")];
    if (!stream.isUndefined() && !stream.isBool())
        return badInput(QStringLiteral("'/stream' must be boolean"));

    if (model.shape == Model::Shape::Chat) {
        // The schema of this family knows no empty and no null members.
        for (const char* name :
             {"response_format", "tool_choice", "stream_options", "chat_template_kwargs"}) {
            const QJsonValue value = body[QLatin1String(name)];
            if (value.isNull() || (value.isObject() && value.toObject().isEmpty()))
                return badInput(QStringLiteral("anyOf at '/' not met"));
        }
        const QJsonValue format = body[QLatin1String("response_format")];
        if (format[QLatin1String("type")] == QLatin1String("json_schema") &&
            !format[QLatin1String("json_schema")][QLatin1String("name")].isString())
            return badInput(
                QStringLiteral("anyOf at '/' not met, required properties at '/response_format/json_schema' "
                               "are 'name'"));
        if (body[QLatin1String("stop")].toArray().size() > 4)
            return badInput(QStringLiteral("'/stop' takes at most 4 items"));
        if (auto failure = outOfRange(body, chatRanges))
            return failure;
    } else if (auto failure = outOfRange(body, classicRanges)) {
        return failure;
    }
    if (!body[QLatin1String("tools")].isUndefined() && !model.tools)
        return badInput(QStringLiteral("this model does not support tools"));
    if (!body[QLatin1String("lora")].isUndefined() && !model.lora)
        return errorRow(5005);
    return std::nullopt;
}

std::optional<Failure> messagesFailure(const QJsonValue& messages)
{
    static const QStringList roles{QStringLiteral("system"), QStringLiteral("developer"),
                                   QStringLiteral("user"), QStringLiteral("assistant"),
                                   QStringLiteral("tool")};
    if (!messages.isArray() || messages.toArray().isEmpty())
        return badInput(QStringLiteral("oneOf at '/' not met, '/messages' must be an array with items"));
    int index = 0;
    for (const QJsonValue& message : messages.toArray()) {
        const QString place = QStringLiteral("'/messages/%1").arg(index++);
        const QString role = message[QLatin1String("role")].toString();
        if (!roles.contains(role))
            return badInput(QStringLiteral("oneOf at '/' not met, %1/role' is not a role").arg(place));
        const QJsonValue content = message[QLatin1String("content")];
        const bool calls = role == u"assistant" && message[QLatin1String("tool_calls")].isArray();
        if (!content.isString() && !content.isArray() && !calls)
            return badInput(
                QStringLiteral("oneOf at '/' not met, %1/content' must be string or array").arg(place));
    }
    return std::nullopt;
}

} // namespace orangery::sandbox
