// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/card.h"

#include "gui/style/paint.h"
#include "gui/style/theme.h"

#include <QPainter>

namespace orangery {

Card::Card(Look look, QWidget* parent) : QFrame(parent), m_look(look)
{
    setFrameShape(QFrame::NoFrame);
    setContentsMargins(16, 12, 16, 12);
}

void Card::setChosen(bool chosen)
{
    if (m_isChosen == chosen)
        return;
    m_isChosen = chosen;
    update();
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_look.theme;
    paint::box(painter, rect(), paint::cardRadius, theme.color(Token::Base),
               theme.color(m_isChosen ? Token::Leaf : Token::Line), m_isChosen ? 2 : 1);
}

} // namespace orangery
