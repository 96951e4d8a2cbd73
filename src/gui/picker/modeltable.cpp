// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picker/modeltable.h"

#include "gui/common/rowtable.h"
#include "gui/picker/modelrowdelegate.h"
#include "gui/style/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>

namespace orangery {

ModelTable::ModelTable(Look look, ModelFilter& filter, QWidget* parent)
    : QTableView(parent),
      m_look(look),
      m_filter(filter)
{
    setObjectName(QStringLiteral("modelTable"));
    setAccessibleName(tr("Models"));
    setModel(&filter);
    setItemDelegate(new ModelRowDelegate(look, this));
    dressRows(*this, ModelListModel::Name);
    setMouseTracking(true);
    connect(&look.theme, &Theme::changed, this, &ModelTable::applyTheme);
    connect(&filter, &QAbstractItemModel::modelReset, this, &ModelTable::applyTheme);
    for (auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&filter, signal, this, &ModelTable::spanTypedRow);
    applyTheme();
}

void ModelTable::applyTheme()
{
    const Theme& theme = m_look.theme;
    sizeRows(*this, theme, 36);
    setColumnWidth(ModelListModel::Star, theme.scaled(32));
    setColumnWidth(ModelListModel::Maker, theme.scaled(72));
    setColumnWidth(ModelListModel::Abilities, theme.scaled(64));
    setColumnWidth(ModelListModel::Context, widthOf(ModelListModel::Context, 58));
    setColumnWidth(ModelListModel::Price, widthOf(ModelListModel::Price, 112));
    setColumnWidth(ModelListModel::MoreToday, widthOf(ModelListModel::MoreToday, 92));
    spanTypedRow();
}

// Wide enough for its header and for every row, also those that are filtered away just now.
int ModelTable::widthOf(int column, int least) const
{
    const QFontMetrics head(m_look.theme.font(TextRole::Meta, QFont::DemiBold));
    const QFontMetrics cell(m_look.theme.font(TextRole::Meta));
    const QAbstractItemModel& source = *m_filter.sourceModel();
    int width =
        head.horizontalAdvance(source.headerData(column, Qt::Horizontal).toString()) + 18; // and its margins
    for (int row = 0; row < source.rowCount(); ++row)
        width = qMax(width, cell.horizontalAdvance(source.index(row, column).data().toString()));
    return qMax(m_look.theme.scaled(least), width + ModelRowDelegate::padding + 4);
}

// Its sentence is longer than the column of names.
void ModelTable::spanTypedRow()
{
    clearSpans();
    const int last = m_filter.rowCount() - 1;
    if (last >= 0 && m_filter.rowAt(m_filter.index(last, 0)).isTyped)
        setSpan(last, ModelListModel::Name, 1, ModelListModel::ColumnCount - ModelListModel::Name);
}

void ModelTable::selectModel(const QString& id)
{
    int chosen = -1;
    for (int row = 0; row < m_filter.rowCount() && chosen < 0; ++row) {
        if (m_filter.rowAt(m_filter.index(row, 0)).model.id == id)
            chosen = row;
    }
    if (chosen < 0)
        chosen = step(-1, 1, false);
    setCurrentIndex(chosen < 0 ? m_filter.index(0, ModelListModel::Name)
                               : m_filter.index(chosen, ModelListModel::Name));
}

std::optional<PickerRow> ModelTable::currentRow() const
{
    if (!currentIndex().isValid())
        return std::nullopt;
    return m_filter.rowAt(currentIndex());
}

/// The next row in the direction `by` that may be chosen; -1 when there is none.
int ModelTable::step(int from, int by, bool dimmedToo) const
{
    for (int row = from + by; row >= 0 && row < m_filter.rowCount(); row += by) {
        if (dimmedToo || !m_filter.rowAt(m_filter.index(row, 0)).isDimmed())
            return row;
    }
    return -1;
}

QModelIndex ModelTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const bool dimmedToo = modifiers.testFlag(Qt::AltModifier);
    const int here = currentIndex().isValid() ? currentIndex().row() : -1;
    const int last = m_filter.rowCount() - 1;
    const int page = qMax(1, viewport()->height() / qMax(1, verticalHeader()->defaultSectionSize()) - 1);
    int target = -1;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        target = step(here, -1, dimmedToo);
        break;
    case MoveDown:
    case MoveNext:
        target = step(here, 1, dimmedToo);
        break;
    case MovePageUp:
        target = step(qMax(-1, here - page - 1), 1, dimmedToo);
        break;
    case MovePageDown:
        target = step(qMin(last + 1, here + page + 1), -1, dimmedToo);
        break;
    case MoveHome:
        target = step(-1, 1, dimmedToo);
        break;
    case MoveEnd:
        target = step(last + 1, -1, dimmedToo);
        break;
    case MoveLeft:
    case MoveRight:
        break;
    }
    return target < 0 ? currentIndex() : m_filter.index(target, ModelListModel::Name);
}

void ModelTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    emit currentRowChanged();
}

bool ModelTable::takeKey(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        keyPressEvent(event);
        return true;
    default:
        return false;
    }
}

void ModelTable::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (const auto row = currentRow())
            emit rowActivated(*row);
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

// One click takes a row that can be used; a dimmed one is only looked at, Enter or a second click takes it.
void ModelTable::mouseReleaseEvent(QMouseEvent* event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    const PickerRow row = m_filter.rowAt(index);
    if (index.column() == ModelListModel::Star && !row.isTyped)
        emit favouriteToggled(row.model.id);
    else if (!row.isDimmed())
        emit rowActivated(row);
}

void ModelTable::mouseDoubleClickEvent(QMouseEvent* event)
{
    QTableView::mouseDoubleClickEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && m_filter.rowAt(index).isDimmed())
        emit rowActivated(m_filter.rowAt(index));
}

} // namespace orangery
