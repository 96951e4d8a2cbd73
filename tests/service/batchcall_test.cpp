// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/batchcall.h"

#include "batchfixture.h"
#include "support/testserver.h"

namespace orangery::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

TEST(BatchCall, HoldsAllItsItemsAndBooksWhatTheServiceCounted)
{
    BatchShop shop;
    BatchCall* call = shop.begin(shop.texts(3));
    ASSERT_TRUE(call->estimate());
    ASSERT_TRUE(waitFor([&] { return !shop.ids.isEmpty(); }));
    EXPECT_EQ(shop.totals().reserved, *shop.estimated);
    ASSERT_TRUE(shop.ends());
    ASSERT_TRUE(*shop.result) << qPrintable((*shop.result).error().detail);
    const CallCost& cost = (*shop.result)->cost;
    EXPECT_EQ((*shop.result)->reply.items.size(), 3);
    EXPECT_EQ(cost.bookedBy, BookedBy::Header);
    EXPECT_EQ(cost.neurons, Neurons::of(shop.sandbox.quotaUsed()));
    EXPECT_GT(cost.neurons, Neurons());
    EXPECT_TRUE(shop.isBooked(cost.neurons));
}

TEST(BatchCall, AnAnswerWithoutNeuronsIsBookedByItsTokens)
{
    BatchShop shop;
    shop.sandbox.setOmitNeuronsEvery(1);
    shop.begin(shop.texts(3));
    ASSERT_TRUE(shop.ends());
    ASSERT_TRUE(*shop.result);
    EXPECT_EQ((*shop.result)->cost.bookedBy, BookedBy::Price);
    EXPECT_TRUE(shop.isBooked(Neurons::of(shop.sandbox.quotaUsed())));
}

TEST(BatchCall, SendsNoByteWhereOneItemFitsButNotAll)
{
    BatchShop shop;
    const Neurons all = *estimate(*shop.workbench, shop.texts(3));
    EXPECT_EQ(all.millionths(), 3 * estimate(*shop.workbench, shop.texts(1))->millionths());
    shop.spend(freeNeuronsPerDay - all);
    shop.begin(shop.texts(3)); // at worst it is more than the estimate
    ASSERT_TRUE(shop.ends());
    ASSERT_FALSE(*shop.result);
    EXPECT_EQ(shop.result->error().kind, ErrorKind::BudgetReached);
    EXPECT_EQ(shop.runs(), 0);
    EXPECT_FALSE(shop.mayStillBeBilled);
    shop.begin(shop.texts(1));
    ASSERT_TRUE(shop.ends());
    EXPECT_TRUE(*shop.result);
}

