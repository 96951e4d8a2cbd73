// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/catalogjob.h"

#include "net/httpclient.h"
#include "support/waitfor.h"
#include "workersai/wiretext.h"

#include <QUrlQuery>
#include <gtest/gtest.h>

namespace orangery::test {
namespace {

QByteArray item(int number)
{
    return R"({"id":"u","source":1,"name":"@cf/maker/model-)" + QByteArray::number(number) +
           R"(","task":{"name":"Text Generation"},"properties":[]})";
}

/// `count` items from `first` on, as the service answers a page.
WireReply page(int first, int count, const QByteArray& info = "{}")
{
    QByteArrayList items;
    for (int i = 0; i < count; ++i)
        items.append(item(first + i));
    return json(R"({"result":[)" + items.join(',') +
                R"(],"success":true,"errors":[],"messages":[],"result_info":)" + info + "}");
}

int pageOf(const WireRequest& request)
{
    return QUrlQuery(QUrl(QString::fromLatin1(request.target)))
        .queryItemValue(QStringLiteral("page"))
        .toInt();
}

class CatalogJobTest : public testing::Test
{
protected:
    Result<Catalog> run(TestServer& server, const Catalog& bundled = {})
    {
        std::optional<Result<Catalog>> result;
        auto* job = new CatalogJob(m_client, apiAt(server.url("/client/v4")), bundled, &m_context);
        QObject::connect(job, &CatalogJob::finished, &m_context, [&, job] { result = job->result(); });
        EXPECT_TRUE(waitFor([&] { return result.has_value(); }));
        return *result;
    }

    HttpClient m_client;
    QObject m_context;
};

TEST_F(CatalogJobTest, UntilAShortPage)
{
    TestServer server([](const WireRequest& request) {
        return page(pageOf(request) * 1000, pageOf(request) < 3 ? 100 : 7);
    });
    const auto catalog = run(server);
    ASSERT_TRUE(catalog);
    EXPECT_EQ(catalog->models.size(), 207);
    EXPECT_TRUE(catalog->isLive);
    ASSERT_EQ(server.requests().size(), 3);
    EXPECT_EQ(server.requests()[1].target.toStdString(),
              std::string("/client/v4/accounts/") + accountId + "/ai/models/search?page=2&per_page=100");
    EXPECT_EQ(server.requests()[1].headers.value("authorization"), QByteArray("Bearer ") + tokenText);
}

TEST_F(CatalogJobTest, UntilAnEmptyPage)
{
    TestServer server([](const WireRequest& request) {
        return page(pageOf(request) * 1000, pageOf(request) < 3 ? 100 : 0);
    });
    EXPECT_EQ(run(server)->models.size(), 200);
    EXPECT_EQ(server.requests().size(), 3);
}

TEST_F(CatalogJobTest, AServiceWithSmallerPages)
{
    TestServer server([](const WireRequest& request) {
        return page(pageOf(request) * 1000, pageOf(request) < 4 ? 20 : 5,
                    R"({"page":1,"per_page":20,"count":20,"total_count":65})");
    });
    EXPECT_EQ(run(server)->models.size(), 65);
}

TEST_F(CatalogJobTest, TotalsThatLieDoNotHoldItUp)
{
    TestServer server([](const WireRequest& request) {
        return page(pageOf(request) * 1000, pageOf(request) == 1 ? 3 : 0,
                    R"({"per_page":1000,"total_count":100000})");
    });
    EXPECT_EQ(run(server)->models.size(), 3);
    EXPECT_EQ(server.requests().size(), 2);
}

TEST_F(CatalogJobTest, ThatRepeatsAPageForEver)
{
    TestServer server([](const WireRequest&) { return page(0, 100); });
    EXPECT_EQ(run(server)->models.size(), 100);
    EXPECT_EQ(server.requests().size(), 2);
}

TEST_F(CatalogJobTest, ThatInventsPagesForEver)
{
    TestServer server([](const WireRequest& request) { return page(pageOf(request) * 1000, 100); });
    EXPECT_EQ(run(server)->models.size(), 5000);
    EXPECT_EQ(server.requests().size(), 50);
}

TEST_F(CatalogJobTest, FillsInFromTheBundledOne)
{
    Model known;
    known.id = QStringLiteral("@cf/maker/model-0");
    known.neurons = {{PriceUnit::InputTokensPerMillion, 5}};
    Model gone;
    gone.id = QStringLiteral("@cf/maker/gone");
    gone.task = QStringLiteral("Text Generation");
    Catalog bundled;
    bundled.models = {gone, known};
    TestServer server(page(0, 1));
    const auto catalog = run(server, bundled);
    ASSERT_TRUE(catalog);
    ASSERT_EQ(catalog->models.size(), 2);
    EXPECT_EQ(catalog->models[0].neurons, known.neurons);
    EXPECT_EQ(catalog->models[1].id, gone.id);
    EXPECT_FALSE(catalog->models[1].listed) << "known, but not offered";
    EXPECT_EQ(catalog->chatModels().size(), 1);
}

TEST_F(CatalogJobTest, TheDayIsTheServers)
{
    WireReply reply = json(
        R"({"result":[{"name":"@cf/a/b","task":{"name":"Text Generation"},)"
        R"("properties":[{"property_id":"planned_deprecation_date","value":"2031-01-02"}]}],"success":true})");
    reply.headers = {{"Date", "Fri, 03 Jan 2031 00:00:01 GMT"}};
    TestServer server(reply);
    const auto catalog = run(server);
    EXPECT_EQ(catalog->date, QDateTime(QDate(2031, 1, 3), QTime(0, 0, 1), Qt::UTC));
    EXPECT_TRUE(catalog->models.first().deprecated);
}

TEST_F(CatalogJobTest, WhatIsNoCatalogReplacesNone)
{
    for (const QByteArray& body : {envelope("[]"), envelope("{}"), envelope("null"), envelope("[1,{}]"),
                                   QByteArray("["), QByteArray()}) {
        TestServer server(json(body));
        const auto catalog = run(server);
        ASSERT_FALSE(catalog) << body.toStdString();
        EXPECT_EQ(catalog.error().kind, ErrorKind::InvalidAnswer) << body.toStdString();
    }
}

TEST_F(CatalogJobTest, AnErrorOnALaterPageIsAnError)
{
    TestServer server([](const WireRequest& request) {
        return pageOf(request) == 1 ? page(0, 100) : json(failure(10000, "Authentication error"), 401);
    });
    EXPECT_EQ(run(server).error().kind, ErrorKind::TokenRefused);
}

} // namespace
} // namespace orangery::test
