// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is lost and nothing is hidden over a long time: every call ends once, and what the ledger holds is
// what the service counted, to the last digit.
#include "service/inspector.h"
#include "service/workbench.h"
#include "soak/mixedcalls.h"
#include "support/bookedrows.h"
#include "support/waitfor.h"
#include "support/workshop.h"

#include <QFile>
#include <QHash>
#include <gtest/gtest.h>
#include <malloc.h>
#include <unistd.h>

namespace orangery::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewCalls = 500;
constexpr int atOnce = 24;
constexpr std::chrono::seconds patience{8}; // a stall lasts as long; no honest answer takes that

struct Trouble
{
    QString fault;
    QString path;
};

/// Those after which the service has counted nothing, and those that harm nobody.
const QStringList faults{
    u"3040"_s,     u"status:500"_s, u"status:503"_s,  u"rate-limit:1"_s, u"html"_s,
    u"3040/502"_s, u"5007"_s,       u"3006"_s,        u"3008"_s,         u"split:7"_s,
    u"comments"_s, u"crlf"_s,       u"3040/openai"_s, u"10000"_s,        u"slow-first-byte:30"_s};
/// Those after which it has, and the answer is lost, broken or no answer.
const QStringList losses{u"lost"_s,          u"lost/502"_s, u"lost/504"_s, u"lost/empty"_s,
                         u"lost/bad-json"_s, u"garbage"_s,  u"cut"_s,      u"stall"_s};
/// The same in the middle of a stream.
const QStringList breaks{u"cut:0"_s,   u"cut:1"_s,       u"cut:4"_s,        u"stall:1"_s,
                         u"stall:3"_s, u"truncated:2"_s, u"error-event:2"_s};

Trouble drawn(std::mt19937& dice)
{
    const auto oneOf = [&](const QStringList& list) { return list.at(int(dice() % unsigned(list.size()))); };
    switch (dice() % 4) {
    case 0:
        return {oneOf(losses), u"/ai/run/"_s};
    case 1:
        return {oneOf(breaks), MixedCalls::streamingModel()};
    default:
        return {oneOf(faults), u"/ai/"_s};
    }
}

int wantedCalls()
{
    const int wanted = qEnvironmentVariableIntValue("ORANGERY_SOAK_CALLS");
    return wanted > 0 ? wanted : fewCalls;
}

