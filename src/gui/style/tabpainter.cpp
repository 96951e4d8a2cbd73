// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/tabpainter.h"

#include "gui/style/paint.h"
#include "gui/style/tabbadge.h"
#include "gui/style/theme.h"

#include <QFontMetrics>
#include <QPainterPath>
#include <QStyleOptionTab>
#include <QTabBar>
#include <cmath>

namespace orangery::paint {
namespace {

constexpr int padding = 12;
constexpr int gap = 8;
constexpr int badgeHeight = 16;
constexpr int markHeight = 3;
constexpr int markInset = 8;

TabBadge badgeOf(const QStyleOptionTab& option, const QWidget* widget)
{
    const auto* bar = qobject_cast<const QTabBar*>(widget);
    return bar && option.tabIndex >= 0 ? tabBadge(*bar, option.tabIndex) : TabBadge();
}

QString textOf(const TabBadge& badge)
{
    return badge.hasFailed ? QString(u'!') : QLocale().toString(badge.running);
}

int badgeWidth(const Theme& theme, const TabBadge& badge)
{
    if (badge.isEmpty())
        return 0;
    const QFontMetrics metrics(theme.font(TextRole::Tiny, QFont::DemiBold));
    return qMax(badgeHeight, metrics.horizontalAdvance(textOf(badge)) + 10);
}

QRect markUnder(const QTabBar& bar, int index)
{
    const QRect tab = bar.tabRect(index);
    return QRect(tab.left() + markInset, tab.bottom() + 1 - markHeight, tab.width() - 2 * markInset,
                 markHeight);
}

} // namespace

QSize tabSize(const Theme& theme, const QStyleOptionTab& option, const QWidget* widget)
{
    const QFontMetrics metrics(theme.font(TextRole::Body, QFont::DemiBold));
    int width = 2 * padding + metrics.size(Qt::TextShowMnemonic, option.text).width();
    if (!option.icon.isNull())
        width += option.iconSize.width() + gap;
    if (const int badge = badgeWidth(theme, badgeOf(option, widget)))
        width += badge + gap - 2;
    return {width, theme.controlHeight() + 16};
}

void tab(QPainter& painter, const Theme& theme, const QStyleOptionTab& option, const QWidget* widget)
{
    const bool isCurrent = option.state & QStyle::State_Selected;
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isHovered = isEnabled && (option.state & QStyle::State_MouseOver);
    const QColor ink = theme.color(isCurrent ? Token::LeafText : isHovered ? Token::Text : Token::Text2);
    painter.save();
    painter.setOpacity(isEnabled ? 1 : 0.5);
    if (isHovered && !isCurrent)
        box(painter, QRectF(option.rect).adjusted(2, 8, -2, -8), controlRadius, theme.color(Token::Hover));

    int x = option.rect.x() + padding;
    const auto take = [&](int width) {
        const QRect part(x, option.rect.y(), width, option.rect.height());
        x += width + gap;
        return QStyle::visualRect(option.direction, option.rect, part);
    };
    if (!option.icon.isNull())
        icon(painter, option.icon, take(option.iconSize.width()), ink);

    const QFont boldFont = theme.font(TextRole::Body, QFont::DemiBold);
    const int textWidth = QFontMetrics(boldFont).size(Qt::TextShowMnemonic, option.text).width();
    const bool showMnemonic =
        widget && widget->style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, widget);
    painter.setFont(isCurrent ? boldFont : theme.font(TextRole::Body, QFont::Medium));
    painter.setPen(ink);
    painter.drawText(take(textWidth),
                     int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) |
                         (showMnemonic ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                     option.text);

    const TabBadge badge = badgeOf(option, widget);
    if (!badge.isEmpty()) {
        x -= 2;
        QRect pill = take(badgeWidth(theme, badge));
        pill = QRect(pill.left(), pill.center().y() + 1 - badgeHeight / 2, pill.width(), badgeHeight);
        box(painter, pill, badgeHeight / 2.0,
            theme.color(badge.hasFailed ? Token::DangSoft : Token::TangSoft));
        painter.setFont(theme.font(TextRole::Tiny, QFont::DemiBold));
        painter.setPen(theme.color(badge.hasFailed ? Token::DangText : Token::TangText));
        painter.drawText(pill, Qt::AlignCenter, textOf(badge));
    }
    if (isCurrent && (option.state & QStyle::State_HasFocus) &&
        (option.state & QStyle::State_KeyboardFocusChange))
        box(painter, QRectF(option.rect).adjusted(2, 8, -2, -8), controlRadius, {}, theme.color(Token::Leaf),
            2);
    painter.restore();
}

void tabMark(QPainter& painter, const Theme& theme, const QTabBar& bar, qreal position)
{
    const int before = qBound(0, int(std::floor(position)), bar.count() - 1);
    const int after = qBound(0, int(std::ceil(position)), bar.count() - 1);
    const QRectF from = markUnder(bar, before);
    const QRectF to = markUnder(bar, after);
    const qreal part = position - std::floor(position);
    const QRectF mark =
        snapped(painter, QRectF(from.x() + (to.x() - from.x()) * part, from.y(),
                                from.width() + (to.width() - from.width()) * part, markHeight));
    QPainterPath roundTop;
    roundTop.setFillRule(Qt::WindingFill);
    roundTop.addRoundedRect(mark, 2, 2);
    roundTop.addRect(mark.adjusted(0, mark.height() / 2, 0, 0));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(roundTop, theme.color(Token::Leaf));
    painter.restore();
}

} // namespace orangery::paint
