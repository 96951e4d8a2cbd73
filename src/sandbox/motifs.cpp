// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/motifs.h"

#include <QPainter>
#include <QPainterPath>
#include <array>
#include <cmath>
#include <numbers>

namespace orangery::sandbox {

namespace {

const QColor dark(0x2B, 0x2D, 0x42);
const QColor glass(0xDD, 0xEE, 0xF6);

// Every motif is drawn in a square of 0 to 100, y downwards.

void drawCar(QPainter& painter, const QColor& colour)
{
    QPainterPath body;
    body.addRoundedRect(QRectF(2, 55, 96, 27), 9, 9);
    QPainterPath cabin;
    cabin.moveTo(20, 57);
    cabin.cubicTo(26, 34, 34, 32, 48, 32);
    cabin.cubicTo(64, 32, 70, 38, 80, 57);
    cabin.closeSubpath();
    painter.setBrush(colour.darker(112));
    painter.drawPath(cabin);
    painter.setBrush(glass);
    painter.drawPolygon(QPolygonF{{28, 55}, {33, 39}, {46, 38}, {46, 55}});
    painter.drawPolygon(QPolygonF{{50, 55}, {50, 38}, {60, 39}, {70, 55}});
    painter.setBrush(colour);
    painter.drawPath(body);
    for (const double x : {26.0, 74.0}) {
        painter.setBrush(dark);
        painter.drawEllipse(QPointF(x, 84), 13, 13);
        painter.setBrush(glass.darker(120));
        painter.drawEllipse(QPointF(x, 84), 6, 6);
    }
    painter.setBrush(QColor(0xFF, 0xE6, 0x9A));
    painter.drawEllipse(QPointF(94, 66), 3.5, 3.5);
}

void drawHouse(QPainter& painter, const QColor& colour)
{
    painter.setBrush(colour.lighter(130));
    painter.drawRect(QRectF(15, 48, 70, 52));
    painter.setBrush(colour.darker(130));
    painter.drawPolygon(QPolygonF{{5, 50}, {50, 12}, {95, 50}});
    painter.setBrush(dark);
    painter.drawRoundedRect(QRectF(42, 68, 17, 32), 3, 3);
    painter.setBrush(QColor(0xFF, 0xE6, 0x9A));
    painter.drawRect(QRectF(22, 60, 14, 14));
    painter.drawRect(QRectF(65, 60, 14, 14));
}

void drawTree(QPainter& painter, const QColor& colour)
{
    painter.setBrush(QColor(0x6B, 0x4A, 0x32));
    painter.drawRect(QRectF(45, 62, 10, 38));
    const QColor leaf(static_cast<int>(0.25 * colour.red() + 0.75 * 0x3A),
                      static_cast<int>(0.25 * colour.green() + 0.75 * 0x8D),
                      static_cast<int>(0.25 * colour.blue() + 0.75 * 0x4F));
    const std::array<QPointF, 4> crown{QPointF(50, 28), QPointF(32, 46), QPointF(68, 46), QPointF(50, 52)};
    int shade = 125;
    for (const QPointF& centre : crown) {
        painter.setBrush(leaf.darker(shade));
        painter.drawEllipse(centre, 24, 22);
        shade -= 12;
    }
}

void drawBoat(QPainter& painter, const QColor& colour)
{
    painter.setBrush(dark);
    painter.drawRect(QRectF(48, 10, 3, 68));
    painter.setBrush(QColor(0xF8, 0xF4, 0xEC));
    painter.drawPolygon(QPolygonF{{53, 12}, {53, 70}, {88, 70}});
    painter.setBrush(colour.lighter(135));
    painter.drawPolygon(QPolygonF{{46, 20}, {46, 70}, {20, 70}});
    QPainterPath hull;
    hull.moveTo(8, 76);
    hull.lineTo(94, 76);
    hull.cubicTo(86, 96, 78, 98, 66, 98);
    hull.lineTo(32, 98);
    hull.cubicTo(20, 98, 13, 90, 8, 76);
    painter.setBrush(colour);
    painter.drawPath(hull);
}

void drawFlower(QPainter& painter, const QColor& colour)
{
    painter.setBrush(QColor(0x3A, 0x8D, 0x4F));
    painter.drawRect(QRectF(48.5, 45, 3, 55));
    painter.drawEllipse(QPointF(62, 80), 13, 5);
    for (int petal = 0; petal < 7; ++petal) {
        const double angle = 2 * std::numbers::pi * petal / 7;
        painter.setBrush(petal % 2 == 0 ? colour : colour.lighter(118));
        painter.drawEllipse(QPointF(50 + 18 * std::cos(angle), 32 + 18 * std::sin(angle)), 12, 12);
    }
    painter.setBrush(QColor(0xF6, 0xBD, 0x60));
    painter.drawEllipse(QPointF(50, 32), 10, 10);
}

void drawCat(QPainter& painter, const QColor& colour)
{
    QPainterPath tail;
    tail.moveTo(76, 92);
    tail.cubicTo(104, 92, 92, 60, 84, 58);
    painter.save();
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(colour.darker(115), 7, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(tail);
    painter.restore();
    painter.setBrush(colour);
    painter.drawEllipse(QRectF(24, 50, 54, 50));
    painter.drawPolygon(QPolygonF{{26, 30}, {30, 6}, {46, 20}});
    painter.drawPolygon(QPolygonF{{74, 30}, {70, 6}, {54, 20}});
    painter.drawEllipse(QRectF(24, 14, 52, 44));
    painter.setBrush(QColor(0xE9, 0xF5, 0xC9));
    painter.drawEllipse(QPointF(40, 34), 6, 7);
    painter.drawEllipse(QPointF(60, 34), 6, 7);
    painter.setBrush(dark);
    painter.drawEllipse(QPointF(40, 34), 2, 6);
    painter.drawEllipse(QPointF(60, 34), 2, 6);
    painter.drawPolygon(QPolygonF{{47, 44}, {53, 44}, {50, 48}});
}

void drawMountain(QPainter& painter, const QColor& colour)
{
    painter.setBrush(colour.darker(150));
    painter.drawPolygon(QPolygonF{{30, 100}, {70, 25}, {110, 100}});
    painter.setBrush(colour.darker(125));
    painter.drawPolygon(QPolygonF{{-12, 100}, {38, 8}, {82, 100}});
    painter.setBrush(QColor(0xF8, 0xF8, 0xFC));
    painter.drawPolygon(QPolygonF{{24.4, 33}, {38, 8}, {50, 33}, {43, 28}, {37, 36}, {31, 28}});
}

} // namespace

void drawMotif(QPainter& painter, Motif motif, const QRectF& frame, const QColor& colour)
{
    painter.save();
    painter.setPen(Qt::NoPen);
    painter.translate(frame.topLeft());
    painter.scale(frame.width() / 100, frame.height() / 100);
    switch (motif) {
    case Motif::Car:
        drawCar(painter, colour);
        break;
    case Motif::House:
        drawHouse(painter, colour);
        break;
    case Motif::Tree:
        drawTree(painter, colour);
        break;
    case Motif::Boat:
        drawBoat(painter, colour);
        break;
    case Motif::Flower:
        drawFlower(painter, colour);
        break;
    case Motif::Cat:
        drawCat(painter, colour);
        break;
    case Motif::Mountain:
        drawMountain(painter, colour);
        break;
    }
    painter.restore();
}

} // namespace orangery::sandbox
