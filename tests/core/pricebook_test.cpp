// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pricebook.h"

#include <gtest/gtest.h>

namespace orangery {

namespace {

Model flash()
{
    Model model;
    model.id = QStringLiteral("@cf/zai-org/glm-4.7-flash");
    model.neurons = {{PriceUnit::InputTokensPerMillion, 5500}, {PriceUnit::OutputTokensPerMillion, 36400}};
    return model;
}

} // namespace

TEST(PriceBook, PricesAChat)
{
    const auto price = pricebook::chat(flash(), {.promptTokens = 842, .completionTokens = 388});
    ASSERT_TRUE(price);
    EXPECT_EQ(price->millionths(), 842 * 5500 + 388 * 36400);
}

TEST(PriceBook, CachedTokensCostTheirOwnPrice)
{
    Model model = flash();
    model.neurons.insert(PriceUnit::CachedInputTokensPerMillion, 1000);
    const auto price =
        pricebook::chat(model, {.promptTokens = 100, .completionTokens = 0, .cachedTokens = 60});
    EXPECT_EQ(price->millionths(), 40 * 5500 + 60 * 1000);
}

TEST(PriceBook, KnowsNoPriceWhereNoneIsPublished)
{
    EXPECT_FALSE(pricebook::chat(Model(), {.promptTokens = 1}));
    EXPECT_FALSE(pricebook::affordableOutputTokens(Model(), 10, Neurons::of(10)));
}

TEST(PriceBook, AffordableTokensStayWithinTheRest)
{
    const auto tokens = pricebook::affordableOutputTokens(flash(), 1000, Neurons::of(10));
    ASSERT_TRUE(tokens);
    EXPECT_LE(*pricebook::chat(flash(), {.promptTokens = 1000, .completionTokens = *tokens}),
              Neurons::of(10));
    EXPECT_GT(*pricebook::chat(flash(), {.promptTokens = 1000, .completionTokens = *tokens + 1}),
              Neurons::of(10));
    EXPECT_EQ(*pricebook::affordableOutputTokens(flash(), 1'000'000, Neurons::of(10)), 0);
}

} // namespace orangery
