// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/picker/pickerrow.h"

#include <QAbstractTableModel>

namespace orangery {

/// The rows of the model picker and of the page “Models and prices”. An id that is only typed stands last.
class ModelListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Star, Name, Maker, Abilities, Context, Price, MoreToday, ColumnCount };
    enum Role { RowRole = Qt::UserRole + 1 }; ///< the whole PickerRow

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const QList<PickerRow>& rows);
    /// Shows a last row for an id that no catalog knows; empty takes it away.
    void setTyped(const QString& id);

    const PickerRow& row(int number) const { return m_rows.at(number); }
    /// The row's number; -1 when the id is not there.
    int find(const QString& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// “Tools, reasoning”, for the tool tip and for assistive technology.
    static QString abilitiesText(const Model& model);
    /// “131 k”, “1.3 M”; empty when not published.
    static QString contextText(int tokens);
    /// “5,500 / 36,400”; “price unknown”.
    static QString priceText(const Model& model);
    /// “ends 30 May”.
    static QString endsText(const Model& model);
    /// “≈ 342”, “paid plan”, “needs 173 n, 100 left”, “0 n”, “price unknown”.
    static QString moreTodayText(const PickerRow& row);

private:
    QString cellText(const PickerRow& row, int column) const;
    QString toolTip(const PickerRow& row, int column) const;
    QString accessibleText(const PickerRow& row, int column) const;

    QList<PickerRow> m_rows;
};

} // namespace orangery
