// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/netfixture.h"
#include "net/systemproxies.h"
#include "net/testproxy.h"
#include "support/testcertificates.h"

#include <QSemaphore>
#include <QTimer>
#include <atomic>

namespace orangery::test {
namespace {

/// A system whose answers the test holds back, as a script does whose server is slow.
struct SlowSystem
{
    std::atomic_int questions = 0;
    std::atomic_int answered = 0;
    QSemaphore gate;
    QList<QNetworkProxy> proxies;

    QList<QNetworkProxy> answer()
    {
        ++questions;
        (void)gate.tryAcquire(1, 60'000); // a test that fails must not hang
        ++answered;
        return proxies;
    }
};

class SlowProxies : public NetFixture
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(certificates.isValid());
        settings.extraCaFile = certificates.caFile();
        system->proxies = {
            QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), proxy.port())};
        closable->systemProxies().setQuery(
            [system = system](const QNetworkProxyQuery&) { return system->answer(); });
        ASSERT_TRUE(closable->setSettings(settings));
    }
    void TearDown() override { system->gate.release(1000); }

    HttpJob* begin(const QUrl& url)
    {
        auto* job = new HttpJob(*closable, requestTo(url), &context);
        QObject::connect(job, &Job::finished, &context, [this, job] {
            ++ended;
            last = job->result();
        });
        return job;
    }
    void waitForQuestions(int count)
    {
        ASSERT_TRUE(waitFor([&] { return system->questions == count; })) << system->questions;
    }

    TestCertificates certificates;
    TestServer server{[](const WireRequest&) -> WireReply { return {.status = 200, .body = "far"}; },
                      certificates.server()};
    TestProxy proxy{TestProxy::Speech::Http, server.port()};
    NetworkSettings settings;
    const QUrl far{QStringLiteral("https://api.orangery.test/")};
    const std::shared_ptr<SlowSystem> system = std::make_shared<SlowSystem>();
    std::unique_ptr<HttpClient> closable = std::make_unique<HttpClient>();
    int ended = 0;
    std::optional<Result<HttpReply>> last;
};

TEST_F(SlowProxies, TheEventLoopTurnsWhileTheSystemThinks)
{
    begin(far);
    int turns = 0;
    QTimer each;
    QObject::connect(&each, &QTimer::timeout, &each, [&] { ++turns; });
    each.start(0);
    waitForQuestions(1);
    const int before = turns;
    ASSERT_TRUE(waitFor([&] { return turns > before + 1000; }));
    EXPECT_EQ(system->answered, 0);
    EXPECT_EQ(ended, 0);
    EXPECT_EQ(proxy.connections(), 0) << "nothing goes around what may be a proxy";
    system->gate.release();
    ASSERT_TRUE(waitFor([&] { return ended == 1; }));
    ASSERT_TRUE(*last) << last->error().detail.toStdString();
    EXPECT_EQ((*last)->body, "far");
    EXPECT_EQ(proxy.tunnels(), QList<QByteArray>{"api.orangery.test:443"});
}

TEST_F(SlowProxies, OneQuestionDoesForAServer)
{
    for (int i = 0; i < 5; ++i)
        begin(far.resolved(QUrl(QStringLiteral("/%1").arg(i))));
    waitForQuestions(1);
    system->gate.release();
    ASSERT_TRUE(waitFor([&] { return ended == 5; }));
    begin(far);
    ASSERT_TRUE(waitFor([&] { return ended == 6; }));
    EXPECT_EQ(system->questions, 1);
    system->gate.release(3);
    begin(QUrl(QStringLiteral("https://api.orangery.test:8443/")));
    ASSERT_TRUE(waitFor([&] { return ended == 7; }));
    EXPECT_EQ(system->questions, 2) << "a script may tell ports apart";
    closable->systemProxies().forget();
    begin(far);
    ASSERT_TRUE(waitFor([&] { return ended == 8; }));
    EXPECT_EQ(system->questions, 3);
    ASSERT_TRUE(closable->setSettings(settings));
    begin(far);
    ASSERT_TRUE(waitFor([&] { return ended == 9; }));
    EXPECT_EQ(system->questions, 4);
}

TEST_F(SlowProxies, AnAnswerForAnotherNetworkIsNotTaken)
{
    begin(far);
    waitForQuestions(1);
    closable->systemProxies().forget();
    system->gate.release();
    waitForQuestions(2);
    EXPECT_EQ(proxy.connections(), 0);
    system->gate.release();
    ASSERT_TRUE(waitFor([&] { return ended == 1; }));
    EXPECT_TRUE(*last);
}

TEST_F(SlowProxies, WhatWaitsCanBeStopped)
{
    HttpJob* canceled = begin(far);
    auto* deleted = new HttpJob(*closable, requestTo(far), &context);
    waitForQuestions(1);
    canceled->cancel();
    EXPECT_EQ(ended, 1);
    EXPECT_EQ(last->error().kind, ErrorKind::Canceled);
    delete deleted;
    begin(far);
    system->gate.release();
    ASSERT_TRUE(waitFor([&] { return ended == 2; }));
    EXPECT_TRUE(*last);
    EXPECT_EQ(proxy.tunnels().size(), 1);
    EXPECT_EQ(server.requests().size(), 1);
}

TEST_F(SlowProxies, ASystemThatNeverAnswersIsTimedOut)
{
    closable->setTimeoutCeiling(std::chrono::milliseconds(100));
    begin(far);
    ASSERT_TRUE(waitFor([&] { return ended == 1; }));
    EXPECT_EQ(last->error().kind, ErrorKind::TimedOut);
    EXPECT_EQ(system->answered, 0);
}

TEST_F(SlowProxies, AClientThatIsClosedWaitsForNobody)
{
    begin(far);
    waitForQuestions(1);
    closable.reset();
    ASSERT_TRUE(waitFor([&] { return ended == 1; }));
    EXPECT_EQ(last->error().kind, ErrorKind::Canceled);
    EXPECT_EQ(system->answered, 0);
    system->gate.release();
    ASSERT_TRUE(waitFor([&] { return system->answered == 1; })) << "its answer has nowhere to go";
}

TEST_F(SlowProxies, ARequestWithOneAnswerAloneAsksNobody)
{
    TestServer near({.status = 200, .body = "near"});
    begin(near.url());
    ASSERT_TRUE(waitFor([&] { return ended == 1; }));
    EXPECT_TRUE(*last);
    begin(QUrl(QStringLiteral("http://api.orangery.test/")));
    ASSERT_TRUE(waitFor([&] { return ended == 2; }));
    EXPECT_EQ(last->error().kind, ErrorKind::InsecureAddress);
    settings.proxyMode = ProxyMode::Http;
    settings.proxyHost = QStringLiteral("127.0.0.1");
    settings.proxyPort = proxy.port();
    ASSERT_TRUE(closable->setSettings(settings));
    begin(far);
    ASSERT_TRUE(waitFor([&] { return ended == 3; }));
    EXPECT_TRUE(*last);
    EXPECT_EQ(system->questions, 0);
}

} // namespace
} // namespace orangery::test
