// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlconnection.h"
#include "storage/sqlthread.h"
#include "storagefixture.h"

#include <QThread>
#include <atomic>
#include <memory>
#include <vector>

using namespace Qt::StringLiterals;

namespace orangery::test {

class SqlThreadTest : public testing::Test
{
protected:
    std::unique_ptr<SqlThread> make(SqlThread::Watch watch = {})
    {
        auto thread = std::make_unique<SqlThread>(
            [file = m_folder.filePath(u"t.sqlite"_s)](SqlConnection& connection) -> Result<void> {
                if (const auto opened = connection.open(file, SqlConnection::Access::ReadWrite); !opened)
                    return opened;
                // these tests are about order, not about the disk
                if (const auto set = execute(connection.database(), u"PRAGMA synchronous = OFF"_s); !set)
                    return set;
                return execute(connection.database(), u"CREATE TABLE IF NOT EXISTS t (n INTEGER)"_s);
            },
            std::move(watch));
        thread->open(nullptr, {});
        return thread;
    }
    static std::function<Result<void>(QSqlDatabase&)> insert(int n)
    {
        return [n](QSqlDatabase& db) { return Statement(db, u"INSERT INTO t VALUES (?)"_s).bind(n).run(); };
    }
    static Result<QList<int>> rows(QSqlDatabase& db)
    {
        QList<int> numbers;
        Statement select(db, u"SELECT n FROM t ORDER BY rowid"_s);
        const auto ran = select.each([&] { numbers.append(int(select.integer(0))); });
        return ran ? Result<QList<int>>(numbers) : Result<QList<int>>(ran.error());
    }

