// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/analytics.h"

#include "sandbox/accounts.h"
#include "sandbox/envelope.h"
#include "sandbox/graphquery.h"
#include "sandbox/jsonwriter.h"
#include "sandbox/usagetypes.h"

#include <QJsonDocument>
#include <algorithm>
#include <map>

namespace orangery::sandbox {

namespace {

struct Group
{
    qint64 count = 0;
    double neurons = 0;
    qint64 input = 0;
    qint64 output = 0;
    qint64 milliseconds = 0;
};
using Key = std::pair<QString, QString>; // date, model; empty when not asked for

Reply refusal(const QString& message)
{
    const QByteArray error = ObjectWriter().string("message", message).raw("path", "null").bytes();
    return jsonReply(
        200, ObjectWriter().raw("data", "null").raw("errors", ArrayWriter().raw(error).bytes()).bytes());
}

bool passes(const LedgerRow& row, const QJsonObject& filter)
{
    const QString date = row.at.date().toString(Qt::ISODate);
    const auto day = [&](const char* key) { return filter[QLatin1String(key)].toString(date); };
    const auto moment = [&](const char* key) {
        return QDateTime::fromString(filter[QLatin1String(key)].toString(), Qt::ISODate);
    };
    if (date != day("date") || date < day("date_geq") || date > day("date_leq"))
        return false;
    const QDateTime from = moment("datetime_geq");
    const QDateTime to = moment("datetime_leq");
    const QDateTime before = moment("datetime_lt");
    return !(from.isValid() && row.at < from) && !(to.isValid() && row.at > to) &&
           !(before.isValid() && row.at >= before);
}

QString orderOf(const GraphField& groups)
{
    const QJsonValue order = groups.arguments[QLatin1String("orderBy")];
    return order.isArray() ? order.toArray().first().toString() : order.toString();
}

QString unknownField(const GraphField& groups)
{
    const auto check = [](const GraphField* parent, const QStringList& known) {
        for (const GraphField& field : parent ? parent->fields : std::vector<GraphField>()) {
            if (!known.contains(field.name))
                return field.name;
        }
        return QString();
    };
    for (const GraphField& field : groups.fields) {
        if (field.name != u"count" && field.name != u"sum" && field.name != u"dimensions")
            return field.name;
    }
    const QString inSum = check(groups.field(QStringLiteral("sum")), usagetypes::sums());
    if (!inSum.isEmpty())
        return inSum;
    const QStringList filters = groups.arguments[QLatin1String("filter")].toObject().keys();
    for (const QString& key : filters) {
        if (!usagetypes::filters().contains(key))
            return key;
    }
    if (const QString order = orderOf(groups); !order.isEmpty() && !usagetypes::orders().contains(order))
        return order;
    return check(groups.field(QStringLiteral("dimensions")), usagetypes::dimensions());
}

QJsonObject groupObject(const GraphField& selection, const Key& key, const Group& group)
{
    QJsonObject object;
    for (const GraphField& field : selection.fields) {
        if (field.name == u"count") {
            object[field.alias] = group.count;
            continue;
        }
        QJsonObject inner;
        for (const GraphField& member : field.fields) {
            if (member.name == u"totalNeurons")
                inner[member.alias] = group.neurons;
            else if (member.name == u"totalInputTokens")
                inner[member.alias] = group.input;
            else if (member.name == u"totalOutputTokens")
                inner[member.alias] = group.output;
            else if (member.name == u"totalInferenceTimeMs")
                inner[member.alias] = group.milliseconds;
            else
                inner[member.alias] = member.name == u"date" ? key.first : key.second;
        }
        object[field.alias] = inner;
    }
    return object;
}

QJsonArray groupsOf(const GraphField& selection, const State& state)
{
    const GraphField* dimensions = selection.field(QStringLiteral("dimensions"));
    const bool byDate = dimensions && dimensions->field(QStringLiteral("date"));
    const bool byModel = dimensions && dimensions->field(QStringLiteral("modelId"));
    std::map<Key, Group> groups;
    for (const LedgerRow& row : state.ledger().rows()) {
        if (!passes(row, selection.arguments[QLatin1String("filter")].toObject()))
            continue;
        Group& group = groups[{byDate ? row.at.date().toString(Qt::ISODate) : QString(),
                               byModel ? row.model : QString()}];
        ++group.count;
        group.neurons += row.neurons;
        group.input += row.inputTokens;
        group.output += row.outputTokens;
        group.milliseconds += row.milliseconds;
    }
    std::vector<std::pair<Key, Group>> ordered(groups.begin(), groups.end());
    const QString order = orderOf(selection);
    if (order == u"date_DESC")
        std::reverse(ordered.begin(), ordered.end());
    else if (order.startsWith(u"sum_totalNeurons"))
        std::stable_sort(ordered.begin(), ordered.end(), [&](const auto& a, const auto& b) {
            return order.endsWith(u"DESC") ? a.second.neurons > b.second.neurons
                                           : a.second.neurons < b.second.neurons;
        });
    QJsonArray array;
    const int limit = selection.arguments[QLatin1String("limit")].toInt(100);
    for (const auto& [key, group] : ordered) {
        if (array.size() < limit)
            array.append(groupObject(selection, key, group));
    }
    return array;
}

} // namespace

Reply analytics(const ServerRequest& request, const State& state)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const auto fields =
        parseGraphQuery(body[QLatin1String("query")].toString(), body[QLatin1String("variables")].toObject());
    if (!fields)
        return refusal(QStringLiteral("the query could not be parsed"));
    QJsonObject data;
    for (const GraphField& root : *fields) {
        if (root.name == u"__type") {
            data[root.alias] = usagetypes::describe(root);
            continue;
        }
        if (root.name != u"viewer")
            return refusal(QStringLiteral("unknown field \"%1\"").arg(root.name));
        QJsonObject viewer;
        for (const GraphField& accounts : root.fields) {
            const QString tag =
                accounts.arguments[QLatin1String("filter")][QLatin1String("accountTag")].toString();
            if (accounts.name != u"accounts")
                return refusal(QStringLiteral("unknown field \"%1\"").arg(accounts.name));
            if (!state.options.analytics || tag != accountId)
                return refusal(
                    QStringLiteral("this token is not authorized to read analytics of that account"));
            QJsonObject account;
            for (const GraphField& groups : accounts.fields) {
                if (groups.name != u"aiInferenceAdaptiveGroups")
                    return refusal(QStringLiteral("unknown field \"%1\"").arg(groups.name));
                if (const QString unknown = unknownField(groups); !unknown.isEmpty())
                    return refusal(QStringLiteral("unknown field \"%1\"").arg(unknown));
                account[groups.alias] = groupsOf(groups, state);
            }
            viewer[accounts.alias] = QJsonArray{account};
        }
        data[root.alias] = viewer;
    }
    return jsonReply(200, ObjectWriter().raw("data", json(data)).raw("errors", "null").bytes());
}

} // namespace orangery::sandbox
