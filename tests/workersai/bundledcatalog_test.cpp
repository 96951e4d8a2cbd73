// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/catalogjob.h"
#include "workersai/catalogreader.h"
#include "workersai/reasoningeffort.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <gtest/gtest.h>

namespace orangery {
namespace {

const Model& entry(const Catalog& catalog, const char* id)
{
    const Model* model = catalog.find(QString::fromLatin1(id));
    if (!model)
        throw std::runtime_error(id);
    return *model;
}

TEST(BundledCatalog, IsThereAndSound)
{
    const Catalog catalog = bundledCatalog();
    EXPECT_FALSE(catalog.isLive);
    EXPECT_EQ(catalog.date, QDateTime(QDate(2026, 11, 23), QTime(0, 0), Qt::UTC));
    EXPECT_EQ(catalog.models.size(), 114);
    EXPECT_GT(catalog.chatModels().size(), 15);
    QSet<QString> ids;
    for (const Model& model : catalog.models) {
        EXPECT_FALSE(ids.contains(model.id)) << model.id.toStdString();
        ids.insert(model.id);
        EXPECT_FALSE(model.task.isEmpty()) << model.id.toStdString();
        EXPECT_EQ(model.id.count(u'/'), 2) << model.id.toStdString();
        for (const double neurons : model.neurons)
            EXPECT_GE(neurons, 0) << model.id.toStdString();
    }
}

TEST(BundledCatalog, ParametersHaveTheLimitsThatSchemasLeaveOut)
{
    const Catalog catalog = bundledCatalog();
    const auto find = [&](const char* id, const char* name) {
        const Parameter* parameter = entry(catalog, id).parameters.find(QString::fromLatin1(name));
        if (!parameter)
            throw std::runtime_error(name);
        return *parameter;
    };
    EXPECT_EQ(find("@cf/zai-org/glm-4.7-flash", "temperature").maximum, 2) << "chat-style";
    EXPECT_EQ(find("@cf/meta/llama-4-scout-17b-16e-instruct", "temperature").maximum, 5);
    EXPECT_EQ(find("@cf/meta/llama-3.2-1b-instruct", "temperature").maximum, 5) << "by its own schema";
    for (const char* field : {"text", "queries", "documents"})
        EXPECT_EQ(find("@cf/qwen/qwen3-embedding-0.6b", field).longest, 32) << field;
    EXPECT_EQ(find("@cf/moonshotai/kimi-k2.6", "reasoning_effort").choices,
              QStringList({QStringLiteral("high"), QStringLiteral("none")}));
}

TEST(BundledCatalog, AnEffortIsSentAsTheServiceUnderstandsIt)
{
    const Catalog catalog = bundledCatalog();
    const auto sent = [&](const char* id, const char* effort) {
        return reasoningChoice(QString::fromLatin1(effort), entry(catalog, id)).effort.toStdString();
    };
    EXPECT_EQ(sent("@cf/zai-org/glm-5.3", "none"), "max") << "it cannot be switched off";
    EXPECT_EQ(sent("@cf/zai-org/glm-5.3", "medium"), "max") << "and not the nearest";
    EXPECT_EQ(sent("@cf/zai-org/glm-5.2", "minimal"), "none");
    EXPECT_EQ(sent("@cf/deepseek-ai/deepseek-v4-pro-0813", "xhigh"), "high");
    EXPECT_EQ(sent("@cf/moonshotai/kimi-k2.6", "max"), "high");
    EXPECT_EQ(sent("@cf/zai-org/glm-5.3", "low"), "low") << "what is supported stays";
}

TEST(BundledCatalog, ReadsEveryField)
{
    const Catalog catalog = bundledCatalog();
    const Model& glm = entry(catalog, "@cf/zai-org/glm-5.3-flash");
    EXPECT_EQ(glm.task, QStringLiteral("Text Generation"));
    EXPECT_EQ(glm.contextWindow, 1310720);
    EXPECT_TRUE(glm.tools && glm.reasoning && glm.vision && glm.paidPlanOnly && glm.terms && glm.listed);
    EXPECT_FALSE(glm.lora || glm.beta || glm.decisionModel || glm.deprecated || glm.partner || glm.realtime);
    EXPECT_EQ(glm.reasoningEffort,
              (ReasoningEffort{{QStringLiteral("max"), QStringLiteral("high"), QStringLiteral("low")},
                               QStringLiteral("max"),
                               true,
                               {{QStringLiteral("none"), QStringLiteral("max")},
                                {QStringLiteral("minimal"), QStringLiteral("max")},
                                {QStringLiteral("medium"), QStringLiteral("max")},
                                {QStringLiteral("xhigh"), QStringLiteral("max")}}}));
    EXPECT_EQ(glm.neurons, (QHash<PriceUnit, double>{{PriceUnit::InputTokensPerMillion, 13636},
                                                     {PriceUnit::CachedInputTokensPerMillion, 2727},
                                                     {PriceUnit::OutputTokensPerMillion, 45455}}));
    EXPECT_TRUE(glm.isChatModel());

    EXPECT_EQ(entry(catalog, "@cf/openai/gpt-oss-120b").maxOutputTokens, 16384);
    EXPECT_TRUE(entry(catalog, "@cf/google/gemma-2b-it-lora").lora);
    EXPECT_FALSE(entry(catalog, "@cf/zai-org/glm-4.7-flash").reasoningEffort) << "no level to choose from";
    EXPECT_TRUE(entry(catalog, "@cf/deepseek-ai/deepseek-r1-distill-qwen-32b").jsonMode);
    EXPECT_FALSE(glm.jsonMode);
    EXPECT_EQ(entry(catalog, "@cf/openai/whisper-tiny-en").languages, QStringList{QStringLiteral("en")});
    EXPECT_EQ(entry(catalog, "@cf/meta/m2m100-1.2b").languages.size(), 33);
    EXPECT_TRUE(glm.languages.isEmpty()) << "not published";
}

TEST(BundledCatalog, KnowsWhatTheModelsTake)
{
    const Catalog catalog = bundledCatalog();
    const ParameterSet& schnell = entry(catalog, "@cf/black-forest-labs/flux-1-schnell").parameters;
    ASSERT_TRUE(schnell.has(u"steps"));
    EXPECT_EQ(schnell.find(u"steps")->maximum, 8);
    EXPECT_FALSE(schnell.takes(u"width"));
    using Transport = ParameterSet::Transport;
    EXPECT_EQ(schnell.transport(), Transport::Json);
    EXPECT_EQ(entry(catalog, "@cf/black-forest-labs/flux-2-dev").parameters.transport(), Transport::Form);
    EXPECT_EQ(entry(catalog, "@cf/openai/whisper").parameters.transport(), Transport::RawAudio);
    EXPECT_EQ(entry(catalog, "@cf/deepgram/nova-3").parameters.transport(), Transport::RawQuery);
    EXPECT_EQ(entry(catalog, "@cf/deepgram/flux").parameters.transport(), Transport::WebSocket);
    EXPECT_TRUE(entry(catalog, "@cf/zai-org/glm-4.7-flash").parameters.has(u"max_completion_tokens"));
    EXPECT_FALSE(entry(catalog, "@cf/openai/gpt-oss-20b").parameters.has(u"max_output_tokens"));
    EXPECT_TRUE(entry(catalog, "@cf/cloudflare/clef").parameters.isEmpty()) << "no schema is published";
}

TEST(BundledCatalog, LeavesOutWhatIsNotForChat)
{
    const Catalog catalog = bundledCatalog();
    const Model& kimi = entry(catalog, "@cf/moonshotai/kimi-k2.5");
    EXPECT_TRUE(kimi.deprecated);
    EXPECT_EQ(kimi.endsOn, QDate(2026, 5, 30));
    EXPECT_EQ(kimi.replacement, QStringLiteral("@cf/moonshotai/kimi-k2.6"));
    EXPECT_TRUE(entry(catalog, "@cf/cloudflare/clef").decisionModel);
    EXPECT_FALSE(entry(catalog, "@cf/swiss-ai/apertus-v1.5-8b").listed);
    for (const Model& model : catalog.chatModels()) {
        EXPECT_FALSE(model.deprecated || model.decisionModel) << model.id.toStdString();
        EXPECT_TRUE(model.listed) << model.id.toStdString();
    }
}

TEST(BundledCatalog, HasEveryPriceOfTheFile)
{
    const Catalog catalog = bundledCatalog();
    QSet<PriceUnit> units;
    for (const Model& model : catalog.models) {
        for (auto price = model.neurons.cbegin(); price != model.neurons.cend(); ++price)
            units.insert(price.key());
    }
    EXPECT_EQ(units.size(), 16) << "every unit is in use";
}

TEST(CatalogFile, RefusesWhatItDoesNotUnderstand)
{
    EXPECT_TRUE(readCatalogFile(R"({"format":1,"date":"2026-01-02","models":[]})"));
    for (const QByteArray file :
         {"", "[]", R"({"format":2,"models":[]})", R"({"format":1,"models":[{"task":"x"}]})",
          R"({"format":1,"models":[{"id":"a","prices":[{"unit":"moons","neurons":1}]}]})",
          R"({"format":1,"models":[{"id":"a","prices":[{"unit":"step"}]}]})"}) {
        const auto catalog = readCatalogFile(file);
        ASSERT_FALSE(catalog) << file.toStdString();
        EXPECT_EQ(catalog.error().kind, ErrorKind::InvalidAnswer);
    }
}

} // namespace
} // namespace orangery
