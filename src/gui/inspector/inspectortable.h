// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/style/look.h"

#include <QTableView>

namespace orangery {

/// The list of requests. Its first row is the newest; the current one stays current while others come.
class InspectorTable : public QTableView
{
    Q_OBJECT

public:
    InspectorTable(Look look, QAbstractItemModel& model, QWidget* parent = nullptr);

signals:
    void currentRowChanged();

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void applyTheme();
    int widthOf(int column, const QString& widest) const;

    Look m_look;
};

} // namespace orangery
