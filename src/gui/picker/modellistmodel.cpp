// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picker/modellistmodel.h"

#include "gui/picker/makernames.h"

#include <QLocale>
#include <algorithm>

namespace orangery {

namespace {

QString whole(double number)
{
    return QLocale().toString(number, 'f', 0);
}

QString priceUnknown()
{
    return ModelListModel::tr("price unknown");
}

} // namespace

void ModelListModel::setRows(const QList<PickerRow>& rows)
{
    const QString typed = !m_rows.isEmpty() && m_rows.last().isTyped ? m_rows.last().model.id : QString();
    beginResetModel();
    m_rows = rows;
    if (!typed.isEmpty() && find(typed) < 0)
        m_rows.append(typedRow(typed));
    endResetModel();
}

void ModelListModel::setTyped(const QString& id)
{
    const bool has = !m_rows.isEmpty() && m_rows.last().isTyped;
    const int last = rowCount() - 1;
    if (has && !id.isEmpty()) {
        m_rows.last() = typedRow(id);
        emit dataChanged(index(last, 0), index(last, ColumnCount - 1));
    } else if (has) {
        beginRemoveRows({}, last, last);
        m_rows.removeLast();
        endRemoveRows();
    } else if (!id.isEmpty()) {
        beginInsertRows({}, rowCount(), rowCount());
        m_rows.append(typedRow(id));
        endInsertRows();
    }
}

int ModelListModel::find(const QString& id) const
{
    const auto found = std::ranges::find_if(m_rows, [&](const PickerRow& row) { return row.model.id == id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ModelListModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ModelListModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ModelListModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const PickerRow& row = m_rows.at(index.row());
    switch (role) {
    case RowRole:
        return QVariant::fromValue(row);
    case Qt::DisplayRole:
        return cellText(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::AccessibleTextRole:
        return accessibleText(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() >= Context ? Qt::AlignVCenter | Qt::AlignRight
                                                             : Qt::AlignVCenter | Qt::AlignLeft);
    default:
        return {};
    }
}

QVariant ModelListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(section >= Context ? Qt::AlignVCenter | Qt::AlignRight
                                                      : Qt::AlignVCenter | Qt::AlignLeft);
    if (role == Qt::AccessibleTextRole && section == Star)
        return tr("Favourite");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Model");
    case Maker:
        return tr("Maker");
    case Abilities:
        return tr("Can");
    case Context:
        return tr("Context");
    case Price:
        return tr("n per M in / out");
    case MoreToday:
        return tr("More today");
    default:
        return {};
    }
}

QString ModelListModel::cellText(const PickerRow& row, int column) const
{
    if (row.isTyped)
        return column == Name ? tr("Use %1 as typed, price unknown").arg(row.model.id) : QString();
    switch (column) {
    case Name:
        return row.model.name();
    case Maker:
        return makerName(row.model.maker());
    case Context:
        return contextText(row.model.contextWindow);
    case Price:
        return row.usual ? priceText(row.model) : QString();
    case MoreToday:
        return moreTodayText(row);
    default:
        return {};
    }
}

QString ModelListModel::toolTip(const PickerRow& row, int column) const
{
    switch (column) {
    case Star:
        return row.isTyped       ? QString()
               : row.isFavourite ? tr("Favourite (Ctrl+D)")
                                 : tr("Make it a favourite (Ctrl+D)");
    case Abilities:
        return abilitiesText(row.model);
    case MoreToday:
        return row.moreToday ? tr("as many of your usual messages as today's rest pays for") : QString();
    default:
        return row.model.id;
    }
}

QString ModelListModel::accessibleText(const PickerRow& row, int column) const
{
    switch (column) {
    case Star:
        return row.isFavourite ? tr("favourite") : QString();
    case Abilities:
        return abilitiesText(row.model);
    case Price:
        return row.usual && !row.isTyped
                   ? tr("neurons per million tokens in and out: %1").arg(priceText(row.model))
                   : QString();
    case MoreToday:
        return row.moreToday && !row.isDimmed()
                   ? tr("about %n more today", nullptr,
                        static_cast<int>(qMin<qint64>(*row.moreToday, 1'000'000'000)))
                   : cellText(row, column);
    default:
        return cellText(row, column);
    }
}

QString ModelListModel::abilitiesText(const Model& model)
{
    QStringList abilities;
    if (model.vision)
        abilities.append(tr("Vision"));
    if (model.tools)
        abilities.append(tr("Tools"));
    if (model.reasoning)
        abilities.append(tr("Reasoning"));
    if (model.lora)
        abilities.append(tr("LoRA"));
    return abilities.join(QStringLiteral(", "));
}

QString ModelListModel::contextText(int tokens)
{
    if (tokens <= 0)
        return {};
    if (tokens >= 1'000'000)
        return tr("%1 M", "tokens").arg(QLocale().toString(tokens / 1e6, 'f', 1));
    return tokens < 1000 ? whole(tokens) : tr("%1 k", "tokens").arg(whole(tokens / 1e3));
}

QString ModelListModel::priceText(const Model& model)
{
    const auto input = model.neurons.constFind(PriceUnit::InputTokensPerMillion);
    const auto output = model.neurons.constFind(PriceUnit::OutputTokensPerMillion);
    if (input == model.neurons.constEnd() || output == model.neurons.constEnd())
        return priceUnknown();
    return QStringLiteral("%1 / %2").arg(whole(*input), whole(*output));
}

QString ModelListModel::endsText(const Model& model)
{
    return model.endsOn ? tr("ends %1").arg(QLocale().toString(*model.endsOn, tr("d MMM", "date format")))
                        : QString();
}

QString ModelListModel::moreTodayText(const PickerRow& row)
{
    if (row.isTyped)
        return {};
    if (row.obstacle == PickerRow::Obstacle::PaidPlan)
        return tr("paid plan");
    if (!row.usual)
        return priceUnknown();
    if (row.isFree())
        return tr("0\u00A0n");
    if (row.obstacle == PickerRow::Obstacle::NeedsMore)
        return tr("needs %1\u00A0n, %2 left")
            .arg(whole(std::ceil(row.usual->toDouble())), whole(row.left.toDouble()));
    return row.moreToday ? tr("≈ %1", "so many more").arg(QLocale().toString(*row.moreToday)) : QString();
}

} // namespace orangery
