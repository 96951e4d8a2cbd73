// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/rangepainter.h"

#include "gui/style/paint.h"
#include "gui/style/theme.h"

#include <QAbstractScrollArea>
#include <QPainterPath>
#include <QStyleOption>

namespace orangery::paint {
namespace {

constexpr int shortestScrollHandle = 32;
constexpr int scrollHandleWidth = 6;

int lengthOf(const QStyleOptionSlider& option)
{
    return option.orientation == Qt::Horizontal ? option.rect.width() : option.rect.height();
}

QRect along(const QStyleOptionSlider& option, int start, int length)
{
    const QRect& all = option.rect;
    return option.orientation == Qt::Horizontal ? QRect(all.x() + start, all.y(), length, all.height())
                                                : QRect(all.x(), all.y() + start, all.width(), length);
}

// A scroll bar is opaque for Qt: it has to lay down what its neighbour, the viewport, stands on.
QColor groundOf(const QStyleOption& option, const QWidget* widget)
{
    for (const QWidget* parent = widget; parent; parent = parent->parentWidget())
        if (const auto* area = qobject_cast<const QAbstractScrollArea*>(parent))
            return area->viewport()->palette().color(area->viewport()->backgroundRole());
    return option.palette.color(QPalette::Window);
}

} // namespace

QRect sliderPart(const QStyleOptionSlider& option, QStyle::SubControl part)
{
    if (part == QStyle::SC_SliderGroove)
        return option.rect;
    if (part != QStyle::SC_SliderHandle)
        return {};
    const int position =
        QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                        lengthOf(option) - sliderHandle, option.upsideDown);
    const QRect slot = along(option, position, sliderHandle);
    QRect handle(0, 0, sliderHandle, sliderHandle);
    handle.moveCenter(slot.center());
    return handle;
}

void slider(QPainter& painter, const Theme& theme, const QStyleOptionSlider& option)
{
    const bool isHorizontal = option.orientation == Qt::Horizontal;
    const QRectF handle = sliderPart(option, QStyle::SC_SliderHandle);
    QRectF groove = option.rect;
    if (isHorizontal)
        groove = QRectF(groove.x() + sliderHandle / 2.0, handle.center().y() - trackHeight / 2.0,
                        groove.width() - sliderHandle, trackHeight);
    else
        groove = QRectF(handle.center().x() - trackHeight / 2.0, groove.y() + sliderHandle / 2.0, trackHeight,
                        groove.height() - sliderHandle);
    QRectF filled = groove;
    if (isHorizontal)
        option.upsideDown ? filled.setLeft(handle.center().x()) : filled.setRight(handle.center().x());
    else
        option.upsideDown ? filled.setTop(handle.center().y()) : filled.setBottom(handle.center().y());

    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isHovered = isEnabled && (option.activeSubControls & QStyle::SC_SliderHandle);
    const QColor leaf = theme.color(isHovered ? Token::LeafHover : Token::Leaf);
    painter.save();
    painter.setOpacity(isEnabled ? 1 : 0.5);
    box(painter, groove, trackHeight / 2.0, theme.color(Token::Sunken), theme.color(Token::Line));
    box(painter, filled, trackHeight / 2.0, leaf);
    const bool isHeld = (option.state & QStyle::State_Sunken) && isHovered;
    box(painter, handle, sliderHandle / 2.0, isHeld ? theme.color(Token::LeafSoft) : theme.color(Token::Base),
        leaf, 2);
    if ((option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange))
        box(painter, handle.adjusted(-4, -4, 4, 4), sliderHandle / 2.0 + 4, {}, theme.color(Token::Leaf), 2);
    painter.restore();
}

QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part)
{
    const int length = lengthOf(option);
    const int range = option.maximum - option.minimum;
    int handle = length;
    if (range > 0)
        handle = int(qint64(option.pageStep) * length / (qint64(range) + option.pageStep));
    handle = qBound(qMin(shortestScrollHandle, length), handle, length);
    const int start = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                      length - handle, option.upsideDown);
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return option.rect;
    case QStyle::SC_ScrollBarSlider:
        return along(option, start, handle);
    case QStyle::SC_ScrollBarSubPage:
        return along(option, 0, start);
    case QStyle::SC_ScrollBarAddPage:
        return along(option, start + handle, length - start - handle);
    default:
        return {};
    }
}

void scrollBar(QPainter& painter, const Theme& theme, const QStyleOptionSlider& option, const QWidget* widget)
{
    painter.fillRect(option.rect, groundOf(option, widget));
    if (option.maximum <= option.minimum)
        return;
    const bool isActive = (option.state & QStyle::State_Enabled) &&
                          (option.activeSubControls & QStyle::SC_ScrollBarSlider) &&
                          (option.state & (QStyle::State_MouseOver | QStyle::State_Sunken));
    QRectF handle = scrollBarPart(option, QStyle::SC_ScrollBarSlider);
    const qreal inset = (scrollBarWidth - scrollHandleWidth) / 2.0;
    handle.adjust(inset, inset, -inset, -inset);
    box(painter, handle, scrollHandleWidth / 2.0, theme.color(isActive ? Token::Text3 : Token::LineStrong));
}

void track(QPainter& painter, const Theme& theme, const QRectF& rect, qreal share, const QColor& fill,
           Qt::LayoutDirection direction)
{
    const qreal radius = rect.height() / 2;
    box(painter, rect, radius, theme.color(Token::Sunken),
        theme.isHighContrast() ? theme.color(Token::LineStrong) : QColor());
    if (share <= 0)
        return;
    // Clipped by the track's shape, so that a sliver stays inside its round end.
    QPainterPath shape;
    shape.addRoundedRect(rect, radius, radius);
    QRectF used = rect;
    used.setWidth(qMax(1.0, rect.width() * qMin(1.0, share)));
    if (direction == Qt::RightToLeft)
        used.moveRight(rect.right());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath part;
    part.addRoundedRect(used, qMin(radius, used.width() / 2), radius);
    painter.fillPath(shape.intersected(part), fill);
    painter.restore();
}

void progress(QPainter& painter, const Theme& theme, const QStyleOptionProgressBar& option)
{
    QRectF rect = option.rect;
    const bool isHorizontal = option.state & QStyle::State_Horizontal;
    if (isHorizontal)
        rect = QRectF(rect.x(), rect.center().y() - trackHeight / 2.0, rect.width(), trackHeight);
    else
        rect = QRectF(rect.center().x() - trackHeight / 2.0, rect.y(), trackHeight, rect.height());
    const QColor leaf = theme.color(Token::Leaf);
    const qint64 range = qint64(option.maximum) - option.minimum;
    if (range <= 0) { // nothing is known: hatched, and still
        track(painter, theme, rect, 0, leaf, option.direction);
        hatch(painter, rect, leaf);
        return;
    }
    const qreal share = qreal(qint64(option.progress) - option.minimum) / qreal(range);
    if (!isHorizontal) {
        box(painter, rect, trackHeight / 2.0, theme.color(Token::Sunken));
        rect.setTop(rect.bottom() - rect.height() * qBound(0.0, share, 1.0));
        box(painter, rect, trackHeight / 2.0, leaf);
        return;
    }
    const bool isReversed = (option.direction == Qt::RightToLeft) != option.invertedAppearance;
    track(painter, theme, rect, share, leaf, isReversed ? Qt::RightToLeft : Qt::LeftToRight);
}

} // namespace orangery::paint
