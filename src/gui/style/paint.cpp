// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/paint.h"

#include <QPainterPath>
#include <cmath>

namespace orangery::paint {

qreal ratioOf(const QPainter& painter)
{
    const QTransform transform = painter.deviceTransform();
    return transform.type() <= QTransform::TxScale ? transform.m11() : painter.device()->devicePixelRatioF();
}

QRectF snapped(const QPainter& painter, const QRectF& rect)
{
    const QTransform transform = painter.deviceTransform();
    if (transform.type() > QTransform::TxScale)
        return rect;
    const QRectF device = transform.mapRect(rect);
    const QPointF topLeft(std::round(device.left()), std::round(device.top()));
    const QPointF bottomRight(std::round(device.right()), std::round(device.bottom()));
    return transform.inverted().mapRect(QRectF(topLeft, bottomRight));
}

qreal lineWidth(const QPainter& painter, qreal width)
{
    const qreal ratio = ratioOf(painter);
    return std::max(1.0, std::floor(width * ratio)) / ratio;
}

void box(QPainter& painter, const QRectF& rect, qreal radius, const QColor& fill, const QColor& border,
         qreal borderWidth)
{
    const qreal width = border.isValid() ? lineWidth(painter, borderWidth) : 0;
    const QRectF outline = snapped(painter, rect).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inner = std::max(0.0, radius - width / 2);
    painter.drawRoundedRect(outline, inner, inner);
    painter.restore();
}

void hairline(QPainter& painter, const QRectF& rect, Qt::Orientation orientation, const QColor& color)
{
    const qreal width = lineWidth(painter);
    const QRectF line = orientation == Qt::Horizontal
                            ? QRectF(rect.left(), rect.center().y() - width / 2, rect.width(), width)
                            : QRectF(rect.center().x() - width / 2, rect.top(), width, rect.height());
    painter.fillRect(snapped(painter, line), color);
}

void edgeLine(QPainter& painter, const QRectF& rect, Qt::Edge edge, const QColor& color, qreal width)
{
    const QRectF area = snapped(painter, rect);
    const qreal thick = lineWidth(painter, width);
    QRectF line = area;
    switch (edge) {
    case Qt::TopEdge:
        line.setHeight(thick);
        break;
    case Qt::BottomEdge:
        line.setTop(area.bottom() - thick);
        break;
    case Qt::LeftEdge:
        line.setWidth(thick);
        break;
    case Qt::RightEdge:
        line.setLeft(area.right() - thick);
        break;
    }
    painter.fillRect(line, color);
}

void chevron(QPainter& painter, const QRectF& rect, Qt::ArrowType direction, const QColor& color, qreal width)
{
    const qreal side = std::min({rect.width(), rect.height(), width});
    QPolygonF angle{QPointF(-side / 2, -side / 4), QPointF(0, side / 4), QPointF(side / 2, -side / 4)};
    const qreal turn = direction == Qt::UpArrow      ? 180
                       : direction == Qt::LeftArrow  ? 90
                       : direction == Qt::RightArrow ? -90
                                                     : 0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center());
    painter.rotate(turn);
    painter.setPen(QPen(color, 1.25, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(angle);
    painter.restore();
}

void tick(QPainter& painter, const QRectF& rect, const QColor& color)
{
    const auto at = [&rect](qreal x, qreal y) {
        return QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height());
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, rect.width() / 9, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF{at(0.24, 0.52), at(0.42, 0.69), at(0.77, 0.33)});
    painter.restore();
}

void hatch(QPainter& painter, const QRectF& rect, const QColor& color, qreal spacing)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(QPen(color, spacing / 2));
    const qreal reach = rect.height();
    for (qreal x = rect.left() - reach; x < rect.right() + spacing; x += spacing)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + reach, rect.top()));
    painter.restore();
}

void icon(QPainter& painter, const QIcon& icon, const QRect& rect, const QColor& color)
{
    const qreal ratio = ratioOf(painter);
    QPixmap pixmap = icon.pixmap(rect.size(), ratio);
    if (pixmap.isNull())
        return;
    QPainter tint(&pixmap);
    tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
    tint.fillRect(QRectF(QPointF(), QSizeF(pixmap.size()) / pixmap.devicePixelRatio()), color);
    tint.end();
    const QSizeF size = QSizeF(pixmap.size()) / pixmap.devicePixelRatio();
    const QRectF centred(QRectF(rect).center() - QPointF(size.width() / 2, size.height() / 2), size);
    painter.drawPixmap(snapped(painter, centred).topLeft(), pixmap);
}

} // namespace orangery::paint
