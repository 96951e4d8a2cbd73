// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/tokenjob.h"

#include "net/httpclient.h"
#include "support/waitfor.h"
#include "workersai/wiretext.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

const QByteArray userPath = "/client/v4/user/tokens/verify";
const QByteArray accountPath = QByteArray("/client/v4/accounts/") + accountId + "/tokens/verify";

class TokenJobTest : public testing::Test
{
protected:
    Result<TokenFacts> run(TestServer& server, const QString& account = QString::fromLatin1(accountId))
    {
        ApiContext api = apiAt(server.url("/client/v4"));
        api.accountId = account;
        std::optional<Result<TokenFacts>> result;
        auto* job = new TokenJob(m_client, api, &m_context);
        QObject::connect(job, &TokenJob::finished, &m_context, [&, job] { result = job->result(); });
        EXPECT_TRUE(waitFor([&] { return result.has_value(); }));
        return *result;
    }

    HttpClient m_client;
    QObject m_context;
};

TEST_F(TokenJobTest, AUserToken)
{
    TestServer server(json(envelope(
        R"({"id":"t1","status":"active","expires_on":"2027-03-04T05:06:07Z","not_before":"2026-01-02T03:04:05.5+01:00"})")));
    const auto facts = run(server);
    ASSERT_TRUE(facts);
    EXPECT_EQ(facts->id, QStringLiteral("t1"));
    EXPECT_EQ(facts->status, TokenStatus::Active);
    EXPECT_EQ(facts->expiresOn, QDateTime(QDate(2027, 3, 4), QTime(5, 6, 7), Qt::UTC));
    EXPECT_EQ(facts->notBefore, QDateTime(QDate(2026, 1, 2), QTime(2, 4, 5, 500), Qt::UTC));
    EXPECT_FALSE(facts->isAccountOwned);
    ASSERT_EQ(server.requests().size(), 1);
    EXPECT_EQ(server.requests()[0].target, userPath);
    EXPECT_EQ(server.requests()[0].method, "GET");
}

TEST_F(TokenJobTest, EveryStatus)
{
    for (const auto& [name, status] :
         {std::pair{"disabled", TokenStatus::Disabled}, {"expired", TokenStatus::Expired}}) {
        TestServer server(json(envelope(QByteArray(R"({"id":"t","status":")") + name + R"("})")));
        const auto facts = run(server);
        ASSERT_TRUE(facts);
        EXPECT_EQ(facts->status, status);
        EXPECT_TRUE(facts->expiresOn.isNull());
    }
}

TEST_F(TokenJobTest, AnAccountsToken)
{
    TestServer server([](const WireRequest& request) {
        return request.target == accountPath ? json(envelope(R"({"id":"t2","status":"active"})"))
                                             : json(failure(1000, "Invalid API Token"), 401);
    });
    const auto facts = run(server);
    ASSERT_TRUE(facts);
    EXPECT_TRUE(facts->isAccountOwned);
    EXPECT_EQ(server.requests().size(), 2);
}

TEST_F(TokenJobTest, WithoutAnAccountThereIsNoSecondPlace)
{
    TestServer server(json(failure(1000, "Invalid API Token"), 401));
    EXPECT_EQ(run(server, {}).error().kind, ErrorKind::TokenRefused);
    EXPECT_EQ(server.requests().size(), 1);
}

TEST_F(TokenJobTest, RefusedTwiceIsTheTokensFault)
{
    TestServer server([](const WireRequest& request) {
        return request.target == userPath ? json(failure(1000, "Invalid API Token"), 401)
                                          : json(failure(7003, "no route"), 404);
    });
    EXPECT_EQ(run(server).error().kind, ErrorKind::TokenRefused);
}

TEST_F(TokenJobTest, TroubleAtTheSecondPlaceIsToldAsSuch)
{
    TestServer server([](const WireRequest& request) {
        return request.target == userPath ? json(failure(1000, "Invalid API Token"), 401) : json("", 503);
    });
    EXPECT_EQ(run(server).error().kind, ErrorKind::ServiceFailed);
}

TEST_F(TokenJobTest, TroubleOnTheWayIsNotARefusal)
{
    TestServer server(json("", 500));
    EXPECT_EQ(run(server).error().kind, ErrorKind::ServiceFailed);
    EXPECT_EQ(server.requests().size(), 1);
}

TEST_F(TokenJobTest, SomethingElseAtThatAddress)
{
    WireReply html = json("<html></html>", 404);
    html.contentType = "text/html";
    TestServer server(html);
    EXPECT_EQ(run(server).error().kind, ErrorKind::NotWorkersAi);
}

TEST_F(TokenJobTest, AnAnswerThatSaysNothing)
{
    for (const QByteArray& body : {envelope("{}"), envelope(R"({"status":"sleepy"})"), envelope("null"),
                                   QByteArray("x"), QByteArray()}) {
        TestServer server(json(body));
        EXPECT_EQ(run(server).error().kind, ErrorKind::InvalidAnswer) << body.toStdString();
    }
}

} // namespace
} // namespace orangery::test
