// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxfixture.h"
#include "sandbox/textvector.h"

#include <numeric>

namespace orangery::test {

using namespace Qt::StringLiterals;

class EmbeddingWire : public SandboxTest
{
protected:
    QList<QList<double>> vectors(const QString& model, const QByteArray& body) const
    {
        const QJsonValue result = run(model, body).json()["result"_L1];
        QList<QList<double>> list;
        for (const QJsonValue& row : result["data"_L1].toArray()) {
            list.append(QList<double>());
            for (const QJsonValue& number : row.toArray())
                list.last().append(number.toDouble());
        }
        return list;
    }
    static double cosine(const QList<double>& a, const QList<double>& b)
    {
        return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
    }
    static QByteArray texts(int count)
    {
        QByteArray list;
        for (int i = 0; i < count; ++i)
            list += (i ? ",\"" : "\"") + QByteArray::number(i) + '"';
        return "[" + list + "]";
    }

    const QString base = u"@cf/baai/bge-base-en-v1.5"_s;
    const QString m3 = u"@cf/baai/bge-m3"_s;
    const QString qwen = u"@cf/qwen/qwen3-embedding-0.6b"_s;
};

TEST_F(EmbeddingWire, VectorsHaveTheModelsDimensionAndLengthOne)
{
    struct Case
    {
        const char* model;
        int dimension;
    };
    for (const Case& test :
         {Case{"@cf/baai/bge-small-en-v1.5", 384}, Case{"@cf/baai/bge-base-en-v1.5", 768},
          Case{"@cf/baai/bge-large-en-v1.5", 1024}, Case{"@cf/baai/bge-m3", 1024},
          Case{"@cf/google/embeddinggemma-300m", 768}, Case{"@cf/pfnet/plamo-embedding-1b", 2048},
          Case{"@cf/qwen/qwen3-embedding-0.6b", 1024}}) {
        const QString model = QLatin1String(test.model);
        const QByteArray body = R"({"text":["an orange tree","二つの木",""]})";
        const QJsonValue result = run(model, body).json()["result"_L1];
        EXPECT_EQ(compact(result["shape"_L1].toArray()), "[3," + QByteArray::number(test.dimension) + "]");
        const auto rows = vectors(model, body);
        ASSERT_EQ(rows.size(), 3) << test.model;
        for (const auto& row : rows) {
            ASSERT_EQ(row.size(), test.dimension);
            EXPECT_NEAR(cosine(row, row), 1, 1e-4);
        }
        EXPECT_EQ(rows, vectors(model, body)) << "deterministic";
    }
}

TEST_F(EmbeddingWire, SimilarTextsAreNear)
{
    struct Case
    {
        QByteArray text, paraphrase, other;
    };
    for (const Case& test : {Case{"How do I reset my password?", "I forgot my password, how can I reset it?",
                                  "The recipe needs two eggs and flour."},
                             Case{"Der Zug nach Berlin hat Verspätung.", "Der Zug nach Berlin ist verspätet.",
                                  "Ich koche heute Suppe mit Karotten."},
                             Case{"今天天气很好", "今天的天气非常好", "我想学习编程语言"}}) {
        const auto rows = vectors(m3, R"({"text":[")" + test.text + R"(",")" + test.paraphrase + R"(",")" +
                                          test.other + R"("]})");
        ASSERT_EQ(rows.size(), 3);
        EXPECT_GT(cosine(rows[0], rows[1]), cosine(rows[0], rows[2]) + 0.2) << test.text.toStdString();
    }
}

TEST_F(EmbeddingWire, PoolingsCannotBeMixed)
{
    const auto mean = vectors(base, R"({"text":"an orange tree"})");
    EXPECT_EQ(mean, vectors(base, R"({"text":"an orange tree","pooling":"mean"})"));
    const auto cls = vectors(base, R"({"text":"an orange tree","pooling":"cls"})");
    EXPECT_LT(std::abs(cosine(mean[0], cls[0])), 0.3);
    EXPECT_EQ(run(base, R"({"text":"a","pooling":"cls"})").json()["result"_L1]["pooling"_L1].toString(),
              u"cls");
    EXPECT_EQ(run(base, R"({"text":"a","pooling":"max"})").code(), 5006);
}

TEST_F(EmbeddingWire, CostsItsInputTokens)
{
    const WireReply reply = run(base, R"({"text":["12345678","1234"]})");
    EXPECT_EQ(reply.json()["result"_L1]["usage"_L1]["prompt_tokens"_L1].toInt(), 3);
    EXPECT_EQ(reply.header("cf-ai-neurons"), "0.018174") << "3 tokens at 6058 a million";
    const QByteArray longText = QByteArray("wort ").repeated(1000);
    const QJsonValue usage = run(base, R"({"text":")" + longText + R"("})").json()["result"_L1]["usage"_L1];
    EXPECT_EQ(usage["prompt_tokens"_L1].toInt(), 512) << "the rest is not read";
}

