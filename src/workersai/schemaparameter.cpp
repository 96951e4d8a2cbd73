// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/schemaparameter.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace orangery::schemaparameter {

namespace {

using namespace Qt::StringLiterals;
using Type = Parameter::Type;

// The step from a bound that is not itself allowed, for numbers that need not be whole.
constexpr double closeTo = 1e-6;

bool isMedia(const QString& name)
{
    constexpr std::array words{"image"_L1, "mask"_L1, "audio"_L1, "video"_L1};
    return std::ranges::any_of(words, [&](QLatin1String word) { return name.contains(word); });
}

bool isBase64(const QString& name, const QJsonObject& schema)
{
    const QString told = schema.value(u"description").toString().toLower();
    const bool isAddress = told.contains(u"data uri"_s) || told.contains(u"url"_s);
    return schema.value(u"contentEncoding").toString() == u"base64" || name.endsWith(u"b64"_s) ||
           name.endsWith(u"base64"_s) || (told.contains(u"base64"_s) && !isAddress);
}

QStringList choicesOf(const QJsonObject& schema)
{
    QStringList choices;
    const QJsonArray values =
        schema.contains(u"const") ? QJsonArray{schema.value(u"const")} : schema.value(u"enum").toArray();
    for (const QJsonValue& value : values) {
        if (value.isString())
            choices.append(value.toString());
    }
    choices.removeDuplicates();
    return choices;
}

Type typeOfArray(const QString& name, const QJsonObject& schema)
{
    const QString items = schema.value(u"items").toObject().value(u"type").toString();
    if (items == u"string")
        return Type::List;
    return (items == u"number" || items == u"integer") && isMedia(name) ? Type::Bytes : Type::Structure;
}

Type typeOf(const QString& name, const QJsonObject& schema)
{
    const QString type = schema.value(u"type").toString();
    if (isStream(schema) || (type == u"string" && schema.value(u"format").toString() == u"binary"))
        return Type::File;
    if (!choicesOf(schema).isEmpty())
        return Type::Choice;
    if (type == u"string")
        return isBase64(name, schema) ? Type::Base64 : Type::Text;
    if (type == u"integer")
        return Type::Integer;
    if (type == u"number")
        return Type::Number;
    if (type == u"boolean")
        return Type::Boolean;
    return type == u"array" ? typeOfArray(name, schema) : Type::Structure;
}

std::optional<double> bound(const QJsonObject& schema, const QString& inclusive, const QString& exclusive,
                            bool isWhole, double direction)
{
    std::optional<double> bound;
    if (const QJsonValue value = schema.value(inclusive); value.isDouble())
        bound = value.toDouble();
    if (const QJsonValue value = schema.value(exclusive); value.isDouble()) {
        const double limit = value.toDouble();
        const double next = limit + direction * (isWhole ? 1 : closeTo * std::max(1.0, std::abs(limit)));
        if (!bound || (next - *bound) * direction > 0)
            bound = next;
    }
    return bound;
}

std::optional<int> length(const QJsonValue& value)
{
    const double length = value.toDouble(-1);
    return length >= 0 && length < 2e9 ? std::optional(static_cast<int>(length)) : std::nullopt;
}

QVariant standardOf(const QJsonValue& value, const Parameter& parameter)
{
    switch (parameter.type) {
    case Type::Text: // a sentence is no setting: whoever asks has words of their own
        return value.isString() && !value.toString().contains(u' ') ? QVariant(value.toString()) : QVariant();
    case Type::Choice:
        return parameter.choices.contains(value.toString()) ? QVariant(value.toString()) : QVariant();
    case Type::Boolean:
        return value.isBool() ? QVariant(value.toBool()) : QVariant();
    case Type::Number:
        return value.isDouble() ? QVariant(value.toDouble()) : QVariant();
    case Type::Integer:
        return value.isDouble() && std::trunc(value.toDouble()) == value.toDouble()
                   ? QVariant(value.toInteger())
                   : QVariant();
    default:
        return {};
    }
}

Parameter readOne(const QString& name, const QJsonObject& schema)
{
    Parameter parameter;
    parameter.name = name;
    parameter.type = typeOf(name, schema);
    const bool isWhole = parameter.type == Type::Integer;
    if (isWhole || parameter.type == Type::Number) {
        parameter.minimum = bound(schema, u"minimum"_s, u"exclusiveMinimum"_s, isWhole, 1);
        parameter.maximum = bound(schema, u"maximum"_s, u"exclusiveMaximum"_s, isWhole, -1);
    } else if (parameter.type == Type::Text) {
        parameter.shortest = length(schema.value(u"minLength"));
        parameter.longest = length(schema.value(u"maxLength"));
    } else if (parameter.type == Type::List) {
        parameter.shortest = length(schema.value(u"minItems"));
        parameter.longest = length(schema.value(u"maxItems"));
        parameter.choices = choicesOf(schema.value(u"items").toObject());
    } else if (parameter.type == Type::Choice) {
        parameter.choices = choicesOf(schema);
    }
    parameter.standard = standardOf(schema.value(u"default"), parameter);
    return parameter;
}

/// Which of two kinds says more.
int rank(Type type)
{
    constexpr std::array order{Type::Structure, Type::Boolean, Type::Choice, Type::Integer, Type::Number,
                               Type::Text,      Type::List,    Type::File,   Type::Bytes,   Type::Base64};
    return static_cast<int>(std::ranges::find(order, type) - order.begin());
}

template <typename T, typename Choose>
std::optional<T> looser(const std::optional<T>& first, const std::optional<T>& second, Choose choose)
{
    return first && second ? std::optional<T>(choose(*first, *second)) : std::nullopt;
}

} // namespace

bool isStream(const QJsonObject& schema)
{
    const QJsonObject properties = schema.value(u"properties").toObject();
    return properties.size() == 2 && properties.contains(u"body") && properties.contains(u"contentType");
}

std::optional<Parameter> read(const QString& name, const QList<QJsonObject>& alternatives)
{
    std::optional<Parameter> parameter;
    bool hasText = false;
    for (const QJsonObject& schema : alternatives) {
        const Parameter one = readOne(name, schema);
        hasText |= one.type == Type::Text;
        parameter = parameter ? merged(*parameter, one) : one;
    }
    // A text beside a file's numbers or stream is that file, too (whisper-large-v3-turbo, API.md §8).
    if (parameter && hasText && (parameter->type == Type::Bytes || parameter->type == Type::File))
        parameter->type = Type::Base64;
    return parameter;
}

Parameter merged(const Parameter& first, const Parameter& second)
{
    if (first.type != second.type)
        return rank(first.type) > rank(second.type) ? first : second;
    const auto least = [](auto a, auto b) { return std::min(a, b); };
    const auto most = [](auto a, auto b) { return std::max(a, b); };
    Parameter merged = first;
    merged.minimum = looser(first.minimum, second.minimum, least);
    merged.maximum = looser(first.maximum, second.maximum, most);
    merged.shortest = looser(first.shortest, second.shortest, least);
    merged.longest = looser(first.longest, second.longest, most);
    if (first.choices.isEmpty() || second.choices.isEmpty())
        merged.choices.clear(); // one of two lists takes any text
    else
        merged.choices += second.choices;
    merged.choices.removeDuplicates();
    if (!merged.standard.isValid())
        merged.standard = second.standard;
    return merged;
}

} // namespace orangery::schemaparameter
