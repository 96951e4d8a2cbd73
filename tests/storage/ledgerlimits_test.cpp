// SPDX-License-Identifier: GPL-3.0-or-later
#include "ledgerfixture.h"

namespace orangery::test {

TEST_F(LedgerTest, A_cap_of_an_origin_counts_that_origins_day_alone)
{
    Reservation other = reservation(900);
    other.origin = u"images"_s;
    ASSERT_TRUE(ok(reserve(other)));
    Reservation capped = reservation(60);
    capped.originLimit = Neurons::ofMillionths(100);
    ASSERT_TRUE(ok(reserve(capped)));
    ASSERT_TRUE(ok(book(booking(capped, 50))));
    Reservation fits = reservation(50);
    fits.originLimit = Neurons::ofMillionths(100);
    ASSERT_TRUE(ok(reserve(fits)));
    Reservation over = reservation(1);
    over.originLimit = Neurons::ofMillionths(100);
    const auto refused = reserve(over);
    ASSERT_TRUE(failsWith(refused, ErrorKind::CapReached));
    EXPECT_EQ(refused.error().detail, u"chat"_s);
    Reservation tomorrow = reservation(100, {}, u"2026-11-25T00:00:00.000"_s);
    tomorrow.originLimit = Neurons::ofMillionths(100);
    EXPECT_TRUE(ok(reserve(tomorrow)));
}

TEST_F(LedgerTest, A_cap_of_a_conversation_counts_all_its_days)
{
    const auto about = [&](std::int64_t neurons, const QString& subject, const QString& day) {
        Reservation made = reservation(neurons, {}, day + u"T10:00:00.000"_s);
        made.subject = subject;
        made.subjectLimit = Neurons::ofMillionths(100);
        return reserve(made);
    };
    ASSERT_TRUE(ok(about(60, u"7"_s, u"2026-11-23"_s)));
    EXPECT_TRUE(failsWith(about(41, u"7"_s, u"2026-11-24"_s), ErrorKind::CapReached));
    EXPECT_TRUE(ok(about(40, u"7"_s, u"2026-11-24"_s)));
    EXPECT_TRUE(ok(about(100, u"8"_s, u"2026-11-24"_s)));
}

TEST_F(LedgerTest, A_minute_takes_so_many_requests_and_says_when_the_next_may_come)
{
    const auto at = [&](const QString& time, bool isOfModel, const QString& model = u"@cf/a"_s) {
        Reservation made = reservation(1, {}, u"2026-11-24T10:"_s + time);
        made.model = model;
        made.rate = Reservation::Rate{.perMinute = 2, .isOfModel = isOfModel};
        return reserve(made);
    };
    ASSERT_TRUE(ok(at(u"00:00.000"_s, false)));
    ASSERT_TRUE(ok(at(u"00:20.000"_s, false, u"@cf/b"_s)));
    const auto refused = at(u"00:50.500"_s, false);
    ASSERT_TRUE(failsWith(refused, ErrorKind::RateLimited));
    EXPECT_EQ(refused.error().retryAfter, std::chrono::seconds(10)); // 9.5, rounded up
    EXPECT_TRUE(ok(at(u"00:50.500"_s, true)));                       // one of this model alone
    EXPECT_TRUE(failsWith(at(u"00:51.000"_s, true), ErrorKind::RateLimited));
    EXPECT_TRUE(ok(at(u"01:00.000"_s, true))); // the first is a minute ago
}

TEST_F(LedgerTest, An_answer_from_the_cache_costs_nothing_and_takes_no_turn)
{
    const Reservation cached = reservation(0);
    Booking saved;
    saved.id = cached.id;
    saved.bookedBy = BookedBy::Cache;
    saved.saved = Neurons::ofMillionths(412);
    ASSERT_TRUE(
        ok(await<void>([&](auto done) { Ledger(database()).record(cached, saved, &m_context, done); })));
    Reservation next = reservation(1);
    next.rate = Reservation::Rate{.perMinute = 1};
    ASSERT_TRUE(ok(reserve(next)));
    EXPECT_EQ(totals().saved.millionths(), 412);
    EXPECT_EQ(totals().booked.millionths(), 0);
}

TEST_F(LedgerTest, Tells_what_calls_came_to_beside_the_table)
{
    const Reservation first = reservation(1);
    ASSERT_TRUE(ok(reserve(first)));
    Booking measured = booking(first, 172'800'000);
    measured.units = u"steps=4 size=1024x1024"_s;
    measured.listPrice = Neurons::of(57.6);
    ASSERT_TRUE(ok(book(measured)));
    const Reservation second = reservation(1);
    ASSERT_TRUE(ok(reserve(second)));
    Booking byPrice = booking(second, 10);
    byPrice.bookedBy = BookedBy::Price;
    byPrice.listPrice = Neurons::ofMillionths(10);
    ASSERT_TRUE(ok(book(byPrice)));
    const auto found =
        await<QList<Measured>>([&](auto done) { Ledger(database()).measured(10, &m_context, done); });
    ASSERT_TRUE(ok(found));
    ASSERT_EQ(found->size(), 1);
    EXPECT_EQ(found->first().units, measured.units);
    EXPECT_EQ(found->first().booked, Neurons::of(172.8));
    EXPECT_EQ(found->first().listPrice, Neurons::of(57.6));
}

TEST_F(LedgerTest, Every_process_hears_that_the_service_refuses_the_day)
{
    const Reservation refused = reservation(1);
    ASSERT_TRUE(ok(reserve(refused)));
    EXPECT_FALSE(totals().isExhausted);
    Booking booked = booking(refused, 0);
    booked.errorKind = u"quota-exhausted"_s;
    ASSERT_TRUE(ok(book(booked)));
    EXPECT_TRUE(totals().isExhausted);
    EXPECT_FALSE(totals(u"account"_s, QDate(2026, 11, 25)).isExhausted);
}

TEST_F(LedgerTest, A_call_holds_what_it_can_come_to_and_no_more_than_is_left)
{
    Reservation wide = reservation(20, 100);
    wide.most = Neurons::ofMillionths(150);
    wide.least = Neurons::ofMillionths(5);
    const auto first = await<Grant>([&](auto done) { Ledger(database()).reserve(wide, &m_context, done); });
    ASSERT_TRUE(ok(first));
    EXPECT_EQ(first->held.millionths(), 100);
    EXPECT_EQ(first->totals.reserved.millionths(), 20);
    Reservation second = reservation(20, 100);
    second.least = Neurons::ofMillionths(1);
    EXPECT_TRUE(failsWith(reserve(second), ErrorKind::BudgetReached)); // the first may need all
    ASSERT_TRUE(ok(book(booking(wide, 30))));
    second.most = Neurons::ofMillionths(60);
    const auto granted =
        await<Grant>([&](auto done) { Ledger(database()).reserve(second, &m_context, done); });
    ASSERT_TRUE(ok(granted));
    EXPECT_EQ(granted->held.millionths(), 60);
}

TEST_F(LedgerTest, Refuses_a_day_that_the_service_refused_but_to_what_is_free_and_to_who_insists)
{
    const Reservation refused = reservation(1);
    ASSERT_TRUE(ok(reserve(refused)));
    Booking booked = booking(refused, 0);
    booked.errorKind = u"quota-exhausted"_s;
    ASSERT_TRUE(ok(book(booked)));
    EXPECT_TRUE(failsWith(reserve(reservation(1)), ErrorKind::QuotaExhausted));
    EXPECT_TRUE(failsWith(reserve(reservation(0)), ErrorKind::QuotaExhausted)); // of unknown price
    Reservation free = reservation(0);
    free.isPriced = false;
    EXPECT_TRUE(ok(reserve(free)));
    Reservation insisting = reservation(1);
    insisting.ignoresExhaustion = true;
    EXPECT_TRUE(ok(reserve(insisting)));
    Reservation other = reservation(1);
    other.accountUuid = u"other"_s;
    EXPECT_TRUE(ok(reserve(other)));
    EXPECT_TRUE(ok(reserve(reservation(1, {}, u"2026-11-25T00:00:00.000"_s))));
}

TEST_F(LedgerTest, A_free_call_passes_the_days_limit_and_one_of_unknown_price_does_not)
{
    ASSERT_TRUE(ok(reserve(reservation(101))));
    Reservation free = reservation(0, 100);
    free.isPriced = false;
    EXPECT_TRUE(ok(reserve(free)));
    free = reservation(0, 100);
    free.isPriced = false;
    free.originLimit = Neurons::ofMillionths(100);
    EXPECT_TRUE(failsWith(reserve(free), ErrorKind::CapReached));
    EXPECT_TRUE(failsWith(reserve(reservation(0, 101)), ErrorKind::BudgetReached));
    EXPECT_TRUE(ok(reserve(reservation(0, 102))));
}

TEST_F(LedgerTest, The_sandbox_teaches_nothing)
{
    Reservation made = reservation(1);
    made.accountUuid = sandboxAccountUuid;
    ASSERT_TRUE(ok(reserve(made)));
    Booking done = booking(made, 172);
    done.listPrice = Neurons::ofMillionths(57);
    done.countedPrompt = 300;
    ASSERT_TRUE(ok(book(done)));
    const auto measured =
        await<QList<Measured>>([&](auto heard) { Ledger(database()).measured(10, &m_context, heard); });
    ASSERT_TRUE(ok(measured));
    EXPECT_TRUE(measured->isEmpty());
    const auto prompts = await<QList<CountedPrompt>>(
        [&](auto heard) { Ledger(database()).countedPrompts(10, &m_context, heard); });
    ASSERT_TRUE(ok(prompts));
    EXPECT_TRUE(prompts->isEmpty());
}

} // namespace orangery::test
