// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"
#include "net/httpjob.h"
#include "net/streamjob.h"
#include "support/testserver.h"
#include "support/waitfor.h"

#include <gtest/gtest.h>
#include <ostream>

namespace orangery {

inline void PrintTo(ErrorKind kind, std::ostream* out)
{
    *out << "ErrorKind " << static_cast<int>(kind);
}

namespace test {

/// How a job ended, kept beyond the job.
struct Ended
{
    bool hasAnswer = false;
    HttpReply reply;
    Error error;
    QByteArray streamed; ///< what a StreamJob handed on
    int heads = 0;
    bool mayHaveArrived = false;

    ErrorKind kind() const
    {
        EXPECT_FALSE(hasAnswer) << "an answer came: " << reply.head.status << ' ' << reply.body.toStdString();
        return error.kind;
    }
    int status() const
    {
        EXPECT_TRUE(hasAnswer) << "error " << static_cast<int>(error.kind) << ": "
                               << error.detail.toStdString();
        return reply.head.status;
    }
};

/// A client and the means to run one request to its end.
class NetFixture : public testing::Test
{
protected:
    static HttpRequest requestTo(const QUrl& url, const QByteArray& body = {})
    {
        HttpRequest request;
        request.url = url;
        request.body = body;
        if (!body.isEmpty())
            request.method = "POST";
        return request;
    }

    Ended get(const HttpRequest& request) { return run(new HttpJob(client, request, &context)); }
    Ended get(const QUrl& url) { return get(requestTo(url)); }

    Ended stream(const HttpRequest& request)
    {
        auto* job = new StreamJob(client, request, &context);
        Ended ended;
        QObject::connect(job, &StreamJob::headReceived, &context, [&](const HttpHead&) {
            EXPECT_TRUE(ended.streamed.isEmpty());
            ++ended.heads;
        });
        QObject::connect(job, &StreamJob::bytesReceived, &context, [&](const QByteArray& bytes) {
            EXPECT_EQ(ended.heads, 1);
            EXPECT_FALSE(bytes.isEmpty());
            ended.streamed += bytes;
        });
        finish(job, ended);
        return ended;
    }
    Ended stream(const QUrl& url) { return stream(requestTo(url)); }

    HttpClient client;
    QObject context;

private:
    template <typename JobType>
    Ended run(JobType* job)
    {
        Ended ended;
        finish(job, ended);
        return ended;
    }

    template <typename JobType>
    void finish(JobType* job, Ended& ended)
    {
        bool isDone = false;
        QObject::connect(job, &Job::finished, &context, [&, job] {
            isDone = true;
            ended.hasAnswer = job->result().has_value();
            if (ended.hasAnswer)
                ended.reply = *job->result();
            else
                ended.error = job->result().error();
            ended.mayHaveArrived = job->mayHaveArrived();
        });
        ASSERT_TRUE(waitFor([&] { return isDone; })) << "the job hangs";
    }
};

} // namespace test
} // namespace orangery
