// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/scene.h"

#include <QRectF>

class QPainter;

namespace orangery::sandbox {

/// Draws one thing that fills `frame` and stands on its lower edge.
void drawMotif(QPainter& painter, Motif motif, const QRectF& frame, const QColor& colour);

} // namespace orangery::sandbox
