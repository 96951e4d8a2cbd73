// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxfixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

class ClassificationWire : public SandboxTest
{
protected:
    double positive(const QByteArray& text) const
    {
        const QJsonValue labels = run(sentiment, R"({"text":")" + text + R"("})").json()["result"_L1];
        EXPECT_EQ(labels.toArray().size(), 2);
        double score = -1;
        for (const QJsonValue& label : labels.toArray()) {
            if (label["label"_L1].toString() == u"POSITIVE")
                score = label["score"_L1].toDouble();
        }
        return score;
    }
    const QString sentiment = u"@cf/huggingface/distilbert-sst-2-int8"_s;
    const QString reranker = u"@cf/baai/bge-reranker-base"_s;
    const QByteArray contexts =
        R"("contexts":[{"text":"Cats sleep most of the day."},)"
        R"({"text":"The capital of France is Paris."},{"text":"France has many rivers."}])";
};

TEST_F(ClassificationWire, FeelingsOfATextAreHeard)
{
    EXPECT_GT(positive("This pizza is great, I love it!"), 0.9);
    EXPECT_LT(positive("A terrible, boring film."), 0.1);
    EXPECT_LT(positive("This is not good at all."), 0.3) << "a denial turns it round";
    EXPECT_NEAR(positive("The table has four legs."), 0.5, 0.1);
    const WireReply reply = run(sentiment, R"({"text":"12345678"})");
    EXPECT_EQ(reply.header("cf-ai-neurons"), "0.004788") << "2 tokens at 2394 a million";
}

TEST_F(ClassificationWire, PassagesAreRanked)
{
    const WireReply reply = run(reranker, R"({"query":"What is the capital of France?",)" + contexts + "}");
    const QJsonValue scores = reply.json()["result"_L1]["response"_L1];
    ASSERT_EQ(scores.toArray().size(), 3);
    EXPECT_EQ(scores[0]["id"_L1].toInt(), 1);
    EXPECT_EQ(scores[2]["id"_L1].toInt(), 0);
    EXPECT_GT(scores[0]["score"_L1].toDouble(), 0.3);
    EXPECT_LT(scores[2]["score"_L1].toDouble(), 0.1);
    EXPECT_FALSE(reply.header("cf-ai-neurons").isNull());
    const QJsonValue best = run(reranker, R"({"query":"capital of France","top_k":1,)" + contexts + "}")
                                .json()["result"_L1]["response"_L1];
    EXPECT_EQ(best.toArray().size(), 1);
    EXPECT_EQ(best[0]["id"_L1].toInt(), 1);
}

TEST_F(ClassificationWire, WrongInputs)
{
    for (const QByteArray body : {R"({})", R"({"text":""})", R"({"text":["a"]})"})
        EXPECT_EQ(run(sentiment, body).code(), 5006) << body.toStdString();
    for (const QByteArray body :
         {R"({"query":"a"})", R"({"contexts":[{"text":"a"}]})", R"({"query":"","contexts":[{"text":"a"}]})",
          R"({"query":"a","contexts":[]})", R"({"query":"a","contexts":["a"]})",
          R"({"query":"a","contexts":[{"text":"a"}],"top_k":0})"})
        EXPECT_EQ(run(reranker, body).code(), 5006) << body.toStdString();
    EXPECT_EQ(sandbox->quotaUsed(), 0);
}

TEST_F(ClassificationWire, SummaryIsTheFirstSentences)
{
    const QString bart = u"@cf/facebook/bart-large-cnn"_s;
    EXPECT_EQ(run(bart, R"({"input_text":"a"})").code(), 5007) << "ended on 30 May 2026";
    const QDateTime spring(QDate(2026, 4, 1), QTime(12, 0), Qt::UTC);
    sandbox->setClockOffset(std::chrono::seconds(QDateTime::currentDateTimeUtc().secsTo(spring)));
    const auto summary = [&](const QByteArray& rest) {
        return run(bart,
                   R"({"input_text":"One tree stood here. It was old. People came to see it. Then it fell.")" +
                       rest + "}")
            .json()["result"_L1]["summary"_L1]
            .toString();
    };
    EXPECT_EQ(summary(""), u"One tree stood here. It was old. People came to see it.");
    EXPECT_EQ(summary(R"(,"max_length":9)"), u"One tree stood here. It was old.");
    EXPECT_EQ(summary(R"(,"max_length":2)"), u"One tree") << "a sentence that does not fit is cut";
    EXPECT_EQ(run(bart, R"({"input_text":"a","max_length":1.5})").code(), 5006);
    EXPECT_EQ(run(bart, R"({"text":"a"})").code(), 5006);
}

} // namespace orangery::test
