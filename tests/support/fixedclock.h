// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

namespace orangery::test {

/// A clock that stands where the test puts it.
class FixedClock final : public Clock
{
public:
    explicit FixedClock(QDateTime now = QDateTime::currentDateTimeUtc()) : m_now(std::move(now)) {}

    QDateTime utcNow() const override { return m_now; }
    std::chrono::milliseconds monotonic() const override { return std::chrono::milliseconds(0); }
    void set(const QDateTime& now) { m_now = now; }

private:
    QDateTime m_now;
};

} // namespace orangery::test
