// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QSize>

class QPainter;
class QStyleOption;
class QStyleOptionMenuItem;
class QWidget;

namespace orangery {
class Theme;
}

/// Menus, the menu bar and tooltips.
namespace orangery::paint {

/// Whether popups can have round corners here: where the desktop always composes windows.
bool hasRoundPopups();

QSize menuItemSize(const Theme& theme, const QStyleOptionMenuItem& option, const QSize& contents);
void menuItem(QPainter& painter, const Theme& theme, const QStyleOptionMenuItem& option);
void menuPanel(QPainter& painter, const Theme& theme, const QRect& rect);
void menuBarItem(QPainter& painter, const Theme& theme, const QStyleOptionMenuItem& option);
void toolTip(QPainter& painter, const Theme& theme, const QRect& rect);

} // namespace orangery::paint
