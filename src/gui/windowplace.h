// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>

namespace orangery {

/// Where a window that was left at `wanted` may open: unchanged when enough of it can be seen on `screens`
/// (their available areas), else moved and, if it must be, shrunk onto the nearest one.
QRect clampedToScreens(const QRect& wanted, const QList<QRect>& screens);

} // namespace orangery
