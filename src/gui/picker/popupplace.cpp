// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/picker/popupplace.h"

#include <QScreen>
#include <QWidget>

namespace orangery {

QRect popupPlace(const QWidget& button, const QSize& size)
{
    constexpr int gap = 2;
    constexpr int edge = 8;
    const QRect screen = button.screen()->availableGeometry();
    const QRect anchor(button.mapToGlobal(QPoint()), button.size());
    const QWidget& window = *button.window();
    const QRect inWindow = QRect(window.mapToGlobal(QPoint()), window.size()).adjusted(edge, 0, -edge, -edge);
    const QRect room =
        inWindow.intersected(screen).width() >= size.width() ? inWindow.intersected(screen) : screen;

    QRect place(QPoint(), size.boundedTo(room.size()));
    const int below = room.bottom() - anchor.bottom() - gap;
    const int above = anchor.top() - room.top() - gap;
    if (below >= place.height() || below >= above) {
        place.setHeight(qMin(place.height(), below));
        place.moveTop(anchor.bottom() + 1 + gap);
    } else {
        place.setHeight(qMin(place.height(), above));
        place.moveBottom(anchor.top() - 1 - gap);
    }
    if (button.layoutDirection() == Qt::LeftToRight)
        place.moveRight(anchor.right());
    else
        place.moveLeft(anchor.left());
    if (place.right() > room.right())
        place.moveRight(room.right());
    if (place.left() < room.left())
        place.moveLeft(room.left());
    return place;
}

} // namespace orangery
