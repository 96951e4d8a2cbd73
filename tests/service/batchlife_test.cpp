// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/batchcall.h"

#include "batchfixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

struct WaitingShop : BatchShop
{
    explicit WaitingShop(std::chrono::milliseconds wait = 1h) : BatchShop(waiting(wait)) {}
    static SandboxOptions waiting(std::chrono::milliseconds wait)
    {
        SandboxOptions options = fast();
        options.batchWait = wait;
        return options;
    }
    bool isQueued()
    {
        return waitFor([&] { return !ids.isEmpty(); });
    }
};

} // namespace

TEST(BatchLife, ALostQuestionIsAskedAgainWithALongerPause)
{
    BatchShop shop;
    shop.asking = [&](int question) {
        if (question == 0)
            shop.sandbox.setFault(u"close"_s, 2, runs);
    };
    shop.begin(shop.texts(2));
    ASSERT_TRUE(shop.ends());
    ASSERT_TRUE(*shop.result) << qPrintable(shop.result->error().message);
    EXPECT_EQ(shop.ids.size(), 1); // never sent again
    ASSERT_GE(shop.questions.size(), 3);
    for (int i = 0; i < shop.questions.size(); ++i)
        EXPECT_EQ(shop.questions.at(i), i);         // the pause goes on growing
    EXPECT_LE(shop.cost.bookedBy, BookedBy::Usage); // the head may have been in the answer that was lost
    EXPECT_GT(shop.cost.neurons, Neurons());
    EXPECT_TRUE(shop.isBooked(shop.cost.neurons));
}

TEST(BatchLife, LostForGoodItIsBookedWithItsEstimateAndAnotherProcessGoesOn)
{
    WaitingShop shop(100ms);
    shop.asking = [&](int question) {
        if (question == 0)
            shop.sandbox.setFault(u"close"_s, 3, runs);
    };
    BatchCall* lost = shop.begin(shop.texts(2));
    QueuedBatch kept;
    QObject::connect(lost, &BatchCall::queued, lost, [&] { kept = lost->queuedBatch(); });
    ASSERT_TRUE(shop.ends());
    ASSERT_FALSE(*shop.result);
    EXPECT_EQ(shop.result->error().kind, ErrorKind::ConnectionLost);
    EXPECT_TRUE(shop.mayStillBeBilled);
    EXPECT_TRUE(shop.result->error().message.endsWith(shop.notice));
    EXPECT_EQ(shop.cost.bookedBy, BookedBy::Estimate);
    ASSERT_TRUE(shop.isBooked(*shop.estimated));
    shop.asking = nullptr;

    Database second(shop.folder.path() + u"/data"_s);
    Workbench later(shop.client, second, *shop.accounts, shop.clock);
    shop.listen(resume(later, kept, {.origin = u"test"_s}, &later));
    ASSERT_TRUE(shop.ends());
    ASSERT_TRUE(*shop.result) << qPrintable(shop.result->error().message);
    EXPECT_EQ((*shop.result)->reply.items.size(), 2);
    EXPECT_LE(shop.cost.bookedBy, BookedBy::Usage);
    EXPECT_NE(shop.cost.neurons, *shop.estimated);
    EXPECT_TRUE(shop.isBooked(shop.cost.neurons)); // in place of the estimate
}

TEST(BatchLife, ADayThatIsUsedUpWhileItWaits)
{
    WaitingShop shop;
    shop.asking = [&](int question) {
        if (question == 0)
            shop.sandbox.setFault(u"3036"_s, 1, runs);
    };
    shop.begin(shop.texts(2), {.origin = u"test"_s, .waitsForReset = true});
    ASSERT_TRUE(shop.ends());
    ASSERT_FALSE(*shop.result);
    EXPECT_EQ(shop.result->error().kind, ErrorKind::QuotaExhausted);
    EXPECT_TRUE(shop.mayStillBeBilled);
    EXPECT_TRUE(shop.workbench->quota().isExhaustedByService);
    EXPECT_TRUE(shop.isBooked(*shop.estimated));
}

