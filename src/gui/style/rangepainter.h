// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QStyle>

class QPainter;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QWidget;

namespace orangery {
class Theme;
}

/// Sliders, scroll bars and progress bars.
namespace orangery::paint {

inline constexpr int trackHeight = 4;
inline constexpr int sliderHandle = 16;
inline constexpr int scrollBarWidth = 10;

/// `part` of a slider: its groove (as long as the handle can travel) or its handle.
QRect sliderPart(const QStyleOptionSlider& option, QStyle::SubControl part);
void slider(QPainter& painter, const Theme& theme, const QStyleOptionSlider& option);

QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part);
void scrollBar(QPainter& painter, const Theme& theme, const QStyleOptionSlider& option,
               const QWidget* widget);

void progress(QPainter& painter, const Theme& theme, const QStyleOptionProgressBar& option);
/// A track with its used part; what the gauge and the rows of jobs show too. `share` 0 … 1.
void track(QPainter& painter, const Theme& theme, const QRectF& rect, qreal share, const QColor& fill,
           Qt::LayoutDirection direction);

} // namespace orangery::paint
