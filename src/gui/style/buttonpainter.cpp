// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/buttonpainter.h"

#include "gui/style/paint.h"
#include "gui/style/properties.h"
#include "gui/style/theme.h"

#include <QFontMetrics>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStyleOptionToolButton>
#include <QWidget>

namespace orangery::paint {
namespace {

constexpr int gap = 8;
constexpr int chevronRoom = 12;

struct ButtonColors
{
    QColor fill;
    QColor border;
    QColor ink;
};

struct ButtonFacts
{
    bool isQuiet;
    bool isCompact;
    bool hasMenu;
    bool isIconOnly;
    QIcon icon;
    QSize iconSize;
    QString text;
};

ButtonColors colorsOf(const Theme& theme, QStyle::State state, bool isQuiet, const QWidget* widget)
{
    const bool isDown = state & QStyle::State_Sunken;
    const bool isHovered = (state & QStyle::State_MouseOver) && (state & QStyle::State_Enabled);
    if (property::isSet(widget, property::primary)) {
        const Token fill = isDown ? Token::LeafPress : isHovered ? Token::LeafHover : Token::Leaf;
        return {theme.color(fill), {}, theme.color(Token::OnLeaf)};
    }
    if (state & QStyle::State_On)
        return {theme.color(isHovered && !theme.isHighContrast() ? Token::Sel : Token::LeafSoft),
                theme.isHighContrast() ? theme.color(Token::LineStrong) : QColor(),
                theme.color(Token::LeafText)};
    const QColor fill = isDown      ? theme.color(Token::Sunken)
                        : isHovered ? theme.color(Token::Hover)
                        : isQuiet   ? QColor()
                                    : theme.color(Token::Base);
    if (property::isSet(widget, property::danger))
        return {isHovered || isDown ? theme.color(Token::DangSoft) : fill, theme.color(Token::Dang),
                theme.color(Token::DangText)};
    if (isQuiet)
        return {fill, {}, theme.color(isHovered ? Token::Text : Token::Text2)};
    return {fill, theme.color(Token::LineStrong), theme.color(Token::Text)};
}

QFont fontOf(const Theme& theme, const QWidget* widget)
{
    const auto role = property::isSet(widget, property::compact) ? TextRole::Meta : TextRole::Body;
    return theme.font(role, property::isSet(widget, property::primary) ? QFont::DemiBold : QFont::Medium);
}

QSize iconSizeOf(const Theme& theme, const QSize& size, const QWidget* widget)
{
    const int side = theme.scaled(16);
    return property::isSet(widget, property::compact) ? size.boundedTo(QSize(side, side)) : size;
}

ButtonFacts factsOf(const Theme& theme, const QStyleOptionButton& option, const QWidget* widget)
{
    return {property::isSet(widget, property::quiet) || (option.features & QStyleOptionButton::Flat),
            property::isSet(widget, property::compact),
            (option.features & QStyleOptionButton::HasMenu) || property::isSet(widget, property::opens),
            option.text.isEmpty(),
            option.icon,
            iconSizeOf(theme, option.iconSize, widget),
            option.text};
}

ButtonFacts factsOf(const Theme& theme, const QStyleOptionToolButton& option, const QWidget* widget)
{
    const bool isIconOnly = option.toolButtonStyle == Qt::ToolButtonIconOnly || option.text.isEmpty();
    const bool hasIcon = option.toolButtonStyle != Qt::ToolButtonTextOnly;
    const bool hasMenu = !isIconOnly && (option.features & QStyleOptionToolButton::HasMenu);
    return {(option.state & QStyle::State_AutoRaise) || property::isSet(widget, property::quiet),
            property::isSet(widget, property::compact),
            hasMenu,
            isIconOnly,
            hasIcon ? option.icon : QIcon(),
            iconSizeOf(theme, option.iconSize, widget),
            isIconOnly ? QString() : option.text};
}

QSize sizeOf(const Theme& theme, const ButtonFacts& facts, const QWidget* widget)
{
    const bool isLarge = property::isSet(widget, property::large);
    const int height = facts.isCompact ? theme.compactHeight() : theme.controlHeight() + (isLarge ? 8 : 0);
    if (facts.isIconOnly)
        return {qMax(height, facts.iconSize.width() + 2 * 5), qMax(height, facts.iconSize.height() + 2 * 5)};
    int width = 2 * (facts.isCompact ? 10 : 13);
    width += QFontMetrics(fontOf(theme, widget)).size(Qt::TextShowMnemonic, facts.text).width();
    if (!facts.icon.isNull())
        width += facts.iconSize.width() + gap;
    if (facts.hasMenu)
        width += theme.scaled(chevronRoom) + gap;
    return {width, height};
}

void panel(QPainter& painter, const QRect& rect, const ButtonColors& colors, QStyle::State state)
{
    painter.save();
    if (!(state & QStyle::State_Enabled))
        painter.setOpacity(painter.opacity() * 0.5);
    if (colors.fill.isValid() || colors.border.isValid())
        box(painter, rect, controlRadius, colors.fill, colors.border);
    painter.restore();
}

void label(QPainter& painter, const Theme& theme, const QRect& rect, const ButtonFacts& facts,
           const ButtonColors& colors, QStyle::State state, Qt::LayoutDirection direction,
           const QWidget* widget)
{
    painter.save();
    // Half of the finished button, not half of each layer: the words stay apart from their fill.
    const QColor ink =
        state & QStyle::State_Enabled ? colors.ink : halfway(colors.ink, theme.color(Token::Base));
    const QFont font = fontOf(theme, widget);
    const QFontMetrics metrics(font);
    const int iconWidth = facts.icon.isNull() ? 0 : facts.iconSize.width();
    const int chevronSide = theme.scaled(chevronRoom);
    const int menuWidth = facts.hasMenu ? chevronSide + gap : 0;
    const int room = rect.width() - 8 - iconWidth - (iconWidth ? gap : 0) - menuWidth;
    const int flags = Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine |
                      (widget && widget->style()->styleHint(QStyle::SH_UnderlineShortcut, nullptr, widget)
                           ? Qt::TextShowMnemonic
                           : Qt::TextHideMnemonic);
    const QString text = metrics.elidedText(facts.text, Qt::ElideRight, qMax(0, room), Qt::TextShowMnemonic);
    const int textWidth = text.isEmpty() ? 0 : metrics.size(Qt::TextShowMnemonic, text).width();
    const int used = iconWidth + (iconWidth && textWidth ? gap : 0) + textWidth + menuWidth;
    int x = rect.x() + (rect.width() - used) / 2;
    const auto take = [&](int width) {
        const QRect part(x, rect.y(), width, rect.height());
        x += width + gap;
        return QStyle::visualRect(direction, rect, part);
    };
    if (iconWidth)
        icon(painter, facts.icon, take(iconWidth), ink);
    if (textWidth) {
        painter.setFont(font);
        painter.setPen(ink);
        painter.drawText(take(textWidth), flags, text);
    }
    if (facts.hasMenu)
        chevron(painter, take(chevronSide), Qt::DownArrow, ink, theme.scaled(chevronWidth));
    painter.restore();
}

} // namespace

QSize pushButtonSize(const Theme& theme, const QStyleOptionButton& option, const QWidget* widget)
{
    return sizeOf(theme, factsOf(theme, option, widget), widget);
}

void pushButtonBevel(QPainter& painter, const Theme& theme, const QStyleOptionButton& option,
                     const QWidget* widget)
{
    const ButtonFacts facts = factsOf(theme, option, widget);
    panel(painter, option.rect, colorsOf(theme, option.state, facts.isQuiet, widget), option.state);
}

void pushButtonLabel(QPainter& painter, const Theme& theme, const QStyleOptionButton& option,
                     const QWidget* widget)
{
    const ButtonFacts facts = factsOf(theme, option, widget);
    label(painter, theme, option.rect, facts, colorsOf(theme, option.state, facts.isQuiet, widget),
          option.state, option.direction, widget);
}

QSize toolButtonSize(const Theme& theme, const QStyleOptionToolButton& option, const QWidget* widget)
{
    return sizeOf(theme, factsOf(theme, option, widget), widget);
}

void toolButton(QPainter& painter, const Theme& theme, const QStyleOptionToolButton& option,
                const QWidget* widget)
{
    const ButtonFacts facts = factsOf(theme, option, widget);
    const ButtonColors colors = colorsOf(theme, option.state, facts.isQuiet, widget);
    panel(painter, option.rect, colors, option.state);
    label(painter, theme, option.rect, facts, colors, option.state, option.direction, widget);
}

} // namespace orangery::paint
