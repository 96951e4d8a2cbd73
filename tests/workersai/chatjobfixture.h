// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"
#include "support/waitfor.h"
#include "workersai/chatjob.h"
#include "workersai/wiretext.h"

#include <gtest/gtest.h>

namespace orangery::test {

/// What a chat job gave.
struct ChatOutcome
{
    std::optional<Result<ChatReply>> result;
    QList<ChatDelta> deltas;

    QString text() const
    {
        QString text;
        for (const ChatDelta& delta : deltas)
            text += delta.text;
        return text;
    }
    const ChatReply& reply() const { return result->value(); }
    ErrorKind errorKind() const { return result->error().kind; }
};

class ChatJobTest : public testing::Test
{
protected:
    ChatJobTest()
    {
        m_request.model = QStringLiteral("@cf/meta/llama-3.2-1b-instruct");
        m_request.messages = {{ChatRole::User, QStringLiteral("Hi")}};
    }

    ChatOutcome run(TestServer& server)
    {
        ChatOutcome outcome;
        auto* job = new ChatJob(m_client, apiAt(server.url("/client/v4/")), m_model, m_request, &m_context);
        QObject::connect(job, &ChatJob::deltaReceived, &m_context, [&](const ChatDelta& delta) {
            EXPECT_FALSE(delta.isEmpty());
            outcome.deltas.append(delta);
        });
        QObject::connect(job, &ChatJob::finished, &m_context, [&, job] { outcome.result = job->result(); });
        EXPECT_TRUE(waitFor([&] { return outcome.result.has_value(); }));
        if (outcome.result && *outcome.result) {
            EXPECT_EQ(outcome.text(), outcome.reply().text);
        }
        return outcome;
    }

    HttpClient m_client;
    QObject m_context;
    Model m_model;
    ChatRequest m_request;
};

inline const QList<QByteArray> goodEvents{
    R"({"response":"Hel","p":"abc"})", R"({"response":"lo"})",
    R"({"response":"","usage":{"prompt_tokens":9,"completion_tokens":4}})", "[DONE]"};

} // namespace orangery::test
