// SPDX-License-Identifier: GPL-3.0-or-later
#include "callfixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

namespace {

ImageRequest picture()
{
    ImageRequest request;
    request.model = u"@cf/black-forest-labs/flux-1-schnell"_s;
    request.prompt = u"a red car"_s;
    request.steps = 4;
    return request;
}

} // namespace

TEST(TaskCall, PaintsAndBooksWhatTheServiceReported)
{
    CallShop shop;
    EXPECT_EQ(estimate(*shop.workbench, picture()), Neurons::of(57.6)); // 4 tiles × 4.80 + 4 steps × 9.60
    const auto painted = finish(shop, picture());
    ASSERT_TRUE(painted) << qPrintable(painted.error().message) << qPrintable(painted.error().detail);
    EXPECT_FALSE(pictureSize(painted->reply.data).isEmpty());
    EXPECT_EQ(painted->cost.bookedBy, BookedBy::Header);
    EXPECT_GT(painted->cost.neurons, Neurons());
    ASSERT_TRUE(waitFor([&] { return shop.totals().booked == painted->cost.neurons; }));
}

TEST(TaskCall, EmbedsOnceAndThenKnowsTheAnswer)
{
    CallShop shop;
    shop.workbench->setCache(std::make_shared<ResultCache>(shop.folder.path() + u"/results"_s));
    EmbeddingRequest request;
    request.model = u"@cf/baai/bge-m3"_s;
    request.texts = {u"a red car"_s, u"ein rotes Auto"_s};
    const auto first = finish(shop, request);
    ASSERT_TRUE(first) << qPrintable(first.error().message) << qPrintable(first.error().detail);
    EXPECT_EQ(first->reply.vectors.size(), 2);
    ASSERT_TRUE(shop.isCached());
    const auto second = finish(shop, request);
    ASSERT_TRUE(second);
    EXPECT_EQ(second->cost.bookedBy, BookedBy::Cache);
    EXPECT_EQ(second->cost.saved, first->cost.neurons);
    EXPECT_EQ(second->reply.vectors, first->reply.vectors);
    EXPECT_EQ(shop.runs(), 1);
}

TEST(TaskCall, ADamagedKeptAnswerIsAskedForAgain)
{
    CallShop shop;
    shop.workbench->setCache(std::make_shared<ResultCache>(shop.folder.path() + u"/results"_s));
    TranslationRequest request;
    request.model = u"@cf/meta/m2m100-1.2b"_s;
    request.texts = {u"Good morning"_s};
    request.source = u"en"_s;
    request.target = u"de"_s;
    ASSERT_TRUE(finish(shop, request));
    ASSERT_TRUE(shop.isCached());
    ResultCache cache(shop.folder.path() + u"/results"_s);
    const QString name = QDir(shop.folder.path() + u"/results"_s).entryList(QDir::Files).first();
    ResultCache::Answer nonsense;
    nonsense.reply.head.status = 200;
    nonsense.reply.head.headers = {{"content-type", "application/json"}};
    nonsense.reply.body = "{}";
    cache.keep(name.section(u'.', 0, 0).toLatin1(), nonsense);
    const auto again = finish(shop, request);
    ASSERT_TRUE(again) << qPrintable(again.error().message);
    EXPECT_NE(again->cost.bookedBy, BookedBy::Cache);
    EXPECT_EQ(shop.runs(), 2);
}

TEST(TaskCall, TriesAgainWhenThereIsNoRoomAndBooksOnce)
{
    CallShop shop;
    shop.sandbox.setFault(u"3040"_s, 1, u"/ai/run/"_s);
    const auto painted = finish(shop, picture());
    ASSERT_TRUE(painted) << qPrintable(painted.error().message);
    EXPECT_EQ(shop.runs(), 2);
    ASSERT_TRUE(waitFor([&] { return shop.totals().booked == painted->cost.neurons; }));
}

TEST(TaskCall, ARefusedRequestCostsNothing)
{
    CallShop shop;
    ImageRequest empty = picture();
    empty.prompt.clear();
    EXPECT_FALSE(finish(shop, empty));
    ASSERT_TRUE(waitFor([&] { return shop.totals().reserved.isZero(); }));
    EXPECT_TRUE(shop.totals().booked.isZero());
}

TEST(TaskCall, SendsNothingAboveTheAllowance)
{
    CallShop shop;
    shop.spend(freeNeuronsPerDay - Neurons::of(50));
    ASSERT_TRUE(waitFor([&] { return shop.workbench->quota().isKnown; }));
    const auto refused = finish(shop, picture());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::BudgetReached);
    EXPECT_EQ(shop.runs(), 0);
}

TEST(TaskCall, StoppedOnItsWayItIsBookedWithItsEstimate)
{
    SandboxOptions slow = Workshop::fast();
    slow.latency = std::chrono::seconds(20);
    CallShop shop(slow);
    auto* call = run(*shop.workbench, picture(), {.origin = u"images"_s}, shop.workbench.get());
    ASSERT_TRUE(waitFor([&] { return shop.runs() == 1; }));
    call->cancel();
    ASSERT_TRUE(waitFor([&] { return shop.totals().booked == Neurons::of(57.6); }));
}

TEST(TaskCall, AnAnswerThatCannotBeReadIsBookedAllTheSame)
{
    CallShop shop;
    shop.sandbox.setFault(u"garbage"_s, 1);
    EmbeddingRequest request;
    request.model = u"@cf/baai/bge-m3"_s;
    request.texts = {u"a red car"_s};
    const auto answered = finish(shop, request);
    ASSERT_FALSE(answered);
    EXPECT_EQ(answered.error().kind, ErrorKind::InvalidAnswer);
    const double counted = shop.sandbox.quotaUsed();
    ASSERT_GT(counted, 0);
    EXPECT_TRUE(waitFor([&] { return shop.totals().booked == Neurons::of(counted); }));
    EXPECT_EQ(shop.runs(), 1);
}

} // namespace orangery::test
