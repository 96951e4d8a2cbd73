// SPDX-License-Identifier: GPL-3.0-or-later
// Proxies, with and without credentials; the far side is https://api.orangery.test, which no resolver knows.
#include "net/netfixture.h"
#include "net/testproxy.h"
#include "support/testcertificates.h"

#include <QTcpServer>

namespace orangery::test {
namespace {

class Proxies : public NetFixture, public testing::WithParamInterface<TestProxy::Speech>
{
protected:
    void SetUp() override { ASSERT_TRUE(certificates.isValid()) << "openssl is needed for this test"; }

    NetworkSettings settings(const char* user = "", const char* password = "") const
    {
        NetworkSettings result;
        result.proxyMode = GetParam() == TestProxy::Speech::Http ? ProxyMode::Http : ProxyMode::Socks5;
        result.proxyHost = QStringLiteral("127.0.0.1");
        result.proxyPort = proxy.port();
        result.proxyUser = QString::fromLatin1(user);
        result.proxyPassword = SecretString(password);
        result.extraCaFile = certificates.caFile();
        return result;
    }

    TestCertificates certificates;
    TestServer server{[](const WireRequest& request) -> WireReply {
                          return {.status = 200, .body = "far: " + request.target};
                      },
                      certificates.server()};
    TestProxy proxy{GetParam(), server.port()};
    const QUrl far{QStringLiteral("https://api.orangery.test/client/v4")};
};

TEST_P(Proxies, CarryEveryRequestAndResolveTheName)
{
    ASSERT_TRUE(client.setSettings(settings()));
    EXPECT_EQ(get(far).reply.body, "far: /client/v4");
    EXPECT_EQ(stream(far).streamed, "far: /client/v4");
    EXPECT_FALSE(proxy.tunnels().isEmpty());
    for (const QByteArray& tunnel : proxy.tunnels())
        EXPECT_EQ(tunnel, "api.orangery.test:443");
    EXPECT_EQ(server.connections(), proxy.tunnels().size());
}

TEST_P(Proxies, TakeCredentials)
{
    proxy.requireCredentials("ann", "p:w x");
    ASSERT_TRUE(client.setSettings(settings("ann", "p:w x")));
    EXPECT_EQ(get(far).status(), 200);
    EXPECT_EQ(get(requestTo(far, "{\"body\":1}")).status(), 200);
    EXPECT_EQ(server.requests().last().body, "{\"body\":1}");
    for (const WireRequest& request : server.requests())
        EXPECT_FALSE(request.headers.contains("proxy-authorization"))
            << "the proxy's password is not the service's";
}

TEST_P(Proxies, AWrongPasswordEndsAndDoesNotLoop)
{
    proxy.requireCredentials("ann", "right");
    ASSERT_TRUE(client.setSettings(settings("ann", "wr0ng")));
    for (int i = 0; i < 2; ++i) {
        const Ended ended = get(far);
        EXPECT_EQ(ended.kind(), ErrorKind::ProxyFailed) << ended.error.detail.toStdString();
        EXPECT_FALSE(ended.error.detail.contains(QStringLiteral("wr0ng")));
    }
    EXPECT_LE(proxy.rejections(), 6);
    EXPECT_EQ(server.connections(), 0);
    // and the right one is taken at once
    ASSERT_TRUE(client.setSettings(settings("ann", "right")));
    EXPECT_EQ(get(far).status(), 200);
}

TEST_P(Proxies, MissingCredentialsAreProxyFailed)
{
    proxy.requireCredentials("ann", "right");
    ASSERT_TRUE(client.setSettings(settings()));
    const Ended ended = get(requestTo(far, "{}"));
    EXPECT_EQ(ended.kind(), ErrorKind::ProxyFailed) << ended.error.detail.toStdString();
    EXPECT_EQ(server.connections(), 0);
}

TEST_P(Proxies, ARefusalIsProxyFailed)
{
    proxy.refuseAll();
    ASSERT_TRUE(client.setSettings(settings()));
    const Ended ended = get(far);
    EXPECT_EQ(ended.kind(), ErrorKind::ProxyFailed) << ended.error.detail.toStdString();
}

TEST_P(Proxies, ADeadProxyIsProxyFailedAndNothingGoesAroundIt)
{
    NetworkSettings dead = settings();
    {
        QTcpServer gone;
        ASSERT_TRUE(gone.listen(QHostAddress::LocalHost));
        dead.proxyPort = gone.serverPort();
    }
    ASSERT_TRUE(client.setSettings(dead));
    const Ended ended = get(far);
    EXPECT_EQ(ended.kind(), ErrorKind::ProxyFailed) << ended.error.detail.toStdString();
    EXPECT_EQ(server.connections(), 0);
}

TEST_P(Proxies, AnUnknownProxyHostIsProxyFailed)
{
    NetworkSettings unknown = settings();
    unknown.proxyHost = QStringLiteral("proxy.nowhere.test");
    ASSERT_TRUE(client.setSettings(unknown));
    const Ended ended = get(far);
    EXPECT_EQ(ended.kind(), ErrorKind::ProxyFailed) << ended.error.detail.toStdString();
}

TEST_P(Proxies, ASilentProxyIsTimedOut)
{
    QTcpServer silent;
    ASSERT_TRUE(silent.listen(QHostAddress::LocalHost));
    NetworkSettings chosen = settings();
    chosen.proxyPort = silent.serverPort();
    ASSERT_TRUE(client.setSettings(chosen));
    client.setTimeoutCeiling(std::chrono::milliseconds(100));
    EXPECT_EQ(get(far).kind(), ErrorKind::TimedOut);
}

TEST_P(Proxies, LoopbackGoesDirectly)
{
    TestServer sandbox({.status = 200, .body = "sandbox"});
    ASSERT_TRUE(client.setSettings(settings()));
    EXPECT_EQ(get(sandbox.url()).reply.body, "sandbox");
    EXPECT_EQ(proxy.connections(), 0);
}

TEST_P(Proxies, NewSettingsHoldFromTheNextRequestOn)
{
    ASSERT_TRUE(client.setSettings(settings()));
    EXPECT_EQ(get(far).status(), 200);
    TestProxy second(GetParam(), server.port());
    NetworkSettings moved = settings();
    moved.proxyPort = second.port();
    ASSERT_TRUE(client.setSettings(moved));
    const qsizetype before = proxy.tunnels().size();
    EXPECT_EQ(get(far).status(), 200);
    EXPECT_EQ(proxy.tunnels().size(), before) << "a kept connection must not lead through the old proxy";
    EXPECT_EQ(second.tunnels().size(), 1);
}

INSTANTIATE_TEST_SUITE_P(Each, Proxies, testing::Values(TestProxy::Speech::Http, TestProxy::Speech::Socks5),
                         [](const auto& kind) {
                             return kind.param == TestProxy::Speech::Http ? "Http" : "Socks5";
                         });

class SystemProxy : public NetFixture
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(certificates.isValid());
        m_settings.extraCaFile = certificates.caFile();
    }
    void TearDown() override { qunsetenv("https_proxy"); }

