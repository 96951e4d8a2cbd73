// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"
#include "sandbox/sandbox.h"
#include "support/waitfor.h"
#include "workersai/chatjob.h"

#include <QJsonArray>
#include <gtest/gtest.h>

namespace orangery::test {

/// A sandbox without pauses, and the client's own jobs to ask it.
class WireTest : public testing::Test
{
protected:
    WireTest() { start({}); }

    void start(SandboxOptions options)
    {
        options.latency = std::chrono::milliseconds(0);
        options.tokensPerSecond = 0;
        sandbox = std::make_unique<Sandbox>(options);
        const auto port = sandbox->start();
        ASSERT_TRUE(port) << port.error().message.toStdString();
    }

    ApiContext api(const QString& token = Sandbox::token(),
                   const QString& account = Sandbox::accountId()) const
    {
        return {sandbox->baseUrl(), account, SecretString(token.toUtf8())};
    }

    static ChatRequest request(const QString& text = QStringLiteral("Write two sentences about oranges."))
    {
        ChatRequest request;
        request.model = QStringLiteral("@cf/meta/llama-3.2-1b-instruct");
        request.messages = {{ChatRole::User, text}};
        request.maxTokens = 300;
        return request;
    }

    /// Runs any job of the layer to its end.
    template <typename JobType, typename... Arguments>
    auto run(Arguments&&... arguments)
    {
        std::optional<std::decay_t<decltype(std::declval<JobType>().result())>> result;
        auto* job = new JobType(client, std::forward<Arguments>(arguments)..., &context);
        if constexpr (std::is_same_v<JobType, ChatJob>) {
            heard = {};
            QObject::connect(job, &ChatJob::deltaReceived, &context, [this](const ChatDelta& delta) {
                heard.text += delta.text;
                heard.reasoning += delta.reasoning;
            });
        }
        QObject::connect(job, &Job::finished, &context, [&, job] { result = job->result(); });
        if (!waitFor([&] { return result.has_value(); }))
            throw std::runtime_error("the job did not end");
        return *result;
    }

    Result<ChatReply> chat(const ChatRequest& chatRequest)
    {
        return run<ChatJob>(api(), Model(), chatRequest);
    }

    QJsonArray requests() const { return sandbox->state().value(QLatin1String("requests")).toArray(); }

    std::unique_ptr<Sandbox> sandbox;
    HttpClient client;
    QObject context;
    ChatDelta heard; ///< the deltas of the last chat, put together
};

} // namespace orangery::test
