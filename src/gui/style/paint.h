// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPainter>
#include <QRectF>

/// Strokes that stay sharp at any device pixel ratio. Lengths are device-independent pixels.
namespace orangery::paint {

inline constexpr qreal controlRadius = 6;
inline constexpr qreal cardRadius = 8;
inline constexpr qreal markRadius = 3;

/// Device pixels to one device-independent pixel, as this painter draws (the widget's own ratio is not asked:
/// a grab may have another).
qreal ratioOf(const QPainter& painter);
/// `rect` moved to whole device pixels.
QRectF snapped(const QPainter& painter, const QRectF& rect);
/// The width of a line of `width`: whole device pixels, at least one.
qreal lineWidth(const QPainter& painter, qreal width = 1);

/// A rounded box; the border lies inside `rect`. An invalid colour leaves that part out.
void box(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& border = {},
         qreal borderWidth = 1);
/// A horizontal or vertical line one `line` wide in the middle of `rect`.
void hairline(QPainter& painter, const QRectF& rect, Qt::Orientation orientation, const QColor& color);
/// A line one `line` wide along an edge of `rect`.
void edgeLine(QPainter& painter, const QRectF& rect, Qt::Edge edge, const QColor& color, qreal width = 1);

inline constexpr int chevronWidth = 7;
/// In the middle of `rect`, at most `width` wide.
void chevron(QPainter& painter, const QRectF& rect, Qt::ArrowType direction, const QColor& color,
             qreal width = chevronWidth);
void tick(QPainter& painter, const QRectF& rect, const QColor& color);
/// Lines at 45°, `spacing` apart, clipped to `rect`.
void hatch(QPainter& painter, const QRectF& rect, const QColor& color, qreal spacing = 4);

/// The icon in one colour, in the centre of `rect`.
void icon(QPainter& painter, const QIcon& icon, const QRect& rect, const QColor& color);

} // namespace orangery::paint