    QTemporaryDir m_folder;
    QObject m_context;
};

TEST_F(SqlThreadTest, Works_in_its_thread_and_answers_in_ours)
{
    const auto thread = make();
    QThread* answeredIn = nullptr;
    const auto worked = await<quintptr>([&](auto done) {
        thread->call<quintptr>(
            [](QSqlDatabase&) -> Result<quintptr> { return quintptr(QThread::currentThread()); }, &m_context,
            [&, done](const Result<quintptr>& result) {
                answeredIn = QThread::currentThread();
                done(result);
            });
    });
    ASSERT_TRUE(ok(worked));
    EXPECT_NE(*worked, quintptr(QThread::currentThread()));
    EXPECT_EQ(answeredIn, QThread::currentThread());
}

TEST_F(SqlThreadTest, Works_in_the_order_of_the_calls)
{
    const auto thread = make();
    QList<int> expected, answered;
    for (int i = 0; i < 300; ++i) {
        expected.append(i);
        thread->call<void>(insert(i), &m_context, [&answered, i](const Result<void>& result) {
            EXPECT_TRUE(ok(result));
            answered.append(i);
        });
    }
    const auto found =
        await<QList<int>>([&](auto done) { thread->call<QList<int>>(rows, &m_context, done); });
    ASSERT_TRUE(ok(found));
    EXPECT_EQ(*found, expected);
    EXPECT_EQ(answered, expected);
}

TEST_F(SqlThreadTest, Destruction_lets_everything_accepted_come_to_its_end)
{
    {
        const auto thread = make();
        for (int i = 0; i < 500; ++i)
            thread->call<void>(insert(i), nullptr, {});
    }
    EXPECT_TRUE(QSqlDatabase::connectionNames().isEmpty());
    const auto thread = make();
    const auto found =
        await<QList<int>>([&](auto done) { thread->call<QList<int>>(rows, &m_context, done); });
    ASSERT_TRUE(ok(found));
    EXPECT_EQ(found->size(), 500);
}

TEST_F(SqlThreadTest, A_context_that_died_gets_no_answer_and_its_work_is_done)
{
    const auto thread = make();
    auto context = std::make_unique<QObject>();
    bool answered = false;
    thread->call<void>(insert(1), context.get(), [&](const Result<void>&) { answered = true; });
    context.reset();
    const auto found =
        await<QList<int>>([&](auto done) { thread->call<QList<int>>(rows, &m_context, done); });
    ASSERT_TRUE(ok(found));
    EXPECT_EQ(found->size(), 1);
    EXPECT_FALSE(answered);
}

TEST_F(SqlThreadTest, Contexts_may_die_in_their_own_threads_at_any_time)
{
    const auto thread = make();
    std::vector<std::unique_ptr<QThread>> callers;
    for (int caller = 0; caller < 4; ++caller) {
        callers.emplace_back(QThread::create([&thread] {
            for (int i = 0; i < 300; ++i) {
                QObject context;
                thread->call<void>(insert(i), &context, [](const Result<void>&) {});
                if (i % 7 == 0)
                    QCoreApplication::processEvents();
            }
        }));
        callers.back()->start();
    }
    for (const auto& caller : callers)
        caller->wait();
    const auto found =
        await<QList<int>>([&](auto done) { thread->call<QList<int>>(rows, &m_context, done); });
    ASSERT_TRUE(ok(found));
    EXPECT_EQ(found->size(), 1200);
}

TEST_F(SqlThreadTest, A_failed_opening_answers_every_call_until_it_is_opened_again)
{
    bool isMended = false;
    int worked = 0;
    SqlThread thread([&](SqlConnection& connection) -> Result<void> {
        if (!isMended)
            return Error::of(ErrorKind::StorageReadOnly, u"as told"_s);
        return connection.open(m_folder.filePath(u"t.sqlite"_s), SqlConnection::Access::ReadWrite);
    });
    const auto work = [&worked](QSqlDatabase&) -> Result<int> { return ++worked; };
    const auto call = [&] {
        return await<int>([&](auto done) { thread.call<int>(work, &m_context, done); });
    };

    EXPECT_TRUE(failsWith(call(), ErrorKind::StorageFailed)); // never opened
    thread.open(nullptr, {});
    EXPECT_TRUE(failsWith(call(), ErrorKind::StorageReadOnly));
    EXPECT_TRUE(failsWith(call(), ErrorKind::StorageReadOnly));
    EXPECT_EQ(worked, 0);
    isMended = true;
    EXPECT_TRUE(ok(await<void>([&](auto done) { thread.open(&m_context, done); })));
    EXPECT_TRUE(ok(call()));
}

TEST_F(SqlThreadTest, A_lock_is_waited_for_and_the_work_done_once)
{
    const auto thread = make();
    ASSERT_TRUE(ok(await<void>([&](auto done) { thread->call<void>(insert(1), &m_context, done); })));
    SqlConnection other;
    ASSERT_TRUE(ok(other.open(m_folder.filePath(u"t.sqlite"_s), SqlConnection::Access::ReadWrite)));
    ASSERT_TRUE(ok(execute(other.database(), u"BEGIN EXCLUSIVE"_s)));

    std::atomic<int> attempts = 0;
    std::optional<Result<void>> answer;
    thread->call<void>(
        [&attempts](QSqlDatabase& db) {
            ++attempts;
            return insert(2)(db);
        },
        &m_context, [&](const Result<void>& result) { answer = result; });
    ASSERT_TRUE(waitFor([&] { return attempts >= 2; })); // more than SQLite's own 50 ms
    EXPECT_FALSE(answer.has_value());
    ASSERT_TRUE(ok(execute(other.database(), u"ROLLBACK"_s)));
    ASSERT_TRUE(waitFor([&] { return answer.has_value(); }));
    EXPECT_TRUE(ok(*answer));
    const auto found =
        await<QList<int>>([&](auto done) { thread->call<QList<int>>(rows, &m_context, done); });
    ASSERT_TRUE(ok(found));
    EXPECT_EQ(*found, (QList<int>{1, 2}));
}

TEST_F(SqlThreadTest, A_lock_that_stays_is_told_once_and_its_end_once)
{
    std::atomic<int> troubles = 0, ends = 0;
    const auto thread = make([&](const std::optional<Error>& error) { error ? ++troubles : ++ends; });
    ASSERT_TRUE(ok(await<void>([&](auto done) { thread->call<void>(insert(1), &m_context, done); })));
    SqlConnection other;
    ASSERT_TRUE(ok(other.open(m_folder.filePath(u"t.sqlite"_s), SqlConnection::Access::ReadWrite)));
    ASSERT_TRUE(ok(execute(other.database(), u"BEGIN EXCLUSIVE"_s)));
    for (int i = 0; i < 3; ++i) {
        EXPECT_TRUE(
            failsWith(await<void>([&](auto done) { thread->call<void>(insert(2), &m_context, done); }),
                      ErrorKind::StorageLocked));
    }
    EXPECT_EQ(troubles, 1);
    EXPECT_EQ(ends, 0);
    ASSERT_TRUE(ok(execute(other.database(), u"ROLLBACK"_s)));
    for (int i = 0; i < 2; ++i)
        EXPECT_TRUE(ok(await<void>([&](auto done) { thread->call<void>(insert(3), &m_context, done); })));
    EXPECT_EQ(troubles, 1);
    EXPECT_EQ(ends, 1);
}

} // namespace orangery::test
