// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/markpainter.h"

#include "gui/style/paint.h"
#include "gui/style/theme.h"

namespace orangery::paint {
namespace {

class Dimmed
{
public:
    Dimmed(QPainter& painter, QStyle::State state) : m_painter(painter)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        if (!(state & QStyle::State_Enabled))
            m_painter.setOpacity(m_painter.opacity() * 0.5);
    }
    ~Dimmed() { m_painter.restore(); }
    Q_DISABLE_COPY_MOVE(Dimmed)

private:
    QPainter& m_painter;
};

QRectF squareIn(const QRect& rect)
{
    const int side = qMin(rect.width(), rect.height());
    return QRect(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side);
}

QColor emptyFill(const Theme& theme, QStyle::State state)
{
    if (state & QStyle::State_Sunken)
        return theme.color(Token::Sunken);
    const bool isHovered = (state & QStyle::State_MouseOver) && (state & QStyle::State_Enabled);
    return theme.color(isHovered ? Token::Hover : Token::Base);
}

QColor leafFill(const Theme& theme, QStyle::State state)
{
    if (state & QStyle::State_Sunken)
        return theme.color(Token::LeafPress);
    const bool isHovered = (state & QStyle::State_MouseOver) && (state & QStyle::State_Enabled);
    return theme.color(isHovered ? Token::LeafHover : Token::Leaf);
}

} // namespace

void checkMark(QPainter& painter, const Theme& theme, const QRect& rect, QStyle::State state)
{
    const Dimmed dimmed(painter, state);
    const QRectF square = squareIn(rect);
    if (!(state & (QStyle::State_On | QStyle::State_NoChange))) {
        box(painter, square, markRadius, emptyFill(theme, state), theme.color(Token::LineStrong));
        return;
    }
    box(painter, square, markRadius, leafFill(theme, state));
    if (state & QStyle::State_NoChange)
        box(painter, QRectF(square.left() + 4, square.center().y() - 1, square.width() - 8, 2), 1,
            theme.color(Token::OnLeaf));
    else
        tick(painter, square, theme.color(Token::OnLeaf));
}

void switchMark(QPainter& painter, const Theme& theme, const QRect& rect, QStyle::State state,
                Qt::LayoutDirection direction, qreal position)
{
    const Dimmed dimmed(painter, state);
    const QRectF track(rect);
    const bool isOn = state & QStyle::State_On;
    const qreal radius = track.height() / 2;
    if (isOn)
        box(painter, track, radius, leafFill(theme, state));
    else
        box(painter, track, radius, theme.color(Token::Sunken), theme.color(Token::LineStrong));
    const qreal travel = track.width() - track.height();
    const qreal offset = direction == Qt::RightToLeft ? travel * (1 - position) : travel * position;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(isOn ? Token::OnLeaf : Token::LineStrong));
    painter.drawEllipse(QPointF(track.left() + radius + offset, track.center().y()), radius - 3, radius - 3);
}

void radioMark(QPainter& painter, const Theme& theme, const QRect& rect, QStyle::State state)
{
    const Dimmed dimmed(painter, state);
    const QRectF square = squareIn(rect);
    const bool isOn = state & QStyle::State_On;
    box(painter, square, square.width() / 2, emptyFill(theme, state),
        isOn ? leafFill(theme, state) : theme.color(Token::LineStrong));
    if (!isOn)
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(leafFill(theme, state));
    painter.drawEllipse(square.center(), square.width() / 4, square.width() / 4);
}

} // namespace orangery::paint
