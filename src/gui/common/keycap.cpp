// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/keycap.h"

#include "gui/common/accessiblerole.h"
#include "gui/style/paint.h"
#include "gui/style/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace orangery {

KeyCap::KeyCap(Look look, const QKeySequence& keys, QWidget* parent) : QWidget(parent), m_look(look)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(*this, QAccessible::StaticText);
    connect(&look.theme, &Theme::changed, this, &QWidget::updateGeometry);
    setKeys(keys);
}

void KeyCap::setKeys(const QKeySequence& keys)
{
    m_text = keys.toString(QKeySequence::NativeText);
    m_text.replace(u'+', u' ');
    setAccessibleName(m_text);
    // signs take less room and need no translation; the name above is for those who hear it
    const std::pair<Qt::Key, char16_t> signs[] = {
        {Qt::Key_Up, u'\u2191'}, {Qt::Key_Down, u'\u2193'}, {Qt::Key_Return, u'\u21b5'}};
    for (const auto& [key, sign] : signs)
        m_text.replace(QKeySequence(key).toString(QKeySequence::NativeText), QString(QChar(sign)));
    updateGeometry();
    update();
}

QSize KeyCap::sizeHint() const
{
    const QFontMetrics metrics(m_look.theme.font(TextRole::Tiny));
    const int height = m_look.theme.scaled(16);
    return {qMax(height, metrics.horizontalAdvance(m_text) + 10), height};
}

void KeyCap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto);
    paint::box(painter, rect(), paint::markRadius + 1, m_look.theme.color(Token::Window),
               m_look.theme.color(Token::Line));
    painter.setFont(m_look.theme.font(TextRole::Tiny));
    painter.setPen(m_look.theme.color(Token::Text3));
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace orangery
