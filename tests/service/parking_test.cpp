// SPDX-License-Identifier: GPL-3.0-or-later
#include "callfixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

namespace {

EmbeddingRequest vectors(int texts = 1)
{
    EmbeddingRequest request;
    request.model = u"@cf/baai/bge-m3"_s;
    request.texts = QStringList(texts, u"a red car on a long road"_s);
    return request;
}

/// Holds a part of a limit until it is given back.
struct Holder
{
    Holder(CallShop& shop, Neurons neurons, const QString& origin = u"elsewhere"_s)
        : door(shop.workbench->door())
    {
        Reservation held;
        held.id = 4711;
        held.accountUuid = Workshop::account().uuid;
        held.startedAt = QDateTime::currentDateTimeUtc();
        held.task = held.model = u"test"_s;
        held.origin = origin;
        held.estimate = neurons;
        bool isHeld = false;
        door.reserve(held, shop.workbench.get(),
                     [&](const Result<Grant>& grant) { isHeld = grant.has_value(); });
        EXPECT_TRUE(waitFor([&] { return isHeld; }));
    }
    void giveBack()
    {
        Booking nothing;
        nothing.id = 4711;
        door.book(nothing);
    }

    Door door;
};

template <typename Request>
struct Parked
{
    using Reply = typename Task<Request>::Reply;

    Parked(CallShop& shop, const Request& request, const CallOptions& options)
        : call(run(*shop.workbench, request, options, shop.workbench.get()))
    {
        QObject::connect(call, &Job::finished, call, [this] { result = call->result(); });
    }
    bool ends()
    {
        return waitFor([&] { return result.has_value(); });
    }
    bool parks()
    {
        return waitFor([&] { return result.has_value() || call->ticket().isParked(); }) && !result;
    }

    TaskCall<Reply>* call;
    std::optional<Result<TaskOutcome<Reply>>> result;
};

SpendingLimits capOfIndex(Neurons most)
{
    SpendingLimits limits;
    limits.ofOrigins.insert(u"index"_s, most);
    return limits;
}

} // namespace

TEST(Parking, GoesOnTodayWhenOthersFreeWhatTheyHeld)
{
    CallShop shop;
    Holder holder(shop, freeNeuronsPerDay);
    Parked waiting(shop, vectors(), {.origin = u"index"_s, .waitsForReset = true});
    ASSERT_TRUE(waiting.parks());
    const CallWait wait = waiting.call->ticket().waiting();
    EXPECT_EQ(wait.reason, WaitReason::Room);
    EXPECT_EQ(wait.position, 1);
    EXPECT_EQ(wait.until, shop.workbench->clock().nextReset());
    EXPECT_EQ(shop.runs(), 0);
    holder.giveBack();
    ASSERT_TRUE(waiting.ends());
    EXPECT_TRUE(*waiting.result);
    EXPECT_EQ(shop.runs(), 1);
}

TEST(Parking, GoesOnWhenAnotherProcessFreesWhatItHeld)
{
    CallShop shop;
    Holder holder(shop, freeNeuronsPerDay);
    Parked waiting(shop, vectors(), {.origin = u"index"_s, .waitsForReset = true});
    ASSERT_TRUE(waiting.parks());
    Database second(shop.folder.path() + u"/data"_s);
    Booking nothing;
    nothing.id = 4711;
    bool isFreed = false;
    Ledger(second).book(nothing, shop.workbench.get(), [&](const Result<DayTotals>&) { isFreed = true; });
    ASSERT_TRUE(waitFor([&] { return isFreed; }));
    ASSERT_TRUE(waiting.parks());
    emit shop.accounts->changed(); // a look at the day, as one follows every few seconds
    ASSERT_TRUE(waiting.ends());
    EXPECT_TRUE(*waiting.result);
}

TEST(Parking, ASmallerOneGoesWhereALargerWaits)
{
    CallShop shop;
    Holder holder(shop, freeNeuronsPerDay - *estimate(*shop.workbench, vectors(10)));
    const CallOptions options{.origin = u"index"_s, .waitsForReset = true};
    Parked large(shop, vectors(60), options);
    ASSERT_TRUE(large.parks());
    Parked small(shop, vectors(1), options);
    ASSERT_TRUE(small.ends());
    EXPECT_TRUE(*small.result);
    EXPECT_FALSE(large.result);
    holder.giveBack();
    ASSERT_TRUE(large.ends());
}

TEST(Parking, ACapOfADayParksAndAConversationsCapDoesNot)
{
    CallShop shop;
    SpendingLimits limits = capOfIndex(Neurons::of(1));
    limits.ofSubject = Neurons::of(1);
    shop.workbench->setSpendingLimits(limits);
    Holder holder(shop, Neurons::of(1), u"index"_s);
    Parked tab(shop, vectors(), {.origin = u"index"_s, .waitsForReset = true});
    ASSERT_TRUE(tab.parks());
    EXPECT_EQ(tab.call->ticket().waiting().reason, WaitReason::Room);
    limits.ofSubject = Neurons();
    shop.workbench->setSpendingLimits(limits);
    Parked conversation(shop, vectors(), {.origin = u"chat"_s, .subject = u"7"_s, .waitsForReset = true});
    ASSERT_TRUE(conversation.ends());
    EXPECT_EQ(conversation.result->error().kind, ErrorKind::CapReached);
    EXPECT_EQ(shop.runs(), 0);
    holder.giveBack();
    ASSERT_TRUE(tab.ends());
    EXPECT_TRUE(*tab.result);
}

TEST(Parking, ACapThatIsRaisedLetsThemGo)
{
    CallShop shop;
    shop.workbench->setSpendingLimits(capOfIndex(Neurons::of(1)));
    Holder holder(shop, Neurons::of(1), u"index"_s);
    Parked tab(shop, vectors(), {.origin = u"index"_s, .waitsForReset = true});
    ASSERT_TRUE(tab.parks());
    shop.workbench->setSpendingLimits({});
    ASSERT_TRUE(tab.ends());
    EXPECT_TRUE(*tab.result);
}

TEST(Parking, WhatCanNeverFitIsRefusedAtOnce)
{
    CallShop shop;
    shop.workbench->setSpendingLimits(capOfIndex(Neurons::ofMillionths(1)));
    Parked capped(shop, vectors(), {.origin = u"index"_s, .waitsForReset = true});
    ASSERT_TRUE(capped.ends());
    EXPECT_EQ(capped.result->error().kind, ErrorKind::NeverFits);
    ImageRequest huge;
    huge.model = u"@cf/black-forest-labs/flux-1-schnell"_s;
    huge.prompt = u"a red car"_s;
    huge.steps = 8;
    huge.size = QSize(30'000, 30'000);
    shop.sandbox.setFault(u"3036"_s, 1, u"/ai/run/"_s);
    ASSERT_EQ(finish(shop, vectors()).error().kind, ErrorKind::QuotaExhausted);
    Parked all(shop, huge, {.origin = u"images"_s, .waitsForReset = true});
    ASSERT_TRUE(all.ends()) << "also while the day is used up";
    EXPECT_EQ(all.result->error().kind, ErrorKind::NeverFits);
    EXPECT_FALSE(all.result->error().message.isEmpty());
    Parked fitting(shop, vectors(), {.origin = u"other"_s, .waitsForReset = true});
    ASSERT_TRUE(fitting.parks());
    EXPECT_EQ(fitting.call->ticket().waiting().reason, WaitReason::Reset);
    EXPECT_EQ(fitting.call->ticket().waiting().until, shop.workbench->clock().nextReset());
}

} // namespace orangery::test