/// Bytes of this process in memory, what was freed given back.
qint64 residentBytes()
{
    malloc_trim(0);
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

Neurons exactly(const QJsonValue& text)
{
    return Neurons::ofMillionths(text.toString().remove(u'.').toLongLong());
}

/// What the ledger holds on the disk.
struct Booked
{
    explicit Booked(const QList<BookedRow>& rows)
    {
        for (const BookedRow& row : rows) {
            all += row.neurons;
            if (row.bookedBy == u"estimate") {
                ++estimates;
                isNothing = isNothing || row.neurons.isZero();
                guessed += row.neurons;
            } else {
                told[row.model] += row.neurons;
                ++by[row.bookedBy];
            }
        }
    }

    Neurons all;
    QHash<QString, Neurons> told; ///< by model; known to the last digit
    QHash<QString, int> by;
    int estimates = 0;
    Neurons guessed;
    bool isNothing = false; ///< an estimate is zero
};

/// Models of which the service counted something else than was booked, of all that was not lost on its way.
QStringList differences(const Booked& booked, const QJsonObject& counted, const QJsonObject& lost)
{
    QStringList found;
    for (const QString& model : counted.keys()) {
        const Neurons whole = exactly(counted.value(model)) - exactly(lost.value(model));
        const Neurons ours = booked.told.value(model);
        if (ours != whole)
            found += u"%1: booked %2, the service counted %3"_s.arg(model)
                         .arg(ours.toDouble(), 0, 'f', 6)
                         .arg(whole.toDouble(), 0, 'f', 6);
    }
    return found;
}

SandboxOptions soakOptions()
{
    SandboxOptions options = Workshop::fast();
    options.plan = SandboxOptions::Plan::Paid;
    options.omitNeuronsEvery = 3;
    return options;
}

/// A workshop on the paid plan, so that no quota ends the run, with everything switched on that keeps things.
struct SoakShop : Workshop
{
    SoakShop() : Workshop(soakOptions())
    {
        workbench.reset();
        Account paid = account();
        paid.plan = Plan::Paid;
        paid.neverPay = false;
        accounts = std::make_unique<OneAccount>(paid, api);
        workbench = std::make_unique<Workbench>(client, *database, *accounts, clock);
        client.setTimeoutCeiling(patience);
        inspector.follow(client);
        workbench->setInspector(&inspector);
    }
    ~SoakShop() { workbench.reset(); }

    /// Once the writer has caught up with the calls.
    Neurons booked(QDate day)
    {
        std::optional<DayTotals> sums;
        bool isAsking = false;
        EXPECT_TRUE(waitFor(
            [&] {
                if (sums && sums->reserved.isZero())
                    return true;
                if (!std::exchange(isAsking, true)) {
                    Ledger(*database).totals(account().uuid, day, workbench.get(),
                                             [&](const Result<DayTotals>& totals) {
                                                 isAsking = false;
                                                 sums = totals.value_or(DayTotals());
                                             });
                }
                return false;
            },
            30'000));
        return sums.value_or(DayTotals()).booked;
    }
    QJsonObject counted(QLatin1String sum) const { return sandbox.state().value(sum).toObject(); }

    Inspector inspector;
};

} // namespace

TEST(Soak, EveryCallEndsOnceAndTheLedgerHoldsWhatTheServiceCounted)
{
    const QDate firstDay = QDateTime::currentDateTimeUtc().date();
    SoakShop shop;
    MixedCalls calls(*shop.workbench, 20261124);
    std::mt19937 dice(7);
    const int wanted = wantedCalls();
    QList<int> ends(wanted, 0);
    QHash<QString, int> successes;
    QHash<QString, int> failures;
    int running = 0;
    int ended = 0;
    int estimated = 0;
    int injected = 0;
    qint64 afterTheFirst = 0;

    for (int started = 0; ended < wanted;) {
        while (started < wanted && running < atOnce) {
            if (dice() % 10 == 0) {
                ++injected;
                const Trouble trouble = drawn(dice);
                ASSERT_TRUE(shop.sandbox.setFault(trouble.fault, 1, trouble.path));
            }
            const int number = started++;
            ++running;
            calls.next(shop.workbench.get(), [&, number](const MixedOutcome& outcome) {
                ++ends[number];
                --running;
                ++ended;
                if (outcome.isSuccess)
                    ++successes[outcome.task];
                else
                    ++failures[QString::number(int(outcome.error.kind))];
                if (outcome.isSuccess && outcome.cost.bookedBy == BookedBy::Estimate) {
                    ++estimated;
                    ADD_FAILURE() << qPrintable(outcome.task) << " was only estimated";
                }
            });
        }
        const int before = ended;
        ASSERT_TRUE(waitFor([&] { return ended > before; }, 120'000)) << running << " calls hang";
        if (afterTheFirst == 0 && ended >= wanted / 10)
            afterTheFirst = residentBytes();
    }
    EXPECT_EQ(ends.count(1), wanted);
    EXPECT_EQ(running, 0);
    EXPECT_GE(successes.size(), 12) << "a task never succeeded";
    EXPECT_GT(injected, wanted / 20);
    EXPECT_FALSE(failures.isEmpty());

    const auto sum = [&] {
        Neurons all = shop.booked(firstDay);
        if (const QDate today = QDateTime::currentDateTimeUtc().date(); today != firstDay)
            all += shop.booked(today);
        return all;
    };
    const Neurons ledger = sum();
    const Booked booked(bookedRows(shop.database->file()));
    const QJsonObject counted = shop.counted("booked"_L1);
    const QJsonObject lost = shop.counted("lost"_L1);
    EXPECT_EQ(ledger.millionths(), booked.all.millionths());
    const QStringList wrong =
        differences(booked, counted.value("models"_L1).toObject(), lost.value("models"_L1).toObject());
    EXPECT_TRUE(wrong.isEmpty()) << qPrintable(wrong.join(u'\n'));
    const Neurons told = exactly(counted.value("exact"_L1)) - exactly(lost.value("exact"_L1));
    EXPECT_EQ((booked.all - booked.guessed).millionths(), told.millionths());
    EXPECT_EQ(booked.estimates, lost.value("calls"_L1).toInt());
    EXPECT_GT(booked.estimates, 0);
    EXPECT_FALSE(booked.isNothing) << "an estimate of nothing";

    QStringList tasks;
    for (auto task = successes.cbegin(); task != successes.cend(); ++task)
        tasks += u"%1 %2"_s.arg(task.key()).arg(*task);
    RecordProperty("calls", qPrintable(tasks.join(u", "_s)));
    RecordProperty("neurons", qPrintable(counted.value("exact"_L1).toString()));
#ifndef __SANITIZE_ADDRESS__
    const qint64 growth = residentBytes() - afterTheFirst;
    RecordProperty("growth_kib", std::to_string(growth / 1024));
    if (wanted >= 10'000) {
        EXPECT_LT(growth, 16LL * 1024 * 1024);
    }
#endif
    printf("%d calls (%s), %d faults, %lld KiB grown\n", wanted, qPrintable(tasks.join(u", "_s)), injected,
           static_cast<long long>((residentBytes() - afterTheFirst) / 1024));
    printf("booked by header %d, price %d, estimate %d (%.6f neurons where the service counted %s)\n",
           booked.by.value(u"header"_s), booked.by.value(u"price"_s), booked.estimates,
           booked.guessed.toDouble(), qPrintable(lost.value("exact"_L1).toString()));
}

} // namespace orangery::test
