// SPDX-License-Identifier: GPL-3.0-or-later
#include "callfixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

TEST(Limits, AnUnknownPriceIsNotSentWhenNothingIsLeft)
{
    CallShop shop;
    ChatRequest request = Workshop::request(u"Hello"_s);
    request.model = u"@cf/nobody/made-this"_s;
    shop.spend(freeNeuronsPerDay - Neurons::ofMillionths(1));
    EXPECT_EQ(shop.chat(request).error().kind, ErrorKind::NoSuchModel); // the service's own word
    EXPECT_EQ(shop.runs(), 1);
    shop.spend(Neurons::ofMillionths(1));
    EXPECT_EQ(shop.chat(request).error().kind, ErrorKind::BudgetReached);
    EXPECT_EQ(shop.runs(), 1);
}

TEST(Limits, AFreeModelGoesOnWhenTheDayIsSpent)
{
    CallShop shop;
    ImageRequest picture;
    picture.model = u"@cf/bytedance/stable-diffusion-xl-lightning"_s;
    picture.prompt = u"a red car"_s;
    ASSERT_EQ(estimate(*shop.workbench, picture), Neurons());
    shop.spend(freeNeuronsPerDay + Neurons::of(1));
    const auto painted = finish(shop, picture);
    EXPECT_TRUE(painted) << qPrintable(painted.error().message);
    EXPECT_EQ(shop.runs(), 1);
}

TEST(Limits, ACapThatIsSetWhileACallWaitsHoldsForIt)
{
    CallShop shop;
    std::optional<Result<ChatOutcome>> outcome;
    ChatCall* call =
        shop.workbench->chat(Workshop::request(u"Hello"_s), {.origin = u"chat"_s}, shop.workbench.get());
    QObject::connect(call, &Job::finished, call, [&] { outcome = call->result(); });
    SpendingLimits limits;
    limits.ofOrigins.insert(u"chat"_s, Neurons::of(0.001));
    shop.workbench->setSpendingLimits(limits);
    ASSERT_TRUE(waitFor([&] { return outcome.has_value(); }));
    ASSERT_FALSE(*outcome);
    EXPECT_EQ(outcome->error().kind, ErrorKind::CapReached);
    EXPECT_EQ(shop.runs(), 0);
}

} // namespace orangery::test
