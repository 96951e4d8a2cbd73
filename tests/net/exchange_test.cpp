// SPDX-License-Identifier: GPL-3.0-or-later
// What the client lets others see of its requests, and that no secret is in it.
#include "net/curltext.h"
#include "net/netfixture.h"

namespace orangery::test {

namespace {

constexpr char secret[] = "v1.0-SECRET+token/with=signs";

class NetExchange : public NetFixture
{
protected:
    NetExchange()
    {
        QObject::connect(&client, &HttpClient::exchangeChanged, &context,
                         [this](const HttpExchange& exchange) { told.append(exchange); });
    }
    static HttpRequest secretRequest(const QUrl& url, const QByteArray& body)
    {
        HttpRequest request = requestTo(url, body);
        request.contentType = "application/json";
        request.bearerToken = SecretString(QByteArray(secret));
        return request;
    }
    static QByteArray allOf(const HttpExchange& exchange)
    {
        QByteArray all = exchange.request.url.toEncoded() + exchange.request.body + exchange.replyBody +
                         curlText(exchange).toUtf8() + exchange.request.bearerToken.reveal();
        for (const HttpHeaders& headers :
             {exchange.request.headers, exchange.head.value_or(HttpHead()).headers}) {
            for (const auto& [name, value] : headers)
                all += name + value;
        }
        return all;
    }

    QList<HttpExchange> told;
};

TEST_F(NetExchange, IsToldWhenItBeginsAndWhenItEnds)
{
    TestServer server({.status = 429, .body = "wait", .headers = {{"cf-ray", "8a1-FRA"}}});
    HttpRequest request = secretRequest(server.url("/a"), "{}");
    request.callId = 7;
    get(request);
    ASSERT_EQ(told.size(), 2);
    EXPECT_FALSE(told.first().hasEnded);
    EXPECT_FALSE(told.first().head);
    EXPECT_EQ(told.first().request.body, "{}");
    const HttpExchange& ended = told.last();
    EXPECT_EQ(ended.id, told.first().id);
    EXPECT_TRUE(ended.hasEnded);
    EXPECT_FALSE(ended.error);
    EXPECT_EQ(ended.request.callId, 7);
    EXPECT_EQ(ended.head->status, 429);
    EXPECT_EQ(ended.head->header("cf-ray"), "8a1-FRA");
    EXPECT_EQ(ended.replyBody, "wait");
    EXPECT_EQ(ended.replyBytes, 4);
    EXPECT_GT(ended.firstByte.count(), 0);
}

TEST_F(NetExchange, HoldsTheTokenInNoSpelling)
{
    const QByteArray token(secret);
    TestServer server({.status = 403,
                       .body = "{\"seen\":\"" + token + "\",\"basic\":\"" + token.toBase64() +
                               "\",\"url\":\"" + token.toPercentEncoding() + "\"}",
                       .headers = {{"x-echo", token}, {"set-cookie", "session=abc"}}});
    HttpRequest request = secretRequest(server.url("/a"), "{\"leak\":\"" + token + "\"}");
    request.headers = {{"cf-aig-authorization", "Bearer gateway-key"}, {"x-note", token}};
    get(request);
    ASSERT_EQ(told.size(), 2);
    for (const HttpExchange& exchange : std::as_const(told)) {
        const QByteArray all = allOf(exchange);
        for (const QByteArray& spelling : {token, token.toBase64(), token.toPercentEncoding(),
                                           QByteArray("gateway-key"), QByteArray("abc")})
            EXPECT_FALSE(all.contains(spelling)) << spelling.toStdString() << " in " << all.toStdString();
    }
    EXPECT_TRUE(told.last().hasToken);
    EXPECT_TRUE(curlText(told.last()).contains(QLatin1String("Bearer $CLOUDFLARE_API_TOKEN")));
}

TEST_F(NetExchange, AStreamIsWrittenDownAsItCame)
{
    TestServer server({.body = "data: a\n\ndata: b\n\n",
                       .contentType = "text/event-stream",
                       .way = WireReply::Way::Bytewise});
    stream(server.url("/s"));
    ASSERT_EQ(told.size(), 2);
    EXPECT_EQ(told.last().replyBody, "data: a\n\ndata: b\n\n");
}

TEST_F(NetExchange, OfABigBodyTheBeginningIsKept)
{
    const QByteArray big(3 * 1024 * 1024, 'x');
    TestServer server({.body = big});
    get(requestTo(server.url("/big"), big));
    ASSERT_EQ(told.size(), 2);
    EXPECT_EQ(told.last().replyBody.size(), HttpExchange::keptBytes);
    EXPECT_EQ(told.last().replyBytes, big.size());
    EXPECT_TRUE(told.last().isReplyCut());
    EXPECT_EQ(told.last().request.body.size(), HttpExchange::keptBytes);
    EXPECT_TRUE(told.last().isRequestCut());
    EXPECT_FALSE(isBodyInCurl(told.last()));
}

TEST_F(NetExchange, WhatIsStoppedOrBrokenEndsToo)
{
    TestServer server({.body = "0123456789", .way = WireReply::Way::Cut});
    get(server.url("/cut"));
    ASSERT_EQ(told.size(), 2);
    ASSERT_TRUE(told.last().error);
    EXPECT_EQ(told.last().error->kind, ErrorKind::ConnectionLost);
    EXPECT_EQ(told.last().replyBody, "01234");

    told.clear();
    TestServer stalled({.body = "0123456789", .way = WireReply::Way::StallMidBody});
    auto* job = new HttpJob(client, requestTo(stalled.url("/stall")), &context);
    ASSERT_TRUE(waitFor([&] { return stalled.requests().size() == 1 && told.size() == 1; }));
    delete job;
    ASSERT_EQ(told.size(), 2);
    EXPECT_EQ(told.last().error->kind, ErrorKind::Canceled);

    told.clear();
    get(requestTo(QUrl(QStringLiteral("http://example.invalid/")), "{}")); // never sent
    ASSERT_EQ(told.size(), 2);
    EXPECT_EQ(told.last().error->kind, ErrorKind::InsecureAddress);
}

TEST_F(NetExchange, IsNotWrittenDownForNobody)
{
    context.disconnect();
    QObject::disconnect(&client, nullptr, &context, nullptr);
    EXPECT_FALSE(client.isWatched());
    TestServer server({.body = "x"});
    get(server.url("/a"));
    EXPECT_TRUE(told.isEmpty());
}

} // namespace
} // namespace orangery::test
