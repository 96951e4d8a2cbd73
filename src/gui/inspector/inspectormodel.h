// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"
#include "service/inspectedcall.h"

#include <QAbstractTableModel>

namespace orangery {

class Inspector;

/// The inspected requests as rows, newest first.
class InspectorModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Time, Request, Status, Duration, Cost, ColumnCount };

    InspectorModel(Look look, const Inspector& inspector, QObject* parent = nullptr);

    const InspectedCall& callAt(int row) const { return m_calls.at(row); }

    /// The model's name, or the last parts of the address.
    static QString nameOf(const InspectedCall& call);
    /// The status, or in a word why there is none.
    static QString statusOf(const InspectedCall& call);
    /// "1.24 s".
    static QString spanOf(std::chrono::milliseconds span);
    static bool isFailed(const InspectedCall& call);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void add();
    void update(int inspectorRow);
    void removeOldest();
    void clear();
    static QString textOf(const InspectedCall& call, int column);

    Look m_look;
    const Inspector& m_inspector;
    QList<InspectedCall> m_calls; ///< newest first
};

} // namespace orangery
