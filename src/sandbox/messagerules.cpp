// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/messagerules.h"

#include "sandbox/errorrows.h"

#include <QJsonDocument>
#include <QStringList>

namespace orangery::sandbox {

namespace {

bool isJsonText(const QJsonValue& arguments)
{
    return arguments.isString() && !QJsonDocument::fromJson(arguments.toString().toUtf8()).isNull();
}

/// A call that an earlier answer made, sent back.
std::optional<Failure> replayedCallFailure(const QJsonValue& call, const QString& place, const Model& model)
{
    const bool isFlat = call[QLatin1String("name")].isString();
    const QJsonValue function = isFlat ? call : call[QLatin1String("function")];
    const QJsonValue arguments = function[QLatin1String("arguments")];
    if (model.shape == Model::Shape::Chat &&
        (isFlat || !call[QLatin1String("id")].isString() ||
         call[QLatin1String("type")] != QLatin1String("function") || !arguments.isString()))
        return badInput(QStringLiteral("anyOf at '/' not met, %1' needs id, type and function").arg(place));
    if (!function[QLatin1String("name")].isString())
        return badInput(QStringLiteral("required properties at %1/function' are 'name'").arg(place));
    if (!arguments.isObject() && !isJsonText(arguments))
        return badInput(QStringLiteral("%1/function/arguments' is not valid JSON").arg(place));
    return std::nullopt;
}

std::optional<Failure> partFailure(const QJsonValue& part, const QString& place)
{
    const QString type = part[QLatin1String("type")].toString();
    if (type == u"text" && part[QLatin1String("text")].isString())
        return std::nullopt;
    if (type == u"image_url" && part[QLatin1String("image_url")][QLatin1String("url")].isString())
        return std::nullopt;
    return badInput(QStringLiteral("oneOf at '/' not met, %1' is no part").arg(place));
}

std::optional<Failure> messageFailure(const QJsonValue& message, const QString& place, const Model& model)
{
    static const QStringList roles{QStringLiteral("system"), QStringLiteral("developer"),
                                   QStringLiteral("user"), QStringLiteral("assistant"),
                                   QStringLiteral("tool")};
    const QString role = message[QLatin1String("role")].toString();
    if (!roles.contains(role))
        return badInput(QStringLiteral("oneOf at '/' not met, %1/role' is not a role").arg(place));
    const QJsonValue content = message[QLatin1String("content")];
    const QJsonValue calls = message[QLatin1String("tool_calls")];
    const bool isCalling = role == u"assistant" && calls.isArray();
    if (!content.isString() && !content.isArray() && !isCalling)
        return badInput(
            QStringLiteral("oneOf at '/' not met, %1/content' must be string or array").arg(place));
    if (role == u"tool" && model.shape == Model::Shape::Chat &&
        !message[QLatin1String("tool_call_id")].isString())
        return badInput(
            QStringLiteral("anyOf at '/' not met, required properties at %1' are 'tool_call_id'").arg(place));
    int index = 0;
    for (const QJsonValue& part : content.toArray()) {
        if (auto failure = partFailure(part, QStringLiteral("%1/content/%2").arg(place).arg(index++)))
            return failure;
    }
    index = 0;
    for (const QJsonValue& call : calls.toArray()) {
        const QString where = QStringLiteral("%1/tool_calls/%2").arg(place).arg(index++);
        if (auto failure = replayedCallFailure(call, where, model))
            return failure;
    }
    return std::nullopt;
}

} // namespace

std::optional<Failure> messagesFailure(const QJsonValue& messages, const Model& model)
{
    if (!messages.isArray() || messages.toArray().isEmpty())
        return badInput(QStringLiteral("oneOf at '/' not met, '/messages' must be an array with items"));
    int index = 0;
    for (const QJsonValue& message : messages.toArray()) {
        const QString place = QStringLiteral("'/messages/%1").arg(index++);
        if (auto failure = messageFailure(message, place, model))
            return failure;
    }
    return std::nullopt;
}

} // namespace orangery::sandbox
