// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/chatjobfixture.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace orangery::test {
namespace {

using Way = WireReply::Way;

/// What a job that failed leaves behind.
class ChatPartialTest : public ChatJobTest
{
protected:
    void fail(TestServer& server)
    {
        bool isFinished = false;
        auto* job = new ChatJob(m_client, apiAt(server.url("/client/v4/")), m_model, m_request, &m_context);
        QObject::connect(job, &ChatJob::finished, &m_context, [&, job] {
            isFinished = true;
            EXPECT_FALSE(job->result());
            m_partial = job->partialReply();
            m_hasAnswered = job->hasAnswered();
        });
        EXPECT_TRUE(waitFor([&] { return isFinished; }));
    }

    ChatReply m_partial;
    bool m_hasAnswered = false;
};

const QByteArray toolCall =
    R"({"choices":[{"delta":{"tool_calls":[{"index":0,"id":"a","function":{"name":"f","arguments":"{}"}}]}}]})";
const QByteArray usage = R"({"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":4,"neurons":2.5}})";
const QByteArray busy = R"({"error":{"code":3040,"message":"Capacity temporarily exceeded"}})";

TEST_F(ChatPartialTest, AnErrorEventLeavesWhatWasReported)
{
    WireReply reply = stream({toolCall, usage, busy});
    reply.headers = {{"CF-Ray", "8f00-FRA"}};
    TestServer server(reply);
    fail(server);
    EXPECT_EQ(m_partial.usage, (TokenUsage{9, 4, 0}));
    EXPECT_EQ(m_partial.neurons, Neurons::of(2.5));
    EXPECT_EQ(m_partial.httpStatus, 200);
    EXPECT_EQ(m_partial.rayId, QStringLiteral("8f00-FRA"));
    EXPECT_TRUE(m_hasAnswered);
}

TEST_F(ChatPartialTest, AnErrorAloneIsNoAnswer)
{
    TestServer refusing(json(failure(3040, "Capacity temporarily exceeded"), 429));
    fail(refusing);
    EXPECT_FALSE(m_hasAnswered);
    EXPECT_FALSE(m_partial.usage);
    TestServer streaming(stream({busy}));
    fail(streaming);
    EXPECT_FALSE(m_hasAnswered);
}

TEST_F(ChatPartialTest, TheFirstOfTwoAnswersCostsAlsoWhereTheSecondFails)
{
    TestServer server([&](const WireRequest& request) {
        const bool isStream = QJsonDocument::fromJson(request.body).object().value(u"stream").toBool();
        WireReply reply =
            isStream ? json(envelope(R"({"response":""})")) : json(failure(3040, "Capacity"), 429);
        if (isStream)
            reply.headers = {{"cf-ai-neurons", "1.5"}};
        return reply;
    });
    fail(server);
    EXPECT_EQ(server.requests().size(), 2);
    EXPECT_EQ(m_partial.neurons, Neurons::of(1.5));
    EXPECT_TRUE(m_hasAnswered);
}

TEST_F(ChatPartialTest, WhatIsNoJsonIsNotAskedForAgain)
{
    WireReply reply = json("}{ not JSON");
    reply.headers = {{"cf-ai-neurons", "1.5"}};
    TestServer server(reply);
    fail(server);
    EXPECT_EQ(server.requests().size(), 1);
    EXPECT_EQ(m_partial.neurons, Neurons::of(1.5));
}

TEST_F(ChatPartialTest, MoreThanOneAnswerIsNotAskedFor)
{
    TestServer server(stream(goodEvents));
    for (const QString& name : {QStringLiteral("n"), QStringLiteral("best_of")}) {
        m_request.extra = {{name, 2}};
        fail(server);
    }
    EXPECT_TRUE(server.requests().isEmpty());
    m_request.extra = {{QStringLiteral("n"), 1}};
    EXPECT_TRUE(*run(server).result);
}

} // namespace
} // namespace orangery::test
