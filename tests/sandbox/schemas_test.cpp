// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxfixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

class SchemasWire : public SandboxTest
{
protected:
    WireReply schema(const QString& model) const
    {
        return client->get(account(u"/ai/models/schema?model="_s) + model);
    }
    QJsonValue input(const QString& model) const { return schema(model).json()["result"_L1]["input"_L1]; }
};

TEST_F(SchemasWire, TellTheRangesThatAreChecked)
{
    const QJsonValue classic = input(llama)["properties"_L1];
    EXPECT_EQ(classic["temperature"_L1]["maximum"_L1].toDouble(), 5);
    EXPECT_EQ(classic["max_tokens"_L1]["default"_L1].toInt(), 256);
    EXPECT_EQ(classic["seed"_L1]["maximum"_L1].toDouble(), 9999999999.0);
    const QJsonValue chatStyle = input(glm);
    EXPECT_EQ(chatStyle["properties"_L1]["temperature"_L1]["maximum"_L1].toDouble(), 2);
    EXPECT_EQ(compact(chatStyle["properties"_L1]["temperature"_L1]["type"_L1].toArray()),
              R"(["number","null"])");
    EXPECT_EQ(compact(chatStyle["anyOf"_L1].toArray()), R"([{"required":["messages"]}])");
    const QJsonValue translation = input(u"@cf/ai4bharat/indictrans2-en-indic-1B"_s);
    EXPECT_TRUE(
        translation["properties"_L1]["target_language"_L1]["enum"_L1].toArray().contains(u"hin_Deva"_s));
    EXPECT_EQ(compact(translation["required"_L1].toArray()), R"(["text","target_language"])");
    const QJsonValue flux = input(u"@cf/black-forest-labs/flux-1-schnell"_s)["properties"_L1];
    EXPECT_EQ(flux["prompt"_L1]["maxLength"_L1].toInt(), 2048);
    EXPECT_EQ(flux["steps"_L1]["maximum"_L1].toInt(), 8);
    EXPECT_TRUE(schema(llama).json()["result"_L1]["output"_L1].isObject());
}

TEST_F(SchemasWire, AsynchronousModelsTakeManyRequests)
{
    const QJsonValue forms = input(u"@cf/meta/m2m100-1.2b"_s)["oneOf"_L1];
    ASSERT_EQ(forms.toArray().size(), 2);
    EXPECT_EQ(forms[0]["properties"_L1]["source_lang"_L1]["default"_L1].toString(), u"en");
    EXPECT_EQ(forms[1]["properties"_L1]["requests"_L1]["items"_L1], forms[0]);
}

TEST_F(SchemasWire, EveryListedModelHasOneUnlessItIsNotPublished)
{
    const QJsonArray models =
        client->get(account(u"/ai/models/search?per_page=1000"_s)).json()["result"_L1].toArray();
    EXPECT_GT(models.size(), 60);
    QStringList without;
    for (const QJsonValue& model : models) {
        if (schema(model["name"_L1].toString()).status != 200)
            without << model["name"_L1].toString();
    }
    EXPECT_THAT(without,
                testing::UnorderedElementsAre(u"@cf/cloudflare/clef"_s, u"@cf/cloudflare/clef-flash"_s,
                                              u"@cf/cloudflare/clef-omni"_s, u"@cf/deepgram/flux"_s,
                                              u"@cf/deepgram/nova-3"_s));
    EXPECT_EQ(input(u"@cf/pipecat-ai/smart-turn-v2"_s)["oneOf"_L1][0]["required"_L1], QJsonArray{u"audio"_s});
}

TEST_F(SchemasWire, UnknownModels)
{
    EXPECT_EQ(schema(u"@cf/none/such"_s).code(), 6002);
    EXPECT_EQ(schema(u"@cf/cloudflare/clef"_s).code(), 1000);
    EXPECT_EQ(client->get(account(u"/ai/models/schema"_s)).status, 400);
    EXPECT_EQ(client->post(account(u"/ai/models/schema?model="_s) + llama, "{}").status, 405);
}

TEST_F(SchemasWire, TasksAndAuthorsAreListed)
{
    const QJsonArray tasks = client->get(account(u"/ai/tasks/search"_s)).json()["result"_L1].toArray();
    const QJsonArray authors = client->get(account(u"/ai/authors/search"_s)).json()["result"_L1].toArray();
    const auto has = [](const QJsonArray& items, const QString& name) {
        return std::any_of(items.begin(), items.end(),
                           [&](const QJsonValue& item) { return item["name"_L1].toString() == name; });
    };
    EXPECT_TRUE(has(tasks, u"Text Generation"_s));
    EXPECT_TRUE(has(tasks, u"Translation"_s));
    EXPECT_TRUE(has(authors, u"meta"_s));
    EXPECT_EQ(client->post(account(u"/ai/tasks/search"_s), "{}").status, 405);
}

} // namespace orangery::test
