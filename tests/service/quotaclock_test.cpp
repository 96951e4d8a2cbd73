// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/quotaclock.h"

#include "support/fixedclock.h"

#include <gtest/gtest.h>

namespace orangery {

namespace {

QDateTime utc(const char* text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

} // namespace

TEST(QuotaClock, BelievesTheComputerUntilTheServiceSpoke)
{
    const test::FixedClock clock(utc("2026-11-23T14:20:00Z"));
    const QuotaClock quota(clock);
    EXPECT_EQ(quota.utcDay(), QDate(2026, 11, 23));
    EXPECT_EQ(quota.nextReset(), utc("2026-11-24T00:00:00Z"));
    EXPECT_EQ(quota.untilReset().count(), 9 * 3600 + 40 * 60);
}

TEST(QuotaClock, CountsIntoTheServicesDayWhenTheComputerIsADayOff)
{
    const test::FixedClock clock(utc("2026-11-22T23:59:00Z"));
    QuotaClock quota(clock);
    quota.noteServerTime(utc("2026-11-23T23:59:00Z"));
    EXPECT_EQ(quota.utcDay(), QDate(2026, 11, 23));
    EXPECT_EQ(quota.nextReset(), utc("2026-11-24T00:00:00Z"));
    EXPECT_EQ(quota.offset().count(), 86'400'000);
}

TEST(QuotaClock, TakesASecondForTheNetworks)
{
    const test::FixedClock clock(utc("2026-11-23T23:59:59Z"));
    QuotaClock quota(clock);
    quota.noteServerTime(utc("2026-11-24T00:00:00Z"));
    EXPECT_EQ(quota.offset().count(), 0);
}

TEST(QuotaClock, LeavesNoMinuteOfTheDayToTheComputer)
{
    const test::FixedClock clock(utc("2026-11-23T23:59:57.5Z"));
    QuotaClock quota(clock);
    quota.noteServerTime(utc("2026-11-24T00:00:00Z"));
    EXPECT_EQ(quota.utcDay(), QDate(2026, 11, 24));
    EXPECT_EQ(quota.offset().count(), 2500);
}

TEST(QuotaClock, CrossesMidnightWithTheComputersClock)
{
    test::FixedClock clock(utc("2026-11-22T23:00:00Z"));
    QuotaClock quota(clock);
    quota.noteServerTime(utc("2026-11-23T23:00:00Z"));
    clock.set(utc("2026-11-23T01:00:00Z"));
    EXPECT_EQ(quota.utcDay(), QDate(2026, 11, 24));
}

} // namespace orangery
