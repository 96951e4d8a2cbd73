// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/inspector/inspectortable.h"

#include "gui/common/numbers.h"
#include "gui/common/rowtable.h"
#include "gui/inspector/inspectormodel.h"
#include "gui/style/theme.h"
#include "gui/style/viewpainter.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace orangery {

namespace {

/// One mark and one fill a row, not a cell; figures and ids read from left to right everywhere.
class RowDelegate : public QStyledItemDelegate
{
public:
    RowDelegate(Look look, QObject* parent) : QStyledItemDelegate(parent), m_look(look) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        painter->save();
        paint::row(*painter, m_look.theme, option.rect, option.state, option.direction, index.column() == 0);
        painter->setLayoutDirection(Qt::LayoutDirectionAuto);
        painter->setFont(index.data(Qt::FontRole).value<QFont>());
        painter->setPen(index.data(Qt::ForegroundRole).value<QColor>());
        paint::rowText(*painter, option.rect.adjusted(padding, 0, -padding, 0), index.data().toString(),
                       Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()), option.direction);
        painter->restore();
    }

    static constexpr int padding = 8;

private:
    Look m_look;
};

} // namespace

InspectorTable::InspectorTable(Look look, QAbstractItemModel& model, QWidget* parent)
    : QTableView(parent),
      m_look(look)
{
    setObjectName(QStringLiteral("requestTable"));
    setAccessibleName(tr("Requests"));
    setModel(&model);
    setItemDelegate(new RowDelegate(look, this));
    dressRows(*this, InspectorModel::Request);
    connect(&look.theme, &Theme::changed, this, &InspectorTable::applyTheme);
    applyTheme();
}

void InspectorTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    emit currentRowChanged();
}

void InspectorTable::applyTheme()
{
    sizeRows(*this, m_look.theme, 32);
    setColumnWidth(InspectorModel::Time, widthOf(InspectorModel::Time, QStringLiteral("00:00:00")));
    setColumnWidth(InspectorModel::Status, widthOf(InspectorModel::Status, InspectorModel::tr("no answer")));
    setColumnWidth(InspectorModel::Duration,
                   widthOf(InspectorModel::Duration, InspectorModel::spanOf(std::chrono::minutes(20))));
    setColumnWidth(InspectorModel::Cost, widthOf(InspectorModel::Cost, Numbers::booked(Neurons::of(8888.8))));
}

// What is in the card, too, goes first.
void InspectorTable::resizeEvent(QResizeEvent* event)
{
    setColumnHidden(InspectorModel::Duration, width() < m_look.theme.scaled(420));
    setColumnHidden(InspectorModel::Cost, width() < m_look.theme.scaled(340));
    QTableView::resizeEvent(event);
}

int InspectorTable::widthOf(int column, const QString& widest) const
{
    constexpr int margins = 2 * RowDelegate::padding + 4;
    const QFontMetrics head(m_look.theme.font(TextRole::Meta, QFont::DemiBold));
    const QFontMetrics cell(m_look.theme.font(TextRole::Meta));
    const QString title = model()->headerData(column, Qt::Horizontal).toString();
    constexpr int headMargins = 30; // the style's own
    return qMax(headMargins + head.horizontalAdvance(title), margins + cell.horizontalAdvance(widest));
}

} // namespace orangery
