// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxfixture.h"

#include <QLocale>

namespace orangery::test {

using namespace Qt::StringLiterals;

class QuotaWire : public SandboxTest
{
protected:
    static qint64 secondsUntil(const QDateTime& moment)
    {
        return QDateTime::currentDateTimeUtc().secsTo(moment);
    }
    QJsonObject query(const QByteArray& fields) const
    {
        QJsonObject body{
            {u"query"_s,
             QString::fromUtf8("query($id: String!) { viewer { accounts(filter: {accountTag: $id}) {" +
                               fields + "} } }")},
            {u"variables"_s, QJsonObject{{u"id"_s, Sandbox::accountId()}}}};
        return client->post(u"/graphql"_s, compact(body)).json();
    }
};

TEST_F(QuotaWire, NeuronsAddUpAndRunOut)
{
    SandboxOptions options;
    options.dailyNeurons = 1;
    start(options);
    double sum = 0;
    int answered = 0;
    WireReply reply;
    for (; answered < 50; ++answered) {
        reply = run(llama, R"({"prompt":"Hello","max_tokens":10})");
        if (reply.status != 200)
            break;
        sum += reply.header("cf-ai-neurons").toDouble();
    }
    EXPECT_EQ(answered, 6) << "0.187434 each: the sixth passes the limit, the seventh is refused";
    EXPECT_NEAR(sandbox->quotaUsed(), sum, 1e-9);
    EXPECT_EQ(reply.status, 429);
    EXPECT_EQ(reply.code(), 3036);
    EXPECT_TRUE(reply.json()["errors"_L1][0]["message"_L1].toString().startsWith(u"AiError"));
    sandbox->setPlan(SandboxOptions::Plan::Paid);
    EXPECT_EQ(run(llama, R"({"prompt":"Hello"})").status, 200);
}

TEST_F(QuotaWire, ResetsAtMidnightUtc)
{
    const QDateTime evening(QDate(2026, 12, 31), QTime(23, 59, 0), Qt::UTC);
    sandbox->setClockOffset(std::chrono::seconds(secondsUntil(evening)));
    sandbox->setQuotaUsed(10'000);
    EXPECT_EQ(run(llama, R"({"prompt":"x"})").code(), 3036);
    sandbox->setClockOffset(std::chrono::seconds(secondsUntil(evening.addSecs(120))));
    EXPECT_EQ(run(llama, R"({"prompt":"x"})").status, 200);
    EXPECT_LT(sandbox->quotaUsed(), 100);
}

TEST_F(QuotaWire, DateHeaderFollowsTheClock)
{
    const auto date = [&] {
        const QString text = QString::fromLatin1(client->get(u"/accounts"_s).header("Date"));
        EXPECT_TRUE(text.endsWith(u" GMT"));
        QDateTime moment = QLocale::c().toDateTime(text.chopped(4), u"ddd, dd MMM yyyy hh:mm:ss"_s);
        moment.setTimeSpec(Qt::UTC);
        return moment;
    };
    EXPECT_LT(std::abs(date().secsTo(QDateTime::currentDateTimeUtc())), 60);
    sandbox->setClockOffset(std::chrono::hours(24));
    EXPECT_LT(std::abs(date().secsTo(QDateTime::currentDateTimeUtc().addDays(1))), 60);
}

TEST_F(QuotaWire, AnalyticsAnswersFromTheLedger)
{
    const double first =
        run(llama, R"({"prompt":"Hello","max_tokens":10})").header("cf-ai-neurons").toDouble();
    run(glm, R"({"messages":[{"role":"user","content":"hi"}]})");
    run(glm, R"({"messages":[{"role":"user","content":"hi"}]})");
    const QJsonValue groups = query(
        R"(a: aiInferenceAdaptiveGroups(limit: 10, filter: {date_geq: "2020-01-01"}, orderBy: [sum_totalNeurons_DESC])
                 { count sum { totalNeurons totalInputTokens totalOutputTokens totalInferenceTimeMs } dimensions { date modelId } })")
        ["data"_L1]["viewer"_L1]["accounts"_L1][0]["a"_L1];
    ASSERT_EQ(groups.toArray().size(), 2);
    EXPECT_EQ(groups[0]["dimensions"_L1]["modelId"_L1].toString(), glm);
    EXPECT_EQ(groups[0]["count"_L1].toInt(), 2);
    EXPECT_EQ(groups[1]["sum"_L1]["totalNeurons"_L1].toDouble(), first);
    EXPECT_EQ(groups[1]["sum"_L1]["totalOutputTokens"_L1].toInt(), 10);
    const QJsonValue all = query("aiInferenceAdaptiveGroups(limit: 1, filter: {}) { sum { totalNeurons } }")
        ["data"_L1]["viewer"_L1]["accounts"_L1][0]["aiInferenceAdaptiveGroups"_L1];
    EXPECT_NEAR(all[0]["sum"_L1]["totalNeurons"_L1].toDouble(), sandbox->quotaUsed(), 1e-9);
    const QJsonValue past =
        query(R"(aiInferenceAdaptiveGroups(limit: 1, filter: {date: "2020-01-01"}) { count })")
            ["data"_L1]["viewer"_L1]["accounts"_L1][0]["aiInferenceAdaptiveGroups"_L1];
    EXPECT_TRUE(past.isArray());
    EXPECT_TRUE(past.toArray().isEmpty());
}

TEST_F(QuotaWire, AnalyticsRefusesLikeGraphQl)
{
    for (const QByteArray fields :
         {"aiInferenceAdaptiveGroups(limit: 1) { sum { nonsense } }", "somethingElse { count }",
          "aiInferenceAdaptiveGroups(filter: {color: 1}) { count }", "broken {{"}) {
        const QJsonObject answer = query(fields);
        EXPECT_TRUE(answer["data"_L1].isNull()) << fields.toStdString();
        EXPECT_FALSE(answer["errors"_L1][0]["message"_L1].toString().isEmpty());
    }
    SandboxOptions options;
    options.analytics = false;
    start(options);
    const QJsonObject answer = query("aiInferenceAdaptiveGroups(limit: 1) { count }");
    EXPECT_TRUE(answer["data"_L1].isNull());
    EXPECT_TRUE(answer["errors"_L1][0]["message"_L1].toString().contains(u"not authorized"));
}

TEST_F(QuotaWire, AnalyticsCanBeIntrospected)
{
    const QByteArray body =
        R"({"query":"{ __type(name: \"AccountAiInferenceAdaptiveGroupsSum\") { fields { name } } }"})";
    const QJsonValue fields = client->post(u"/graphql"_s, body).json()["data"_L1]["__type"_L1]["fields"_L1];
    EXPECT_EQ(fields[0]["name"_L1].toString(), u"totalNeurons");
}

} // namespace orangery::test
