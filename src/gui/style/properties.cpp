// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/properties.h"

#include <QCoreApplication>
#include <QEvent>
#include <QVariant>
#include <QWidget>

namespace orangery::property {

void set(QWidget& widget, const char* name, bool on)
{
    if (isSet(&widget, name) == on)
        return;
    widget.setProperty(name, on);
    QEvent change(QEvent::StyleChange); // buttons and fields remember the size that they asked for
    QCoreApplication::sendEvent(&widget, &change);
    widget.updateGeometry();
    widget.update();
}

bool isSet(const QWidget* widget, const char* name)
{
    return widget && widget->property(name).toBool();
}

} // namespace orangery::property