TEST_F(EmbeddingWire, LimitsAreKept)
{
    EXPECT_EQ(run(base, R"({"text":)" + texts(100) + "}").status, 200);
    EXPECT_EQ(run(base, R"({"text":)" + texts(101) + "}").code(), 5006);
    EXPECT_EQ(run(qwen, R"({"documents":)" + texts(32) + "}").status, 200);
    EXPECT_EQ(run(qwen, R"({"documents":)" + texts(33) + "}").code(), 5006);
    for (const QByteArray body : {R"({})", R"({"text":[]})", R"({"text":7})", R"({"text":["a",7]})",
                                  R"({"text":null})", R"({"input":"a"})"})
        EXPECT_EQ(run(base, body).code(), 5006) << body.toStdString();
    EXPECT_EQ(run(base, "").code(), 3003);
    sandbox->setQuotaUsed(10'000);
    EXPECT_EQ(run(base, R"({"text":"a"})").code(), 3036);
}

TEST_F(EmbeddingWire, QwenTellsQueriesFromDocuments)
{
    const QJsonValue result =
        run(qwen, R"({"queries":["a","b"],"documents":"c","instruction":"find"})").json()["result"_L1];
    EXPECT_EQ(compact(result["shape"_L1].toArray()), "[3,1024]");
    EXPECT_EQ(result["usage"_L1]["prompt_tokens"_L1].toInt(), 5)
        << "the instruction stands before each query";
    EXPECT_EQ(run(qwen, R"({"instruction":"find"})").code(), 5006);
}

TEST_F(EmbeddingWire, M3ScoresContextsOrEmbedsThem)
{
    const QByteArray contexts = R"("contexts":[{"text":"Bread is baked from flour."},)"
                                R"({"text":"The train to Rome leaves at nine."}])";
    const QJsonValue scores = run(m3, R"({"query":"When does the train to Rome leave?",)" + contexts + "}")
                                  .json()["result"_L1]["response"_L1];
    ASSERT_EQ(scores.toArray().size(), 2);
    EXPECT_EQ(scores[0]["id"_L1].toInt(), 1);
    EXPECT_GT(scores[0]["score"_L1].toDouble(), scores[1]["score"_L1].toDouble());
    const QJsonValue vectorsOnly = run(m3, "{" + contexts + "}").json()["result"_L1];
    EXPECT_EQ(vectorsOnly["response"_L1][1].toArray().size(), 1024);
    const QByteArray tooLong = R"("text":")" + QByteArray("word").repeated(9000) + '"';
    EXPECT_EQ(run(m3, "{" + tooLong + "}").code(), 5006);
    EXPECT_EQ(run(m3, "{" + tooLong + R"(,"truncate_inputs":true})").status, 200);
    EXPECT_EQ(run(m3, R"({"contexts":[{"title":"a"}]})").code(), 5006);
}

TEST_F(EmbeddingWire, OpenAiForm)
{
    const auto post = [&](const QByteArray& body) {
        return client->post(account(u"/ai/v1/embeddings"_s), body);
    };
    const WireReply reply = post(R"({"model":"@cf/baai/bge-base-en-v1.5","input":["12345678","b"]})");
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.json()["object"_L1].toString(), u"list");
    EXPECT_EQ(reply.json()["data"_L1][1]["index"_L1].toInt(), 1);
    EXPECT_EQ(reply.json()["data"_L1][0]["embedding"_L1].toArray().size(), 768);
    EXPECT_EQ(reply.json()["usage"_L1]["total_tokens"_L1].toInt(), 3);
    EXPECT_EQ(reply.header("cf-ai-neurons"), "0.018174");
    EXPECT_TRUE(post(R"({"model":"@cf/none/such","input":"a"})")
                    .body.startsWith(R"({"errors":[{"message":"AiError: 5007: )"));
    for (const QByteArray body : {R"({"input":"a"})", R"({"model":"@cf/baai/bge-base-en-v1.5"})",
                                  R"({"model":"@cf/baai/bge-base-en-v1.5","input":[1,2]})",
                                  R"({"model":"@cf/meta/llama-3.2-1b-instruct","input":"a"})"})
        EXPECT_EQ(post(body).status, 400) << body.toStdString();
    sandbox->setQuotaUsed(10'000);
    EXPECT_TRUE(post(R"({"model":"@cf/baai/bge-base-en-v1.5","input":"a"})").body.contains("3036"));
}

TEST(TextVector, MeasuresWhatTextsShare)
{
    EXPECT_NEAR(sandbox::similarity(u"orange trees"_s, u"Orange  TREES!"_s), 1, 1e-6);
    EXPECT_GT(sandbox::similarity(u"orange trees"_s, u"an orange tree"_s), 0.4);
    EXPECT_LT(sandbox::similarity(u"orange trees"_s, u"quarterly report"_s), 0.2);
}

} // namespace orangery::test
