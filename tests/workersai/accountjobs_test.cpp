// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errortable.h"
#include "net/httpclient.h"
#include "support/waitfor.h"
#include "workersai/accountjob.h"
#include "workersai/wiretext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <gtest/gtest.h>

namespace orangery::test {
namespace {

template <typename JobType>
auto run(TestServer& server)
{
    HttpClient client;
    QObject context;
    std::optional<std::decay_t<decltype(std::declval<JobType>().result())>> result;
    auto* job = new JobType(client, apiAt(server.url("/client/v4")), &context);
    QObject::connect(job, &Job::finished, &context, [&, job] { result = job->result(); });
    EXPECT_TRUE(waitFor([&] { return result.has_value(); }));
    return *result;
}

WireReply accountPage(int first, int count)
{
    QByteArrayList items;
    for (int i = first; i < first + count; ++i)
        items.append(R"({"id":"id)" + QByteArray::number(i) + R"(","name":"Account )" +
                     QByteArray::number(i) +
                     R"(","type":"standard","created_on":"2020-01-01T00:00:00Z","settings":{}})");
    return json(R"({"success":true,"errors":[],"messages":[],"result":[)" + items.join(',') + "]}");
}

TEST(AccountJobTest, AllPages)
{
    TestServer server([](const WireRequest& request) {
        return request.target.contains("page=1&") ? accountPage(0, 50) : accountPage(50, 2);
    });
    const auto accounts = run<AccountJob>(server);
    ASSERT_TRUE(accounts);
    ASSERT_EQ(accounts->size(), 52);
    EXPECT_EQ(accounts->last().id, QStringLiteral("id51"));
    EXPECT_EQ(accounts->last().name, QStringLiteral("Account 51"));
    EXPECT_EQ(server.requests()[0].target, "/client/v4/accounts?page=1&per_page=50");
    EXPECT_EQ(server.requests().size(), 2);
}

TEST(AccountJobTest, ATokenMaySeeNone)
{
    TestServer server(accountPage(0, 0));
    const auto accounts = run<AccountJob>(server);
    ASSERT_TRUE(accounts);
    EXPECT_TRUE(accounts->isEmpty());
}

TEST(AccountJobTest, ThePageThatComesAgainAndAgain)
{
    TestServer server(accountPage(0, 50));
    EXPECT_EQ(run<AccountJob>(server)->size(), 50);
    EXPECT_EQ(server.requests().size(), 2);
}

TEST(AccountJobTest, NoList)
{
    TestServer server(json(envelope("{}")));
    EXPECT_EQ(run<AccountJob>(server).error().kind, ErrorKind::InvalidAnswer);
}

TEST(AccessJobTest, OneModelIsEnough)
{
    TestServer server(json(envelope(R"([{"name":"@cf/a/b"}])")));
    EXPECT_TRUE(run<AccessJob>(server));
    EXPECT_EQ(server.requests()[0].target.toStdString(),
              std::string("/client/v4/accounts/") + accountId + "/ai/models/search?page=1&per_page=1");
}

TEST(AccessJobTest, AuthenticationErrorOfAnActiveTokenIsAMissingPermission)
{
    TestServer server(json(failure(10000, "Authentication error"), 401));
    const auto access = run<AccessJob>(server);
    EXPECT_EQ(access.error().kind, ErrorKind::PermissionMissing);
    EXPECT_EQ(access.error().message, sentenceOf(ErrorKind::PermissionMissing));
    EXPECT_EQ(access.error().code, 10000);
}

TEST(AccessJobTest, AWrongAccount)
{
    TestServer server(json(
        R"({"success":false,"errors":[{"code":7003,"message":"Could not route to /accounts/x"},{"code":7000,"message":"No route for that URI"}],"messages":[],"result":null})",
        404));
    EXPECT_EQ(run<AccessJob>(server).error().kind, ErrorKind::WrongAddress);
}

TEST(AnalyticsAccessJobTest, Readable)
{
    for (const QByteArray groups : {"[]", R"([{"sum":{"totalNeurons":1}}])"}) {
        TestServer server(json(R"({"data":{"viewer":{"accounts":[{"aiInferenceAdaptiveGroups":)" + groups +
                               R"(}]}},"errors":null})"));
        EXPECT_TRUE(run<AnalyticsAccessJob>(server));
        ASSERT_EQ(server.requests().size(), 1);
        EXPECT_EQ(server.requests()[0].target, "/client/v4/graphql");
        EXPECT_EQ(server.requests()[0].method, "POST");
        const QString query =
            QJsonDocument::fromJson(server.requests()[0].body).object().value(u"query").toString();
        EXPECT_TRUE(query.contains(QStringLiteral("accountTag: \"%1\"").arg(QString::fromLatin1(accountId))))
            << query.toStdString();
        EXPECT_TRUE(query.contains(QLatin1String("aiInferenceAdaptiveGroups")));
    }
}

TEST(AnalyticsAccessJobTest, NotReadable)
{
    const QList<WireReply> refusals{
        json(
            R"({"data":null,"errors":[{"message":"not authorized for that account","extensions":{"code":"authz"}}]})"),
        json(R"({"data":{"viewer":{"accounts":[]}},"errors":null})"),
        json(failure(10000, "Authentication error"), 401),
        json(failure(9109, "Unauthorized"), 403),
        json("", 403),
    };
    for (const WireReply& refusal : refusals) {
        TestServer server(refusal);
        const auto access = run<AnalyticsAccessJob>(server);
        ASSERT_FALSE(access) << refusal.body.toStdString();
        EXPECT_EQ(access.error().kind, ErrorKind::PermissionMissing) << refusal.body.toStdString();
        EXPECT_TRUE(access.error().message.contains(QLatin1String("Account Analytics")))
            << "the cure is another permission";
    }
}

TEST(AnalyticsAccessJobTest, OtherTroubleIsNotAMissingPermission)
{
    TestServer failed(json("", 500));
    EXPECT_EQ(run<AnalyticsAccessJob>(failed).error().kind, ErrorKind::ServiceFailed);
    TestServer odd(json("{}"));
    EXPECT_EQ(run<AnalyticsAccessJob>(odd).error().kind, ErrorKind::InvalidAnswer);
}

} // namespace
} // namespace orangery::test
