// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "support/waitfor.h"
#include "workersai/batchjob.h"
#include "workersai/textmodels.h"
#include "workersai/wiretext.h"

#include <QPointer>
#include <gtest/gtest.h>

namespace orangery::test {
namespace {

using namespace std::chrono_literals;

const QByteArray queuedAnswer = R"({"status":"queued","request_id":"r1","model":"@cf/baai/bge-m3"})";
const QByteArray doneAnswer =
    R"({"responses":[{"id":0,"result":{"data":[[1]]},"success":true,"external_reference":"first"},)"
    R"({"id":1,"success":false,"errors":[{"code":3040,"message":"no"}]}],)"
    R"("usage":{"prompt_tokens":5,"completion_tokens":0}})";

class BatchJobTest : public testing::Test
{
protected:
    struct Heard
    {
        std::optional<Result<BatchReply>> result;
        QStringList queued;
        int running = 0;
        QList<int> pauses;
    };

    BatchJobTest()
    {
        m_model.id = QStringLiteral("@cf/baai/bge-m3");
        m_request.items = {{QStringLiteral("first"), R"({"text":"a"})"}, {{}, R"({"text":"b"})"}};
    }

    /// Answers one call after the other; the last answer stays.
    TestServer::Handler answers(const QList<QByteArray>& results)
    {
        return [results, call = 0](const WireRequest&) mutable {
            WireReply reply = json(envelope(results.at(qMin(call++, static_cast<int>(results.size()) - 1))));
            reply.headers = {{"cf-ai-neurons", "2.5"}};
            return reply;
        };
    }

    BatchJob* listen(BatchJob* job)
    {
        job->setPauses([this](int questions) {
            m_heard.pauses.append(questions);
            return 0ms;
        });
        QObject::connect(job, &BatchJob::queued, &m_context,
                         [this](const QString& id) { m_heard.queued += id; });
        QObject::connect(job, &BatchJob::running, &m_context, [this] { ++m_heard.running; });
        QObject::connect(job, &Job::finished, &m_context, [this, job] { m_heard.result = job->result(); });
        return job;
    }

    BatchJob* start(const TestServer& server)
    {
        return listen(
            new BatchJob(m_client, apiAt(server.url("/client/v4")), m_model, m_request, &m_context));
    }

    bool ends()
    {
        return waitFor([&] { return m_heard.result.has_value(); });
    }

