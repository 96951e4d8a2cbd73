// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"
#include "sandbox/sandbox.h"
#include "support/nginx.h"
#include "support/waitfor.h"
#include "workersai/chatjob.h"

#include <QJsonArray>
#include <gtest/gtest.h>
#include <ostream>

namespace orangery {

inline void PrintTo(ErrorKind kind, std::ostream* out)
{
    *out << "ErrorKind " << static_cast<int>(kind);
}

namespace test {

/// How the client reaches the sandbox.
enum class Way {
    Plain, ///< HTTP/1.1, nothing in between
    Http2  ///< TLS and HTTP/2, through a real nginx whose authority the settings name
};

std::string nameOf(Way way);
void PrintTo(Way way, std::ostream* out);

/// A sandbox without pauses, the way to it, and the client's own jobs to ask it.
class WireBed : public testing::Test
{
protected:
    explicit WireBed(Way chosen);
    void TearDown() override { endProxy(); }

    /// Replaces what runs. The pace of a stream is the only pause that there may be.
    void start(SandboxOptions options, double tokensPerSecond = 0);
    void startProxy(const Nginx::Options& options);
    /// Whatever reached the sandbox came by HTTP/2, or the test has tested something else.
    void endProxy();
    /// Made once a process: they cost more than most tests.
    static TestCertificates& certificates();

    ApiContext api(const QString& token = Sandbox::token(),
                   const QString& account = Sandbox::accountId()) const;
    static ChatRequest request(const QString& text = QStringLiteral("Write two sentences about oranges."));

    /// Runs any job of the layer to its end.
    template <typename JobType, typename... Arguments>
    auto run(Arguments&&... arguments)
    {
        return finish(new JobType(client, std::forward<Arguments>(arguments)..., &context));
    }

    template <typename JobType>
    auto finish(JobType* job)
    {
        std::optional<std::decay_t<decltype(std::declval<JobType>().result())>> result;
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

    const Way way;
    std::unique_ptr<Sandbox> sandbox;
    std::unique_ptr<Nginx> nginx; ///< null on the plain way
    HttpClient client;
    QObject context;
    ChatDelta heard; ///< the deltas of the last chat, put together
};

/// Every test of a suite made of this runs on both ways: ORANGERY_BOTH_WAYS(Suite).
class WireTest : public WireBed, public testing::WithParamInterface<Way>
{
protected:
    WireTest() : WireBed(GetParam()) {}
};

// A macro, because INSTANTIATE_TEST_SUITE_P is one.
#define ORANGERY_BOTH_WAYS(suite)                                                                            \
    INSTANTIATE_TEST_SUITE_P(Way, suite, testing::Values(Way::Plain, Way::Http2),                            \
                             [](const auto& instance) { return nameOf(instance.param); })

} // namespace test
} // namespace orangery
