// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves: the bytes of a request, and what must never leave.
#include "net/netfixture.h"

#include <QTemporaryDir>

namespace orangery::test {
namespace {

using Way = WireReply::Way;

class HttpClientRequests : public NetFixture
{
protected:
    TestServer server{{.status = 200, .body = "ok"}};

    WireRequest sent(const HttpRequest& request)
    {
        EXPECT_EQ(get(request).status(), 200);
        return server.requests().isEmpty() ? WireRequest() : server.requests().last();
    }

    void expectRefusal(const HttpRequest& request, ErrorKind kind)
    {
        const Ended ended = get(request);
        EXPECT_EQ(ended.kind(), kind);
        EXPECT_FALSE(ended.error.detail.contains(QStringLiteral("s3cr3t")))
            << "the detail is shown and logged";
        EXPECT_EQ(stream(request).kind(), kind);
        EXPECT_EQ(server.connections(), 0) << "not even a connection may leave";
    }
};

TEST_F(HttpClientRequests, MethodPathQueryHeadersAndBody)
{
    HttpRequest request =
        requestTo(server.url("/client/v4/accounts/abc/ai/run/@cf/meta/llama-3.2-1b?tags=a%2Fb"));
    request.method = "POST";
    request.body = R"({"prompt":"hi"})";
    request.contentType = "application/json";
    request.headers = {{"x-session-affinity", "42"}};
    request.bearerToken = SecretString("s3cr3t");
    const WireRequest wire = sent(request);
    EXPECT_EQ(wire.method, "POST");
    EXPECT_EQ(wire.target, "/client/v4/accounts/abc/ai/run/@cf/meta/llama-3.2-1b?tags=a%2Fb");
    EXPECT_EQ(wire.body, request.body);
    EXPECT_EQ(wire.headers.value("content-type"), "application/json");
    EXPECT_EQ(wire.headers.value("x-session-affinity"), "42");
    EXPECT_EQ(wire.headers.value("authorization"), "Bearer s3cr3t");
    EXPECT_EQ(wire.headers.value("user-agent"), "Orangery/" ORANGERY_VERSION);
    EXPECT_FALSE(wire.headers.contains("upgrade")) << "no h2c";
    EXPECT_FALSE(wire.headers.contains("cookie"));
}

TEST_F(HttpClientRequests, ALargeBodyArrivesWhole)
{
    QByteArray body;
    for (int i = 0; body.size() < 3'000'000; ++i)
        body += QByteArray::number(i) + '\0';
    const WireRequest wire = sent(requestTo(server.url(), body));
    EXPECT_EQ(wire.body.size(), body.size());
    EXPECT_TRUE(wire.body == body);
}

TEST_F(HttpClientRequests, EveryMethod)
{
    for (const QByteArray& method : {QByteArray("GET"), QByteArray("HEAD"), QByteArray("DELETE"),
                                     QByteArray("PUT"), QByteArray("PATCH"), QByteArray("POST")}) {
        HttpRequest request = requestTo(server.url());
        request.method = method;
        EXPECT_EQ(sent(request).method, method);
    }
}

TEST_F(HttpClientRequests, WithoutATokenNoAuthorization)
{
    EXPECT_FALSE(sent(requestTo(server.url())).headers.contains("authorization"));
}

TEST_F(HttpClientRequests, CookiesAreNeitherKeptNorSent)
{
    TestServer setter({.status = 200, .body = "x", .headers = {{"Set-Cookie", "track=1; Path=/"}}});
    get(setter.url());
    get(setter.url());
    ASSERT_EQ(setter.requests().size(), 2);
    EXPECT_FALSE(setter.requests().last().headers.contains("cookie"));
}

TEST_F(HttpClientRequests, AnInsecureAddressIsRefusedBeforeAnyByte)
{
    HttpRequest request = requestTo(QUrl(QStringLiteral("http://api.example.com/client/v4")));
    request.bearerToken = SecretString("s3cr3t");
    expectRefusal(request, ErrorKind::InsecureAddress);
    request.bearerToken = {};
    expectRefusal(request, ErrorKind::InsecureAddress);
    request.url = QUrl(QStringLiteral("file:///etc/passwd"));
    expectRefusal(request, ErrorKind::InsecureAddress);
    request.url = QUrl();
    expectRefusal(request, ErrorKind::InsecureAddress);
}

TEST_F(HttpClientRequests, ASecretInTheWrongPlaceIsRefused)
{
    HttpRequest request = requestTo(server.url());
    request.url.setUserInfo(QStringLiteral("me:s3cr3t"));
    expectRefusal(request, ErrorKind::InvalidInput);
    for (const char* name : {"Authorization", "authorization", "Proxy-Authorization", "Cookie"}) {
        request = requestTo(server.url());
        request.headers = {{name, "s3cr3t"}};
        expectRefusal(request, ErrorKind::InvalidInput);
    }
}

TEST_F(HttpClientRequests, NothingCanBreakTheHead)
{
    for (const QByteArray& evil :
         {QByteArray("s3cr3t\r\nX: y"), QByteArray("s3cr3t\n"), QByteArray("s3cr3t\0x", 8)}) {
        HttpRequest request = requestTo(server.url());
        request.bearerToken = SecretString(evil);
        expectRefusal(request, ErrorKind::InvalidInput);
        request = requestTo(server.url());
        request.headers = {{"x-name", evil}};
        expectRefusal(request, ErrorKind::InvalidInput);
    }
    HttpRequest request = requestTo(server.url());
    request.headers = {{"x\r\ny", "z"}};
    expectRefusal(request, ErrorKind::InvalidInput);
}

TEST_F(HttpClientRequests, BadSettingsChangeNothing)
{
    QTemporaryDir directory;
    NetworkSettings good;
    good.proxyMode = ProxyMode::None;
    ASSERT_TRUE(client.setSettings(good));

    NetworkSettings bad = good;
    bad.extraCaFile = directory.filePath(QStringLiteral("missing.pem"));
    const Result<void> result = client.setSettings(bad);
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::InvalidInput);
    EXPECT_TRUE(result.error().message.contains(bad.extraCaFile));
    EXPECT_EQ(client.settings(), good);

