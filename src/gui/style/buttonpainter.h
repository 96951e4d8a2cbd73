// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

class QPainter;
class QStyleOptionButton;
class QStyleOptionToolButton;
class QWidget;

/// Push buttons and tool buttons.
namespace orangery {
class Theme;
}

namespace orangery::paint {

QSize pushButtonSize(const Theme& theme, const QStyleOptionButton& option, const QWidget* widget);
void pushButtonBevel(QPainter& painter, const Theme& theme, const QStyleOptionButton& option,
                     const QWidget* widget);
void pushButtonLabel(QPainter& painter, const Theme& theme, const QStyleOptionButton& option,
                     const QWidget* widget);

QSize toolButtonSize(const Theme& theme, const QStyleOptionToolButton& option, const QWidget* widget);
void toolButton(QPainter& painter, const Theme& theme, const QStyleOptionToolButton& option,
                const QWidget* widget);

} // namespace orangery::paint
