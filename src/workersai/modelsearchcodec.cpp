// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/modelsearchcodec.h"

#include "workersai/catalogreader.h"
#include "workersai/priceunits.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace orangery::modelsearchcodec {

namespace {

/// How far a converted dollar price may lie from the published neurons and still be the same price. The
/// dollars are rounded, small ones to a single digit (0.0005 for 41.14 neurons of @cf/openai/whisper), so
/// half a unit of their last digit counts, too, up to a limit that a new price will pass.
constexpr double sameWithin = 0.02;
constexpr double sameWhenRounded = 0.125;

struct FlagProperty
{
    QStringView id;
    bool Model::*flag = nullptr;
};

constexpr FlagProperty flagProperties[] = {
    {u"beta", &Model::beta},
    {u"lora", &Model::lora},
    {u"function_calling", &Model::tools},
    {u"reasoning", &Model::reasoning},
    {u"vision", &Model::vision},
    {u"async_queue", &Model::asyncQueue},
    {u"partner", &Model::partner},
    {u"realtime", &Model::realtime},
    {u"require_workers_paid", &Model::paidPlanOnly},
};

struct NumberProperty
{
    QStringView id;
    int Model::*number = nullptr;
};

constexpr NumberProperty numberProperties[] = {
    {u"context_window", &Model::contextWindow},
    {u"max_output_tokens", &Model::maxOutputTokens},
};

bool truth(const QJsonValue& value)
{
    return value.isBool() ? value.toBool() : value.toString().compare(u"true", Qt::CaseInsensitive) == 0;
}

double number(const QJsonValue& value, bool& isNumber)
{
    isNumber = value.isDouble();
    return isNumber ? value.toDouble() : value.toString().trimmed().toDouble(&isNumber);
}

/// One unit in the last digit of the shortest way to write `amount`.
double lastDigit(double amount)
{
    const QString written = QString::number(amount, 'e', QLocale::FloatingPointShortest);
    const QString mantissa = written.section(u'e', 0, 0);
    const int exponent = written.section(u'e', 1).toInt();
    return std::pow(10.0, exponent - mantissa.section(u'.', 1).size());
}

struct LivePrice
{
    double neurons;
    double rounding; ///< neurons that its rounding may have moved it
};

bool isSame(const LivePrice& price, double published)
{
    const double allowed =
        std::max(sameWithin * published, std::min(price.rounding, sameWhenRounded * published));
    return std::abs(price.neurons - published) <= allowed;
}

void readPrice(const QJsonArray& prices, Model& model)
{
    const QHash<PriceUnit, double> published = model.neurons;
    QHash<PriceUnit, LivePrice> live;
    for (const QJsonValue& value : prices) {
        const QJsonObject entry = value.toObject();
        const auto priced = pricedUnit(entry.value(u"unit").toString());
        const QString currency = entry.value(u"currency").toString(QStringLiteral("USD"));
        bool isNumber = false;
        const double usd = number(entry.value(u"price"), isNumber);
        if (!priced || !isNumber || !std::isfinite(usd) || usd < 0 || currency != u"USD" ||
            live.contains(priced->unit))
            continue;
        // The catalog has said 0 for a model that the price page sells (@cf/deepgram/aura-1, models.json).
        if (usd == 0 && !published.isEmpty())
            continue;
        const LivePrice price{neuronsOfUsd(usd * priced->factor),
                              neuronsOfUsd(lastDigit(usd) / 2 * priced->factor)};
        if (std::isfinite(price.neurons))
            live.insert(priced->unit, price);
    }
    for (auto price = live.cbegin(); price != live.cend(); ++price) {
        const auto known = published.constFind(price.key());
        if (known == published.constEnd() || !isSame(price.value(), *known))
            model.neurons.insert(price.key(), price->neurons);
    }
}

/// Names or codes, as the service has them; the bundled ones are the codes that the model takes.
QStringList languagesIn(const QString& list)
{
    QStringList languages;
    for (const QString& part : list.split(u','))
        languages.append(part.trimmed());
    languages.removeAll(QString());
    return languages;
}

void readProperty(const QString& id, const QJsonValue& value, Model& model)
{
    for (const FlagProperty& property : flagProperties) {
        if (id == property.id)
            model.*property.flag = truth(value);
    }
    for (const NumberProperty& property : numberProperties) {
        bool isNumber = false;
        const double amount = number(value, isNumber);
        if (id == property.id && isNumber && amount > 0 && amount < 1e9)
            model.*property.number = static_cast<int>(amount);
    }
    if (id == u"terms")
        model.terms = !value.toString().isEmpty() && value.toString() != u"false";
    else if (id == u"languages" && model.languages.isEmpty())
        model.languages = languagesIn(value.toString());
    else if (id == u"price")
        readPrice(value.toArray(), model);
    else if (id == u"reasoning_effort" && value.isObject())
        model.reasoningEffort = readReasoningEffort(value);
}

} // namespace

Model decode(const QJsonObject& item, const Model& known, QDate today)
{
    Model model = known;
    model.id = item.value(u"name").toString();
    model.listed = true;
    const QString task = item.value(u"task").toObject().value(u"name").toString();
    if (!task.isEmpty())
        model.task = task;
    const QString description = item.value(u"description").toString();
    if (!description.isEmpty())
        model.description = description;
    // an end that was announced, has passed and did not happen is none
    if (model.endsOn && *model.endsOn < today)
        model.endsOn.reset();

    const QJsonArray properties = item.value(u"properties").toArray();
    for (const QJsonValue& value : properties) {
        const QJsonObject property = value.toObject();
        const QString id = property.value(u"property_id").toString();
        readProperty(id, property.value(u"value"), model);
        if (id == u"planned_deprecation_date") {
            const QDate end = QDate::fromString(property.value(u"value").toString().left(10), Qt::ISODate);
            if (end.isValid())
                model.endsOn = end;
        }
    }
    model.deprecated = model.endsOn && *model.endsOn < today;
    // API.md §3.9: the author `cloudflare` makes decision models, which the catalog calls text generation
    if (model.maker() == u"cloudflare" && model.task == u"Text Generation")
        model.decisionModel = true;
    return model;
}

} // namespace orangery::modelsearchcodec
