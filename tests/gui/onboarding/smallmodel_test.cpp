// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/workbenchquestion.h"

#include "workersai/catalogjob.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

Model chat(const char* id, double price)
{
    Model model;
    model.id = QString::fromLatin1(id);
    model.task = QStringLiteral("Text Generation");
    model.neurons = {{PriceUnit::InputTokensPerMillion, price}, {PriceUnit::OutputTokensPerMillion, price}};
    return model;
}

constexpr TokenUsage usage{.promptTokens = 100, .completionTokens = 100, .cachedTokens = 0};

TEST(SmallModel, IsTheCheapestThatEveryoneMayUse)
{
    Catalog catalog;
    catalog.models = {chat("@cf/a/middle", 20), chat("@cf/a/cheap", 10), chat("@cf/a/dear", 30)};
    EXPECT_EQ(smallModel(catalog, usage), QStringLiteral("@cf/a/cheap"));
    catalog.models[1].paidPlanOnly = true;
    EXPECT_EQ(smallModel(catalog, usage), QStringLiteral("@cf/a/middle"));
    catalog.models[0].terms = true;
    EXPECT_EQ(smallModel(catalog, usage), QStringLiteral("@cf/a/dear"));
    catalog.models[2].neurons.clear();
    EXPECT_EQ(smallModel(catalog, usage), QString());
    EXPECT_EQ(smallModel({}, usage), QString());
}

TEST(SmallModel, TheBundledCatalogHasOne)
{
    EXPECT_FALSE(smallModel(bundledCatalog(), usage).isEmpty());
}

} // namespace
} // namespace orangery::test
