// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxfixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

class AnalyticsWire : public SandboxTest
{
protected:
    QJsonObject ask(const QByteArray& query) const
    {
        const QJsonObject body{{u"query"_s, QString::fromUtf8(query)}};
        const WireReply reply = client->post(u"/graphql"_s, compact(body));
        EXPECT_EQ(reply.status, 200) << "refusals come inside";
        return reply.json();
    }
    QJsonValue groups(const QByteArray& arguments, const QByteArray& fields) const
    {
        return ask(R"({ viewer { accounts(filter: {accountTag: ")" + Sandbox::accountId().toUtf8() +
                   R"("}) { groups: aiInferenceAdaptiveGroups(limit: 100, )" + arguments + ") { " + fields +
                   " } } } }")["data"_L1]["viewer"_L1]["accounts"_L1][0]["groups"_L1];
    }
};

TEST_F(AnalyticsWire, TypesCanBeAskedFor)
{
    const QJsonValue type =
        ask(R"({ __type(name: "AccountAiInferenceAdaptiveGroupsDimensions") { name kind )"
            R"(fields { name type { kind ofType { name } } } } })")["data"_L1]["__type"_L1];
    EXPECT_EQ(type["kind"_L1].toString(), u"OBJECT");
    EXPECT_EQ(type["fields"_L1][0]["name"_L1].toString(), u"date");
    EXPECT_EQ(type["fields"_L1][0]["type"_L1]["ofType"_L1]["name"_L1].toString(), u"Date");
    EXPECT_TRUE(type["inputFields"_L1].isUndefined()) << "only what was selected";
    const QJsonValue filter = ask(
        R"({ __type(name: "AccountAiInferenceAdaptiveGroupsFilter_InputObject") { inputFields { name } } })")
        ["data"_L1]["__type"_L1]["inputFields"_L1];
    EXPECT_EQ(filter.toArray().size(), 6);
    EXPECT_EQ(compact(filter[1].toObject()), R"({"name":"date_geq"})");
    const QJsonObject unknown = ask(R"({ __type(name: "Nobody") { name } })");
    EXPECT_TRUE(unknown["data"_L1]["__type"_L1].isNull());
    EXPECT_TRUE(unknown["errors"_L1].isNull());
}

TEST_F(AnalyticsWire, SumsOfEveryTaskByDateAndModel)
{
    run(llama, R"({"prompt":"Hello","max_tokens":10})");
    run(u"@cf/meta/m2m100-1.2b"_s, R"({"text":"Good night.","target_lang":"de"})");
    sandbox->setClockOffset(std::chrono::hours(24));
    run(u"@cf/meta/m2m100-1.2b"_s, R"({"text":"Good night.","target_lang":"de"})");
    const QJsonValue all = groups("filter: {}, orderBy: [date_DESC]",
                                  "count sum { totalNeurons totalInputTokens } dimensions { date modelId }");
    ASSERT_EQ(all.toArray().size(), 3);
    EXPECT_EQ(all[0]["dimensions"_L1]["modelId"_L1].toString(), u"@cf/meta/m2m100-1.2b");
    EXPECT_EQ(all[0]["sum"_L1]["totalNeurons"_L1].toDouble(), 0.1863);
    EXPECT_EQ(all[0]["sum"_L1]["totalInputTokens"_L1].toInt(), 3);
    const QString tomorrow = QDateTime::currentDateTimeUtc().addDays(1).date().toString(Qt::ISODate);
    const QJsonValue later =
        groups(R"(filter: {date_geq: ")" + tomorrow.toUtf8() + R"("})", "sum { totalNeurons }");
    EXPECT_EQ(later.toArray().size(), 1);
    EXPECT_EQ(later[0]["sum"_L1]["totalNeurons"_L1].toDouble(), 0.1863);
    const QJsonValue rising = groups("filter: {}, orderBy: [sum_totalNeurons_ASC]", "dimensions { modelId }");
    ASSERT_EQ(rising.toArray().size(), 2);
    EXPECT_EQ(rising[0]["dimensions"_L1]["modelId"_L1].toString(), llama) << "0.187434 against 0.3726";
}

TEST_F(AnalyticsWire, ATokenWithoutThePermission)
{
    EXPECT_EQ(client->control("POST", "analytics", R"({"allowed":"no"})").status, 400);
    EXPECT_EQ(client->control("POST", "analytics", R"({"allowed":false})").status, 200);
    EXPECT_TRUE(groups("filter: {}", "count").isUndefined());
    const QJsonObject answer =
        ask(R"({ viewer { accounts(filter: {accountTag: ")" + Sandbox::accountId().toUtf8() +
            R"("}) { aiInferenceAdaptiveGroups(limit: 1) { count } } } })");
    EXPECT_TRUE(answer["data"_L1].isNull());
    EXPECT_TRUE(answer["errors"_L1][0]["message"_L1].toString().contains(u"not authorized"));
    EXPECT_EQ(client->control("POST", "analytics", R"({"allowed":true})").status, 200);
    EXPECT_TRUE(groups("filter: {}", "count").isArray());
    EXPECT_TRUE(groups("filter: {}, orderBy: [nonsense_DESC]", "count").isUndefined());
}

TEST_F(AnalyticsWire, TheExactCountIsText)
{
    const auto exact = [&] {
        return client->control("GET", "state").json()["booked"_L1]["exact"_L1].toString();
    };
    EXPECT_EQ(exact(), u"0.000000");
    run(llama, R"({"prompt":"Hello","max_tokens":10})");
    run(u"@cf/meta/m2m100-1.2b"_s, R"({"text":"Good night.","target_lang":"de"})");
    EXPECT_EQ(exact(), u"0.373734") << "0.187434 + 0.1863";
}

} // namespace orangery::test
