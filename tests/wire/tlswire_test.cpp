// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/networkdesk.h"
#include "core/errortable.h"
#include "net/nodelay.h"
#include "storage/settings.h"
#include "wire/wirefixture.h"
#include "workersai/tokenjob.h"

#include <QLocale>
#include <QTcpSocket>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;

/// Whom the client trusts, and what it says when it does not.
class TlsWire : public WireBed
{
protected:
    TlsWire() : WireBed(Way::Http2) {}

    void show(const TestCertificates::Files& certificate)
    {
        ASSERT_TRUE(certificates().isValid());
        startProxy({.upstreamPort = sandbox->port(), .certificate = certificate});
    }

    /// A stream and a whole answer end alike: TlsFailed with this sentence, and nothing has left.
    void expectRefusal(const QString& sentence)
    {
        for (const bool isStream : {true, false}) {
            ChatRequest asked = request();
            asked.stream = isStream;
            const auto result = chat(asked);
            ASSERT_FALSE(result);
            EXPECT_EQ(result.error().kind, ErrorKind::TlsFailed);
            EXPECT_EQ(result.error().message.toStdString(), sentence.toStdString());
            EXPECT_FALSE(result.error().detail.isEmpty());
            EXPECT_EQ(result.error().httpStatus, 0);
        }
        EXPECT_EQ(factsOf(ErrorKind::TlsFailed).retry, RetryClass::Never);
        nginx->stop();
        EXPECT_TRUE(nginx->accesses().isEmpty()) << "not even the head of a request";
        EXPECT_TRUE(requests().isEmpty());
    }

    static QString dateOf(const QDateTime& time)
    {
        return QLocale().toString(time.toLocalTime(), QLocale::ShortFormat);
    }
};

TEST_F(TlsWire, AnUnknownAuthority)
{
    const QString sentence =
        u"The certificate of 127.0.0.1 is from an authority that this computer does not trust, so nothing "
        u"was "
        "sent. If your network inspects traffic, add its CA file in Settings, Network."_s;
    ASSERT_TRUE(client.setSettings({}));
    expectRefusal(sentence);
    // one of the same name is no better
    const TestCertificates others;
    show(certificates().good());
    NetworkSettings settings;
    settings.extraCaFile = others.caFile();
    ASSERT_TRUE(client.setSettings(settings));
    expectRefusal(sentence);
}

TEST_F(TlsWire, AnExpiredCertificate)
{
    TestCertificates::Terms terms;
    terms.notBefore = terms.notBefore.addDays(-30);
    terms.notAfter = terms.notAfter.addDays(-2);
    show(certificates().issue(terms));
    expectRefusal(
        u"The certificate of 127.0.0.1 expired on %1, so nothing was sent. Check this computer's date "
        "and time; if they are right, whoever runs the server must renew it."_s.arg(dateOf(terms.notAfter)));
}

TEST_F(TlsWire, ACertificateThatIsNotYetValid)
{
    TestCertificates::Terms terms;
    terms.notBefore = terms.notBefore.addDays(2);
    terms.notAfter = terms.notAfter.addDays(2);
    show(certificates().issue(terms));
    expectRefusal(u"The certificate of 127.0.0.1 is valid only from %1, so nothing was sent. Check this "
                  "computer's date and time."_s.arg(dateOf(terms.notBefore)));
}

TEST_F(TlsWire, AnotherHostsCertificate)
{
    TestCertificates::Terms terms;
    terms.hosts = u"DNS:api.elsewhere.test,DNS:www.elsewhere.test"_s;
    show(certificates().issue(terms));
    expectRefusal(
        u"The certificate is for api.elsewhere.test, not for 127.0.0.1, so nothing was sent. Check the "
        "API address in Settings."_s);
}

TEST_F(TlsWire, WhereSeveralThingsAreWrongTheFirstCauseIsTold)
{
    TestCertificates::Terms terms;
    terms.hosts = u"DNS:api.elsewhere.test"_s;
    terms.notBefore = terms.notBefore.addDays(2);
    terms.notAfter = terms.notAfter.addDays(2);
    show(certificates().issue(terms));
    ASSERT_TRUE(client.setSettings({}));
    expectRefusal(u"The certificate of 127.0.0.1 is valid only from %1, so nothing was sent. Check this "
                  "computer's date and time."_s.arg(dateOf(terms.notBefore)));
}

TEST_F(TlsWire, TheAuthorityIsTheOneOfTheSettings)
{
    const QTemporaryDir folder;
    ASSERT_TRUE(client.setSettings({}));
    EXPECT_EQ(run<TokenJob>(api()).error().kind, ErrorKind::TlsFailed);
    Settings settings(folder.path());
    {
        NetworkDesk desk(settings, client);
        NetworkSettings chosen;
        chosen.extraCaFile = certificates().caFile();
        ASSERT_TRUE(desk.setNetworkSettings(chosen, nullptr, {}));
        EXPECT_TRUE(run<TokenJob>(api()));
    }
    ASSERT_TRUE(client.setSettings({}));
    const NetworkDesk nextStart(settings, client);
    EXPECT_TRUE(run<TokenJob>(api())) << "it is kept";
}

TEST_F(TlsWire, TheConnectionHasNoDelay)
{
    ASSERT_TRUE(canDisableNagle());
    ASSERT_TRUE(chat(request()));
    int found = 0;
    for (int fd = 0; fd < 256; ++fd) {
        sockaddr_in peer{};
        socklen_t size = sizeof peer;
        if (getpeername(fd, reinterpret_cast<sockaddr*>(&peer), &size) != 0 ||
            ntohs(peer.sin_port) != nginx->port())
            continue;
        int noDelay = 0;
        size = sizeof noDelay;
        ASSERT_EQ(getsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &noDelay, &size), 0);
        EXPECT_NE(noDelay, 0);
        ++found;
    }
    EXPECT_EQ(found, 1);
}

} // namespace
} // namespace orangery::test