TEST(BatchLife, RefusedForTheDayBeforeItWasQueuedItWaitsForTheNext)
{
    BatchShop shop;
    shop.sandbox.setFault(u"3036"_s, 1, runs);
    BatchCall* call = shop.begin(shop.texts(2), {.origin = u"test"_s, .waitsForReset = true});
    ASSERT_TRUE(waitFor([&] { return call->ticket().isParked(); }));
    EXPECT_TRUE(shop.isBooked({}));
    shop.workbench->overrideExhaustion();
    ASSERT_TRUE(shop.ends());
    ASSERT_TRUE(*shop.result);
    EXPECT_TRUE(shop.isBooked(Neurons::of(shop.sandbox.quotaUsed())));
}

TEST(BatchLife, StoppedWhileItWaitsItSaysThatItMayBeBilled)
{
    WaitingShop shop;
    BatchCall* call = shop.begin(shop.texts(2));
    ASSERT_TRUE(shop.isQueued());
    call->cancel();
    ASSERT_TRUE(shop.result);
    EXPECT_EQ(shop.result->error().kind, ErrorKind::Canceled);
    EXPECT_TRUE(shop.mayStillBeBilled);
    EXPECT_FALSE(shop.notice.isEmpty());
    EXPECT_EQ(shop.cost.bookedBy, BookedBy::Estimate);
    EXPECT_EQ(shop.cost.neurons, *shop.estimated);
    EXPECT_TRUE(shop.isBooked(*shop.estimated));
}

TEST(BatchLife, StoppedBeforeItIsSentItCostsNothing)
{
    WaitingShop shop;
    BatchCall* call = shop.begin(shop.texts(2));
    call->cancel();
    ASSERT_TRUE(shop.result);
    EXPECT_FALSE(shop.mayStillBeBilled);
    EXPECT_TRUE(shop.notice.isEmpty());
    EXPECT_TRUE(shop.isBooked({}));
    EXPECT_EQ(shop.runs(), 0);
}

TEST(BatchLife, DestroyedWhileItWaitsItIsBooked)
{
    WaitingShop shop;
    BatchCall* call = shop.begin(shop.texts(2));
    ASSERT_TRUE(shop.isQueued());
    delete call;
    EXPECT_TRUE(shop.isBooked(*shop.estimated));
}

TEST(BatchLife, TheReservationOfAProcessThatDiedIsBookedWithTheEstimate)
{
    WaitingShop shop;
    QObject context;
    auto* call = shop.listen(run(*shop.workbench, shop.texts(2), {.origin = u"test"_s}, &context));
    ASSERT_TRUE(shop.isQueued());
    shop.workbench.reset(); // nobody is left to book it
    delete call;
    shop.workbench = std::make_unique<Workbench>(shop.client, *shop.database, *shop.accounts, shop.clock);
    EXPECT_EQ(shop.totals().reserved, *shop.estimated);
    Ledger(*shop.database).settleAbandoned(QDateTime::currentDateTimeUtc().addSecs(3600));
    EXPECT_TRUE(shop.isBooked(*shop.estimated));
}

TEST(BatchLife, WhatIsQueuedThereKeepsNobodyFromGoing)
{
    WaitingShop shop;
    shop.pause = 1h;
    QList<BatchCall*> batches;
    int queued = 0;
    for (int i = 0; i < CallQueue::mostInBackground; ++i) {
        BatchCall* call = shop.begin(shop.texts(1), {.priority = CallPriority::Background});
        QObject::connect(call, &BatchCall::queued, call, [&] { ++queued; });
        batches.append(call);
    }
    ASSERT_TRUE(waitFor([&] { return queued == CallQueue::mostInBackground; }));
    EmbeddingRequest vectors;
    vectors.model = u"@cf/baai/bge-m3"_s;
    vectors.texts = {u"a red car"_s};
    EXPECT_TRUE(finish(shop, vectors, {.priority = CallPriority::Background}));
    qDeleteAll(batches);
}

} // namespace orangery::test
