// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/ratelimits.h"

#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>

namespace orangery {

namespace {

struct Limits
{
    QHash<QString, int> tasks;
    QHash<QString, int> models;
    int paidModels = 0;
};

QHash<QString, int> numbersIn(const QJsonObject& object)
{
    QHash<QString, int> numbers;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (entry->toInt() > 0)
            numbers.insert(entry.key(), entry->toInt());
    }
    return numbers;
}

Limits read()
{
    QFile file(QStringLiteral(":/catalog/limits.json"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject minute =
        QJsonDocument::fromJson(file.readAll()).object().value(u"requestsPerMinute").toObject();
    return {numbersIn(minute.value(u"tasks").toObject()), numbersIn(minute.value(u"models").toObject()),
            minute.value(u"paidTextGeneration").toInt()};
}

} // namespace

std::optional<RateLimit> rateLimitOf(const QString& task, const Model& model)
{
    static const Limits limits = read();
    if (const int own = limits.models.value(model.id); own > 0)
        return RateLimit{.perMinute = own, .isOfModel = true};
    if (model.paidPlanOnly && task == QLatin1String("Text Generation") && limits.paidModels > 0)
        return RateLimit{.perMinute = limits.paidModels, .isOfModel = true};
    if (const int shared = limits.tasks.value(task); shared > 0)
        return RateLimit{.perMinute = shared, .isOfModel = false};
    return std::nullopt;
}

} // namespace orangery
