// SPDX-License-Identifier: GPL-3.0-or-later
// A large piece of a stream is handed on in small ones.
#include "net/netfixture.h"

namespace orangery::test {
namespace {

class StreamPieces : public NetFixture
{
protected:
    static QByteArray body()
    {
        QByteArray bytes;
        for (int i = 0; bytes.size() < 2'000'000; ++i)
            bytes += QByteArray::number(i) + '\n';
        return bytes;
    }

    TestServer server{{.status = 200, .body = body()}};
};

TEST_F(StreamPieces, AreSmallAndWhole)
{
    auto* job = new StreamJob(client, requestTo(server.url()), &context);
    QByteArray seen;
    qsizetype largest = 0;
    bool isDone = false;
    QObject::connect(job, &StreamJob::bytesReceived, &context, [&](const QByteArray& bytes) {
        largest = std::max(largest, bytes.size());
        seen += bytes;
    });
    QObject::connect(job, &Job::finished, &context, [&] { isDone = true; });
    ASSERT_TRUE(waitFor([&] { return isDone; }));
    EXPECT_TRUE(seen == body());
    EXPECT_LE(largest, 64 * 1024);
}

TEST_F(StreamPieces, NothingFollowsACancel)
{
    auto* job = new StreamJob(client, requestTo(server.url()), &context);
    int pieces = 0;
    int ends = 0;
    QObject::connect(job, &StreamJob::bytesReceived, &context, [&, job] {
        ++pieces;
        job->cancel();
    });
    QObject::connect(job, &Job::finished, &context, [&] { ++ends; });
    ASSERT_TRUE(waitFor([&] { return ends == 1; }));
    EXPECT_EQ(get(server.url()).status(), 200);
    EXPECT_EQ(pieces, 1);
    EXPECT_EQ(ends, 1);
}

TEST_F(StreamPieces, NothingFollowsADestroyedJob)
{
    auto* job = new StreamJob(client, requestTo(server.url()), &context);
    int pieces = 0;
    QObject::connect(job, &StreamJob::bytesReceived, &context, [&, job] {
        ++pieces;
        delete job;
    });
    ASSERT_TRUE(waitFor([&] { return pieces > 0; }));
    EXPECT_EQ(get(server.url()).status(), 200);
    EXPECT_EQ(pieces, 1);
}

} // namespace
} // namespace orangery::test
