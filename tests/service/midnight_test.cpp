// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreeingdoor.h"
#include "callfixture.h"

#include <QElapsedTimer>
#include <QTimeZone>

namespace orangery::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A ticket at a door whose clock is about to pass midnight.
struct Midnight
{
    explicit Midnight(qint64 msBefore)
        : now(QDateTime(QDate(2026, 11, 24), QTime(0, 0), QTimeZone::utc()).addMSecs(-msBefore))
    {
        elapsed.start();
        OneAccount accounts(Workshop::account(), {});
        Door door = agreeingDoor(client, accounts);
        door.utcNow = [this] { return now.addMSecs(elapsed.elapsed()); };
        door.noteQuotaExhausted = [this](const QDateTime& at) { exhaustedAt = at; };
        door.book = [this](const Booking& row) { booked = row; };
        CallTerms terms;
        terms.estimate = Neurons::of(1);
        ticket = std::make_unique<CallTicket>(door, terms, nullptr);
        ticket->admit([](const Result<Neurons>&) {});
    }
    void passMidnight()
    {
        ASSERT_TRUE(waitFor([&] { return now.addMSecs(elapsed.elapsed()).date() == QDate(2026, 11, 24); }));
    }
    void refuse()
    {
        const Error error = Error::of(ErrorKind::QuotaExhausted);
        ticket->pauseAfter(error);
        ticket->settle({}, {}, false, false, &error);
    }

    HttpClient client;
    QDateTime now;
    QElapsedTimer elapsed;
    std::unique_ptr<CallTicket> ticket;
    std::optional<QDateTime> exhaustedAt;
    std::optional<Booking> booked;
};

} // namespace

TEST(MidnightRefusal, CountsToTheDayInWhichItWasSent)
{
    Midnight night(500);
    night.ticket->noteSent();
    night.passMidnight();
    night.refuse();
    ASSERT_TRUE(night.exhaustedAt);
    EXPECT_EQ(night.exhaustedAt->date(), QDate(2026, 11, 23));
    ASSERT_TRUE(night.booked);
    EXPECT_FALSE(night.booked->startedAt); // its row is of that day already
}

TEST(MidnightRefusal, AnotherTryOfTheNewDayCountsToTheNewDay)
{
    Midnight night(500);
    night.ticket->noteSent();
    night.ticket->pauseAfter(Error::of(ErrorKind::Busy));
    night.passMidnight();
    night.ticket->noteSent();
    night.refuse();
    EXPECT_EQ(night.exhaustedAt->date(), QDate(2026, 11, 24));
    ASSERT_TRUE(night.booked->startedAt);
    EXPECT_EQ(night.booked->startedAt->date(), QDate(2026, 11, 24));
}

TEST(MidnightRefusal, TheNewDayIsNotTakenForUsedUp)
{
    CallShop shop;
    const Door door = shop.workbench->door();
    const QDateTime now = shop.workbench->clock().utcNow();
    door.noteQuotaExhausted(now.addDays(-1));
    EXPECT_FALSE(shop.workbench->quota().isExhaustedByService);
    EXPECT_FALSE(door.isQuotaExhausted());
    door.noteQuotaExhausted(now);
    EXPECT_TRUE(shop.workbench->quota().isExhaustedByService);
}

TEST(KeptClock, TheFirstCallsAfterAStartAreReservedInTheServicesDay)
{
    CallShop shop;
    const QDate today = QDateTime::currentDateTimeUtc().date();
    shop.sandbox.setClockOffset(24h);
    shop.workbench->keepClock(*shop.preferences);
    EXPECT_EQ(shop.workbench->clock().utcDay(), today);
    ASSERT_TRUE(shop.chat(Workshop::request(u"Hello"_s)));
    EXPECT_EQ(std::chrono::round<std::chrono::minutes>(shop.preferences->clockOffset()), 24h);

    Settings settings(shop.folder.path() + u"/config"_s); // a start on the same wrong clock
    Preferences preferences(settings);
    shop.workbench = std::make_unique<Workbench>(shop.client, *shop.database, *shop.accounts, shop.clock);
    shop.workbench->keepClock(preferences);
    EXPECT_EQ(shop.workbench->clock().utcDay(), today.addDays(1));
    EXPECT_EQ(shop.workbench->quota().resetsAt.date(), today.addDays(2));
    shop.sandbox.setFault(u"hang"_s, 1, u"/ai/run/"_s);
    ChatCall* first =
        shop.workbench->chat(Workshop::request(u"Hello"_s), {.origin = u"chat"_s}, shop.workbench.get());
    ASSERT_TRUE(waitFor([&] { return shop.runs() == 2; }));
    EXPECT_TRUE(shop.totals().reserved.isZero()); // nothing in the computer's day
    EXPECT_GT(shop.workbench->quota().reserved, Neurons());
    first->cancel();

    shop.sandbox.setClockOffset(0s); // somebody has set the clock right meanwhile
    ASSERT_TRUE(shop.chat(Workshop::request(u"Hello"_s)));
    EXPECT_EQ(shop.workbench->clock().utcDay(), today);
    EXPECT_EQ(preferences.clockOffset().count(), 0);
    EXPECT_TRUE(waitFor([&] { return shop.totals().booked > Neurons(); }));
}

} // namespace orangery::test
