// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>

class QWidget;

namespace orangery {

/// What a painted widget is for assistive technology (a plain QWidget is only a filler). Its name and
/// description come from the widget's accessibleName and accessibleDescription.
void setAccessibleRole(QWidget& widget, QAccessible::Role role);

} // namespace orangery
