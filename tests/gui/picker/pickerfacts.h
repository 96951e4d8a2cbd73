// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/picker/pickerrow.h"
#include "workersai/catalogjob.h"

namespace orangery::test {

inline Model chatModel(const QString& id, double input, double output)
{
    Model model;
    model.id = id;
    model.task = QStringLiteral("Text Generation");
    model.neurons = {{PriceUnit::InputTokensPerMillion, input}, {PriceUnit::OutputTokensPerMillion, output}};
    return model;
}

inline Quota quotaWithLeft(double left)
{
    Quota quota;
    quota.allowance = Neurons::of(10000);
    quota.booked = Neurons::of(10000 - left);
    quota.isKnown = true;
    return quota;
}

/// A usual message of 1,000,000 tokens in and none out, so that a model's input price is its cost.
inline PickerFacts simpleFacts(double left, const QList<Model>& models)
{
    PickerFacts facts;
    facts.catalog.models = models;
    facts.quota = quotaWithLeft(left);
    facts.usual = {.promptTokens = 1'000'000, .completionTokens = 0};
    return facts;
}

/// The bundled catalog on the day of the pictures.
inline PickerFacts pictureFacts()
{
    PickerFacts facts;
    facts.catalog = bundledCatalog();
    facts.catalog.isLive = true;
    facts.catalog.date = QDateTime(QDate(2026, 11, 23), QTime(14, 2), Qt::UTC);
    facts.quota = quotaWithLeft(6584);
    facts.usual = {.promptTokens = 850, .completionTokens = 400};
    facts.favourites = {QStringLiteral("@cf/zai-org/glm-4.7-flash"),
                        QStringLiteral("@cf/google/gemma-4-26b-a4b-it")};
    return facts;
}

} // namespace orangery::test
