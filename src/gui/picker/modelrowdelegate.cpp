// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picker/modelrowdelegate.h"

#include "gui/picker/modellistmodel.h"
#include "gui/style/icons.h"
#include "gui/style/paint.h"
#include "gui/style/theme.h"
#include "gui/style/viewpainter.h"

#include <QLocale>
#include <QPainter>

namespace orangery {

namespace {

constexpr int iconSize = 14;
constexpr int iconGap = 4;

// A box of `size` at the start (or end) of `area`, mirrored with the layout.
QRect placed(const QRect& area, const QSize& size, Qt::Alignment alignment, Qt::LayoutDirection direction)
{
    return QStyle::alignedRect(direction, alignment | Qt::AlignVCenter, size, area);
}

} // namespace

ModelRowDelegate::ModelRowDelegate(Look look, QObject* parent) : QStyledItemDelegate(parent), m_look(look) {}

QColor ModelRowDelegate::ink(Token token, const PickerRow& row) const
{
    return m_look.theme.color(row.isDimmed() ? Token::Text3 : token);
}

QSize ModelRowDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QFontMetrics metrics(m_look.theme.font(TextRole::Body, QFont::Medium));
    const QString text = index.data(Qt::DisplayRole).toString();
    Q_UNUSED(option);
    return {metrics.horizontalAdvance(text) + 2 * padding, m_look.theme.scaled(36)};
}

void ModelRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const
{
    const auto row = index.data(ModelListModel::RowRole).value<PickerRow>();
    const QString text = index.data(Qt::DisplayRole).toString();
    const Theme& theme = m_look.theme;

    painter->save();
    paint::row(*painter, theme, option.rect, option.state, option.direction, index.column() == 0);
    painter->setLayoutDirection(
        Qt::LayoutDirectionAuto); // ids and figures read from left to right everywhere
    const bool isFigure = index.column() >= ModelListModel::Context;
    const QRect cell = QStyle::visualRect(option.direction, option.rect,
                                          isFigure ? option.rect.adjusted(2, 0, -padding, 0)
                                                   : option.rect.adjusted(padding, 0, -2, 0));
    switch (index.column()) {
    case ModelListModel::Star:
        paintStar(*painter, option.rect, row, option.state.testFlag(QStyle::State_Selected));
        break;
    case ModelListModel::Name:
        paintName(*painter, cell, row, text, option.direction);
        break;
    case ModelListModel::Abilities:
        paintAbilities(*painter, cell, row, option.direction);
        break;
    case ModelListModel::MoreToday:
        paintMoreToday(*painter, cell, row, text, option.direction);
        break;
    default:
        painter->setFont(theme.font(TextRole::Meta));
        painter->setPen(ink(Token::Text2, row));
        paint::rowText(*painter, cell, text, isFigure ? Qt::AlignRight : Qt::AlignLeft, option.direction);
        break;
    }
    painter->restore();
}

void ModelRowDelegate::paintStar(QPainter& painter, const QRect& cell, const PickerRow& row,
                                 bool isCurrent) const
{
    if (row.isTyped || (!row.isFavourite && !isCurrent))
        return;
    const QRectF box(cell.center().x() - iconSize / 2.0 + 2, cell.center().y() - iconSize / 2.0, iconSize,
                     iconSize);
    m_look.icons.paint(painter, row.isFavourite ? QStringLiteral("star-on") : QStringLiteral("star"), box,
                       m_look.theme.color(row.isFavourite ? Token::Warn : Token::Text3));
}

void ModelRowDelegate::paintName(QPainter& painter, const QRect& cell, const PickerRow& row,
                                 const QString& text, Qt::LayoutDirection direction) const
{
    const Theme& theme = m_look.theme;
    QRect rest = cell;
    if (row.model.endsOn) {
        painter.setFont(theme.font(TextRole::Meta));
        const QString ends = ModelListModel::endsText(row.model);
        const QSize size(painter.fontMetrics().horizontalAdvance(ends) + 16, theme.scaled(20));
        const QRect pill = placed(rest, size, Qt::AlignRight, direction);
        paint::box(painter, pill, pill.height() / 2.0, theme.color(Token::WarnSoft));
        painter.setPen(theme.color(Token::WarnText));
        painter.drawText(pill, Qt::AlignCenter, ends);
        direction == Qt::LeftToRight ? rest.setRight(pill.left() - 8) : rest.setLeft(pill.right() + 8);
    }
    painter.setFont(theme.font(TextRole::Body, QFont::Medium));
    painter.setPen(row.isTyped ? theme.color(Token::LeafText) : ink(Token::Text, row));
    paint::rowText(painter, rest, text, Qt::AlignLeft, direction);
}

void ModelRowDelegate::paintAbilities(QPainter& painter, const QRect& cell, const PickerRow& row,
                                      Qt::LayoutDirection direction) const
{
    const Model& model = row.model;
    QStringList names;
    if (model.vision)
        names.append(QStringLiteral("vision"));
    if (model.tools)
        names.append(QStringLiteral("tool"));
    if (model.reasoning)
        names.append(QStringLiteral("reasoning"));
    QRect rest = cell;
    for (const QString& name : names) {
        m_look.icons.paint(painter, name, placed(rest, {iconSize, iconSize}, Qt::AlignLeft, direction),
                           ink(Token::Text2, row));
        constexpr int step = iconSize + iconGap;
        direction == Qt::LeftToRight ? rest.setLeft(rest.left() + step) : rest.setRight(rest.right() - step);
    }
}

void ModelRowDelegate::paintMoreToday(QPainter& painter, const QRect& cell, const PickerRow& row,
                                      const QString& text, Qt::LayoutDirection direction) const
{
    const Theme& theme = m_look.theme;
    const bool isFigure = row.moreToday && !row.isDimmed();
    painter.setFont(isFigure ? theme.font(TextRole::Body, QFont::DemiBold) : theme.font(TextRole::Meta));
    const int width = painter.fontMetrics().horizontalAdvance(text);
    if (row.isFree()) {
        const QRect pill = placed(cell, {width + iconSize + 20, theme.scaled(20)}, Qt::AlignRight, direction);
        paint::box(painter, pill, pill.height() / 2.0, theme.color(Token::LeafSoft));
        const QRect inner = pill.adjusted(8, 0, -8, 0);
        m_look.icons.paint(painter, QStringLiteral("leaf"),
                           placed(inner, {iconSize - 2, iconSize - 2}, Qt::AlignLeft, direction),
                           theme.color(Token::LeafText));
        painter.setPen(theme.color(Token::LeafText));
        paint::rowText(painter, inner, text, Qt::AlignRight, direction);
        return;
    }
    painter.setPen(theme.color(isFigure || row.isDimmed() ? Token::Text : Token::Text3));
    paint::rowText(painter, cell, text, Qt::AlignRight, direction);
    if (row.obstacle == PickerRow::Obstacle::PaidPlan) {
        const QRect before = placed(cell, {width + iconSize + 4, cell.height()}, Qt::AlignRight, direction);
        m_look.icons.paint(painter, QStringLiteral("lock"),
                           placed(before, {12, 12}, Qt::AlignLeft, direction), theme.color(Token::Text2));
    }
}

} // namespace orangery
