// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/netfixture.h"

namespace orangery::test {
namespace {

class Redirects : public NetFixture
{
protected:
    static WireReply to(const QByteArray& location, int status)
    {
        return {.status = status, .body = "moved", .headers = {{"Location", location}}};
    }

    static HttpRequest withToken(const QUrl& url, const QByteArray& body = {})
    {
        HttpRequest request = requestTo(url, body);
        request.bearerToken = SecretString("s3cr3t");
        return request;
    }
};

TEST_F(Redirects, TheTokenNeverReachesAnotherOrigin)
{
    TestServer other({.status = 200, .body = "got you"});
    for (const int status : {301, 302, 303, 307, 308}) {
        TestServer first(to(other.url("/steal").toEncoded(), status));
        for (const QByteArray& body : {QByteArray(), QByteArray("{}")}) {
            const Ended whole = get(withToken(first.url(), body));
            EXPECT_EQ(whole.kind(), ErrorKind::RedirectRefused) << status;
            EXPECT_EQ(whole.error.httpStatus, status);
            EXPECT_FALSE(whole.error.detail.contains(QStringLiteral("s3cr3t")));
            const Ended streamed = stream(withToken(first.url(), body));
            EXPECT_EQ(streamed.kind(), ErrorKind::RedirectRefused) << status;
            EXPECT_EQ(streamed.heads, 0);
            EXPECT_TRUE(streamed.streamed.isEmpty());
        }
    }
    EXPECT_EQ(other.connections(), 0);
}

TEST_F(Redirects, AnotherNameOfTheSameHostIsAnotherOrigin)
{
    TestServer server([&](const WireRequest& request) -> WireReply {
        if (request.target == "/steal")
            return {.status = 200, .body = "got you"};
        QByteArray there = "http://localhost:" + request.headers.value("host").split(':').last() + "/steal";
        return to(there, 302);
    });
    EXPECT_EQ(get(withToken(server.url())).kind(), ErrorKind::RedirectRefused);
    EXPECT_EQ(server.requests().size(), 1);
}

TEST_F(Redirects, OtherSchemesAreRefused)
{
    for (const char* location :
         {"file:///etc/passwd", "data:text/plain,hi", "https://127.0.0.1/", "ftp://127.0.0.1/",
          "javascript:1", "//example.com/", "http://", "http://[broken/"}) {
        TestServer server(to(location, 302));
        EXPECT_EQ(get(withToken(server.url())).kind(), ErrorKind::RedirectRefused) << location;
    }
}

TEST_F(Redirects, WithinTheOriginTheyAreFollowed)
{
    for (const int status : {301, 302, 303, 307, 308}) {
        TestServer server([&](const WireRequest& request) -> WireReply {
            if (request.target == "/new")
                return {.status = 200, .body = "here"};
            return to("/new", status);
        });
        const Ended whole = get(withToken(server.url("/old")));
        EXPECT_EQ(whole.status(), 200);
        EXPECT_EQ(whole.reply.body, "here");
        ASSERT_EQ(server.requests().size(), 2);
        EXPECT_EQ(server.requests().last().headers.value("authorization"), "Bearer s3cr3t");
        const Ended streamed = stream(withToken(server.url("/old")));
        EXPECT_EQ(streamed.streamed, "here");
        EXPECT_EQ(streamed.heads, 1);
        EXPECT_EQ(streamed.reply.head.status, 200);
    }
}

TEST_F(Redirects, ABodyIsNotSentTwice)
{
    for (const int status : {307, 308}) {
        TestServer server(to("/new?key=s3cr3t", status));
        const Ended whole = get(withToken(server.url("/old"), "{}"));
        EXPECT_EQ(whole.kind(), ErrorKind::RedirectRefused);
        EXPECT_TRUE(whole.error.detail.endsWith(QStringLiteral("/new"))) << whole.error.detail.toStdString();
        EXPECT_EQ(server.requests().size(), 1);
    }
}

TEST_F(Redirects, ALoopEnds)
{
    TestServer server(to("/again", 302));
    EXPECT_EQ(get(withToken(server.url())).kind(), ErrorKind::RedirectRefused);
    EXPECT_LE(server.requests().size(), 10);
}

TEST_F(Redirects, WithoutALocationTheAnswerIsInvalid)
{
    TestServer server({.status = 302, .body = "moved, but where"});
    EXPECT_EQ(get(withToken(server.url())).kind(), ErrorKind::InvalidAnswer);
}

} // namespace
} // namespace orangery::test
