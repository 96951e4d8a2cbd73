// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "support/waitfor.h"
#include "workersai/embeddingjob.h"
#include "workersai/finetunesjob.h"
#include "workersai/rerankjob.h"
#include "workersai/summaryjob.h"
#include "workersai/textclassificationjob.h"
#include "workersai/textmodels.h"
#include "workersai/translationjob.h"
#include "workersai/wiretext.h"

#include <QRegularExpression>
#include <gtest/gtest.h>

namespace orangery::test {
namespace {

class TextJobs : public testing::Test
{
protected:
    template <typename JobType, typename... Arguments>
    auto run(const TestServer& server, Arguments&&... arguments)
    {
        std::optional<std::decay_t<decltype(std::declval<JobType>().result())>> result;
        auto* job = new JobType(m_client, apiAt(server.url("/client/v4")),
                                std::forward<Arguments>(arguments)..., &m_context);
        QObject::connect(job, &Job::finished, &m_context, [&, job] { result = job->result(); });
        EXPECT_TRUE(waitFor([&] { return result.has_value(); }));
        return *result;
    }

    Model m_model = modelWith(QStringLiteral("@cf/a/b"), {});
    HttpClient m_client;
    QObject m_context;
};

TEST_F(TextJobs, TheRequestAndWhatIsKnownOfItsAnswer)
{
    WireReply answer =
        json(envelope(R"({"data":[[0.5]],"usage":{"prompt_tokens":3,"completion_tokens":0,"neurons":9}})"));
    answer.headers = {{"cf-ai-neurons", "1.5"}, {"cf-ray", "8f00-FRA"}};
    TestServer server(answer);
    EmbeddingRequest request;
    request.texts = {QStringLiteral("a")};
    const auto reply = run<EmbeddingJob>(server, m_model, request);
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->vectors, (QList<QList<float>>{{0.5F}}));
    EXPECT_EQ(reply->neurons, Neurons::of(1.5)) << "the head counts first";
    EXPECT_TRUE(reply->isNeuronsInHead);
    EXPECT_EQ(reply->usage, (TokenUsage{3, 0, 0}));
    EXPECT_EQ(reply->httpStatus, 200);
    EXPECT_EQ(reply->rayId, QStringLiteral("8f00-FRA"));
    const WireRequest& sent = server.requests().first();
    EXPECT_EQ(sent.target.toStdString(), std::string("/client/v4/accounts/") + accountId + "/ai/run/@cf/a/b");
    EXPECT_EQ(sent.headers.value("accept"), "application/json");
    EXPECT_EQ(sent.headers.value("authorization"), QByteArray("Bearer ") + tokenText);
    EXPECT_EQ(sent.body, R"({"text":["a"]})");
}

TEST_F(TextJobs, EveryTaskHasItsJob)
{
    TestServer reranking(json(envelope(R"({"response":[{"id":0,"score":0.5}]})")));
    EXPECT_EQ(
        run<RerankJob>(reranking, m_model, RerankRequest{{}, QStringLiteral("q"), {QStringLiteral("a")}, {}})
            ->scores.size(),
        1);
    TestServer labels(json(envelope(R"([{"label":"A","score":1}])")));
    EXPECT_EQ(run<TextClassificationJob>(labels, m_model, TextClassificationRequest{{}, QStringLiteral("a")})
                  ->labels.size(),
              1);
    TestServer translation(json(envelope(R"({"translated_text":"b"})")));
    EXPECT_EQ(run<TranslationJob>(
                  translation, m_model,
                  TranslationRequest{{}, {QStringLiteral("a")}, QStringLiteral("en"), QStringLiteral("de")})
                  ->texts.first(),
              QStringLiteral("b"));
    TestServer summary(json(envelope(R"({"summary":"b"})")));
    EXPECT_EQ(run<SummaryJob>(summary, m_model, SummaryRequest{{}, QStringLiteral("a"), {}})->text,
              QStringLiteral("b"));
}

TEST_F(TextJobs, WhatIsRefusedHereIsNotSent)
{
    TestServer server(json(envelope("{}")));
    EXPECT_EQ(run<EmbeddingJob>(server, m_model, EmbeddingRequest()).error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(run<RerankJob>(server, m_model, RerankRequest()).error().kind, ErrorKind::InvalidInput);
    EXPECT_EQ(run<TranslationJob>(server, m_model, TranslationRequest()).error().kind,
              ErrorKind::InvalidInput);
    EXPECT_EQ(run<TextClassificationJob>(server, m_model, TextClassificationRequest()).error().kind,
              ErrorKind::InvalidInput);
    EXPECT_EQ(run<SummaryJob>(server, Model(), SummaryRequest{{}, QStringLiteral("a"), {}}).error().kind,
              ErrorKind::NoSuchModel);
    EXPECT_TRUE(server.requests().isEmpty());
}

TEST_F(TextJobs, TheIdInTheRequestServesWhereTheCatalogHasNone)
{
    TestServer server(json(envelope(R"({"summary":"b"})")));
    EXPECT_TRUE(
        run<SummaryJob>(server, Model(), SummaryRequest{QStringLiteral("@cf/x/y"), QStringLiteral("a"), {}}));
    EXPECT_TRUE(server.requests().first().target.endsWith("/ai/run/@cf/x/y"));
}

TEST_F(TextJobs, ManyVectorsAreReadInAWorker)
{
    QByteArray row = "[";
    for (int i = 0; i < 1024; ++i)
        row += QByteArray::number(i * 0.001) + ',';
    row.chop(1);
    row += "],";
    QByteArray rows = row.repeated(100);
    rows.chop(1);
    TestServer server(json(envelope(R"({"data":[)" + rows + "]}")));
    EmbeddingRequest request;
    request.texts.fill(QString(4000, u'a'), 100);
    const auto reply = run<EmbeddingJob>(server, m_model, request);
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->vectors.size(), 100);
    EXPECT_EQ(reply->vectors.last().size(), 1024);
}

TEST_F(TextJobs, OnesOwnAdaptersAreAskedForOnce)
{
    TestServer server(json(envelope(
        R"([{"id":"i","name":"n","model":"@cf/a/b","description":"d","public":1,"created_at":"2026-01-02T03:04:05.678Z","modified_at":"x"},)"
        R"({"id":"j","created_at":"2026-01-02 03:04:05.678"},null,{},{"id":7}])")));
    const auto adapters = run<FinetunesJob>(server, FinetunesJob::Whose::Own);
    ASSERT_TRUE(adapters);
    ASSERT_EQ(adapters->size(), 2);
    const QDateTime created(QDate(2026, 1, 2), QTime(3, 4, 5, 678), Qt::UTC);
    EXPECT_EQ(adapters->first(), (Finetune{QStringLiteral("i"), QStringLiteral("n"),
                                           QStringLiteral("@cf/a/b"), QStringLiteral("d"), true, created}));
    EXPECT_EQ(adapters->last().createdAt, created);
    EXPECT_FALSE(adapters->last().isPublic);
    ASSERT_EQ(server.requests().size(), 1);
    EXPECT_TRUE(server.requests().first().target.endsWith("/ai/finetunes"));
}

TEST_F(TextJobs, PublicAdaptersComePageByPage)
{
    TestServer server([](const WireRequest& request) {
        static const QRegularExpression offset(QStringLiteral("offset=(\\d+)"));
        const int first = offset.match(QString::fromLatin1(request.target)).captured(1).toInt();
        QByteArray page;
        for (int i = first; i < qMin(first + 20, 45); ++i) // fewer a page than were asked for
            page += R"({"id":")" + QByteArray::number(i) + R"(","public":true},)";
        page.chop(1);
        return json(envelope("[" + page + "]"));
    });
    const auto adapters = run<FinetunesJob>(server, FinetunesJob::Whose::Public);
    ASSERT_TRUE(adapters);
    EXPECT_EQ(adapters->size(), 45);
    EXPECT_EQ(server.requests().size(), 4);
    EXPECT_TRUE(server.requests().at(1).target.contains("offset=20"));
}

TEST_F(TextJobs, AServiceThatRepeatsItselfIsNotFollowed)
{
    TestServer server(json(envelope(R"([{"id":"i"}])")));
    EXPECT_EQ(run<FinetunesJob>(server, FinetunesJob::Whose::Public)->size(), 1);
    EXPECT_EQ(server.requests().size(), 2);
    TestServer noList(json(envelope("{}")));
    EXPECT_EQ(run<FinetunesJob>(noList, FinetunesJob::Whose::Own).error().kind, ErrorKind::InvalidAnswer);
}

} // namespace
} // namespace orangery::test
