// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/fieldrules.h"

#include "sandbox/errorrows.h"

#include <QJsonArray>
#include <algorithm>
#include <cmath>

namespace orangery::sandbox {

namespace {

using Type = FieldRule::Type;

bool isTexts(const QJsonValue& value)
{
    if (value.isString())
        return true;
    const QJsonArray items = value.toArray();
    return value.isArray() &&
           std::all_of(items.begin(), items.end(), [](const QJsonValue& item) { return item.isString(); });
}

bool isBytes(const QJsonArray& items)
{
    return std::all_of(items.begin(), items.end(), [](const QJsonValue& item) {
        const double number = item.toDouble(-1);
        return number >= 0 && number <= 255 && number == std::floor(number);
    });
}

bool hasType(const QJsonValue& value, Type type)
{
    switch (type) {
    case Type::Text:
        return value.isString();
    case Type::Texts:
        return isTexts(value);
    case Type::Number:
        return value.isDouble();
    case Type::Integer:
        return value.isDouble() && value.toDouble() == std::floor(value.toDouble());
    case Type::Boolean:
        return value.isBool();
    case Type::Object:
        return value.isObject();
    case Type::List:
        return value.isArray();
    case Type::Picture:
        return value.isString() || (value.isArray() && isBytes(value.toArray()));
    case Type::Any:
        break;
    }
    return true;
}

const char* nameOf(Type type)
{
    switch (type) {
    case Type::Text:
        return "string";
    case Type::Texts:
        return "string,array";
    case Type::Number:
        return "number";
    case Type::Integer:
        return "integer";
    case Type::Boolean:
        return "boolean";
    case Type::Object:
        return "object";
    case Type::List:
        return "array";
    case Type::Picture:
        return "string,array";
    case Type::Any:
        break;
    }
    return "any";
}

bool isNumeric(Type type)
{
    return type == Type::Number || type == Type::Integer;
}

bool fitsRange(const QJsonValue& value, const FieldRule& rule)
{
    double measure = 0;
    if (isNumeric(rule.type))
        measure = value.toDouble();
    else if (value.isString())
        measure = rule.type == Type::Text ? static_cast<double>(value.toString().size()) : 1;
    else if (value.isArray())
        measure = static_cast<double>(value.toArray().size());
    else
        return true;
    return measure >= rule.least.value_or(measure) && measure <= rule.most.value_or(measure);
}

QString rangeText(const FieldRule& rule)
{
    if (rule.least && rule.most)
        return QStringLiteral("between %1 and %2").arg(*rule.least).arg(*rule.most, 0, 'g', 12);
    return rule.least ? QStringLiteral("at least %1").arg(*rule.least)
                      : QStringLiteral("at most %1").arg(rule.most.value_or(0), 0, 'g', 12);
}

QJsonObject schemaOf(const FieldRule& rule)
{
    QJsonObject schema;
    const auto limit = [&](const QString& least, const QString& most) {
        if (rule.least)
            schema[least] = *rule.least;
        if (rule.most)
            schema[most] = *rule.most;
    };
    const QString type = QString::fromLatin1(nameOf(rule.type));
    if (rule.type == Type::Texts || rule.type == Type::Picture) {
        const QString item = rule.type == Type::Texts ? QStringLiteral("string") : QStringLiteral("number");
        QJsonObject list{{QStringLiteral("type"), QStringLiteral("array")},
                         {QStringLiteral("items"), QJsonObject{{QStringLiteral("type"), item}}}};
        if (rule.most)
            list[QStringLiteral("maxItems")] = *rule.most;
        schema[QStringLiteral("oneOf")] =
            QJsonArray{QJsonObject{{QStringLiteral("type"), QStringLiteral("string")}}, list};
    } else if (rule.type != Type::Any) {
        schema[QStringLiteral("type")] =
            rule.isNullable ? QJsonValue(QJsonArray{type, QStringLiteral("null")}) : QJsonValue(type);
    }
    if (isNumeric(rule.type))
        limit(QStringLiteral("minimum"), QStringLiteral("maximum"));
    else if (rule.type == Type::Text)
        limit(QStringLiteral("minLength"), QStringLiteral("maxLength"));
    else if (rule.type == Type::List)
        limit(QStringLiteral("minItems"), QStringLiteral("maxItems"));
    if (!rule.fallback.isUndefined())
        schema[QStringLiteral("default")] = rule.fallback;
    if (!rule.allowed.isEmpty())
        schema[QStringLiteral("enum")] = QJsonArray::fromStringList(rule.allowed);
    return schema;
}

} // namespace

FieldRule rule(const char* name, FieldRule::Type type, std::optional<double> least,
               std::optional<double> most, const QJsonValue& fallback)
{
    return {
        .name = QString::fromLatin1(name), .type = type, .least = least, .most = most, .fallback = fallback};
}

FieldRule required(FieldRule field)
{
    field.isRequired = true;
    return field;
}

const FieldRule* FieldRules::field(const QString& name) const
{
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const FieldRule& rule) { return rule.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

std::optional<Failure> bodyFailure(const QJsonObject& body, const FieldRules& rules)
{
    const bool hasOne = std::any_of(rules.oneOf.begin(), rules.oneOf.end(),
                                    [&](const QString& name) { return body.contains(name); });
    if (!rules.oneOf.isEmpty() && !hasOne)
        return badInput(QStringLiteral("oneOf at '/' not met, required properties at '/' are '%1'")
                            .arg(rules.oneOf.join(QStringLiteral("' or '"))));
    for (const FieldRule& rule : rules.fields) {
        const QJsonValue value = body[rule.name];
        if (value.isUndefined()) {
            if (rule.isRequired)
                return badInput(QStringLiteral("required properties at '/' are '%1'").arg(rule.name));
            continue;
        }
        if (value.isNull() && rule.isNullable)
            continue;
        if (!hasType(value, rule.type))
            return badInput(QStringLiteral("Type mismatch of '/%1', '%2' not in '%3'")
                                .arg(rule.name,
                                     value.isArray()    ? QStringLiteral("array")
                                     : value.isObject() ? QStringLiteral("object")
                                     : value.isString() ? QStringLiteral("string")
                                     : value.isDouble() ? QStringLiteral("number")
                                     : value.isBool()   ? QStringLiteral("boolean")
                                                        : QStringLiteral("null"),
                                     QString::fromLatin1(nameOf(rule.type))));
        if (!fitsRange(value, rule))
            return badInput(
                QStringLiteral("Length or value of '/%1' must be %2").arg(rule.name, rangeText(rule)));
        if (!rule.allowed.isEmpty() && !rule.allowed.contains(value.toString()))
            return badInput(QStringLiteral("'/%1' must be one of '%2'")
                                .arg(rule.name, rule.allowed.join(QStringLiteral("', '"))));
    }
    return std::nullopt;
}

QJsonObject schemaOf(const FieldRules& rules)
{
    QJsonObject properties;
    QJsonArray required;
    for (const FieldRule& rule : rules.fields) {
        properties[rule.name] = schemaOf(rule);
        if (rule.isRequired)
            required.append(rule.name);
    }
    QJsonObject schema{{QStringLiteral("type"), QStringLiteral("object")},
                       {QStringLiteral("properties"), properties}};
    if (!required.isEmpty())
        schema[QStringLiteral("required")] = required;
    if (!rules.oneOf.isEmpty()) {
        QJsonArray choices;
        for (const QString& name : rules.oneOf)
            choices.append(QJsonObject{{QStringLiteral("required"), QJsonArray{name}}});
        schema[QStringLiteral("anyOf")] = choices;
    }
    return schema;
}

} // namespace orangery::sandbox
