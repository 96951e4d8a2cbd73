// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parameterset.h"

#include "core/parametersentences.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace orangery {

namespace {

using Type = Parameter::Type;

// Beyond this not every whole number is a double, nor the same number to every reader of JSON.
constexpr double largestWhole = 9'007'199'254'740'992;

/// A number that is one already: a text of digits is none, as it would go out with its quotation marks.
std::optional<double> numberIn(const QVariant& value)
{
    switch (value.typeId()) {
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::Short:
    case QMetaType::UShort:
    case QMetaType::Long:
    case QMetaType::ULong:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
    case QMetaType::Float:
    case QMetaType::Double:
        break;
    default:
        return std::nullopt;
    }
    const double number = value.toDouble();
    return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

bool isText(const QVariant& value)
{
    return value.typeId() == QMetaType::QString;
}

bool isFile(const QVariant& value)
{
    return value.typeId() == QMetaType::QByteArray;
}

/// Code points, as JSON Schema counts them.
int charactersIn(const QString& text)
{
    const auto pairs = std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
    return static_cast<int>(text.size() - pairs);
}

QString firstCharacters(const QString& text, int count)
{
    qsizetype end = 0;
    for (; count > 0 && end < text.size(); --count)
        end += text.at(end).isHighSurrogate() && end + 1 < text.size() ? 2 : 1;
    return text.left(end);
}

bool isWithin(const Parameter& parameter, double number)
{
    return number >= parameter.minimum.value_or(-std::numeric_limits<double>::infinity()) &&
           number <= parameter.maximum.value_or(std::numeric_limits<double>::infinity());
}

bool isAsLongAs(const Parameter& parameter, int length)
{
    return length >= parameter.shortest.value_or(0) &&
           length <= parameter.longest.value_or(std::numeric_limits<int>::max());
}

bool isListOf(const Parameter& parameter, const QVariant& value)
{
    if (value.typeId() != QMetaType::QStringList && value.typeId() != QMetaType::QVariantList)
        return false;
    const QVariantList list = value.toList();
    return std::ranges::all_of(list, [&](const QVariant& item) {
        return isText(item) && (parameter.choices.isEmpty() || parameter.choices.contains(item.toString()));
    });
}

bool accepts(const Parameter& parameter, const QVariant& value)
{
    const std::optional<double> number = numberIn(value);
    switch (parameter.type) {
    case Type::Text: // a file may go as a data URI
        return isFile(value) || (isText(value) && isAsLongAs(parameter, charactersIn(value.toString())));
    case Type::Integer:
        return number && std::trunc(*number) == *number && std::abs(*number) <= largestWhole &&
               isWithin(parameter, *number);
    case Type::Number:
        return number && isWithin(parameter, *number);
    case Type::Boolean:
        return value.typeId() == QMetaType::Bool;
    case Type::Choice:
        return isText(value) && parameter.choices.contains(value.toString());
    case Type::Base64: // as text it is encoded already
        return (isFile(value) && !value.toByteArray().isEmpty()) ||
               (isText(value) && !value.toString().isEmpty());
    case Type::Bytes:
        return (isFile(value) && !value.toByteArray().isEmpty()) ||
               (value.typeId() == QMetaType::QVariantList && !value.toList().isEmpty());
    case Type::File:
        return isFile(value) && !value.toByteArray().isEmpty();
    case Type::List:
        return isListOf(parameter, value) && isAsLongAs(parameter, static_cast<int>(value.toList().size()));
    case Type::Structure:
        return value.isValid() && !value.isNull();
    }
    return false;
}

QVariant nearestNumber(const Parameter& parameter, const QVariant& value)
{
    bool isNumber = false;
    double number = value.toDouble(&isNumber);
    if (!isNumber || std::isnan(number))
        return parameter.standard;
    // a schema may say that the least is more than the most, which std::clamp must not be asked
    const double least = parameter.minimum.value_or(std::numeric_limits<double>::lowest());
    const double most = parameter.maximum.value_or(std::numeric_limits<double>::max());
    number = std::min(std::max(number, least), most);
    if (parameter.type == Type::Number)
        return number;
    number = std::min(std::max(std::round(number), std::ceil(least)), std::floor(most));
    return static_cast<qint64>(std::clamp(number, -largestWhole, largestWhole));
}

QVariant nearestChoice(const Parameter& parameter, const QVariant& value)
{
    const QString wanted = value.toString().trimmed();
    const auto found = std::ranges::find_if(parameter.choices, [&](const QString& choice) {
        return choice.compare(wanted, Qt::CaseInsensitive) == 0;
    });
    return found == parameter.choices.end() ? parameter.standard : QVariant(*found);
}

} // namespace

ParameterSet::ParameterSet(Transport transport, QList<Parameter> parameters)
    : m_transport(transport),
      m_parameters(std::move(parameters))
{}

const Parameter* ParameterSet::find(QStringView name) const
{
    const auto found = std::ranges::find(m_parameters, name, &Parameter::name);
    return found == m_parameters.end() ? nullptr : &*found;
}

Result<void> ParameterSet::check(const QVariantMap& values) const
{
    if (isEmpty())
        return {};
    Error error = Error::of(ErrorKind::InvalidInput);
    for (auto value = values.cbegin(); value != values.cend(); ++value) {
        const Parameter* parameter = find(value.key());
        if (parameter && accepts(*parameter, *value))
            continue;
        error.message =
            parameter ? parametersentences::wrong(*parameter) : parametersentences::unknown(value.key());
        return error;
    }
    for (const Parameter& parameter : m_parameters) {
        if (!parameter.isRequired || values.contains(parameter.name))
            continue;
        error.message = parametersentences::missing(parameter);
        return error;
    }
    return {};
}

QVariant ParameterSet::nearest(QStringView name, const QVariant& value) const
{
    const Parameter* parameter = find(name);
    if (!parameter || accepts(*parameter, value))
        return value;
    switch (parameter->type) {
    case Type::Integer:
    case Type::Number:
        return nearestNumber(*parameter, value);
    case Type::Boolean:
        return value.toBool();
    case Type::Choice:
        return nearestChoice(*parameter, value);
    case Type::Text:
        return firstCharacters(value.toString(),
                               parameter->longest.value_or(std::numeric_limits<int>::max()));
    case Type::List: {
        QStringList texts = value.toStringList();
        texts.removeIf([&](const QString& text) {
            return !parameter->choices.isEmpty() && !parameter->choices.contains(text);
        });
        return texts.mid(0, parameter->longest.value_or(-1));
    }
    case Type::Base64:
    case Type::Bytes:
    case Type::File:
    case Type::Structure:
        break;
    }
    return value;
}

} // namespace orangery
