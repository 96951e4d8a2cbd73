// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QStyle>

class QPainter;

namespace orangery {
class Theme;
}

/// Check boxes, switches and radio buttons: the mark without its label.
namespace orangery::paint {

inline constexpr int markSide = 16;
inline constexpr int switchWidth = 36;
inline constexpr int switchHeight = 20;

void checkMark(QPainter& painter, const Theme& theme, const QRect& rect, QStyle::State state);
/// `position` 0 is off, 1 is on; between them the knob moves.
void switchMark(QPainter& painter, const Theme& theme, const QRect& rect, QStyle::State state,
                Qt::LayoutDirection direction, qreal position);
void radioMark(QPainter& painter, const Theme& theme, const QRect& rect, QStyle::State state);

} // namespace orangery::paint
