// SPDX-License-Identifier: GPL-3.0-or-later
#include "callfixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TEST(LongPause, LaterCallsSayWhyAndUntilWhenTheyWait)
{
    CallShop shop;
    shop.sandbox.setFault(u"rate-limit:3600"_s, 1, u"/ai/run/"_s);
    const auto first = shop.chat(Workshop::request(u"Hello"_s));
    ASSERT_EQ(first.error().kind, ErrorKind::RateLimited);
    ASSERT_EQ(first.error().retryAfter, 3600s);
    ChatCall* waiting =
        shop.workbench->chat(Workshop::request(u"Hello"_s), {.origin = u"chat"_s}, shop.workbench.get());
    ASSERT_TRUE(waitFor([&] { return waiting->ticket().position() == 1; }));
    const CallWait wait = waiting->ticket().waiting();
    EXPECT_EQ(wait.reason, WaitReason::Rate);
    EXPECT_EQ(wait.position, 1);
    ASSERT_TRUE(wait.until);
    EXPECT_GT(*wait.until, shop.workbench->clock().utcNow().addSecs(60));
    EXPECT_LE(*wait.until, shop.workbench->clock().utcNow().addSecs(3600));

    const auto refused = shop.chat(Workshop::request(u"Hello"_s), {.origin = u"chat"_s, .longestWait = 60s});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::RateLimited);
    ASSERT_TRUE(refused.error().retryAfter);
    EXPECT_GT(*refused.error().retryAfter, 60s);
    EXPECT_LE(*refused.error().retryAfter, 3600s);
    EXPECT_EQ(shop.runs(), 1);
    EXPECT_EQ(waiting->ticket().position(), 1); // it has no deadline
}

TEST(LongPause, ACallThatWaitsAlreadyHearsOfItToo)
{
    CallQueue queue;
    int called = 0;
    queue.pause(u"text"_s, 30s);
    const qint64 patient = queue.enter(
        CallPriority::Normal, u"text"_s, [&] { ++called; }, 60s);
    EXPECT_EQ(queue.reason(patient), WaitReason::Rate);
    int moves = 0;
    QObject::connect(&queue, &CallQueue::moved, &queue, [&] { ++moves; });
    queue.pause(u"text"_s, 3600s);
    EXPECT_EQ(moves, 1);
    ASSERT_TRUE(waitFor([&] { return called == 1; }));
    ASSERT_TRUE(queue.pauseLeft(u"text"_s));
    EXPECT_GT(*queue.pauseLeft(u"text"_s), 60s);
    EXPECT_FALSE(queue.pauseLeft(u"image"_s));
    EXPECT_EQ(queue.reason(patient), WaitReason::None);
}

TEST(LongPause, TheReasonsOfWaiting)
{
    CallQueue queue;
    const qint64 id = queue.enter(CallPriority::Normal, u"text"_s, [] {});
    EXPECT_EQ(queue.reason(id), WaitReason::Turn);
    queue.park(id);
    EXPECT_EQ(queue.reason(id), WaitReason::Reset);
    queue.releaseForRoom(); // no room helps it
    EXPECT_EQ(queue.reason(id), WaitReason::Reset);
    queue.parkForRoom(id, u"account"_s, Neurons::of(5));
    EXPECT_EQ(queue.reason(id), WaitReason::Room);
    const qint64 larger = queue.enter(CallPriority::Background, u"text"_s, [] {});
    const qint64 smaller = queue.enter(CallPriority::Background, u"text"_s, [] {});
    queue.parkForRoom(larger, u"account"_s, Neurons::of(6));
    queue.parkForRoom(smaller, u"account"_s, Neurons::of(4));
    queue.releaseForRoom();
    queue.parkForRoom(id, u"account"_s, Neurons::of(5)); // refused again
    EXPECT_EQ(queue.reason(larger), WaitReason::Room);
    EXPECT_EQ(queue.reason(smaller), WaitReason::Turn);
    queue.release();
    EXPECT_EQ(queue.reason(larger), WaitReason::Turn);
}

} // namespace orangery::test
