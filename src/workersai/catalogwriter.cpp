// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/catalogwriter.h"

#include "workersai/catalogfields.h"
#include "workersai/parametertable.h"
#include "workersai/priceunits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace orangery {

namespace {

using namespace Qt::StringLiterals;

QJsonArray prices(const QHash<PriceUnit, double>& neurons)
{
    QJsonArray prices;
    for (auto price = neurons.cbegin(); price != neurons.cend(); ++price)
        prices.append(QJsonObject{{u"unit"_s, priceUnitName(price.key())}, {u"neurons"_s, *price}});
    return prices;
}

QJsonObject reasoningEffort(const ReasoningEffort& effort)
{
    QJsonObject others;
    for (auto other = effort.normalizesTo.cbegin(); other != effort.normalizesTo.cend(); ++other)
        others.insert(other.key(), *other);
    return {{u"supported_efforts"_s, QJsonArray::fromStringList(effort.supported)},
            {u"default_effort"_s, effort.byDefault},
            {u"mandatory"_s, effort.isMandatory},
            {u"normalizes_to"_s, others}};
}

QJsonObject entry(const Model& model)
{
    QJsonObject entry{{u"id"_s, model.id}};
    for (const auto& field : catalogfields::flags) {
        if (model.*field.member != field.absent)
            entry.insert(field.name, model.*field.member);
    }
    for (const auto& field : catalogfields::numbers) {
        if (model.*field.member != field.absent)
            entry.insert(field.name, model.*field.member);
    }
    for (const auto& field : catalogfields::texts) {
        if (const QString& text = model.*field.member; !text.isEmpty())
            entry.insert(field.name, text);
    }
    if (model.endsOn)
        entry.insert(u"endsOn"_s, model.endsOn->toString(Qt::ISODate));
    if (model.reasoningEffort)
        entry.insert(u"reasoningEffort"_s, reasoningEffort(*model.reasoningEffort));
    if (!model.languages.isEmpty())
        entry.insert(u"languages"_s, QJsonArray::fromStringList(model.languages));
    if (!model.neurons.isEmpty())
        entry.insert(u"prices"_s, prices(model.neurons));
    return entry;
}

} // namespace

QByteArray writeCatalogFile(const Catalog& catalog)
{
    QJsonArray models;
    parametertable::Table parameters;
    for (const Model& model : catalog.models) {
        models.append(entry(model));
        if (!model.parameters.isEmpty())
            parameters.insert(model.id, model.parameters);
    }
    const QJsonObject file{{u"format"_s, 1},
                           {u"date"_s, catalog.date.toUTC().toString(Qt::ISODateWithMs)},
                           {u"live"_s, catalog.isLive},
                           {u"models"_s, models},
                           {u"parameters"_s, parametertable::toJson(parameters)}};
    return QJsonDocument(file).toJson(QJsonDocument::Compact);
}

} // namespace orangery
