// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/ruleblock.h"

#include "gui/chat/messages/messagestyle.h"
#include "gui/style/paint.h"

namespace orangery {

int RuleBlock::layOut(int width)
{
    m_width = width;
    return Height;
}

void RuleBlock::paint(QPainter& painter, const QRectF&, TextSpan) const
{
    paint::hairline(painter, QRectF(0, 0, m_width, Height), Qt::Horizontal, m_style.line);
}

} // namespace orangery
