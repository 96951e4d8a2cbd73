// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/usagetypes.h"

#include <QJsonArray>

namespace orangery::sandbox::usagetypes {

namespace {

QString scalarOf(const QString& field)
{
    if (field == u"totalNeurons")
        return QStringLiteral("float64");
    if (field.startsWith(u"total"))
        return QStringLiteral("uint64");
    if (field.startsWith(u"datetime"))
        return QStringLiteral("Time");
    return field.startsWith(u"date") ? QStringLiteral("Date") : QStringLiteral("string");
}

QJsonArray membersOf(const QStringList& names)
{
    QJsonArray members;
    for (const QString& name : names) {
        const QJsonObject scalar{{QStringLiteral("name"), scalarOf(name)},
                                 {QStringLiteral("kind"), QStringLiteral("SCALAR")},
                                 {QStringLiteral("ofType"), QJsonValue::Null}};
        const QJsonObject type{{QStringLiteral("name"), QJsonValue::Null},
                               {QStringLiteral("kind"), QStringLiteral("NON_NULL")},
                               {QStringLiteral("ofType"), scalar}};
        members.append(QJsonObject{{QStringLiteral("name"), name},
                                   {QStringLiteral("description"), QString()},
                                   {QStringLiteral("type"), name.contains(u'_') ? scalar : type}});
    }
    return members;
}

/// Only what the query selects, under the names that it gives.
QJsonValue selected(const QJsonValue& value, const std::vector<GraphField>& fields)
{
    if (value.isArray()) {
        QJsonArray array;
        for (const QJsonValue& item : value.toArray())
            array.append(selected(item, fields));
        return array;
    }
    if (!value.isObject() || fields.empty())
        return value;
    QJsonObject object;
    for (const GraphField& field : fields) {
        const QJsonValue member = value[field.name];
        object[field.alias] =
            member.isUndefined() ? QJsonValue(QJsonValue::Null) : selected(member, field.fields);
    }
    return object;
}

} // namespace

const QStringList& sums()
{
    static const QStringList names{QStringLiteral("totalNeurons"), QStringLiteral("totalInputTokens"),
                                   QStringLiteral("totalOutputTokens"),
                                   QStringLiteral("totalInferenceTimeMs")};
    return names;
}

const QStringList& dimensions()
{
    static const QStringList names{QStringLiteral("date"), QStringLiteral("modelId")};
    return names;
}

const QStringList& filters()
{
    static const QStringList names{QStringLiteral("date"),         QStringLiteral("date_geq"),
                                   QStringLiteral("date_leq"),     QStringLiteral("datetime_geq"),
                                   QStringLiteral("datetime_leq"), QStringLiteral("datetime_lt")};
    return names;
}

const QStringList& orders()
{
    static const QStringList names{QStringLiteral("sum_totalNeurons_DESC"),
                                   QStringLiteral("sum_totalNeurons_ASC"), QStringLiteral("date_DESC"),
                                   QStringLiteral("date_ASC")};
    return names;
}

QJsonValue describe(const GraphField& type)
{
    const QString prefix = QStringLiteral("AccountAiInferenceAdaptiveGroups");
    const QString name = type.arguments[QLatin1String("name")].toString();
    const bool isFilter = name == prefix + QStringLiteral("Filter_InputObject");
    if (!isFilter && name != prefix + QStringLiteral("Sum") && name != prefix + QStringLiteral("Dimensions"))
        return QJsonValue::Null;
    const QStringList& names = isFilter ? filters() : name.endsWith(u"Sum") ? sums() : dimensions();
    const QString list = isFilter ? QStringLiteral("inputFields") : QStringLiteral("fields");
    const QJsonObject whole{
        {QStringLiteral("name"), name},
        {QStringLiteral("kind"), isFilter ? QStringLiteral("INPUT_OBJECT") : QStringLiteral("OBJECT")},
        {list, membersOf(names)}};
    return selected(whole, type.fields);
}

} // namespace orangery::sandbox::usagetypes
