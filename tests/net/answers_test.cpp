// SPDX-License-Identifier: GPL-3.0-or-later
// What the service answers reaches the caller as it was sent.
#include "net/netfixture.h"

namespace orangery::test {
namespace {

using Way = WireReply::Way;

class NetAnswers : public NetFixture
{};

TEST_F(NetAnswers, EveryStatusIsAResultWithItsBody)
{
    for (const int status : {200, 201, 202, 304, 400, 401, 402, 403, 404, 405, 408, 409,
                             410, 413, 418, 422, 429, 500, 501, 502, 503, 504, 520, 524}) {
        const QByteArray body =
            status == 304 ? QByteArray() : R"({"status":)" + QByteArray::number(status) + "}";
        TestServer server({.status = status, .body = body});
        for (const QByteArray& sent : {QByteArray(), QByteArray("{}")}) {
            const Ended whole = get(requestTo(server.url(), sent));
            EXPECT_EQ(whole.status(), status);
            EXPECT_EQ(whole.reply.body, body);
            const Ended streamed = stream(requestTo(server.url(), sent));
            EXPECT_EQ(streamed.status(), status);
            EXPECT_EQ(streamed.streamed, body);
            EXPECT_EQ(streamed.heads, 1);
            EXPECT_TRUE(streamed.reply.body.isEmpty());
        }
    }
}

TEST_F(NetAnswers, AChallengeIsAResultAndAsksNobody)
{
    for (const QByteArray& scheme :
         {QByteArray("Basic realm=\"x\""), QByteArray("Bearer error=\"invalid_token\"")}) {
        TestServer server({.status = 401, .body = "{\"no\":1}", .headers = {{"WWW-Authenticate", scheme}}});
        HttpRequest request = requestTo(server.url(), "{}");
        request.bearerToken = SecretString("token");
        const Ended ended = get(request);
        EXPECT_EQ(ended.status(), 401);
        EXPECT_EQ(ended.reply.body, "{\"no\":1}");
        ASSERT_EQ(server.requests().size(), 1);
        EXPECT_EQ(server.requests().first().headers.value("authorization"), "Bearer token");
    }
}

TEST_F(NetAnswers, EveryWayOfFramingABody)
{
    QByteArray body;
    for (int i = 0; i < 3000; ++i)
        body += "line " + QByteArray::number(i) + "\r\n\xC3\xA4";
    for (const Way way : {Way::Whole, Way::Chunked, Way::UntilClose}) {
        TestServer server({.status = 200, .body = body, .way = way});
        EXPECT_EQ(get(server.url()).reply.body, body);
        EXPECT_EQ(stream(server.url()).streamed, body);
    }
    TestServer server({.status = 200, .body = body.first(500), .way = Way::Bytewise});
    EXPECT_EQ(get(server.url()).reply.body, body.first(500));
    EXPECT_EQ(stream(server.url()).streamed, body.first(500));
}

TEST_F(NetAnswers, AnEmptyBodyIsABody)
{
    TestServer server({.status = 200, .body = {}});
    EXPECT_EQ(get(server.url()).status(), 200);
    const Ended streamed = stream(server.url());
    EXPECT_EQ(streamed.status(), 200);
    EXPECT_EQ(streamed.heads, 1);
}

TEST_F(NetAnswers, HeadersAreLowerCaseAndTheMediaTypeIsBare)
{
    TestServer server({.status = 200,
                       .body = "x",
                       .contentType = "Text/Event-Stream; charset=utf-8",
                       .headers = {{"CF-AI-Neurons", "1.25"}}});
    const Ended ended = get(server.url());
    EXPECT_EQ(ended.reply.head.header("cf-ai-neurons"), "1.25");
    EXPECT_EQ(ended.reply.head.mediaType(), "text/event-stream");
    EXPECT_EQ(ended.reply.head.header("missing"), QByteArray());
}

TEST_F(NetAnswers, CompressedAnswersAreUnpackedButStreamsAskForNone)
{
    const QByteArray zipped = QByteArray::fromHex("1f8b08000000000002034b4c4a0600c241243503000000"); // "abc"
    TestServer server([&](const WireRequest& request) -> WireReply {
        if (request.headers.value("accept-encoding").contains("gzip"))
            return {.status = 200, .body = zipped, .headers = {{"Content-Encoding", "gzip"}}};
        return {.status = 200, .body = "plain"};
    });
    EXPECT_EQ(get(server.url()).reply.body, "abc");
    EXPECT_EQ(stream(server.url()).streamed, "plain");
    EXPECT_EQ(server.requests().last().headers.value("accept-encoding"), "identity");
}

TEST_F(NetAnswers, TheServersClockIsHeard)
{
    TestServer server({.status = 200, .body = "x", .headers = {{"Date", "Tue, 24 Nov 2026 23:59:58 GMT"}}});
    TestServer silent({.status = 200, .body = "x", .headers = {{"Date", "yesterday"}}});
    QList<QDateTime> times;
    QObject::connect(&client, &HttpClient::serverTimeSeen, &context,
                     [&](const QDateTime& time) { times.append(time); });
    get(silent.url());
    EXPECT_TRUE(times.isEmpty());
    get(server.url());
    ASSERT_FALSE(times.isEmpty());
    EXPECT_EQ(times.first().toUTC().toString(Qt::ISODate), QStringLiteral("2026-11-24T23:59:58Z"));
}

} // namespace
} // namespace orangery::test