TEST(BatchCall, AModelThatTakesNoneIsNotAsked)
{
    BatchShop shop;
    BatchRequest request = shop.texts(1);
    request.model = u"@cf/black-forest-labs/flux-1-schnell"_s;
    shop.begin(request);
    ASSERT_TRUE(shop.ends());
    EXPECT_EQ(shop.result->error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(shop.runs(), 0);
}

TEST(BatchCall, WhatCannotBeEncodedHoldsNothing)
{
    BatchShop shop;
    BatchRequest request = shop.texts(2);
    request.items.last().body = "[]";
    shop.begin(request);
    ASSERT_TRUE(shop.ends());
    EXPECT_EQ(shop.result->error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(shop.runs(), 0);
    EXPECT_TRUE(shop.totals().reserved.isZero());
}

TEST(BatchCall, NoRoomIsTriedAgainAndBookedOnce)
{
    BatchShop shop;
    shop.sandbox.setFault(u"3040"_s, 1, runs);
    shop.begin(shop.texts(2));
    ASSERT_TRUE(shop.ends());
    ASSERT_TRUE(*shop.result);
    EXPECT_EQ(shop.ids.size(), 1);
    EXPECT_TRUE(shop.isBooked((*shop.result)->cost.neurons));
}

TEST(BatchCall, WhatMayHaveArrivedIsNotSentTwice)
{
    BatchShop shop;
    shop.sandbox.setFault(u"close"_s, 1, runs);
    shop.begin(shop.texts(2));
    ASSERT_TRUE(shop.ends());
    ASSERT_FALSE(*shop.result);
    EXPECT_EQ(shop.result->error().kind, ErrorKind::ConnectionLost);
    EXPECT_TRUE(shop.result->error().message.endsWith(shop.notice));
    EXPECT_TRUE(shop.mayStillBeBilled);
    EXPECT_EQ(shop.runs(), 1);
    EXPECT_EQ(shop.cost.bookedBy, BookedBy::Estimate);
    EXPECT_TRUE(shop.isBooked(*shop.estimated));
}

TEST(BatchCall, WhatAGatewayGaveUpWaitingForIsNotSentTwice)
{
    BatchShop shop;
    shop.sandbox.setFault(u"status:504"_s, 1, runs);
    shop.begin(shop.texts(2));
    ASSERT_TRUE(shop.ends());
    ASSERT_FALSE(*shop.result);
    EXPECT_TRUE(shop.mayStillBeBilled);
    EXPECT_EQ(shop.runs(), 1);
    EXPECT_TRUE(shop.isBooked(*shop.estimated));
}

TEST(BatchCall, SomeItemsFailAndCostNothing)
{
    BatchShop shop;
    shop.sandbox.setOmitNeuronsEvery(1);
    BatchRequest request = shop.texts(3);
    request.items[1].body = R"({"text":3})";
    shop.begin(request);
    ASSERT_TRUE(shop.ends());
    ASSERT_TRUE(*shop.result);
    const QList<BatchReply::Item>& items = (*shop.result)->reply.items;
    EXPECT_TRUE(items.at(0).isSuccess);
    EXPECT_FALSE(items.at(1).isSuccess);
    EXPECT_TRUE(items.at(2).isSuccess);
    EXPECT_GT(shop.cost.neurons, Neurons());
    EXPECT_TRUE(shop.isBooked(Neurons::of(shop.sandbox.quotaUsed())));
    for (BatchRequest::Item& item : request.items)
        item.body = R"({"text":3})";
    shop.begin(request);
    ASSERT_TRUE(shop.ends());
    ASSERT_TRUE(*shop.result);
    EXPECT_EQ(shop.cost.bookedBy, BookedBy::Nothing);
}

TEST(BatchCall, WithoutASumTheItemsCountsAreTaken)
{
    BatchShop shop;
    const auto answer = [](const QByteArray& second) {
        return QByteArray(R"({"result":{"request_id":"r1","responses":[)"
                          R"({"id":0,"result":{"usage":{"prompt_tokens":400000}},"success":true},)") +
               second + "]},\"success\":true}";
    };
    struct Row
    {
        QByteArray second;
        double neurons;
        BookedBy by;
    };
    const double list = 6058; // neurons for a million tokens
    for (const Row& row : {Row{R"({"id":1,"result":{"usage":{"prompt_tokens":600000}},"success":true})", list,
                               BookedBy::Price},
                           Row{R"({"id":1,"success":false,"error":"no"})", list * 0.4, BookedBy::Price},
                           Row{R"({"id":1,"success":false,"errors":[{"code":3036,"message":"used up"}]})",
                               list * 0.4, BookedBy::Price}}) {
        TestServer server({.body = answer(row.second)});
        BatchShop at(server.url("/client/v4"));
        at.begin(at.texts(2));
        ASSERT_TRUE(at.ends());
        ASSERT_TRUE(*at.result);
        EXPECT_EQ(at.cost.bookedBy, row.by);
        EXPECT_TRUE(at.isBooked(Neurons::of(row.neurons))) << at.totals().booked.toDouble();
        const bool isExhausted = row.second.contains("3036");
        EXPECT_EQ(at.workbench->quota().isExhaustedByService, isExhausted);
        EXPECT_EQ(at.totals().isExhausted, isExhausted); // every process knows
    }
}

} // namespace orangery::test
