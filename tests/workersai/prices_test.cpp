// SPDX-License-Identifier: GPL-3.0-or-later
// Prices of the bundled catalog, computed by hand from the published table (API.md §4): one at least of every
// unit that is published.
#include "core/pricebook.h"
#include "workersai/catalogjob.h"

#include <gtest/gtest.h>

namespace orangery::test {

using namespace Qt::StringLiterals;

namespace {

struct ByHand
{
    const char* model;
    WorkUnits work;
    qint64 millionths; ///< of a neuron
};

WorkUnits tokens(int prompt, int completion, int cached = 0)
{
    return {.tokens = {.promptTokens = prompt, .completionTokens = completion, .cachedTokens = cached}};
}

WorkUnits picture(QSize size, int steps = 0, const QList<QSize>& inputs = {})
{
    return {.steps = steps, .size = size, .inputImages = inputs};
}

WorkUnits sound(double seconds, bool isRealtime = false)
{
    return {.audioSeconds = seconds, .isRealtime = isRealtime};
}

const QList<ByHand>& prices()
{
    static const QList<ByHand> table{
        // 842 × 0.0055 + 388 × 0.0364
        {"@cf/zai-org/glm-4.7-flash", tokens(842, 388), 18'754'200},
        // 2.457 + 18.252
        {"@cf/meta/llama-3.2-1b-instruct", tokens(1000, 1000), 20'709'000},
        // 123 × 0.018182 + 456 × 0.027273
        {"@cf/openai/gpt-oss-20b", tokens(123, 456), 14'672'874},
        // 2,000 × 0.04 + 8,000 × 0.001273 + 500 × 0.12
        {"@cf/deepseek-ai/deepseek-v4-flash-0731", tokens(10'000, 500, 8000), 150'184'000},
        // 1,000 × 0.086364 + 100 × 0.363636
        {"@cf/moonshotai/kimi-k2.6", tokens(1000, 100), 122'727'600},
        // all cached: 2,000 × 0.002727 + 10 × 0.045455
        {"@cf/zai-org/glm-5.3-flash", tokens(2000, 10, 2000), 5'908'550},
        // (50 + 60) × 0.03105
        {"@cf/meta/m2m100-1.2b", tokens(50, 60), 3'415'500},
        {"@cf/baai/bge-m3", tokens(400, 0), 430'000},
        {"@cf/baai/bge-reranker-base", tokens(1234, 0), 349'222},
        {"@cf/huggingface/distilbert-sst-2-int8", tokens(20, 0), 47'880},
        // 4 tiles × 4.80 + 4 steps × 9.60
        {"@cf/black-forest-labs/flux-1-schnell", picture({1024, 1024}, 4), 57'600'000},
        // 3 × 3 tiles × 636 + 25 steps × 12
        {"@cf/leonardo/lucid-origin", picture({1120, 1120}, 25), 6'024'000'000},
        // 2 × 2 tiles × 530 + 25 steps × 10
        {"@cf/leonardo/phoenix-1.0", picture({1024, 768}, 25), 2'370'000'000},
        // 1 tile in × 25 × 18.75 + 4 tiles out × 25 × 37.5
        {"@cf/black-forest-labs/flux-2-dev", picture({1024, 1024}, 25, {{512, 512}}), 4'218'750'000},
        // 1 tile in × 5.37 + 4 tiles out × 26.05
        {"@cf/black-forest-labs/flux-2-klein-4b", picture({1024, 1024}, 0, {{512, 512}}), 109'570'000},
        // 2 megapixels out: 1,363.64 + 181.82; one begun in: 181.82
        {"@cf/black-forest-labs/flux-2-klein-9b", picture({1920, 1080}, 0, {{512, 512}}), 1'727'280'000},
        // 12 min 4 s: 724 × 46.63 ÷ 60
        {"@cf/openai/whisper-large-v3-turbo", sound(724), 562'668'667},
        {"@cf/openai/whisper", sound(90), 61'710'000},
        {"@cf/myshell-ai/melotts", sound(4.5), 1'397'250},
        {"@cf/deepgram/nova-3", sound(60), 472'730'000},
        {"@cf/deepgram/nova-3", sound(30, true), 418'180'000},
        {"@cf/deepgram/flux", sound(60, true), 700'000'000},
        {"@cf/deepgram/aura-1", {.characters = 250}, 340'910'000},
        // 1.234 × 2,727.27
        {"@cf/deepgram/aura-2-en", {.characters = 1234}, 3'365'451'180},
        {"@cf/microsoft/resnet-50", {.looks = 1}, 228'055},
        {"@cf/bytedance/stable-diffusion-xl-lightning", picture({1024, 1024}, 20), 0},
    };
    return table;
}

} // namespace

TEST(Prices, AreThoseComputedByHand)
{
    const Catalog catalog = bundledCatalog();
    for (const ByHand& row : prices()) {
        const Model* model = catalog.find(QString::fromLatin1(row.model));
        ASSERT_TRUE(model) << row.model;
        const auto price = pricebook::price(*model, row.work);
        ASSERT_TRUE(price) << row.model;
        EXPECT_EQ(price->millionths(), row.millionths) << row.model;
    }
}

TEST(Prices, EveryUnitOfTheCatalogIsAmongThem)
{
    const Catalog catalog = bundledCatalog();
    QSet<PriceUnit> published, computed;
    for (const Model& model : catalog.models) {
        for (auto unit = model.neurons.keyBegin(); unit != model.neurons.keyEnd(); ++unit)
            published.insert(*unit);
    }
    for (const ByHand& row : prices()) {
        const Model* model = catalog.find(QString::fromLatin1(row.model));
        ASSERT_TRUE(model) << row.model;
        for (auto unit = model->neurons.keyBegin(); unit != model->neurons.keyEnd(); ++unit)
            computed.insert(*unit);
    }
    EXPECT_EQ(published - computed, QSet<PriceUnit>());
}

} // namespace orangery::test
