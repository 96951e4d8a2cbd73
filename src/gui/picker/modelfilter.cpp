// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picker/modelfilter.h"

#include "gui/picker/makernames.h"
#include "gui/picker/modellistmodel.h"

#include <algorithm>

namespace orangery {

void ModelFilter::setText(const QString& text)
{
    m_words = text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void ModelFilter::setWishes(Wishes wishes)
{
    m_wishes = wishes;
    invalidateFilter();
}

PickerRow ModelFilter::rowAt(const QModelIndex& proxyIndex) const
{
    return proxyIndex.data(ModelListModel::RowRole).value<PickerRow>();
}

bool ModelFilter::filterAcceptsRow(int sourceRow, const QModelIndex& sourceParent) const
{
    const auto row =
        sourceModel()->index(sourceRow, 0, sourceParent).data(ModelListModel::RowRole).value<PickerRow>();
    if (row.isTyped)
        return true;
    const QString haystack =
        QStringList{row.model.id, makerName(row.model.maker()), row.model.description}.join(
            QLatin1Char('\n'));
    return fulfils(row) && std::ranges::all_of(m_words, [&](const QString& word) {
               return haystack.contains(word, Qt::CaseInsensitive);
           });
}

bool ModelFilter::fulfils(const PickerRow& row) const
{
    const Model& model = row.model;
    const std::pair<Wish, bool> facts[] = {
        {Tools, model.tools},
        {Vision, model.vision},
        {Reasoning, model.reasoning},
        {Lora, model.lora},
        {OnMyPlan, row.obstacle != PickerRow::Obstacle::PaidPlan},
        {Free, row.isFree()},
    };
    return std::ranges::all_of(
        facts, [&](const auto& fact) { return !m_wishes.testFlag(fact.first) || fact.second; });
}

} // namespace orangery
