// SPDX-License-Identifier: GPL-3.0-or-later
#include "helperprocess.h"
#include "storagefixture.h"

#include <QThread>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace orangery::test {

class Processes : public StorageTest
{
protected:
    static constexpr int limit = 1000;
    static constexpr int estimate = 7;
    static constexpr int possible = limit / estimate; // not one more, not one less

    /// Reserves `count` times in a thread with a database of its own.
    static void reserveAll(const QString& folder, int count, int* granted, int* failed)
    {
        Database database(folder);
        Ledger ledger(database);
        QObject context;
        int answered = 0;
        for (int i = 0; i < count; ++i) {
            Reservation reservation;
            reservation.id = newId();
            reservation.accountUuid = u"account"_s;
            reservation.startedAt = utc(u"2026-11-24T10:00:00.000"_s);
            reservation.estimate = Neurons::ofMillionths(estimate);
            reservation.dailyLimit = Neurons::ofMillionths(limit);
            ledger.reserve(reservation, &context, [&](const Result<Grant>& result) {
                ++answered;
                if (result)
                    ++*granted;
                else if (result.error().kind != ErrorKind::BudgetReached)
                    ++*failed;
            });
        }
        EXPECT_TRUE(waitFor([&] { return answered == count; }, 100000));
    }
    qint64 reserved()
    {
        const auto found = await<DayTotals>([&](auto done) {
            Ledger(database()).totals(u"account"_s, QDate(2026, 11, 24), &m_context, done);
        });
        EXPECT_TRUE(ok(found));
        return found ? found->reserved.millionths() : -1;
    }
};

TEST_F(Processes, Threads_with_databases_of_their_own_reach_the_limit_exactly)
{
    int granted[3] = {}, failed[3] = {};
    std::vector<std::unique_ptr<QThread>> threads;
    for (int i = 0; i < 3; ++i) {
        threads.emplace_back(QThread::create(reserveAll, folder(), 80, &granted[i], &failed[i]));
        threads.back()->start();
    }
    for (const auto& thread : threads)
        thread->wait();
    EXPECT_EQ(failed[0] + failed[1] + failed[2], 0);
    EXPECT_EQ(granted[0] + granted[1] + granted[2], possible);
    EXPECT_EQ(reserved(), possible * estimate);
}

TEST_F(Processes, Several_programs_reach_the_limit_exactly)
{
    // they also create and migrate the file together
    const QStringList arguments = {u"hammer"_s, folder(), u"80"_s, QString::number(limit),
                                   QString::number(estimate)};
    HelperProcess one(arguments), two(arguments);
    int mine = 0, failed = 0;
    reserveAll(folder(), 80, &mine, &failed);
    ASSERT_EQ(one.finish(), 0);
    ASSERT_EQ(two.finish(), 0);
    const QStringList first = one.rest().split(u' '), second = two.rest().split(u' ');
    ASSERT_EQ(first.size(), 2) << qPrintable(first.join(u' '));
    ASSERT_EQ(second.size(), 2) << qPrintable(second.join(u' '));
    EXPECT_EQ(failed, 0);
    EXPECT_EQ(mine + first.at(0).toInt() + second.at(0).toInt(), possible);
    EXPECT_EQ(first.at(0).toInt() + first.at(1).toInt(), 80);
    EXPECT_EQ(second.at(0).toInt() + second.at(1).toInt(), 80);
    EXPECT_EQ(reserved(), possible * estimate);
}

TEST_F(Processes, A_second_database_in_this_process_takes_no_lock_from_the_first)
{
    // Closing a descriptor of the file drops the process's locks on it; opening must not do that.
    const qint64 conversation = makeConversation();
    ASSERT_TRUE(ok(write(u"BEGIN IMMEDIATE"_s)));
    ASSERT_TRUE(ok(write(u"UPDATE conversation SET title = 'mine'"_s)));
    {
        Database second(folder());
        ASSERT_TRUE(waitForOpened(second));
        EXPECT_FALSE(second.problem().has_value());
    }
    HelperProcess other({u"hammer"_s, folder(), u"1"_s, u"10"_s, u"1"_s});
    EXPECT_EQ(other.finish(), 0);
    EXPECT_TRUE(other.rest().contains(u"SQLite 5"_s)) << "it must find the file locked";
    // closing, it was not the last one: it has not merged and removed our log
    EXPECT_TRUE(QFile::exists(file() + u"-wal"_s));
    ASSERT_TRUE(ok(write(u"COMMIT"_s)));
    ASSERT_TRUE(ok(append({message(conversation, 0, u"x"_s)})));
    close();
    EXPECT_EQ(messages(conversation).value_or(QList<StoredMessage>()).size(), 1);
    EXPECT_EQ(list().value_or(QList<ConversationSummary>()).first().title, u"mine"_s);
}

} // namespace orangery::test
