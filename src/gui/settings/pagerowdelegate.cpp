// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/pagerowdelegate.h"

#include "gui/style/icons.h"
#include "gui/style/theme.h"
#include "gui/style/viewpainter.h"

#include <QPainter>

namespace orangery {

namespace {

constexpr int iconSize = 18;
constexpr int iconStart = 16;
constexpr int textStart = 46;

} // namespace

PageRowDelegate::PageRowDelegate(Look look, QObject* parent) : QStyledItemDelegate(parent), m_look(look) {}

QSize PageRowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {0, m_look.theme.scaled(36)};
}

void PageRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    const Theme& theme = m_look.theme;
    const QRect& row = option.rect;
    const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    paint::row(*painter, theme, row, option.state, option.direction);
    const QRect icon(row.left() + iconStart, row.center().y() - iconSize / 2 + 1, iconSize, iconSize);
    m_look.icons.paint(*painter, index.data(IconNameRole).toString(),
                       QStyle::visualRect(option.direction, row, icon),
                       theme.color(isCurrent ? Token::LeafText : Token::Text2));
    const QRect text = row.adjusted(textStart, 0, -8, 0);
    painter->setFont(theme.font(TextRole::Body, isCurrent ? QFont::DemiBold : QFont::Normal));
    painter->setPen(theme.color(Token::Text));
    painter->drawText(
        QStyle::visualRect(option.direction, row, text),
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

} // namespace orangery
