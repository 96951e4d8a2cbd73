// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/modelsearchcodec.h"
#include "workersai/priceunits.h"

#include <QJsonDocument>
#include <gtest/gtest.h>

namespace orangery {
namespace {

const QDate today(2026, 11, 24);

Model decoded(const QByteArray& properties, const Model& known = {},
              const QByteArray& name = "@cf/zai-org/glm-9")
{
    const QByteArray item =
        R"({"id":"uuid","source":1,"name":")" + name +
        R"(","description":"D","task":{"id":"t","name":"Text Generation","description":""},"tags":[],"properties":[)" +
        properties + "]}";
    const QJsonDocument document = QJsonDocument::fromJson(item);
    EXPECT_TRUE(document.isObject()) << item.toStdString();
    return modelsearchcodec::decode(document.object(), known, today);
}

QByteArray price(const QByteArray& unit, const QByteArray& usd)
{
    return R"({"property_id":"price","value":[{"unit":")" + unit + R"(","price":)" + usd +
           R"(,"currency":"USD"}]})";
}

TEST(ModelSearch, PropertiesOfAllThreeTypes)
{
    const Model model = decoded(
        R"({"property_id":"context_window","value":"131072"},{"property_id":"function_calling","value":"true"},)"
        R"({"property_id":"reasoning","value":"true"},{"property_id":"vision","value":"false"},)"
        R"({"property_id":"lora","value":"true"},{"property_id":"beta","value":"true"},{"property_id":"async_queue","value":"true"},)"
        R"({"property_id":"partner","value":"true"},{"property_id":"realtime","value":"true"},)"
        R"({"property_id":"require_workers_paid","value":"true"},{"property_id":"terms","value":"https://example.org/t"},)"
        R"({"property_id":"planned_deprecation_date","value":"2027-01-31"},{"property_id":"languages","value":"en, de,"},)"
        R"({"property_id":"price","value":[{"unit":"per M input tokens","price":0.11,"currency":"USD"},{"unit":"per M output tokens","price":"0.22","currency":"USD"}]},)"
        R"({"property_id":"reasoning_effort","value":{"supported_efforts":["high","none"],"default_effort":"high","mandatory":false,"normalizes_to":{}}})");
    EXPECT_EQ(model.id, QStringLiteral("@cf/zai-org/glm-9"));
    EXPECT_EQ(model.task, QStringLiteral("Text Generation"));
    EXPECT_EQ(model.description, QStringLiteral("D"));
    EXPECT_EQ(model.contextWindow, 131072);
    EXPECT_TRUE(model.tools && model.reasoning && model.lora && model.beta && model.asyncQueue &&
                model.partner && model.realtime && model.paidPlanOnly && model.terms && model.listed);
    EXPECT_FALSE(model.vision || model.deprecated || model.decisionModel);
    EXPECT_EQ(model.endsOn, QDate(2027, 1, 31));
    EXPECT_EQ(model.languages, (QStringList{QStringLiteral("en"), QStringLiteral("de")}));
    EXPECT_NEAR(model.neurons.value(PriceUnit::InputTokensPerMillion), 10000, 1e-6);
    EXPECT_NEAR(model.neurons.value(PriceUnit::OutputTokensPerMillion), 20000, 1e-6);
    EXPECT_EQ(
        model.reasoningEffort,
        (ReasoningEffort{{QStringLiteral("high"), QStringLiteral("none")}, QStringLiteral("high"), false}));
}

TEST(ModelSearch, TheBundledLanguagesAreTheFinerOnes)
{
    Model known;
    known.languages = {QStringLiteral("en"), QStringLiteral("uk")};
    const Model model = modelsearchcodec::decode(QJsonDocument::fromJson(R"({"name":"@cf/a/b","properties":[
            {"property_id":"languages","value":"english"}]})")
                                                     .object(),
                                                 known, today);
    EXPECT_EQ(model.languages, known.languages);
}

