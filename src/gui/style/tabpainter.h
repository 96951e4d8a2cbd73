// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>

class QPainter;
class QStyleOptionTab;
class QTabBar;
class QWidget;

namespace orangery {
class Theme;
}

/// The tabs of the shell and of every other tab bar.
namespace orangery::paint {

QSize tabSize(const Theme& theme, const QStyleOptionTab& option, const QWidget* widget);
void tab(QPainter& painter, const Theme& theme, const QStyleOptionTab& option, const QWidget* widget);
/// The mark under the tabs; `position` is a tab index, or lies between two while the mark slides.
void tabMark(QPainter& painter, const Theme& theme, const QTabBar& bar, qreal position);

} // namespace orangery::paint
