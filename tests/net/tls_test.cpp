// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/certificatefile.h"
#include "net/netfixture.h"
#include "support/testcertificates.h"

#include <QNetworkReply>
#include <QSslConfiguration>

namespace orangery::test {
namespace {

class Tls : public NetFixture
{
protected:
    void SetUp() override { ASSERT_TRUE(m_certificates.isValid()) << "openssl is needed for this test"; }

    void trust(const TestCertificates& certificates)
    {
        NetworkSettings settings;
        settings.extraCaFile = certificates.caFile();
        ASSERT_TRUE(client.setSettings(settings));
    }

    TestCertificates m_certificates;
    TestServer m_server{
        TestServer::Handler([](const WireRequest&) -> WireReply { return {.status = 200, .body = "ok"}; }),
        m_certificates.server()};
};

TEST_F(Tls, AnUnknownAuthorityIsTlsFailedAndTheTokenStays)
{
    HttpRequest request = requestTo(m_server.url(), "{}");
    request.bearerToken = SecretString("s3cr3t");
    const Ended ended = get(request);
    EXPECT_EQ(ended.kind(), ErrorKind::TlsFailed);
    EXPECT_FALSE(ended.error.detail.isEmpty());
    EXPECT_EQ(stream(request).kind(), ErrorKind::TlsFailed);
    EXPECT_TRUE(m_server.requests().isEmpty());
}

TEST_F(Tls, TheOwnAuthorityStandsBesideTheSystems)
{
    // Qt drops the system's certificates as soon as one is added and the rest is not named.
    trust(m_certificates);
    const Result<QNetworkReply*> reply = client.send(requestTo(m_server.url()), false);
    ASSERT_TRUE(reply);
    const QList<QSslCertificate> trusted = (*reply)->sslConfiguration().caCertificates();
    delete *reply;
    for (const QSslCertificate& certificate : systemCertificates())
        EXPECT_TRUE(trusted.contains(certificate)) << certificate.toText().toStdString();
    EXPECT_TRUE(trusted.contains(certificatesOf(m_certificates.caFile())->first()));
}

TEST_F(Tls, AnotherAuthorityOfTheSameNameIsNotEnough)
{
    const TestCertificates others;
    trust(others);
    EXPECT_EQ(get(m_server.url()).kind(), ErrorKind::TlsFailed);
}

TEST_F(Tls, ACertificateForAnotherHostIsTlsFailed)
{
    trust(m_certificates);
    EXPECT_EQ(get(m_server.url()).status(), 200);
    TestCertificates::Terms terms;
    terms.hosts = QStringLiteral("DNS:another.orangery.test");
    const TestServer other(TestServer::Handler([](const WireRequest&) { return WireReply{}; }),
                           TestCertificates::server(m_certificates.issue(terms)));
    EXPECT_EQ(get(other.url()).kind(), ErrorKind::TlsFailed);
    EXPECT_TRUE(other.requests().isEmpty());
}

TEST_F(Tls, AServerThatSpeaksPlainHttpIsTlsFailed)
{
    TestServer plain({.status = 200, .body = "ok", .way = WireReply::Way::Raw});
    QUrl url = plain.url();
    url.setScheme(QStringLiteral("https"));
    client.setTimeoutCeiling(std::chrono::milliseconds(2000));
    const Ended ended = get(url);
    EXPECT_FALSE(ended.hasAnswer);
}

TEST_F(Tls, ACutBodyIsConnectionLost)
{
    TestServer cut(TestServer::Handler([](const WireRequest&) -> WireReply {
                       return {.status = 200, .body = "0123456789", .way = WireReply::Way::Cut};
                   }),
                   m_certificates.server());
    trust(m_certificates);
    EXPECT_EQ(get(cut.url()).kind(), ErrorKind::ConnectionLost);
    EXPECT_EQ(stream(cut.url()).kind(), ErrorKind::ConnectionLost);
}

} // namespace
} // namespace orangery::test
