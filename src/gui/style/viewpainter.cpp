// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/viewpainter.h"

#include "gui/style/paint.h"
#include "gui/style/theme.h"

#include <QFontMetrics>
#include <QStyleOption>

namespace orangery::paint {
namespace {

constexpr int barWidth = 3;
constexpr int headerPadding = 12;

} // namespace

void row(QPainter& painter, const Theme& theme, const QRect& rect, QStyle::State state,
         Qt::LayoutDirection direction, bool showBar)
{
    const bool isSelected = state & QStyle::State_Selected;
    if (isSelected)
        painter.fillRect(rect, theme.color(Token::Sel));
    else if ((state & QStyle::State_MouseOver) && (state & QStyle::State_Enabled))
        painter.fillRect(rect, theme.color(Token::Hover));
    if (isSelected && showBar)
        edgeLine(painter, rect, direction == Qt::RightToLeft ? Qt::RightEdge : Qt::LeftEdge,
                 theme.color(Token::Leaf), barWidth);
}

void rowText(QPainter& painter, const QRect& rect, const QString& text, Qt::Alignment alignment,
             Qt::LayoutDirection direction)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    const auto visual = QStyle::visualAlignment(direction, alignment | Qt::AlignVCenter);
    painter.drawText(rect, static_cast<int>(visual | Qt::TextSingleLine), shown);
}

void viewItem(QPainter& painter, const Theme& theme, const QStyleOptionViewItem& option)
{
    const bool isFirst = option.viewItemPosition == QStyleOptionViewItem::Beginning ||
                         option.viewItemPosition == QStyleOptionViewItem::OnlyOne ||
                         option.viewItemPosition == QStyleOptionViewItem::Invalid;
    if (option.backgroundBrush.style() != Qt::NoBrush)
        painter.fillRect(option.rect, option.backgroundBrush);
    row(painter, theme, option.rect, option.state, option.direction, isFirst);
}

void headerSection(QPainter& painter, const Theme& theme, const QStyleOptionHeader& option)
{
    painter.fillRect(option.rect, theme.color(Token::Base));
    edgeLine(painter, option.rect, option.orientation == Qt::Horizontal ? Qt::BottomEdge : Qt::RightEdge,
             theme.color(Token::Line));
}

void headerLabel(QPainter& painter, const Theme& theme, const QStyleOptionHeader& option)
{
    QRect rect = option.rect.adjusted(headerPadding, 0, -headerPadding, 0);
    const bool isHovered = option.state & QStyle::State_MouseOver;
    const QColor ink = theme.color(isHovered ? Token::Text : Token::Text2);
    painter.save();
    if (option.sortIndicator != QStyleOptionHeader::None) {
        const QRect arrow(rect.right() - 9, rect.top(), 10, rect.height());
        chevron(painter, QStyle::visualRect(option.direction, option.rect, arrow),
                option.sortIndicator == QStyleOptionHeader::SortUp ? Qt::UpArrow : Qt::DownArrow, ink);
        rect.setRight(arrow.left() - 4);
    }
    const QFont font = theme.font(TextRole::Meta, QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(ink);
    const QString text = QFontMetrics(font).elidedText(option.text, Qt::ElideRight, rect.width());
    painter.drawText(QStyle::visualRect(option.direction, option.rect, rect),
                     int(QStyle::visualAlignment(option.direction, option.textAlignment | Qt::AlignVCenter)),
                     text);
    painter.restore();
}

} // namespace orangery::paint
