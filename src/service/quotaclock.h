// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

namespace orangery {

/// Which day it is for the service. Its own `Date` header decides, so a computer whose clock is wrong by a
/// day still counts into the right one; until a first answer came, the offset of the last run is believed.
class QuotaClock
{
public:
    explicit QuotaClock(const Clock& clock) : m_clock(clock) {}

    /// Takes over the service's time. Differences below 2.5 seconds are the network's and are
    /// ignored.
    void noteServerTime(const QDateTime& serverUtc);
    void believe(std::chrono::milliseconds keptOffset) { m_offsetMs = keptOffset.count(); }
    QDateTime utcNow() const { return m_clock.utcNow().addMSecs(m_offsetMs); }
    QDate utcDay() const { return utcNow().date(); }
    /// The next 00:00 UTC, by the service's clock.
    QDateTime nextReset() const;
    std::chrono::seconds untilReset() const;
    /// How far the computer's clock is behind the service's.
    std::chrono::milliseconds offset() const { return std::chrono::milliseconds(m_offsetMs); }
    const Clock& local() const { return m_clock; }

private:
    const Clock& m_clock;
    qint64 m_offsetMs = 0;
};

} // namespace orangery
