// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/builders.h"
#include "contract/facts.h"
#include "contract/wire.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <set>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;

// Members that the service documents elsewhere than in the schemas: options.rejectIfBusy (API.md §2), and a
// LoRA adapter beside messages (API.md §3.8; the schemas have it with a prompt).
const QStringList documented{u"options"_s, u"lora"_s};

void expectValid(const Contract& contract, const Request& request)
{
    SCOPED_TRACE(request.name);
    if (!request.body) {
        ADD_FAILURE() << "not built: " << qPrintable(request.body.error().message);
        return;
    }
    const QStringList problems = contract.violations(*request.body);
    EXPECT_TRUE(problems.isEmpty()) << qPrintable(problems.join(u"\n"_s)) << "\n"
                                    << request.body->contentType.constData() << " "
                                    << request.body->body.left(1'500).constData();
}

TEST(Requests, OfEveryActiveModelAreWhatItsSchemaAllows)
{
    ORANGERY_NEED_FACTS();
    int models = 0;
    for (const PublishedModel& published : activeModels()) {
        SCOPED_TRACE(published.model.id.toStdString());
        const Contract contract(published.schema, documented);
        const QList<TaskBuilder> builders = buildersFor(published.model);
        EXPECT_FALSE(builders.isEmpty()) << "nothing builds for " << qPrintable(published.model.id);
        qsizetype built = 0;
        for (const TaskBuilder& builder : builders) {
            const QList<Request> requests = builder.build(published.model);
            for (const Request& request : requests)
                expectValid(contract, request);
            built += requests.size();
        }
        EXPECT_GT(built, 0) << qPrintable(published.model.id);
        ++models;
    }
    EXPECT_GE(models, 60);
}

bool hasQueue(const QJsonObject& schema)
{
    const QJsonArray variants = schema.value(u"input")[u"anyOf"].toArray();
    return std::ranges::any_of(variants, [](const QJsonValue& variant) {
        return variant[u"properties"].toObject().contains(u"requests");
    });
}

TEST(Requests, BatchesAreWhatTheSchemasAllow)
{
    ORANGERY_NEED_FACTS();
    int models = 0;
    for (const PublishedModel& published : activeModels()) {
        if (!published.model.asyncQueue || !hasQueue(published.schema))
            continue;
        SCOPED_TRACE(published.model.id.toStdString());
        const QList<Request> single = buildersFor(published.model).first().build(published.model);
        expectValid(Contract(published.schema), batchOf(published.model, single));
        ++models;
    }
    EXPECT_EQ(models, 7) << "models whose schema has the form of the queue";
}

TEST(Requests, OnlyTheTwoKnownModelsHaveNoSchema)
{
    ORANGERY_NEED_FACTS();
    std::set<std::string> without;
    for (const QString& id : activeModelsWithoutSchema())
        without.insert(id.toStdString());
    EXPECT_EQ(without, (std::set<std::string>{"@cf/cloudflare/clef", "@cf/cloudflare/clef-flash"}));
}

/// The model's first request with one member put in place of what was there.
WireBody spoilt(const PublishedModel& published, const QString& member, const QJsonValue& value)
{
    WireBody body = *buildersFor(published.model).first().build(published.model).first().body;
    QJsonObject json = QJsonDocument::fromJson(body.body).object();
    if (value.isUndefined())
        json.remove(member);
    else
        json.insert(member, value);
    body.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return body;
}

PublishedModel modelNamed(const char* id)
{
    for (const PublishedModel& published : activeModels()) {
        if (published.model.id == QLatin1String(id))
            return published;
    }
    ADD_FAILURE() << id;
    return {};
}

struct Mistake
{
    const char* model;
    const char* member;
    QJsonValue value; ///< undefined: the member is missing
};

TEST(WrongRequests, AreSeenAsWrong)
{
    ORANGERY_NEED_FACTS();
    const char* schnell = "@cf/black-forest-labs/flux-1-schnell";
    const char* llama = "@cf/meta/llama-3.2-1b-instruct";
    const char* glm = "@cf/zai-org/glm-4.7-flash";
    const char* gptOss = "@cf/openai/gpt-oss-20b";
    const Mistake mistakes[] = {
        {schnell, "steps", 9},
        {schnell, "steps", 1.5},
        {schnell, "steps", u"4"_s},
        {schnell, "width", 1024},
        {schnell, "prompt", QJsonValue::Undefined},
        {schnell, "prompt", u""_s},
        {schnell, "prompt", QString(2'049, u'a')},
        {llama, "temperature", 5.1},
        {llama, "seed", 10'000'000'000.0},
        {llama, "stream", u"true"_s},
        {llama, "messages", QJsonArray{QJsonObject{{u"role"_s, u"user"_s}}}},
        {llama, "max_completion_tokens", 5},
        {glm, "messages", QJsonValue::Undefined},
        {glm, "response_format", QJsonObject()},
        {glm, "tools", QJsonArray{QJsonObject{{u"name"_s, u"flat"_s}}}},
        {glm, "tool_choice", u"auto"_s},
        {gptOss, "reasoning_effort", u"max"_s},
        {gptOss, "input", u"a text beside messages"_s},
        {"@cf/meta/m2m100-1.2b", "target_lang", QJsonValue::Undefined},
        {"@cf/ai4bharat/indictrans2-en-indic-1B", "target_language", u"de"_s},
        {"@cf/deepgram/aura-1", "speaker", u"nobody"_s},
        {"@cf/openai/whisper-large-v3-turbo", "audio", QJsonArray{1, 2, 3}},
        {"@cf/moondream/moondream3.1-9B-A2B", "max_objects", 501},
        {"@cf/baai/bge-base-en-v1.5", "pooling", u"max"_s},
    };
    for (const Mistake& mistake : mistakes) {
        const PublishedModel published = modelNamed(mistake.model);
        const WireBody body = spoilt(published, QLatin1String(mistake.member), mistake.value);
        EXPECT_FALSE(Contract(published.schema, documented).violations(body).isEmpty())
            << mistake.model << " " << mistake.member << "\n"
            << body.body.left(500).constData();
    }
}

TEST(WrongRequests, FormsAndFilesAreSeenAsWrong)
{
    ORANGERY_NEED_FACTS();
    const PublishedModel flux = modelNamed("@cf/black-forest-labs/flux-2-dev");
    const Contract fluxContract(flux.schema);
    const WireBody form = *imageRequests(flux.model).last().body;
    ASSERT_TRUE(fluxContract.violations(form).isEmpty());
    const auto isWrong = [&](const QByteArray& before, const QByteArray& after) {
        WireBody body = form;
        EXPECT_TRUE(body.body.contains(before)) << before.constData();
        body.body.replace(before, after);
        EXPECT_FALSE(fluxContract.violations(body).isEmpty()) << after.constData();
    };
    isWrong("name=\"prompt\"", "name=\"promt\"");
    isWrong("name=\"prompt\"", "name=\"width\"");
    isWrong("name=\"input_image_0\"", "name=\"input_image_4\"");
    isWrong("; filename=\"input_image_0.png\"", "");
    WireBody json = form;
    json.contentType = "application/json";
    EXPECT_FALSE(fluxContract.violations(json).isEmpty());

    const Contract whisperContract(modelNamed("@cf/openai/whisper").schema);
    EXPECT_TRUE(whisperContract.violations({"application/octet-stream", "x"}).isEmpty());
    EXPECT_FALSE(whisperContract.violations({"application/octet-stream", ""}).isEmpty());
    EXPECT_FALSE(whisperContract.violations({"audio/wav", "x"}).isEmpty());
    const Contract novaContract(modelNamed("@cf/deepgram/nova-3").schema);
    const auto query = [](const QString& name, const QString& value) {
        QUrlQuery items;
        items.addQueryItem(name, value);
        return WireBody{"audio/wav", "x", items};
    };
    EXPECT_TRUE(novaContract.violations(query(u"diarize"_s, u"true"_s)).isEmpty());
    EXPECT_FALSE(novaContract.violations(query(u"diarize"_s, u"yes"_s)).isEmpty());
    EXPECT_FALSE(novaContract.violations(query(u"mode"_s, u"poetic"_s)).isEmpty());
    EXPECT_FALSE(novaContract.violations(query(u"diarise"_s, u"true"_s)).isEmpty());
    EXPECT_FALSE(novaContract.violations({"application/octet-stream", "x"}).isEmpty());
}

} // namespace
} // namespace orangery::test
