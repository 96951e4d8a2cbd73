// SPDX-License-Identifier: GPL-3.0-or-later
// Complaint 8 of the product's list: parts of a program that ignore the proxy, and corporate TLS.
#include "net/netfixture.h"
#include "net/testproxy.h"
#include "support/testcertificates.h"

#include <QTemporaryDir>

namespace orangery::test {
namespace {

class Complaint_8 : public NetFixture
{
protected:
    void SetUp() override { ASSERT_TRUE(certificates.isValid()) << "openssl is needed for this test"; }

    TestCertificates certificates;
    TestServer server{[](const WireRequest& request) -> WireReply {
                          return {.status = request.target.contains("busy") ? 429 : 200,
                                  .body = request.body + "!"};
                      },
                      certificates.server()};
};

TEST_F(Complaint_8, EveryRequestGoesThroughTheProxy)
{
    for (const auto speech : {TestProxy::Speech::Http, TestProxy::Speech::Socks5}) {
        TestProxy proxy(speech, server.port());
        proxy.requireCredentials("ann", "secret");
        NetworkSettings settings;
        settings.proxyMode = speech == TestProxy::Speech::Http ? ProxyMode::Http : ProxyMode::Socks5;
        settings.proxyHost = QStringLiteral("127.0.0.1");
        settings.proxyPort = proxy.port();
        settings.proxyUser = QStringLiteral("ann");
        settings.proxyPassword = SecretString("secret");
        settings.extraCaFile = certificates.caFile();
        ASSERT_TRUE(client.setSettings(settings));

        const int before = server.connections();
        const qsizetype heard = server.requests().size();
        const QUrl base(QStringLiteral("https://api.orangery.test/client/v4/"));
        for (const char* path :
             {"user/tokens/verify", "accounts", "ai/models/search?per_page=1", "ai/run/busy"}) {
            const QUrl url = base.resolved(QUrl(QString::fromLatin1(path)));
            HttpRequest request = requestTo(url, "{}");
            request.bearerToken = SecretString("token");
            EXPECT_EQ(get(request).reply.body, "{}!");
            EXPECT_EQ(stream(request).streamed, "{}!");
        }
        EXPECT_EQ(server.requests().size() - heard, 8);
        EXPECT_EQ(server.connections() - before, proxy.tunnels().size())
            << "a connection went around the proxy";
    }
}

TEST_F(Complaint_8, ACertificateOfTheOwnAuthorityIsTrustedOnceItsFileIsGiven)
{
    EXPECT_EQ(get(server.url()).kind(), ErrorKind::TlsFailed);
    EXPECT_TRUE(server.requests().isEmpty());

    NetworkSettings settings;
    settings.extraCaFile = certificates.caFile();
    ASSERT_TRUE(client.setSettings(settings));
    EXPECT_EQ(get(server.url()).status(), 200);
    EXPECT_EQ(stream(server.url()).status(), 200);

    settings.extraCaFile.clear();
    ASSERT_TRUE(client.setSettings(settings));
    EXPECT_EQ(get(server.url()).kind(), ErrorKind::TlsFailed)
        << "a kept connection must not outlive the trust";
}

} // namespace
} // namespace orangery::test
