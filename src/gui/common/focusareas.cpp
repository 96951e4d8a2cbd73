// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/focusareas.h"

#include <QApplication>
#include <QWidget>

namespace orangery {

namespace {

bool canTakeFocus(const QWidget* widget)
{
    return widget && widget->isVisible() && widget->isEnabled();
}

/// −1: in none.
int areaOf(const QList<FocusArea>& areas, const QWidget* widget)
{
    for (; widget; widget = widget->isWindow() ? nullptr : widget->parentWidget()) {
        for (int i = 0; i < areas.size(); ++i) {
            if (areas[i].widgets.contains(widget))
                return i;
        }
    }
    return -1;
}

QWidget* targetIn(const QList<FocusArea>& areas, int area)
{
    for (const QWidget* part : areas[area].widgets) {
        QWidget* last = part->focusWidget();
        if (canTakeFocus(last) && areaOf(areas, last) == area)
            return last;
    }
    return canTakeFocus(areas[area].entry) ? areas[area].entry : nullptr;
}

} // namespace

void stepFocus(const QList<FocusArea>& areas, bool forward)
{
    const int count = static_cast<int>(areas.size());
    const int from = areaOf(areas, QApplication::focusWidget());
    const int start = from >= 0 ? from : forward ? -1 : count;
    for (int step = 1; step <= count; ++step) {
        const int area = ((start + (forward ? step : -step)) % count + count) % count;
        if (QWidget* target = targetIn(areas, area); target && area != from)
            return target->setFocus(Qt::ShortcutFocusReason);
    }
}

} // namespace orangery
