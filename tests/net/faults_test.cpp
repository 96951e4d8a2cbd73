// SPDX-License-Identifier: GPL-3.0-or-later
// What can go wrong between the socket and the answer, for both job classes.
#include "net/netfixture.h"

#include <QTcpServer>

namespace orangery::test {
namespace {

using std::chrono::milliseconds;
using Way = WireReply::Way;

const QByteArray text = "0123456789abcdefghij";

class NetFaults : public NetFixture
{
protected:
    static WireReply reply(Way way, const QByteArray& body = text)
    {
        return {.status = 200, .body = body, .way = way};
    }

    void expectBoth(const QUrl& url, ErrorKind kind)
    {
        const Ended whole = get(url);
        EXPECT_EQ(whole.kind(), kind) << whole.error.detail.toStdString();
        EXPECT_FALSE(whole.error.message.isEmpty());
        const Ended streamed = stream(url);
        EXPECT_EQ(streamed.kind(), kind) << streamed.error.detail.toStdString();
    }
};

TEST_F(NetFaults, RefusedPortIsOffline)
{
    QTcpServer server;
    ASSERT_TRUE(server.listen(QHostAddress::LocalHost));
    const QUrl url(QStringLiteral("http://127.0.0.1:%1/").arg(server.serverPort()));
    server.close();
    expectBoth(url, ErrorKind::Offline);
}

TEST_F(NetFaults, UnknownHostIsHostNotFound)
{
    expectBoth(QUrl(QStringLiteral("https://nowhere.test/")), ErrorKind::HostNotFound);
}

TEST_F(NetFaults, CutBeforeTheHeadIsConnectionLost)
{
    TestServer server(reply(Way::CutBeforeHead));
    expectBoth(server.url(), ErrorKind::ConnectionLost);
}

TEST_F(NetFaults, CutMidBodyIsConnectionLostAndWhatCameWasHandedOn)
{
    for (const Way way : {Way::Cut, Way::Reset}) {
        TestServer server(reply(way));
        expectBoth(server.url(), ErrorKind::ConnectionLost);
        const Ended streamed = stream(server.url());
        EXPECT_EQ(streamed.streamed, text.first(10));
        EXPECT_EQ(streamed.error.httpStatus, 200);
    }
}

TEST_F(NetFaults, CutChunkedBodyIsConnectionLost)
{
    TestServer server(reply(Way::CutChunked));
    expectBoth(server.url(), ErrorKind::ConnectionLost);
}

TEST_F(NetFaults, CutMidHeadIsNoAnswer)
{
    TestServer server(reply(Way::Raw, "HTTP/1.1 200 OK\r\nContent-Le"));
    expectBoth(server.url(), ErrorKind::ConnectionLost);
}

TEST_F(NetFaults, WhatIsNotHttpIsInvalidOrLost)
{
    TestServer server(reply(Way::Raw, "SSH-2.0-OpenSSH_9.2p1 Debian\r\n\r\n"));
    const ErrorKind kind = get(server.url()).kind();
    EXPECT_TRUE(kind == ErrorKind::InvalidAnswer || kind == ErrorKind::ConnectionLost)
        << static_cast<int>(kind);
}

TEST_F(NetFaults, SilenceInEveryPhaseIsTimedOut)
{
    for (const Way way : {Way::StallBeforeHead, Way::StallAfterHead, Way::StallMidBody}) {
        TestServer server(reply(way));
        HttpRequest request = requestTo(server.url());
        request.firstByteTimeout = milliseconds(100);
        request.idleTimeout = milliseconds(50);
        EXPECT_EQ(get(request).kind(), ErrorKind::TimedOut);
        const Ended streamed = stream(request);
        EXPECT_EQ(streamed.kind(), ErrorKind::TimedOut);
        EXPECT_EQ(streamed.streamed, way == Way::StallMidBody ? text.first(10) : QByteArray());
        EXPECT_TRUE(waitFor([&] { return server.hangUps() == 2; })) << "a timed-out request must be dropped";
    }
}

TEST_F(NetFaults, AHeadAloneDoesNotStartTheShorterTimer)
{
    // A model that thinks before its first token sends the head at once.
    TestServer server(reply(Way::StallAfterHead));
    HttpRequest request = requestTo(server.url());
    request.firstByteTimeout = milliseconds(60'000);
    request.idleTimeout = milliseconds(10);
    auto* job = new StreamJob(client, request, &context);
    int heads = 0;
    QObject::connect(job, &StreamJob::headReceived, &context, [&] { ++heads; });
    ASSERT_TRUE(waitFor([&] { return heads == 1; }));
    waitFor([] { return false; }, 100);
    EXPECT_FALSE(job->isFinished());
    delete job;
}

TEST_F(NetFaults, TheCeilingOfTheClientBoundsBothTimers)
{
    client.setTimeoutCeiling(milliseconds(50));
    for (const Way way : {Way::StallBeforeHead, Way::StallMidBody}) {
        TestServer server(reply(way));
        expectBoth(server.url(), ErrorKind::TimedOut);
    }
}

TEST_F(NetFaults, AnAnnouncedBodyOverTheLimitIsRefusedAtItsHead)
{
    TestServer server(reply(Way::StallAfterHead, QByteArray(2000, 'x')));
    HttpRequest request = requestTo(server.url());
    request.maxBodyBytes = 1999;
    EXPECT_EQ(get(request).kind(), ErrorKind::InvalidAnswer);
    const Ended streamed = stream(request);
    EXPECT_EQ(streamed.kind(), ErrorKind::InvalidAnswer);
    EXPECT_EQ(streamed.error.httpStatus, 200);
}

TEST_F(NetFaults, AFloodEndsAtTheLimit)
{
    TestServer server(reply(Way::Flood, QByteArray(10'000, 'x')));
    HttpRequest request = requestTo(server.url());
    request.maxBodyBytes = 1'000'000;
    EXPECT_EQ(get(request).kind(), ErrorKind::InvalidAnswer);
    const Ended streamed = stream(request);
    EXPECT_EQ(streamed.kind(), ErrorKind::InvalidAnswer);
    EXPECT_LE(streamed.streamed.size(), 1'000'000);
    EXPECT_TRUE(waitFor([&] { return server.hangUps() == 2; }));
}

TEST_F(NetFaults, ABodyAtTheLimitIsWhole)
{
    for (const Way way : {Way::Whole, Way::Chunked}) {
        TestServer server(reply(way));
        HttpRequest request = requestTo(server.url());
        request.maxBodyBytes = text.size();
        EXPECT_EQ(get(request).reply.body, text);
        EXPECT_EQ(stream(request).streamed, text);
        request.maxBodyBytes = text.size() - 1;
        EXPECT_EQ(get(request).kind(), ErrorKind::InvalidAnswer);
    }
}

TEST_F(NetFaults, ARequestOnADeadConnectionIsNotLost)
{
    // The server ends the kept connection between two requests.
    int count = 0;
    TestServer server([&](const WireRequest&) { return reply(++count == 1 ? Way::UntilClose : Way::Whole); });
    EXPECT_EQ(get(server.url()).reply.body, text);
    EXPECT_EQ(get(server.url()).reply.body, text);
}

TEST_F(NetFaults, APostIsNotRepeatedBehindTheCallersBack)
{
    // Every repetition would cost neurons; whether to ask again is for the layer above.
    TestServer server(reply(Way::CutBeforeHead));
    EXPECT_EQ(get(requestTo(server.url(), "{}")).kind(), ErrorKind::ConnectionLost);
    EXPECT_EQ(server.requests().size(), 1);
}

TEST_F(NetFaults, ManyJobsOfADestroyedClientAllEnd)
{
    TestServer server(reply(Way::StallMidBody));
    auto doomed = std::make_unique<HttpClient>();
    int finished = 0;
    for (int i = 0; i < 20; ++i) { // more than one manager has connections for
        auto* job = new StreamJob(*doomed, requestTo(server.url()), &context);
        QObject::connect(job, &Job::finished, &context, [&, job] {
            EXPECT_EQ(job->result().error().kind, ErrorKind::Canceled);
            ++finished;
        });
    }
    ASSERT_TRUE(waitFor([&] { return server.requests().size() == 20; }));
    doomed.reset();
    EXPECT_TRUE(waitFor([&] { return finished == 20; }));
}

} // namespace
} // namespace orangery::test
