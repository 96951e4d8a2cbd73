// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/picker/modelfilter.h"
#include "gui/picker/modellistmodel.h"
#include "gui/style/look.h"

#include <QTableView>

namespace orangery {

/// The table of models: rows 36, one selected row, no grid. The arrow keys skip dimmed rows unless Alt is
/// held.
class ModelTable : public QTableView
{
    Q_OBJECT

public:
    ModelTable(Look look, ModelFilter& filter, QWidget* parent = nullptr);

    /// Makes the row of `id` current; without it the first that can be used.
    void selectModel(const QString& id);
    /// The current row; nothing when the list is empty.
    std::optional<PickerRow> currentRow() const;
    /// Arrow and page keys, as they arrive in the search field.
    bool takeKey(QKeyEvent* event);

signals:
    void currentRowChanged();
    /// Enter, or a click on a row that can be used.
    void rowActivated(const orangery::PickerRow& row);
    void favouriteToggled(const QString& id);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    int step(int from, int by, bool dimmedToo) const;
    void applyTheme();
    int widthOf(int column, int least) const;
    void spanTypedRow();

    Look m_look;
    ModelFilter& m_filter;
};

} // namespace orangery
