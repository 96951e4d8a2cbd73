// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/quotaclock.h"

#include <QTimeZone>
#include <cstdlib>

namespace orangery {

void QuotaClock::noteServerTime(const QDateTime& serverUtc)
{
    constexpr qint64 networkNoiseMs = 2500; // whole seconds, and the way here
    const qint64 offset = m_clock.utcNow().msecsTo(serverUtc);
    m_offsetMs = std::llabs(offset) < networkNoiseMs ? 0 : offset;
}

QDateTime QuotaClock::nextReset() const
{
    return QDateTime(utcDay().addDays(1), QTime(0, 0), QTimeZone::utc());
}

std::chrono::seconds QuotaClock::untilReset() const
{
    return std::chrono::seconds(utcNow().secsTo(nextReset()));
}

} // namespace orangery
