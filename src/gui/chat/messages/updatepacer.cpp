// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/updatepacer.h"

namespace orangery {

UpdatePacer::UpdatePacer(QObject* parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &UpdatePacer::due);
}

void UpdatePacer::request()
{
    if (m_timer.isActive())
        return;
    const qint64 passed = m_sinceLast.isValid() ? m_sinceLast.elapsed() : m_interval;
    m_timer.start(static_cast<int>(qMax<qint64>(0, m_interval - passed)));
}

void UpdatePacer::done(qint64 costMs)
{
    m_timer.stop();
    m_interval = interval(costMs);
    m_sinceLast.start();
}

} // namespace orangery
