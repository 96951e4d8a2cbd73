// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/properties.h"

#include <QVariant>
#include <QWidget>

namespace orangery::property {

void set(QWidget& widget, const char* name, bool on)
{
    if (isSet(&widget, name) == on)
        return;
    widget.setProperty(name, on);
    widget.updateGeometry();
    widget.update();
}

bool isSet(const QWidget* widget, const char* name)
{
    return widget && widget->property(name).toBool();
}

} // namespace orangery::property
