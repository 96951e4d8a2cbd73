// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/chatfields.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace orangery::chatfields {

namespace {

QString textOfParts(const QJsonArray& parts)
{
    QString joined;
    for (const QJsonValue& part : parts) {
        if (part.isString())
            joined += part.toString();
        else
            joined += part.toObject().value(u"text").toString();
    }
    return joined;
}

bool isParts(const QJsonArray& array)
{
    return std::ranges::all_of(
        array, [](const QJsonValue& part) { return part.isString() || part.toObject().contains(u"text"); });
}

} // namespace

QString text(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Double: {
        const double number = value.toDouble();
        const bool isWhole = std::trunc(number) == number && std::abs(number) < 1e15;
        return isWhole ? QString::number(value.toInteger())
                       : QString::number(number, 'g', QLocale::FloatingPointShortest);
    }
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Array: {
        const QJsonArray array = value.toArray();
        return isParts(array) ? textOfParts(array)
                              : QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

QString reasoning(const QJsonObject& message)
{
    const QString reasoning = message.value(u"reasoning_content").toString();
    return reasoning.isEmpty() ? message.value(u"reasoning").toString() : reasoning;
}

std::optional<FinishReason> finishReason(const QJsonValue& value)
{
    const QString reason = value.toString();
    if (reason.isEmpty())
        return std::nullopt;
    if (reason == u"stop")
        return FinishReason::Stop;
    if (reason == u"length")
        return FinishReason::Length;
    if (reason == u"tool_calls" || reason == u"function_call")
        return FinishReason::ToolCalls;
    if (reason == u"content_filter")
        return FinishReason::ContentFilter;
    return FinishReason::Unknown;
}

} // namespace orangery::chatfields