    void setSystemProxy(const QByteArray& credentials = {})
    {
        qputenv("https_proxy", "http://" + credentials + "127.0.0.1:" + QByteArray::number(proxy.port()));
    }

    TestCertificates certificates;
    TestServer server{[](const WireRequest&) -> WireReply { return {.status = 200, .body = "far"}; },
                      certificates.server()};
    TestProxy proxy{TestProxy::Speech::Http, server.port()};
    NetworkSettings m_settings;
    const QUrl far{QStringLiteral("https://api.orangery.test/")};
};

TEST_F(SystemProxy, IsAsked)
{
    setSystemProxy();
    ASSERT_TRUE(client.setSettings(m_settings));
    EXPECT_EQ(get(far).reply.body, "far");
    EXPECT_EQ(proxy.tunnels(), QList<QByteArray>{"api.orangery.test:443"});
}

TEST_F(SystemProxy, WithCredentials)
{
    proxy.requireCredentials("ann", "secret");
    setSystemProxy("ann:secret@");
    ASSERT_TRUE(client.setSettings(m_settings));
    EXPECT_EQ(get(far).reply.body, "far");
}

TEST_F(SystemProxy, NoneGoesAroundIt)
{
    setSystemProxy();
    m_settings.proxyMode = ProxyMode::None;
    ASSERT_TRUE(client.setSettings(m_settings));
    EXPECT_EQ(get(far).kind(), ErrorKind::HostNotFound) << "without a proxy nobody knows this name";
    EXPECT_EQ(proxy.connections(), 0);
}

} // namespace
} // namespace orangery::test
