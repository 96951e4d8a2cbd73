// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windowplace.h"

#include <limits>

namespace orangery {

QRect clampedToScreens(const QRect& wanted, const QList<QRect>& screens)
{
    if (screens.isEmpty())
        return wanted;
    // the title bar must stay within reach: a strip of it, not only a corner
    constexpr int graspable = 120;
    const QRect grip(wanted.left(), wanted.top(), wanted.width(), 40);
    for (const QRect& screen : screens) {
        const QRect seen = screen & grip;
        if (seen.width() >= graspable && seen.height() >= 20 && screen.width() >= wanted.width() / 2)
            return wanted;
    }
    const QRect* nearest = nullptr;
    int least = std::numeric_limits<int>::max();
    for (const QRect& screen : screens) {
        const int distance = (screen.center() - wanted.center()).manhattanLength();
        if (distance < least) {
            least = distance;
            nearest = &screen;
        }
    }
    QRect placed(0, 0, qMin(wanted.width(), nearest->width()), qMin(wanted.height(), nearest->height()));
    placed.moveLeft(qBound(nearest->left(), wanted.left(), nearest->right() - placed.width() + 1));
    placed.moveTop(qBound(nearest->top(), wanted.top(), nearest->bottom() - placed.height() + 1));
    return placed;
}

} // namespace orangery
