// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/paintreport.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>
#include <cstdio>

namespace orangery {

PaintReport::PaintReport(QWidget& window) : QObject(&window)
{
    window.installEventFilter(this);
}

bool PaintReport::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        // the event arrives before the painting: the next turn is after it
        QTimer::singleShot(0, this, [] {
            std::puts("painted");
            std::fflush(stdout);
        });
    }
    return QObject::eventFilter(watched, event);
}

} // namespace orangery
