// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picker/pickerrow.h"

#include "core/pricebook.h"

#include <QRegularExpression>
#include <algorithm>
#include <limits>
#include <tuple>

namespace orangery {

namespace {

PickerRow rowOf(const Model& model, const PickerFacts& facts)
{
    PickerRow row;
    row.model = model;
    row.isFavourite = facts.favourites.contains(model.id);
    row.left = facts.quota.left();
    row.usual = pricebook::chat(model, facts.usual);
    if (row.usual && !row.usual->isZero() && facts.quota.isKnown)
        row.moreToday = row.left.millionths() / row.usual->millionths();
    if (model.paidPlanOnly && facts.plan == Plan::Free)
        row.obstacle = PickerRow::Obstacle::PaidPlan;
    else if (row.moreToday == 0 && facts.quota.isHardLimit)
        row.obstacle = PickerRow::Obstacle::NeedsMore;
    return row;
}

} // namespace

QList<PickerRow> pickerRows(const PickerFacts& facts)
{
    QList<PickerRow> rows;
    const QList<Model> models = facts.catalog.chatModels();
    rows.reserve(models.size());
    for (const Model& model : models)
        rows.append(rowOf(model, facts));

    const auto key = [&](const PickerRow& row) {
        const qsizetype place = facts.favourites.indexOf(row.model.id);
        return std::tuple(place < 0 ? std::numeric_limits<qsizetype>::max() : place, !row.usual.has_value(),
                          row.usual.value_or(Neurons()), row.model.name());
    };
    std::ranges::stable_sort(rows, {}, key);
    return rows;
}

PickerRow typedRow(const QString& id)
{
    PickerRow row;
    row.model.id = id;
    row.isTyped = true;
    return row;
}

bool looksLikeModelId(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^@?[\\w.-]+(/[\\w.:@-]+)+$"));
    return form.match(text).hasMatch();
}

} // namespace orangery