TEST(ModelSearch, OddItemsDoNoHarm)
{
    EXPECT_TRUE(modelsearchcodec::decode({}, {}, today).id.isEmpty());
    const Model model = decoded(
        R"({"property_id":"context_window","value":"many"},{"property_id":"price","value":"cheap"},)"
        R"({"property_id":"price","value":[1,null,{"unit":"per moon","price":1},{"unit":"per step","price":-1},{"unit":"per step"}]},)"
        R"({"property_id":"price","value":[{"unit":"per audio minute","price":1e308}]},)"
        R"({"property_id":"beta"},{"property_id":"reasoning_effort","value":"high"},{"property_id":"terms","value":""},)"
        R"({"property_id":"planned_deprecation_date","value":"soon"},{"value":"x"},7)");
    EXPECT_EQ(model.contextWindow, 0);
    EXPECT_TRUE(model.neurons.isEmpty());
    EXPECT_FALSE(model.beta || model.terms || model.reasoningEffort || model.endsOn);
}

TEST(ModelSearch, WhatItDoesNotSayIsFilledIn)
{
    Model known;
    known.id = QStringLiteral("@cf/zai-org/glm-9");
    known.contextWindow = 1000;
    known.tools = true;
    known.listed = false;
    known.neurons = {{PriceUnit::InputTokensPerMillion, 5500}};
    known.replacement = QStringLiteral("r");
    const Model model = decoded(
        R"({"property_id":"function_calling","value":"false"},{"property_id":"vision","value":"true"})",
        known);
    EXPECT_EQ(model.contextWindow, 1000);
    EXPECT_FALSE(model.tools) << "what it says wins";
    EXPECT_TRUE(model.vision);
    EXPECT_TRUE(model.listed);
    EXPECT_EQ(model.neurons, known.neurons);
}

TEST(ModelSearch, PublishedNeuronsWinOverTheSamePriceInDollars)
{
    Model known;
    known.neurons = {{PriceUnit::InputTokensPerMillion, 5500}, {PriceUnit::OutputTokensPerMillion, 36400}};
    const auto input = [&](const QByteArray& usd) {
        return decoded(price("per M input tokens", usd), known)
            .neurons.value(PriceUnit::InputTokensPerMillion);
    };
    EXPECT_EQ(input("0.06"), 5500);
    EXPECT_NEAR(input("0.08"), 7272.727, 0.001) << "a new price";
    EXPECT_EQ(input("0"), 5500) << "a zero beside a published price";
    EXPECT_EQ(
        decoded(price("per M input tokens", "0.08"), known).neurons.value(PriceUnit::OutputTokensPerMillion),
        36400);
    EXPECT_EQ(decoded(price("per M input tokens", "0")).neurons.value(PriceUnit::InputTokensPerMillion, -1),
              0)
        << "free";
}

TEST(ModelSearch, RoundedDollarsAreTheSamePrice)
{
    const auto minute = [&](const QByteArray& usd, double published) {
        Model known;
        known.neurons = {{PriceUnit::AudioMinute, published}};
        return decoded(price("per audio minute", usd), known).neurons.value(PriceUnit::AudioMinute);
    };
    EXPECT_EQ(minute("0.0005", 41.14), 41.14) << "whisper: 10 % off by rounding alone";
    EXPECT_EQ(minute("\"0.0002\"", 18.63), 18.63) << "melotts";
    EXPECT_NEAR(minute("0.00033795", 0.51), 30.72, 0.01) << "smart-turn: nothing that rounding explains";
    EXPECT_NEAR(minute("0.1", 5454.5), 9090.9, 0.1) << "a rise from 0.06, though 0.06 rounds to 0.1";
    EXPECT_NEAR(minute("0.00045", 46.63), 40.91, 0.01) << "two digits say more";
}