    Model m_model;
    BatchRequest m_request;
    HttpClient m_client;
    Heard m_heard;
    QObject m_context;
};

TEST_F(BatchJobTest, QueuesThenAsksUntilItIsDone)
{
    TestServer server(answers({queuedAnswer, R"({"status":"queued"})", R"({"status":"running"})",
                               R"({"status":"running","request_id":"r1"})", doneAnswer}));
    start(server);
    ASSERT_TRUE(ends());
    ASSERT_TRUE(*m_heard.result);
    const BatchReply& reply = m_heard.result->value();
    EXPECT_EQ(reply.requestId, QStringLiteral("r1"));
    ASSERT_EQ(reply.items.size(), 2);
    EXPECT_EQ(reply.items.at(0),
              (BatchReply::Item{0, QStringLiteral("first"), true, R"({"result":{"data":[[1]]}})"}));
    EXPECT_FALSE(reply.items.at(1).isSuccess) << "one that failed does not fail the others";
    EXPECT_EQ(reply.usage, (TokenUsage{5, 0, 0}));
    EXPECT_EQ(reply.neurons, Neurons::of(2.5));
    EXPECT_EQ(m_heard.queued, QStringList{QStringLiteral("r1")});
    EXPECT_EQ(m_heard.running, 1);
    EXPECT_EQ(m_heard.pauses, (QList<int>{0, 1, 2, 3}));

    ASSERT_EQ(server.requests().size(), 5);
    for (const WireRequest& request : server.requests())
        EXPECT_TRUE(request.target.endsWith("/ai/run/@cf/baai/bge-m3?queueRequest=true"));
    EXPECT_EQ(server.requests().at(0).body.toStdString(),
              R"({"requests":[{"external_reference":"first","text":"a"},{"text":"b"}]})");
    EXPECT_EQ(server.requests().at(4).body, R"({"request_id":"r1"})");
}

TEST_F(BatchJobTest, AnAnswerAtOnceNeedsNoQuestion)
{
    TestServer server(answers({doneAnswer}));
    start(server);
    ASSERT_TRUE(ends());
    EXPECT_TRUE(*m_heard.result);
    EXPECT_TRUE(m_heard.queued.isEmpty());
    EXPECT_EQ(server.requests().size(), 1);
}

TEST_F(BatchJobTest, ALaterProcessGoesOnFromTheId)
{
    TestServer server(answers({R"({"status":"running"})", doneAnswer}));
    listen(BatchJob::resume(m_client, apiAt(server.url("/client/v4")), m_model, QStringLiteral("r1"),
                            &m_context));
    ASSERT_TRUE(ends());
    ASSERT_TRUE(*m_heard.result);
    EXPECT_EQ(m_heard.result->value().requestId, QStringLiteral("r1"));
    EXPECT_EQ(m_heard.result->value().items.at(0).reference, QStringLiteral("first"));
    EXPECT_TRUE(m_heard.queued.isEmpty());
    EXPECT_EQ(server.requests().first().body, R"({"request_id":"r1"})");
}

TEST_F(BatchJobTest, WhatIsTooLargeOrUnreadableIsNotSent)
{
    TestServer server(answers({queuedAnswer}));
    m_request.items.last().body = R"({"text":")" + QByteArray(batchcodec::mostBytes, 'x') + R"("})";
    start(server);
    ASSERT_TRUE(ends());
    EXPECT_EQ(m_heard.result->error().kind, ErrorKind::TooLarge);
    m_heard = {};
    m_request.items.last().body = R"({"text":")" + QByteArray(batchcodec::mostBytes - 40, 'x') + R"("})";
    start(server);
    ASSERT_TRUE(ends());
    EXPECT_EQ(m_heard.result->error().kind, ErrorKind::TooLarge) << "with what is put around it";
    m_heard = {};
    m_request.items.clear();
    start(server);
    ASSERT_TRUE(ends());
    EXPECT_EQ(m_heard.result->error().kind, ErrorKind::InvalidInput);
    m_heard = {};
    m_model.id.clear();
    start(server);
    ASSERT_TRUE(ends());
    EXPECT_EQ(m_heard.result->error().kind, ErrorKind::NoSuchModel);
    EXPECT_TRUE(server.requests().isEmpty());
}

TEST_F(BatchJobTest, AnErrorOfAQuestionEndsTheJobAndTheIdRemains)
{
    int calls = 0;
    TestServer server([&](const WireRequest&) {
        return ++calls == 1 ? json(envelope(queuedAnswer)) : json(failure(3040, "busy"), 429);
    });
    start(server);
    ASSERT_TRUE(ends());
    EXPECT_EQ(m_heard.result->error().kind, ErrorKind::Busy);
    EXPECT_EQ(m_heard.queued, QStringList{QStringLiteral("r1")});
    EXPECT_EQ(calls, 2);
}

TEST_F(BatchJobTest, AnswersThatLeadNowhereAreInvalid)
{
    for (const QByteArray& answer :
         {QByteArray("{}"), QByteArray(R"({"status":"queued"})"),
          QByteArray(R"({"status":"moon","request_id":"r"})"), QByteArray(R"({"response":"Hi"})")}) {
        m_heard = {};
        TestServer server(answers({answer}));
        start(server);
        ASSERT_TRUE(ends());
        EXPECT_EQ(m_heard.result->error().kind, ErrorKind::InvalidAnswer) << answer.toStdString();
    }
}

TEST_F(BatchJobTest, CanceledWhileItWaits)
{
    TestServer server(answers({queuedAnswer}));
    BatchJob* job = start(server);
    job->setPauses([](int) { return 1h; });
    ASSERT_TRUE(waitFor([&] { return !m_heard.queued.isEmpty(); }));
    job->cancel();
    ASSERT_TRUE(m_heard.result.has_value());
    EXPECT_EQ(m_heard.result->error().kind, ErrorKind::Canceled);
    EXPECT_EQ(server.requests().size(), 1);
}

TEST_F(BatchJobTest, CanceledOrDestroyedInItsOwnSignal)
{
    TestServer server(answers({queuedAnswer, R"({"status":"running"})"}));
    BatchJob* canceled = start(server);
    QObject::connect(canceled, &BatchJob::queued, &m_context, [canceled] { canceled->cancel(); });
    ASSERT_TRUE(ends());
    EXPECT_EQ(m_heard.result->error().kind, ErrorKind::Canceled);
    m_heard = {};
    TestServer second(answers({queuedAnswer, R"({"status":"running"})"}));
    const QPointer<BatchJob> destroyed = start(second);
    QObject::connect(destroyed, &BatchJob::running, &m_context, [destroyed] { delete destroyed.data(); });
    EXPECT_TRUE(waitFor([&] { return destroyed.isNull(); }));
    EXPECT_FALSE(m_heard.result.has_value());
}

TEST_F(BatchJobTest, TheClientIsGoneWhileItWaits)
{
    TestServer server(answers({queuedAnswer}));
    auto client = std::make_unique<HttpClient>();
    BatchJob* job = listen(new BatchJob(*client, apiAt(server.url()), m_model, m_request, &m_context));
    QObject::connect(job, &BatchJob::queued, &m_context,
                     [&] { QTimer::singleShot(0, &m_context, [&] { client.reset(); }); });
    job->setPauses([](int) { return 50ms; });
    ASSERT_TRUE(ends());
    EXPECT_EQ(m_heard.result->error().kind, ErrorKind::Canceled);
}

TEST(BatchPauses, GrowFromTwoToThirtySeconds)
{
    EXPECT_EQ(BatchJob::usualPause(0), 2s);
    EXPECT_EQ(BatchJob::usualPause(1), 3s);
    for (int i = 1; i < 50; ++i)
        EXPECT_GE(BatchJob::usualPause(i), BatchJob::usualPause(i - 1));
    EXPECT_EQ(BatchJob::usualPause(1000), 30s);
}

} // namespace
} // namespace orangery::test
