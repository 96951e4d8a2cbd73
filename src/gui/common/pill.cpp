// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/pill.h"

#include "gui/common/accessiblerole.h"
#include "gui/style/icons.h"
#include "gui/style/paint.h"
#include "gui/style/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace orangery {
namespace {

constexpr int padding = 8;
constexpr int iconLength = 14;
constexpr int gap = 5;

} // namespace

Pill::Pill(Look look, QWidget* parent) : QWidget(parent), m_look(look)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(*this, QAccessible::StaticText);
    connect(&look.theme, &Theme::changed, this, &QWidget::updateGeometry);
}

Pill::Pill(Look look, Accent accent, const QString& text, const QString& icon, QWidget* parent)
    : Pill(look, parent)
{
    setContent(accent, text, icon);
}

void Pill::setContent(Accent accent, const QString& text, const QString& icon)
{
    m_accent = accent;
    m_text = text;
    m_icon = icon;
    setAccessibleName(text);
    updateGeometry();
    update();
}

QFont Pill::textFont() const
{
    return m_look.theme.font(TextRole::Meta, QFont::Medium);
}

QSize Pill::sizeHint() const
{
    const int iconWidth = m_icon.isEmpty() ? 0 : m_look.theme.scaled(iconLength) + gap;
    return {2 * padding + iconWidth + QFontMetrics(textFont()).horizontalAdvance(m_text),
            m_look.theme.scaled(20)};
}

void Pill::paintEvent(QPaintEvent*)
{
    const AccentTokens tokens = tokensOf(m_accent);
    const Theme& theme = m_look.theme;
    QPainter painter(this);
    painter.setOpacity(isEnabled() ? 1 : 0.5);
    paint::box(painter, rect(), height() / 2.0, theme.color(tokens.soft),
               theme.isHighContrast() ? theme.color(Token::Line) : QColor());
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    const int iconSide = theme.scaled(iconLength);
    QRect rest = rect().adjusted(padding, 0, -padding, 0);
    if (!m_icon.isEmpty()) {
        const QRect icon(rest.left(), 0, iconSide, height());
        m_look.icons.paint(painter, m_icon, QStyle::visualRect(layoutDirection(), rect(), icon),
                           theme.color(tokens.ink));
        rest.setLeft(rest.left() + iconSide + gap);
    }
    painter.setFont(textFont());
    painter.setPen(theme.color(tokens.ink));
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), rest), Qt::AlignCenter, m_text);
}

} // namespace orangery