TEST(ModelSearch, AnEndThatPassed)
{
    EXPECT_TRUE(decoded(R"({"property_id":"planned_deprecation_date","value":"2026-11-23"})").deprecated);
    EXPECT_FALSE(
        decoded(R"({"property_id":"planned_deprecation_date","value":"2026-11-24T00:00:00Z"})").deprecated);
    Model known;
    known.deprecated = true;
    known.endsOn = QDate(2026, 5, 30);
    const Model model = decoded("", known);
    EXPECT_FALSE(model.deprecated) << "it is still in the list";
    EXPECT_FALSE(model.endsOn);
}

TEST(ModelSearch, DecisionModelsAreKnownByTheirMaker)
{
    EXPECT_TRUE(decoded("", {}, "@cf/cloudflare/clef-next").decisionModel);
    EXPECT_FALSE(decoded("", {}, "@cf/meta/clef").decisionModel);
}

struct Wording
{
    const char* text;
    PriceUnit unit;
    double factor;
};

constexpr Wording wordings[] = {
    {"per M input tokens", PriceUnit::InputTokensPerMillion, 1},
    {"per million input tokens", PriceUnit::InputTokensPerMillion, 1},
    {"Per 1M Input Token", PriceUnit::InputTokensPerMillion, 1},
    {"per 1k input tokens", PriceUnit::InputTokensPerMillion, 1000},
    {"per 1,000,000 tokens", PriceUnit::InputTokensPerMillion, 1},
    {"per M output tokens", PriceUnit::OutputTokensPerMillion, 1},
    {"per M cached input tokens", PriceUnit::CachedInputTokensPerMillion, 1},
    {"per step", PriceUnit::Step, 1},
    {"per 512x512 tile", PriceUnit::Tile512, 1},
    {"per 512 by 512 tile", PriceUnit::Tile512, 1},
    {"per input 512x512 tile", PriceUnit::InputTile512, 1},
    {"per output 512x512 tile", PriceUnit::OutputTile512, 1},
    {"per input 512x512 tile, per step", PriceUnit::InputTileStep, 1},
    {"per output 512x512 tile, per step", PriceUnit::OutputTileStep, 1},
    {"per first MP (1024x1024)", PriceUnit::FirstMegapixel, 1},
    {"per subsequent MP", PriceUnit::FurtherMegapixel, 1},
    {"per input image MP", PriceUnit::InputMegapixel, 1},
    {"per M images", PriceUnit::ImagesPerMillion, 1},
    {"per inference request", PriceUnit::ImagesPerMillion, 1e6},
    {"per audio minute", PriceUnit::AudioMinute, 1},
    {"per audio minute input", PriceUnit::AudioMinute, 1},
    {"per audio second", PriceUnit::AudioMinute, 60},
    {"per audio minute (WebSocket)", PriceUnit::AudioMinuteRealtime, 1},
    {"per 1k characters", PriceUnit::ThousandCharacters, 1},
    {"per 1k characters input", PriceUnit::ThousandCharacters, 1},
    {"per M characters", PriceUnit::ThousandCharacters, 0.001},
};

TEST(PriceUnits, EveryWordingThatWasSeen)
{
    for (const Wording& wording : wordings) {
        const auto priced = pricedUnit(QString::fromLatin1(wording.text));
        ASSERT_TRUE(priced) << wording.text;
        EXPECT_EQ(priced->unit, wording.unit) << wording.text;
        EXPECT_DOUBLE_EQ(priced->factor, wording.factor) << wording.text;
    }
    for (const char* text : {"", "per moon", "M"})
        EXPECT_FALSE(pricedUnit(QString::fromLatin1(text))) << text;
}

TEST(PriceUnits, DollarsAndNeurons)
{
    EXPECT_NEAR(neuronsOfUsd(0.011), 1000, 1e-9);
    EXPECT_NEAR(neuronsOfUsd(2.51e-06 * 1e6), 228181.8, 0.1) << "resnet-50, beside the published 228055";
}

} // namespace
} // namespace orangery
