// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing is lost and nothing is hidden over a long time: every call ends once, and what the ledger holds is
// what the service counted, to the last digit.
#include "service/inspector.h"
#include "service/workbench.h"
#include "soak/mixedcalls.h"
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

/// Those after which the service has counted nothing, and those that harm nobody.
const QStringList faults{u"3040"_s,
                         u"3043"_s,
                         u"status:500"_s,
                         u"status:503"_s,
                         u"rate-limit:1"_s,
                         u"html"_s,
                         u"html/502"_s,
                         u"bad-json"_s,
                         u"empty"_s,
                         u"close"_s,
                         u"5007"_s,
                         u"3006"_s,
                         u"3008"_s,
                         u"split:7"_s,
                         u"comments"_s,
                         u"crlf"_s,
                         u"3040/openai"_s,
                         u"10000"_s,
                         u"slow-first-byte:30"_s};

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

QString textOf(Neurons neurons)
{
    return QString::number(neurons.millionths() / 1'000'000) + u'.' +
           QString::number(neurons.millionths() % 1'000'000).rightJustified(6, u'0');
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
    /// What the service counted and no call told, by model.
    QStringList differences(const QHash<QString, Neurons>& told) const
    {
        const QJsonObject models = sandbox.state().value("booked"_L1)["models"_L1].toObject();
        QStringList found;
        for (auto model = models.begin(); model != models.end(); ++model) {
            const QString ours = textOf(told.value(model.key()));
            if (ours != model->toString())
                found += u"%1: %2, the service counted %3"_s.arg(model.key(), ours, model->toString());
        }
        return found;
    }
    QString bookedByService() const { return sandbox.state().value("booked"_L1)["exact"_L1].toString(); }

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
    QHash<QString, Neurons> byModel;
    int running = 0;
    int ended = 0;
    int estimated = 0;
    int injected = 0;
    qint64 afterTheFirst = 0;

    for (int started = 0; ended < wanted;) {
        while (started < wanted && running < atOnce) {
            if (dice() % 10 == 0) {
                ++injected;
                shop.sandbox.setFault(faults.at(int(dice() % unsigned(faults.size()))), 1, u"/ai/"_s);
            }
            const int number = started++;
            ++running;
            calls.next(shop.workbench.get(), [&, number](const MixedOutcome& outcome) {
                ++ends[number];
                --running;
                ++ended;
                byModel[outcome.model] += outcome.cost.neurons;
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
    const QString ledger = textOf(sum());
    EXPECT_EQ(ledger.toStdString(), shop.bookedByService().toStdString())
        << qPrintable(shop.differences(byModel).join(u'\n'));

    QStringList told;
    for (auto task = successes.cbegin(); task != successes.cend(); ++task)
        told += u"%1 %2"_s.arg(task.key()).arg(*task);
    RecordProperty("calls", qPrintable(told.join(u", "_s)));
    RecordProperty("neurons", qPrintable(ledger));
#ifndef __SANITIZE_ADDRESS__
    const qint64 growth = residentBytes() - afterTheFirst;
    RecordProperty("growth_kib", std::to_string(growth / 1024));
    if (wanted >= 10'000) {
        EXPECT_LT(growth, 16LL * 1024 * 1024);
    }
#endif
    printf("%d calls (%s), %d faults, %lld KiB grown\n", wanted, qPrintable(told.join(u", "_s)), injected,
           static_cast<long long>((residentBytes() - afterTheFirst) / 1024));
}

} // namespace orangery::test
