// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a request that got no answer may have reached the other end: what decides if it may be sent again.
#include "net/netfixture.h"

#include <QTcpServer>

namespace orangery::test {
namespace {

using std::chrono::milliseconds;
using Way = WireReply::Way;

class Arrival : public NetFixture
{
protected:
    static WireReply reply(Way way) { return {.status = 200, .body = "0123456789", .way = way}; }

    /// Of both job classes.
    void expectBoth(const HttpRequest& request, ErrorKind kind, bool mayHaveArrived)
    {
        for (const Ended& ended : {get(request), stream(request)}) {
            EXPECT_EQ(ended.kind(), kind) << ended.error.detail.toStdString();
            EXPECT_EQ(ended.mayHaveArrived, mayHaveArrived) << int(kind);
        }
    }
    static HttpRequest impatient(const QUrl& url)
    {
        HttpRequest request = requestTo(url, "{}");
        request.firstByteTimeout = milliseconds(100);
        request.idleTimeout = milliseconds(50);
        return request;
    }
};

TEST_F(Arrival, WhatNeverConnectedHasNot)
{
    QTcpServer closed;
    ASSERT_TRUE(closed.listen(QHostAddress::LocalHost));
    const QUrl url(QStringLiteral("http://127.0.0.1:%1/").arg(closed.serverPort()));
    closed.close();
    expectBoth(requestTo(url, "{}"), ErrorKind::Offline, false);
    expectBoth(requestTo(QUrl(QStringLiteral("https://nowhere.test/")), "{}"), ErrorKind::HostNotFound,
               false);
    expectBoth(requestTo(QUrl(QStringLiteral("http://192.0.2.1/")), "{}"), ErrorKind::InsecureAddress, false);
}

TEST_F(Arrival, WhatWaitsForASecureConnectionHasNot)
{
    QTcpServer mute; // takes the connection and never says a word of TLS
    ASSERT_TRUE(mute.listen(QHostAddress::LocalHost));
    const QUrl url(QStringLiteral("https://127.0.0.1:%1/").arg(mute.serverPort()));
    expectBoth(impatient(url), ErrorKind::TimedOut, false);
}

TEST_F(Arrival, WhatWasSentMayHave)
{
    for (const Way way : {Way::CutBeforeHead, Way::Cut, Way::CutChunked, Way::Reset}) {
        TestServer server(reply(way));
        expectBoth(requestTo(server.url(), "{}"), ErrorKind::ConnectionLost, true);
    }
    for (const Way way : {Way::StallBeforeHead, Way::StallAfterHead, Way::StallMidBody}) {
        TestServer server(reply(way));
        expectBoth(impatient(server.url()), ErrorKind::TimedOut, true);
    }
}

TEST_F(Arrival, WithoutABodyThereIsNothingToWorkOn)
{
    TestServer server(reply(Way::CutBeforeHead));
    expectBoth(requestTo(server.url()), ErrorKind::ConnectionLost, false);
}

TEST_F(Arrival, ARefusedRedirectIsAnAnswer)
{
    TestServer server({.status = 307, .body = "moved", .headers = {{"Location", "http://127.0.0.2:9/"}}});
    expectBoth(requestTo(server.url(), "{}"), ErrorKind::RedirectRefused, false);
}

TEST_F(Arrival, AnAnswerIsNoDoubt)
{
    TestServer server(reply(Way::Whole));
    EXPECT_FALSE(get(requestTo(server.url(), "{}")).mayHaveArrived);
    EXPECT_FALSE(stream(requestTo(server.url(), "{}")).mayHaveArrived);
}

TEST_F(Arrival, OfARequestThatLostItsClientNobodyKnows)
{
    TestServer server(reply(Way::StallBeforeHead));
    auto doomed = std::make_unique<HttpClient>();
    auto* job = new HttpJob(*doomed, requestTo(server.url(), "{}"), &context);
    std::optional<bool> mayHaveArrived;
    QObject::connect(job, &Job::finished, &context, [&] { mayHaveArrived = job->mayHaveArrived(); });
    ASSERT_TRUE(waitFor([&] { return server.requests().size() == 1; }));
    doomed.reset();
    ASSERT_TRUE(waitFor([&] { return mayHaveArrived.has_value(); }));
    EXPECT_TRUE(*mayHaveArrived);
}

TEST_F(Arrival, TheHeadOfABrokenAnswerIsKept)
{
    WireReply broken = reply(Way::Cut);
    broken.headers = {{"cf-ai-neurons", "2.5"}};
    TestServer server(broken);
    auto* job = new HttpJob(client, requestTo(server.url(), "{}"), &context);
    std::optional<HttpHead> head;
    QObject::connect(job, &Job::finished, &context, [&] { head = job->head(); });
    ASSERT_TRUE(waitFor([&] { return head.has_value(); }));
    EXPECT_EQ(head->status, 200);
    EXPECT_EQ(head->header("cf-ai-neurons"), "2.5");
}

} // namespace
} // namespace orangery::test
