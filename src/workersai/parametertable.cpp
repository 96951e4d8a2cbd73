// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/parametertable.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <utility>

namespace orangery::parametertable {

namespace {

using namespace Qt::StringLiterals;
using Type = Parameter::Type;
using Transport = ParameterSet::Transport;

constexpr int format = 1;

constexpr std::array typeNames{
    std::pair(Type::Text, "text"_L1),     std::pair(Type::Integer, "integer"_L1),
    std::pair(Type::Number, "number"_L1), std::pair(Type::Boolean, "boolean"_L1),
    std::pair(Type::Choice, "choice"_L1), std::pair(Type::Base64, "base64"_L1),
    std::pair(Type::Bytes, "bytes"_L1),   std::pair(Type::File, "file"_L1),
    std::pair(Type::List, "list"_L1),     std::pair(Type::Structure, "structure"_L1)};

constexpr std::array transportNames{
    std::pair(Transport::Json, "json"_L1), std::pair(Transport::Form, "form"_L1),
    std::pair(Transport::RawAudio, "raw"_L1), std::pair(Transport::RawQuery, "rawQuery"_L1),
    std::pair(Transport::WebSocket, "webSocket"_L1)};

template <typename Names, typename Value>
QString nameOf(const Names& names, Value value)
{
    return std::ranges::find(names, value, [](const auto& row) { return row.first; })->second;
}

template <typename Names>
auto valueOf(const Names& names, const QJsonValue& name)
{
    const auto row =
        std::ranges::find(names, name.toString(), [](const auto& known) { return known.second; });
    return row == names.end() ? std::nullopt : std::optional(row->first);
}

template <typename T>
void write(QJsonObject& json, const QString& name, const std::optional<T>& value)
{
    if (value)
        json.insert(name, *value);
}

std::optional<double> number(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

std::optional<int> length(const QJsonValue& value)
{
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

QJsonObject parameterToJson(const Parameter& parameter)
{
    QJsonObject json;
    if (parameter.type != Type::Text)
        json.insert(u"type"_s, nameOf(typeNames, parameter.type));
    write(json, u"minimum"_s, parameter.minimum);
    write(json, u"maximum"_s, parameter.maximum);
    write(json, u"shortest"_s, parameter.shortest);
    write(json, u"longest"_s, parameter.longest);
    if (!parameter.choices.isEmpty())
        json.insert(u"choices"_s, QJsonArray::fromStringList(parameter.choices));
    if (parameter.standard.isValid())
        json.insert(u"standard"_s, QJsonValue::fromVariant(parameter.standard));
    if (parameter.isRequired)
        json.insert(u"required"_s, true);
    return json;
}

/// As the reader of schemas has it: a number's default is a double, a whole one's a qint64.
QVariant standard(const QJsonValue& value, Type type)
{
    if (value.isUndefined())
        return {};
    if (type == Type::Integer)
        return QVariant(value.toInteger());
    return type == Type::Number ? QVariant(value.toDouble()) : value.toVariant();
}

Result<Parameter> parameterFromJson(const QString& name, const QJsonObject& json)
{
    const auto type = valueOf(typeNames, json.value(u"type").toString(u"text"_s));
    if (!type)
        return Error::of(ErrorKind::InvalidAnswer, u"the type of parameter \"%1\""_s.arg(name));
    Parameter parameter;
    parameter.name = name;
    parameter.type = *type;
    parameter.minimum = number(json.value(u"minimum"));
    parameter.maximum = number(json.value(u"maximum"));
    parameter.shortest = length(json.value(u"shortest"));
    parameter.longest = length(json.value(u"longest"));
    const QJsonArray choices = json.value(u"choices").toArray();
    for (const QJsonValue& choice : choices)
        parameter.choices.append(choice.toString());
    parameter.standard = standard(json.value(u"standard"), *type);
    parameter.isRequired = json.value(u"required").toBool();
    return parameter;
}

QJsonObject setToJson(const ParameterSet& set)
{
    QJsonObject parameters;
    for (const Parameter& parameter : set.parameters())
        parameters.insert(parameter.name, parameterToJson(parameter));
    return {{u"transport"_s, nameOf(transportNames, set.transport())}, {u"parameters"_s, parameters}};
}

Result<ParameterSet> setFromJson(const QJsonObject& json)
{
    const auto transport = valueOf(transportNames, json.value(u"transport"));
    if (!transport)
        return Error::of(ErrorKind::InvalidAnswer, u"a transport of parameters"_s);
    QList<Parameter> parameters;
    const QJsonObject members = json.value(u"parameters").toObject();
    for (auto member = members.begin(); member != members.end(); ++member) {
        Result<Parameter> parameter = parameterFromJson(member.key(), member->toObject());
        if (!parameter)
            return parameter.error();
        parameters.append(*std::move(parameter));
    }
    return ParameterSet(*transport, parameters);
}

QByteArray compact(const QJsonObject& json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QByteArray quoted(const QString& name)
{
    // the names are the service's; a whole document is the one way to have Qt escape a string
    return QJsonDocument(QJsonArray{name}).toJson(QJsonDocument::Compact).chopped(1).mid(1);
}

QByteArray setText(const QJsonObject& set)
{
    QByteArray text = "  {\"transport\":" + quoted(set.value(u"transport").toString()) + ",\"parameters\":{";
    const QJsonObject parameters = set.value(u"parameters").toObject();
    for (auto parameter = parameters.begin(); parameter != parameters.end(); ++parameter) {
        text += parameter == parameters.begin() ? "\n   " : ",\n   ";
        text += quoted(parameter.key()) + ':' + compact(parameter->toObject());
    }
    return text + "}}";
}

} // namespace

QJsonObject toJson(const Table& table)
{
    QList<ParameterSet> known;
    QJsonArray sets;
    QJsonObject models;
    for (auto model = table.cbegin(); model != table.cend(); ++model) {
        qsizetype place = known.indexOf(*model);
        if (place < 0) {
            place = known.size();
            known.append(*model);
            sets.append(setToJson(*model));
        }
        models.insert(model.key(), place);
    }
    return {{u"models"_s, models}, {u"sets"_s, sets}};
}

Result<Table> fromJson(const QJsonObject& json)
{
    QList<ParameterSet> sets;
    const QJsonArray written = json.value(u"sets").toArray();
    for (const QJsonValue& value : written) {
        Result<ParameterSet> set = setFromJson(value.toObject());
        if (!set)
            return set.error();
        sets.append(*std::move(set));
    }
    Table table;
    const QJsonObject models = json.value(u"models").toObject();
    for (auto model = models.begin(); model != models.end(); ++model) {
        const int place = model->toInt(-1);
        if (place < 0 || place >= sets.size())
            return Error::of(ErrorKind::InvalidAnswer, u"the parameters of %1"_s.arg(model.key()));
        table.insert(model.key(), sets.at(place));
    }
    return table;
}

QByteArray writeFile(const Table& table)
{
    const QJsonObject json = toJson(table);
    QByteArray text = "{\n \"format\": " + QByteArray::number(format) + ",\n \"models\": {";
    const QJsonObject models = json.value(u"models").toObject();
    for (auto model = models.begin(); model != models.end(); ++model) {
        text += model == models.begin() ? "\n  " : ",\n  ";
        text += quoted(model.key()) + ": " + QByteArray::number(model->toInt());
    }
    text += "\n },\n \"sets\": [";
    const QJsonArray sets = json.value(u"sets").toArray();
    for (qsizetype i = 0; i < sets.size(); ++i)
        text += (i == 0 ? "\n" : ",\n") + setText(sets.at(i).toObject());
    return text + "\n ]\n}\n";
}

Result<Table> readFile(const QByteArray& file)
{
    const QJsonObject json = QJsonDocument::fromJson(file).object();
    if (json.value(u"format").toInt() != format)
        return Error::of(ErrorKind::InvalidAnswer, u"not a table of parameters of format 1"_s);
    return fromJson(json);
}

} // namespace orangery::parametertable
