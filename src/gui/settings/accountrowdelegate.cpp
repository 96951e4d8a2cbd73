// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/accountrowdelegate.h"

#include "gui/settings/accountlistmodel.h"
#include "gui/style/paint.h"
#include "gui/style/theme.h"
#include "gui/style/viewpainter.h"

#include <QPainter>

namespace orangery {

AccountRowDelegate::AccountRowDelegate(Look look, QObject* parent) : QStyledItemDelegate(parent), m_look(look)
{}

QSize AccountRowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {0, m_look.theme.scaled(52)};
}

void AccountRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const
{
    const Theme& theme = m_look.theme;
    const QString name = index.data().toString();
    const auto visual = [&](const QRect& rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    const int flags =
        static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
    painter->save();
    paint::row(*painter, theme, option.rect, option.state, option.direction);

    const int side = theme.scaled(24);
    const QRect square(option.rect.left() + 16, option.rect.center().y() - side / 2, side, side);
    paint::box(*painter, visual(square), paint::controlRadius, theme.color(Token::LeafSoft));
    painter->setFont(theme.font(TextRole::Meta, QFont::DemiBold));
    painter->setPen(theme.color(Token::LeafText));
    painter->drawText(visual(square), Qt::AlignCenter, name.left(1).toUpper());

    QRect rest = option.rect.adjusted(16 + side + 12, 7, -16, -7);
    if (index.data(AccountListModel::IsCurrentRole).toBool()) {
        const QString inUse = AccountListModel::tr("in use");
        const int width = painter->fontMetrics().horizontalAdvance(inUse) + 16;
        const int height = theme.scaled(20);
        const QRect pill(rest.right() - width, option.rect.center().y() - height / 2, width, height);
        paint::box(*painter, visual(pill), height / 2.0, theme.color(Token::LeafSoft));
        painter->drawText(visual(pill), Qt::AlignCenter, inUse);
        rest.setRight(pill.left() - 12);
    }
    const QRect upper(rest.left(), rest.top(), rest.width(), rest.height() / 2);
    const QRect lower(rest.left(), upper.bottom() + 1, rest.width(), rest.height() - upper.height());
    painter->setFont(theme.font(TextRole::Body, QFont::Medium));
    painter->setPen(theme.color(Token::Text));
    painter->drawText(visual(upper), flags,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, upper.width()));
    painter->setFont(theme.font(TextRole::Meta));
    painter->setPen(theme.color(Token::Text2));
    const QString second = index.data(AccountListModel::SecondLineRole).toString();
    painter->drawText(visual(lower), flags,
                      painter->fontMetrics().elidedText(second, Qt::ElideRight, lower.width()));
    painter->restore();
}

} // namespace orangery
