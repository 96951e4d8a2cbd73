// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/catalogreader.h"

#include "workersai/catalogfields.h"
#include "workersai/catalogjob.h"
#include "workersai/parametertable.h"
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
    for (const auto& field : catalogfields::flags)
        model.*field.member = entry.value(field.name).toBool(field.absent);
    for (const auto& field : catalogfields::numbers)
        model.*field.member = entry.value(field.name).toInt(field.absent);
    for (const auto& field : catalogfields::texts)
        model.*field.member = entry.value(field.name).toString();
    const QJsonArray languages = entry.value(u"languages").toArray();
    for (const QJsonValue& language : languages)
        model.languages.append(language.toString());
    if (const QDate end = QDate::fromString(entry.value(u"endsOn").toString(), Qt::ISODate); end.isValid())
        model.endsOn = end;
    model.reasoningEffort = readReasoningEffort(entry.value(u"reasoningEffort"));
    return model;
}

/// A day, or a moment of one; both UTC.
QDateTime readDate(const QString& text)
{
    if (text.size() > 10)
        return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
    return {QDate::fromString(text, Qt::ISODate), QTime(0, 0), QTimeZone::utc()};
}

QByteArray contentOf(const QString& resource)
{
    QFile file(resource);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
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
    const QJsonObject others = object.value(u"normalizes_to").toObject();
    for (auto other = others.begin(); other != others.end(); ++other) {
        if (effort.supported.contains(other->toString()))
            effort.normalizesTo.insert(other.key(), other->toString());
    }
    return effort;
}

Result<Catalog> readCatalogFile(const QByteArray& json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    if (root.value(u"format").toInt() != 1)
        return unreadable(QStringLiteral("not a catalog file of format 1"));
    Result<parametertable::Table> parameters = parametertable::fromJson(root.value(u"parameters").toObject());
    if (!parameters)
        return parameters.error();
    Catalog catalog;
    catalog.date = readDate(root.value(u"date").toString());
    catalog.isLive = root.value(u"live").toBool();
    const QJsonArray models = root.value(u"models").toArray();
    for (const QJsonValue& entry : models) {
        Result<Model> model = readModel(entry.toObject());
        if (!model)
            return model.error();
        model->parameters = parameters->value(model->id);
        catalog.models.append(*std::move(model));
    }
    return catalog;
}

Catalog bundledCatalog()
{
    initCatalogResource();
    Result<Catalog> catalog = readCatalogFile(contentOf(QStringLiteral(":/catalog/models.json")));
    if (!catalog)
        return {};
    const auto parameters = parametertable::readFile(contentOf(QStringLiteral(":/catalog/parameters.json")));
    for (Model& model : catalog->models) {
        if (parameters)
            model.parameters = parameters->value(model.id);
    }
    return *std::move(catalog);
}

} // namespace orangery
