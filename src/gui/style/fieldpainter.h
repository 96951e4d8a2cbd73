// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QStyle>

class QPainter;
class QStyleOption;
class QStyleOptionComboBox;
class QStyleOptionSpinBox;
class QWidget;

namespace orangery {
class Theme;
}

/// Line edits, text edits, combo boxes and spin boxes.
namespace orangery::paint {

/// The box of a field; with focus 2 px leaf instead of its border.
void field(QPainter& painter, const Theme& theme, const QRect& rect, QStyle::State state,
           const QWidget* widget);
/// The same without its fill, for frames around a viewport.
void fieldFrame(QPainter& painter, const Theme& theme, const QStyleOption& option, const QWidget* widget);

void comboBox(QPainter& painter, const Theme& theme, const QStyleOptionComboBox& option,
              const QWidget* widget);
void comboBoxLabel(QPainter& painter, const Theme& theme, const QStyleOptionComboBox& option);
QRect comboBoxPart(const QStyleOptionComboBox& option, QStyle::SubControl part);

void spinBox(QPainter& painter, const Theme& theme, const QStyleOptionSpinBox& option, const QWidget* widget);
QRect spinBoxPart(const QStyleOptionSpinBox& option, QStyle::SubControl part);

} // namespace orangery::paint
