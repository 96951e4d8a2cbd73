// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/answervalue.h"

#include "workersai/answerfacts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace orangery::answervalue {

QJsonValue result(const QByteArray& json, ServiceFacts& facts)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (document.isArray())
        return document.array();
    if (!document.isObject())
        return QJsonValue(QJsonValue::Undefined);
    const QJsonObject root = document.object();
    const QJsonValue result = root.contains(u"result") ? root.value(u"result") : root;
    answerfacts::readUsage(result[u"usage"], facts);
    answerfacts::readUsage(root.value(u"usage"), facts);
    return result;
}

std::optional<double> number(const QJsonValue& value)
{
    bool isNumber = value.isDouble();
    const double amount = isNumber ? value.toDouble() : value.toString().trimmed().toDouble(&isNumber);
    return isNumber && std::isfinite(amount) ? std::optional(amount) : std::nullopt;
}

} // namespace orangery::answervalue
