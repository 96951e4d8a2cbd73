// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/wirefixture.h"
#include "workersai/catalogjob.h"

namespace orangery::test {
namespace {

using CatalogWire = WireTest;

TEST_P(CatalogWire, TheLiveCatalogAgreesWithTheBundledOne)
{
    const Catalog bundled = bundledCatalog();
    const auto live = run<CatalogJob>(api(), bundled);
    ASSERT_TRUE(live) << live.error().detail.toStdString();
    EXPECT_TRUE(live->isLive);
    EXPECT_EQ(live->models.size(), bundled.models.size());
    const QList<Model> chatModels = live->chatModels();
    EXPECT_GT(chatModels.size(), 15);
    for (const Model& model : chatModels) {
        const Model* known = bundled.find(model.id);
        ASSERT_TRUE(known) << model.id.toStdString();
        EXPECT_EQ(model.neurons, known->neurons) << model.id.toStdString();
        EXPECT_EQ(model.contextWindow, known->contextWindow) << model.id.toStdString();
        EXPECT_EQ(model.tools, known->tools) << model.id.toStdString();
        EXPECT_EQ(model.reasoningEffort, known->reasoningEffort) << model.id.toStdString();
    }
}

TEST_P(CatalogWire, WithoutTheBundledOneItStandsOnItsOwn)
{
    const auto live = run<CatalogJob>(api(), Catalog());
    ASSERT_TRUE(live);
    const Catalog bundled = bundledCatalog();
    int priced = 0;
    for (const Model& model : live->models) {
        const Model* known = bundled.find(model.id);
        ASSERT_TRUE(known) << model.id.toStdString();
        EXPECT_EQ(model.task, known->task);
        EXPECT_EQ(model.decisionModel, known->decisionModel) << model.id.toStdString();
        // smart-turn-v2: published as dollars a minute and neurons a second
        if (model.id == QLatin1String("@cf/pipecat-ai/smart-turn-v2"))
            continue;
        for (auto price = model.neurons.cbegin(); price != model.neurons.cend(); ++price) {
            ++priced;
            const double published = known->neurons.value(price.key(), -1);
            EXPECT_NEAR(price.value(), published, 0.11 * published + 1e-9) // dollars of one digit
                << model.id.toStdString() << " unit " << static_cast<int>(price.key());
        }
    }
    EXPECT_GT(priced, 50);
}

TEST_P(CatalogWire, ErrorsComeThrough)
{
    EXPECT_EQ(run<CatalogJob>(api(QStringLiteral("wrong")), Catalog()).error().kind, ErrorKind::TokenRefused);
    sandbox->setFault(QStringLiteral("bad-json"));
    EXPECT_EQ(run<CatalogJob>(api(), Catalog()).error().kind, ErrorKind::InvalidAnswer);
}

ORANGERY_BOTH_WAYS(CatalogWire);

} // namespace
} // namespace orangery::test
