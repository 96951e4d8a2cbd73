// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/chatcall.h"

#include "callfixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

TEST(Door, AnswersARepeatFromTheCacheAndSaysWhatThatSpared)
{
    CallShop shop;
    shop.workbench->setCache(std::make_shared<ResultCache>(shop.folder.path() + u"/results"_s));
    ChatRequest request = Workshop::request(u"Hello"_s);
    request.temperature = 0;
    const auto first = shop.chat(request);
    ASSERT_TRUE(first);
    EXPECT_FALSE(first->isCached);
    ASSERT_TRUE(shop.isCached());
    const auto second = shop.chat(request);
    ASSERT_TRUE(second);
    EXPECT_TRUE(second->isCached);
    EXPECT_EQ(second->reply.text, first->reply.text);
    EXPECT_TRUE(second->neurons.isZero());
    EXPECT_EQ(shop.runs(), 1);
    ASSERT_TRUE(waitFor([&] { return shop.workbench->quota().saved == first->neurons; }));
    request.temperature = 0.5; // not always the same
    EXPECT_FALSE(shop.chat(request)->isCached);
    EXPECT_FALSE(shop.chat(request)->isCached);
    EXPECT_EQ(shop.runs(), 3);
    request.temperature = 0;
    EXPECT_FALSE(shop.chat(request, {.origin = u"chat"_s, .usesCache = false})->isCached);
}

TEST(Door, SendsNothingWhenTheServiceHasRefusedTheDayUntilTheUserSaysSo)
{
    CallShop shop;
    shop.sandbox.setFault(u"3036"_s, 1, u"/ai/run/"_s);
    ASSERT_EQ(shop.chat(Workshop::request(u"Hello"_s)).error().kind, ErrorKind::QuotaExhausted);
    EXPECT_EQ(shop.runs(), 1);
    EXPECT_EQ(shop.chat(Workshop::request(u"Hello"_s)).error().kind, ErrorKind::QuotaExhausted);
    EXPECT_EQ(shop.runs(), 1); // no byte
    // and neither does another process
    Database second(shop.folder.path() + u"/data"_s);
    ASSERT_TRUE(waitFor([&] { return shop.totals().isExhausted; }));
    Workbench another(shop.client, second, *shop.accounts, shop.clock);
    ASSERT_TRUE(waitFor([&] { return another.quota().isKnown; }));
    EXPECT_TRUE(another.quota().isExhaustedByService);
    shop.workbench->overrideExhaustion();
    EXPECT_TRUE(shop.chat(Workshop::request(u"Hello"_s)));
    EXPECT_EQ(shop.runs(), 2);
}

TEST(Door, ACallThatMayWaitIsParkedAndGoesOnWhenThereIsQuotaAgain)
{
    CallShop shop;
    shop.sandbox.setFault(u"3036"_s, 1, u"/ai/run/"_s);
    bool isDone = false;
    ChatCall* call = shop.workbench->chat(
        Workshop::request(u"Hello"_s),
        {.origin = u"chat"_s, .priority = CallPriority::Background, .waitsForReset = true},
        shop.workbench.get());
    std::optional<Result<ChatOutcome>> outcome;
    QObject::connect(call, &Job::finished, call, [&] {
        outcome = call->result();
        isDone = true;
    });
    ASSERT_TRUE(waitFor([&] { return call->ticket().isParked(); }));
    EXPECT_EQ(shop.runs(), 1);
    EXPECT_FALSE(isDone);
    shop.workbench->overrideExhaustion();
    ASSERT_TRUE(waitFor([&] { return isDone; }));
    EXPECT_TRUE(*outcome);
    EXPECT_EQ(shop.runs(), 2);
}

TEST(Door, StopsATabAtTheLimitThatTheUserSet)
{
    CallShop shop;
    SpendingLimits limits;
    limits.ofOrigins.insert(u"chat"_s, Neurons::of(0.001));
    shop.workbench->setSpendingLimits(limits);
    const auto refused = shop.chat(Workshop::request(u"Hello"_s));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::CapReached);
    EXPECT_EQ(shop.runs(), 0);
    EXPECT_TRUE(shop.chat(Workshop::request(u"Hello"_s), {.origin = u"cli"_s}));
}

TEST(Door, TellsOnceADayThatABudgetStepIsPassed)
{
    CallShop shop;
    QList<int> steps;
    QObject::connect(shop.workbench.get(), &Workbench::budgetStepReached, shop.workbench.get(),
                     [&](int step) { steps.append(step); });
    ASSERT_TRUE(waitFor([&] { return shop.workbench->quota().isKnown; }));
    shop.spend(Neurons::of(6100));
    ASSERT_TRUE(shop.chat(Workshop::request(u"Hello"_s)));
    ASSERT_TRUE(waitFor([&] { return steps == QList<int>{60}; }));
    ASSERT_TRUE(shop.chat(Workshop::request(u"Hello"_s)));
    shop.spend(Neurons::of(3500));
    ASSERT_TRUE(shop.chat(Workshop::request(u"Hello"_s)));
    ASSERT_TRUE(waitFor([&] { return steps.size() > 1; }));
    EXPECT_EQ(steps, (QList<int>{60, 95}));
}

TEST(Door, ThreeAtOnceNeverPassTheLastHundredNeurons)
{
    CallShop shop;
    shop.spend(freeNeuronsPerDay - Neurons::of(100));
    Database second(shop.folder.path() + u"/data"_s), third(shop.folder.path() + u"/data"_s);
    Workbench gateway(shop.client, second, *shop.accounts, shop.clock);
    Workbench cli(shop.client, third, *shop.accounts, shop.clock);
    int finished = 0, sent = 0;
    for (Workbench* door : {shop.workbench.get(), &gateway, &cli}) {
        for (int i = 0; i < 6; ++i) {
            ChatCall* call =
                door->chat(Workshop::request(u"Write 2000 words"_s), {.origin = u"chat"_s}, door);
            QObject::connect(call, &Job::finished, call, [&, call] {
                ++finished;
                sent += call->result() ? 1 : 0;
            });
        }
    }
    ASSERT_TRUE(waitFor([&] { return finished == 18; }, 60'000));
    EXPECT_GT(sent, 0);
    EXPECT_LT(sent, 18);
    ASSERT_TRUE(waitFor([&] { return shop.totals().reserved.isZero(); }));
    EXPECT_LE(shop.totals().booked, freeNeuronsPerDay);
}

TEST(Door, OffersAnotherModelOfTheSameTask)
{
    CallShop shop;
    const auto other = shop.workbench->alternativeTo(u"@cf/zai-org/glm-4.7-flash"_s);
    ASSERT_TRUE(other);
    EXPECT_EQ(other->task, u"Text Generation"_s);
    EXPECT_NE(other->id, u"@cf/zai-org/glm-4.7-flash"_s);
    EXPECT_FALSE(other->paidPlanOnly);
    EXPECT_TRUE(other->tools); // as the first can
}

} // namespace orangery::test
