// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/iconlabel.h"

#include "gui/common/accessiblerole.h"
#include "gui/style/icons.h"
#include "gui/style/theme.h"

#include <QPainter>

namespace orangery {

IconLabel::IconLabel(Look look, const QString& name, int side, Token color, QWidget* parent)
    : QWidget(parent),
      m_look(look),
      m_name(name),
      m_side(side),
      m_color(color)
{
    const auto grow = [this] { setFixedSize(sizeHint()); };
    connect(&look.theme, &Theme::changed, this, grow);
    grow();
    setAccessibleRole(*this, QAccessible::Graphic);
}

QSize IconLabel::sizeHint() const
{
    const int side = m_look.theme.scaled(m_side);
    return {side, side};
}

void IconLabel::setIcon(const QString& name, Token color)
{
    m_name = name;
    m_color = color;
    update();
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setOpacity(isEnabled() ? 1 : 0.5);
    m_look.icons.paint(painter, m_name, rect(), m_look.theme.color(m_color));
}

} // namespace orangery
