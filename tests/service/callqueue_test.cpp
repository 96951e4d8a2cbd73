// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/callqueue.h"

#include "support/waitfor.h"

#include <gtest/gtest.h>

namespace orangery::test {

namespace {

/// Who was called, in order.
struct Calls
{
    CallQueue queue;
    QStringList names;

    qint64 enter(const QString& name, CallPriority priority = CallPriority::Normal,
                 const QString& key = QStringLiteral("text"))
    {
        return queue.enter(priority, key, [this, name] { names.append(name); });
    }
    bool wait(int count)
    {
        return waitFor([&] { return names.size() == count; });
    }
};

} // namespace

TEST(CallQueue, CallsByPriorityThenByArrival)
{
    Calls calls;
    calls.enter(QStringLiteral("index"), CallPriority::Background);
    calls.enter(QStringLiteral("first"));
    calls.enter(QStringLiteral("second"));
    const qint64 chat = calls.enter(QStringLiteral("chat"), CallPriority::Interactive);
    EXPECT_TRUE(calls.names.isEmpty()); // never within enter()
    EXPECT_EQ(calls.queue.position(chat), 1);
    ASSERT_TRUE(calls.wait(4));
    EXPECT_EQ(calls.names.join(u' '), QStringLiteral("chat first second index"));
    EXPECT_EQ(calls.queue.position(chat), 0);
}

TEST(CallQueue, HoldsBackTheBackgroundAndNothingElse)
{
    Calls calls;
    QList<qint64> ids;
    for (int i = 0; i < CallQueue::mostInBackground + 2; ++i)
        ids.append(calls.enter(QString::number(i), CallPriority::Background));
    ASSERT_TRUE(calls.wait(CallQueue::mostInBackground));
    EXPECT_EQ(calls.queue.position(ids.last()), 2);
    calls.enter(QStringLiteral("chat"), CallPriority::Interactive);
    ASSERT_TRUE(calls.wait(CallQueue::mostInBackground + 1));
    EXPECT_EQ(calls.names.last(), QStringLiteral("chat"));
    calls.queue.leave(ids.first());
    ASSERT_TRUE(calls.wait(CallQueue::mostInBackground + 2));
    EXPECT_EQ(calls.queue.position(ids.last()), 1);
}

TEST(CallQueue, PausesOneKeyAlone)
{
    Calls calls;
    calls.queue.pause(QStringLiteral("text"), std::chrono::milliseconds(150));
    calls.enter(QStringLiteral("late"));
    calls.enter(QStringLiteral("picture"), CallPriority::Background, QStringLiteral("image"));
    ASSERT_TRUE(calls.wait(1));
    EXPECT_EQ(calls.names.first(), QStringLiteral("picture"));
    ASSERT_TRUE(calls.wait(2));
}

TEST(CallQueue, ParkedCallsWaitForTheirRelease)
{
    Calls calls;
    const qint64 parked = calls.enter(QStringLiteral("parked"));
    ASSERT_TRUE(calls.wait(1));
    calls.queue.park(parked);
    EXPECT_TRUE(calls.queue.isParked(parked));
    EXPECT_EQ(calls.queue.position(parked), 1);
    calls.enter(QStringLiteral("next"));
    ASSERT_TRUE(calls.wait(2));
    calls.queue.release();
    ASSERT_TRUE(calls.wait(3));
    EXPECT_EQ(calls.names.last(), QStringLiteral("parked"));
    EXPECT_FALSE(calls.queue.isParked(parked));
}

TEST(CallQueue, WhoLeavesIsNotCalled)
{
    Calls calls;
    const qint64 gone = calls.enter(QStringLiteral("gone"));
    calls.queue.leave(gone);
    calls.queue.leave(gone);
    calls.enter(QStringLiteral("here"));
    ASSERT_TRUE(calls.wait(1));
    EXPECT_EQ(calls.names.first(), QStringLiteral("here"));
}

TEST(CallQueue, GoesBackToItsOldPlace)
{
    Calls calls;
    const qint64 first = calls.enter(QStringLiteral("first"));
    ASSERT_TRUE(calls.wait(1));
    calls.queue.pause(QStringLiteral("text"), std::chrono::milliseconds(100));
    calls.enter(QStringLiteral("second"));
    calls.queue.again(first);
    EXPECT_EQ(calls.queue.position(first), 1);
    ASSERT_TRUE(calls.wait(3));
    EXPECT_EQ(calls.names.join(u' '), QStringLiteral("first first second"));
}

} // namespace orangery::test
