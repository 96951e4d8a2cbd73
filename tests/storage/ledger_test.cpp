// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerfixture.h"

namespace orangery::test {

TEST_F(LedgerTest, A_call_is_reserved_and_then_booked)
{
    const auto first = reservation(500);
    const auto second = reservation(300);
    auto answer = reserve(first);
    ASSERT_TRUE(ok(answer));
    EXPECT_EQ(pair(*answer), Pair(0, 500));
    answer = reserve(second);
    ASSERT_TRUE(ok(answer));
    EXPECT_EQ(pair(*answer), Pair(0, 800));
    answer = book(booking(first, 450));
    ASSERT_TRUE(ok(answer));
    EXPECT_EQ(pair(*answer), Pair(450, 300));
    EXPECT_EQ(pair(totals()), Pair(450, 300));
    // booked again (the true figure came late) it counts once
    ASSERT_TRUE(ok(book(booking(first, 460))));
    EXPECT_EQ(pair(totals()), Pair(460, 300));
}

TEST_F(LedgerTest, The_row_tells_the_whole_call)
{
    const auto made = reservation(500);
    ASSERT_TRUE(ok(reserve(made)));
    auto booked = booking(made, 450);
    booked.errorKind = u"busy"_s;
    booked.httpStatus = 429;
    ASSERT_TRUE(ok(book(booked)));
    EXPECT_EQ(
        read(u"SELECT id || '|' || account_uuid || '|' || started_at || '|' || utc_day || '|' || task || '|' "
             u"|| "
             u"model || '|' || origin || '|' || state || '|' || estimate || '|' || neurons || '|' || "
             u"reported || "
             u"'|' || prompt_tokens || '|' || completion_tokens || '|' || cached_tokens || '|' || "
             u"http_status || "
             u"'|' || latency_ms || '|' || error_kind || '|' || ray_id FROM call"_s)
            .value_or(QString()),
        u"%1|account|%2|2026-11-24|Text Generation|@cf/a|chat|booked|500|450|1|100|50|10|429|1234|busy|8f"_s
            .arg(made.id)
            .arg(made.startedAt.toMSecsSinceEpoch()));
}

TEST_F(LedgerTest, The_limit_is_reached_to_the_millionth_and_never_passed)
{
    const auto first = reservation(600, 1000);
    ASSERT_TRUE(ok(reserve(first)));
    EXPECT_TRUE(failsWith(reserve(reservation(401, 1000)), ErrorKind::BudgetReached));
    EXPECT_EQ(pair(totals()), Pair(0, 600));
    EXPECT_EQ(read(u"SELECT COUNT(*) FROM call"_s).value_or(QString()), u"1"_s);
    EXPECT_TRUE(ok(reserve(reservation(400, 1000))));
    EXPECT_TRUE(failsWith(reserve(reservation(1, 1000)), ErrorKind::BudgetReached));
    Reservation free = reservation(0, 1000);
    free.isPriced = false; // what costs nothing passes nothing
    EXPECT_TRUE(ok(reserve(free)));
    // what came cheaper than estimated makes room
    ASSERT_TRUE(ok(book(booking(first, 100))));
    EXPECT_TRUE(ok(reserve(reservation(500, 1000))));
    EXPECT_TRUE(failsWith(reserve(reservation(1, 1000)), ErrorKind::BudgetReached));
    // and without a limit nothing is refused
    EXPECT_TRUE(ok(reserve(reservation(5'000'000))));
    EXPECT_FALSE(database().problem().has_value());
}

TEST_F(LedgerTest, Days_are_those_of_utc)
{
    ASSERT_TRUE(ok(reserve(reservation(1, 10, u"2026-11-23T23:59:59.999"_s))));
    ASSERT_TRUE(ok(reserve(reservation(9, 10, u"2026-11-24T00:00:00.000"_s))));
    ASSERT_TRUE(ok(reserve(reservation(10, 10, u"2026-11-25T00:00:00.000"_s))));
    auto abroad = reservation(4);
    abroad.startedAt = QDateTime::fromString(u"2026-11-24T02:00:00+09:00"_s, Qt::ISODate); // the 23rd in UTC
    ASSERT_TRUE(ok(reserve(abroad)));
    EXPECT_EQ(totals(u"account"_s, QDate(2026, 11, 23)).reserved.millionths(), 5);
    EXPECT_EQ(totals(u"account"_s, QDate(2026, 11, 24)).reserved.millionths(), 9);
    EXPECT_EQ(totals(u"account"_s, QDate(2026, 11, 25)).reserved.millionths(), 10);
    EXPECT_EQ(totals(u"account"_s, QDate(2026, 11, 26)).reserved.millionths(), 0);
    // a call that ends after midnight stays with the day on which it began
    const auto late = reservation(2, {}, u"2026-11-23T23:59:00.000"_s);
    ASSERT_TRUE(ok(reserve(late)));
    const auto booked = book(booking(late, 2));
    ASSERT_TRUE(ok(booked));
    EXPECT_EQ(pair(*booked), Pair(2, 5));
}

TEST_F(LedgerTest, Accounts_do_not_share_a_budget)
{
    auto other = reservation(10, 10);
    other.accountUuid = u"other"_s;
    ASSERT_TRUE(ok(reserve(other)));
    EXPECT_TRUE(ok(reserve(reservation(10, 10))));
    EXPECT_EQ(pair(totals(u"other"_s)), Pair(0, 10));
    EXPECT_EQ(pair(totals(u"third"_s)), Pair(0, 0));
}

TEST_F(LedgerTest, Booking_what_was_never_reserved_is_an_error)
{
    EXPECT_TRUE(failsWith(book(booking(reservation(1), 1)), ErrorKind::StorageFailed));
    const auto twice = reservation(1);
    ASSERT_TRUE(ok(reserve(twice)));
    EXPECT_TRUE(failsWith(reserve(twice), ErrorKind::StorageFailed));
}

TEST_F(LedgerTest, What_a_crash_left_open_is_booked_with_its_estimate)
{
    const auto old = reservation(500, {}, u"2026-11-24T09:00:00.000"_s);
    const auto running = reservation(300, {}, u"2026-11-24T10:00:00.000"_s);
    const auto done = reservation(200, {}, u"2026-11-24T08:00:00.000"_s);
    for (const auto& made : {old, running, done})
        ASSERT_TRUE(ok(reserve(made)));
    ASSERT_TRUE(ok(book(booking(done, 150))));
    Ledger(database()).settleAbandoned(utc(u"2026-11-24T10:00:00.000"_s));
    ASSERT_TRUE(ok(write(u"SELECT 1"_s)));
    EXPECT_EQ(pair(totals()), Pair(650, 300));
    EXPECT_EQ(
        read(u"SELECT reported || error_kind FROM call WHERE id = %1"_s.arg(old.id)).value_or(QString()),
        u"0connection-lost"_s);
    // its owner was only slow: the true figure replaces the estimate
    ASSERT_TRUE(ok(book(booking(old, 410))));
    EXPECT_EQ(pair(totals()), Pair(560, 300));
    EXPECT_TRUE(usual().has_value());
}

TEST_F(LedgerTest, The_usual_chat_is_the_median_of_the_last_fifty)
{
    EXPECT_FALSE(usual().has_value());
    const auto chat = [&](int minute, TokenUsage usage, const QString& origin = u"chat"_s,
                          const QString& error = {}) {
        auto made = reservation(1, {}, u"2026-11-24T10:%1:00.000"_s.arg(minute, 2, 10, QLatin1Char('0')));
        made.origin = origin;
        ASSERT_TRUE(ok(reserve(made)));
        auto booked = booking(made, 1);
        booked.usage = usage;
        booked.errorKind = error;
        ASSERT_TRUE(ok(book(booked)));
    };
    chat(0, {1, 1, 1}, u"cli"_s);
    chat(0, {0, 0, 0}); // no usage was reported
    chat(0, {9999, 9999, 9999}, u"chat"_s, u"busy"_s);
    EXPECT_FALSE(usual().has_value());
    EXPECT_FALSE(usual(u"other"_s).has_value());

    chat(1, {100, 10, 0});
    EXPECT_EQ(usual(), (TokenUsage{100, 10, 0}));
    chat(2, {300, 30, 4});
    EXPECT_EQ(usual(), (TokenUsage{200, 20, 2}));
    chat(3, {110, 500, 8});
    EXPECT_EQ(usual(), (TokenUsage{110, 30, 4}));
    for (int i = 0; i < 49; ++i)
        chat(4 + i, {7, 8, 2});
    EXPECT_EQ(usual(), (TokenUsage{7, 8, 2}));
    for (int i = 0; i < 26; ++i)
        chat(53, {1000, 2000, 0});
    EXPECT_EQ(usual(), (TokenUsage{1000, 2000, 0})); // of the last fifty, more than half
}

} // namespace orangery::test