    bad = good;
    bad.proxyMode = ProxyMode::Socks5;
    bad.proxyHost = QStringLiteral("proxy.example");
    EXPECT_FALSE(client.setSettings(bad)) << "no port";
    bad.proxyHost.clear();
    bad.proxyPort = 1080;
    EXPECT_FALSE(client.setSettings(bad)) << "no host";
    EXPECT_EQ(client.settings(), good);
    EXPECT_EQ(get(server.url()).status(), 200);
}

TEST_F(HttpClientRequests, RunningRequestsSurviveNewSettings)
{
    TestServer slow({.status = 200, .body = "0123456789", .way = Way::StallMidBody});
    auto* job = new StreamJob(client, requestTo(slow.url()), &context);
    QByteArray streamed;
    bool isDone = false;
    QObject::connect(job, &StreamJob::bytesReceived, &context,
                     [&](const QByteArray& bytes) { streamed += bytes; });
    QObject::connect(job, &Job::finished, &context, [&] { isDone = true; });
    ASSERT_TRUE(waitFor([&] { return slow.requests().size() == 1; }));
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(client.setSettings({}));
    ASSERT_TRUE(waitFor([&] { return streamed.size() == 5; }));
    EXPECT_EQ(get(server.url()).status(), 200);
    EXPECT_FALSE(isDone);
    EXPECT_EQ(slow.hangUps(), 0);
    job->cancel();
    EXPECT_TRUE(waitFor([&] { return slow.hangUps() == 1; }));
    EXPECT_TRUE(isDone);
}

} // namespace
} // namespace orangery::test
