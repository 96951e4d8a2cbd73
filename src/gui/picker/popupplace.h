// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

class QWidget;

namespace orangery {

/// Where a popup of `size` stands: below `button`, its end edge on the button's, inside the button's screen
/// and, where that leaves room enough, inside its window. It may come out smaller than asked for. Global
/// coordinates.
QRect popupPlace(const QWidget& button, const QSize& size);

} // namespace orangery
