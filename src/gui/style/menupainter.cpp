// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/menupainter.h"

#include "gui/style/markpainter.h"
#include "gui/style/paint.h"
#include "gui/style/theme.h"

#include <QFontMetrics>
#include <QGuiApplication>
#include <QStyleOptionMenuItem>

using namespace Qt::StringLiterals;

namespace orangery::paint {
namespace {

constexpr int padding = 12;
constexpr int gap = 8;
constexpr int iconSide = 18;
constexpr int arrowSide = 12;
constexpr int separatorHeight = 9;

// One column for icon or mark, as wide in every row, so that the names stand in line.
bool hasMarkColumn(const QStyleOptionMenuItem& option)
{
    return option.menuHasCheckableItems || option.maxIconWidth > 0 || !option.icon.isNull();
}

void markOf(QPainter& painter, const Theme& theme, const QStyleOptionMenuItem& option, const QRect& rect)
{
    const QColor ink = theme.color(option.checked ? Token::LeafText : Token::Text2);
    if (!option.icon.isNull()) {
        icon(painter, option.icon,
             QRect(rect.center() - QPoint(iconSide / 2, iconSide / 2), QSize(iconSide, iconSide)), ink);
        return;
    }
    if (option.checkType == QStyleOptionMenuItem::NotCheckable || !option.checked)
        return;
    if (option.checkType == QStyleOptionMenuItem::Exclusive) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.drawEllipse(QRectF(rect).center(), 3.5, 3.5);
    } else {
        QRectF square(0, 0, markSide, markSide);
        square.moveCenter(QRectF(rect).center());
        tick(painter, square, ink);
    }
}

} // namespace

bool hasRoundPopups()
{
    const QString platform = QGuiApplication::platformName();
    return platform.startsWith(u"wayland"_s) || platform == u"offscreen"_s || platform == u"cocoa"_s;
}

QSize menuItemSize(const Theme& theme, const QStyleOptionMenuItem& option, const QSize& contents)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {contents.width(), option.text.isEmpty() ? separatorHeight : theme.compactHeight()};
    const QFontMetrics metrics(option.font);
    const QStringList parts = option.text.split(u'\t');
    int width = 2 * (padding + 4) + metrics.size(Qt::TextShowMnemonic, parts.first()).width();
    if (hasMarkColumn(option))
        width += iconSide + gap;
    if (option.reservedShortcutWidth > 0 || parts.size() > 1)
        width += 3 * gap; // QMenu adds the widest shortcut itself
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += arrowSide + gap;
    return {width, theme.compactHeight() + 2};
}

void menuItem(QPainter& painter, const Theme& theme, const QStyleOptionMenuItem& option)
{
    const QRect row = option.rect.adjusted(4, 0, -4, 0);
    painter.save();
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        if (option.text.isEmpty()) {
            hairline(painter, option.rect, Qt::Horizontal, theme.color(Token::Line));
        } else {
            painter.setFont(theme.font(TextRole::Meta, QFont::DemiBold));
            painter.setPen(theme.color(Token::Text3));
            painter.drawText(row.adjusted(padding, 0, -padding, 0),
                             int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)),
                             option.text);
        }
        painter.restore();
        return;
    }

    const bool isEnabled = option.state & QStyle::State_Enabled;
    if (option.state & QStyle::State_Selected) {
        const bool needsEdge = theme.isHighContrast();
        box(painter, row, controlRadius, theme.color(Token::Hover),
            needsEdge ? theme.color(Token::Leaf) : QColor());
    }
    painter.setOpacity(isEnabled ? 1 : 0.5);

    QRect rest = row.adjusted(padding, 0, -padding, 0);
    if (hasMarkColumn(option)) {
        const QRect mark(rest.left(), rest.top(), iconSide, rest.height());
        markOf(painter, theme, option, QStyle::visualRect(option.direction, row, mark));
        rest.setLeft(rest.left() + iconSide + gap);
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect arrow(rest.right() + 1 - arrowSide, rest.top(), arrowSide, rest.height());
        chevron(painter, QStyle::visualRect(option.direction, row, arrow),
                option.direction == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow,
                theme.color(Token::Text2));
        rest.setRight(arrow.left() - gap);
    }
    const QRect words = QStyle::visualRect(option.direction, row, rest);
    const QStringList parts = option.text.split(u'\t');
    painter.setFont(option.font);
    painter.setPen(theme.color(Token::Text));
    painter.drawText(words,
                     int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) |
                         Qt::TextShowMnemonic | Qt::TextSingleLine,
                     parts.first());
    if (parts.size() > 1) {
        painter.setPen(theme.color(Token::Text3));
        painter.drawText(words,
                         int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)),
                         parts.at(1));
    }
    painter.restore();
}

void menuPanel(QPainter& painter, const Theme& theme, const QRect& rect)
{
    box(painter, rect, hasRoundPopups() ? cardRadius : 0, theme.color(Token::Raised),
        theme.color(Token::LineStrong));
}

void menuBarItem(QPainter& painter, const Theme& theme, const QStyleOptionMenuItem& option)
{
    painter.save();
    painter.fillRect(option.rect, theme.color(Token::Window));
    if (option.state & (QStyle::State_Selected | QStyle::State_Sunken))
        box(painter, option.rect.adjusted(1, 1, -1, -1), controlRadius, theme.color(Token::Hover));
    painter.setOpacity(option.state & QStyle::State_Enabled ? 1 : 0.5);
    painter.setPen(theme.color(Token::Text));
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine, option.text);
    painter.restore();
}

void toolTip(QPainter& painter, const Theme& theme, const QRect& rect)
{
    box(painter, rect, 0, theme.color(Token::Raised), theme.color(Token::LineStrong));
}

} // namespace orangery::paint
