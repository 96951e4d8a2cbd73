// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/catalogreader.h"

#include "workersai/catalogjob.h"
#include "workersai/priceunits.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

// In the global namespace: the macro declares the function that rcc made for the static library.
static void initCatalogResource()
{
    Q_INIT_RESOURCE(catalog);
}

namespace orangery {

namespace {

Error unreadable(const QString& why)
{
    return Error::of(ErrorKind::InvalidAnswer, why);
}

Result<QHash<PriceUnit, double>> readPrices(const QJsonArray& prices)
{
    QHash<PriceUnit, double> neurons;
    for (const QJsonValue& value : prices) {
        const QJsonObject price = value.toObject();
        const QString name = price.value(u"unit").toString();
        const auto unit = priceUnitOfName(name);
        if (!unit || !price.value(u"neurons").isDouble())
            return unreadable(QStringLiteral("price unit \"%1\"").arg(name));
        neurons.insert(*unit, price.value(u"neurons").toDouble());
    }
    return neurons;
}

Result<Model> readModel(const QJsonObject& entry)
{
    Model model;
    model.id = entry.value(u"id").toString();
    if (model.id.isEmpty())
        return unreadable(QStringLiteral("an entry without an id"));
    Result<QHash<PriceUnit, double>> prices = readPrices(entry.value(u"prices").toArray());
    if (!prices)
        return prices.error();
    model.neurons = *std::move(prices);
    model.task = entry.value(u"task").toString();
    model.description = entry.value(u"description").toString();
    model.contextWindow = entry.value(u"contextWindow").toInt();
    model.maxOutputTokens = entry.value(u"maxOutputTokens").toInt();
    model.tools = entry.value(u"tools").toBool();
    model.vision = entry.value(u"vision").toBool();
    model.reasoning = entry.value(u"reasoning").toBool();
    model.lora = entry.value(u"lora").toBool();
    model.asyncQueue = entry.value(u"asyncQueue").toBool();
    model.partner = entry.value(u"partner").toBool();
    model.realtime = entry.value(u"realtime").toBool();
    model.paidPlanOnly = entry.value(u"paidPlanOnly").toBool();
    model.beta = entry.value(u"beta").toBool();
    model.terms = entry.value(u"terms").toBool();
    model.decisionModel = entry.value(u"decisionModel").toBool();
    model.listed = entry.value(u"listed").toBool(true);
    model.deprecated = entry.value(u"deprecated").toBool();
    model.replacement = entry.value(u"replacement").toString();
    if (const QDate end = QDate::fromString(entry.value(u"endsOn").toString(), Qt::ISODate); end.isValid())
        model.endsOn = end;
    model.reasoningEffort = readReasoningEffort(entry.value(u"reasoningEffort"));
    return model;
}

} // namespace

std::optional<ReasoningEffort> readReasoningEffort(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    ReasoningEffort effort;
    const QJsonArray supported = object.value(u"supported_efforts").toArray();
    for (const QJsonValue& level : supported) {
        if (const QString name = level.toString(); !name.isEmpty())
            effort.supported.append(name);
    }
    if (effort.supported.isEmpty())
        return std::nullopt;
    effort.byDefault = object.value(u"default_effort").toString();
    effort.isMandatory = object.value(u"mandatory").toBool();
    return effort;
}

Result<Catalog> readCatalogFile(const QByteArray& json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (root.value(u"format").toInt() != 1)
        return unreadable(QStringLiteral("not a catalog file of format 1"));
    Catalog catalog;
    const QDate date = QDate::fromString(root.value(u"date").toString(), Qt::ISODate);
    catalog.date = QDateTime(date, QTime(0, 0), QTimeZone::utc());
    const QJsonArray models = root.value(u"models").toArray();
    for (const QJsonValue& entry : models) {
        Result<Model> model = readModel(entry.toObject());
        if (!model)
            return model.error();
        catalog.models.append(*std::move(model));
    }
    return catalog;
}

Catalog bundledCatalog()
{
    initCatalogResource();
    QFile file(QStringLiteral(":/catalog/models.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    Result<Catalog> catalog = readCatalogFile(file.readAll());
    return catalog ? *std::move(catalog) : Catalog();
}

} // namespace orangery
