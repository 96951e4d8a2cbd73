// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/endpoints.h"

#include <gtest/gtest.h>

namespace orangery {
namespace {

const QString id = QStringLiteral("0123456789abcdef0123456789abcdef");

ApiContext at(const QString& base)
{
    return {QUrl(base), id, SecretString("secret-token")};
}

ApiContext real()
{
    return at(QStringLiteral("https://api.cloudflare.com/client/v4"));
}

std::string urlOf(const HttpRequest& request)
{
    return request.url.toEncoded().toStdString();
}

std::string runUrl(const QString& model)
{
    return urlOf(endpoints::run(real(), model, "{}"));
}

const std::string runBase =
    "https://api.cloudflare.com/client/v4/accounts/0123456789abcdef0123456789abcdef/ai/run/";

TEST(Endpoints, RunKeepsSlashesAndAtSign)
{
    const HttpRequest request =
        endpoints::run(real(), QStringLiteral("@cf/meta/llama-3.2-1b-instruct"), "{\"a\":1}");
    EXPECT_EQ(urlOf(request), runBase + "@cf/meta/llama-3.2-1b-instruct");
    EXPECT_EQ(request.method, "POST");
    EXPECT_EQ(request.contentType, "application/json");
    EXPECT_EQ(request.body, "{\"a\":1}");
    EXPECT_EQ(request.bearerToken, SecretString("secret-token"));
    for (const auto& [name, value] : request.headers)
        EXPECT_NE(name.toLower(), "authorization");
}

TEST(Endpoints, OddModelIdsStayInThePath)
{
    EXPECT_EQ(runUrl(QStringLiteral("a b?x=1#y")), runBase + "a%20b%3Fx%3D1%23y");
    EXPECT_EQ(runUrl(QStringLiteral("@cf/ä/模型")), runBase + "@cf/%C3%A4/%E6%A8%A1%E5%9E%8B");
    EXPECT_EQ(runUrl(QStringLiteral("100%25\\;:")), runBase + "100%2525%5C%3B%3A");
    EXPECT_EQ(runUrl(QStringLiteral("../../../user/tokens/verify")),
              runBase + "%252E%252E/%252E%252E/%252E%252E/user/tokens/verify");
    EXPECT_EQ(runUrl(QStringLiteral("@cf/./x")), runBase + "@cf/%252E/x");
    EXPECT_EQ(runUrl(QStringLiteral("%2e%2e/x")), runBase + "%252e%252e/x");
    EXPECT_EQ(runUrl(QStringLiteral("  @cf/x/y\n")), runBase + "@cf/x/y");
    EXPECT_EQ(runUrl(QStringLiteral("https://evil.example/x")), runBase + "https%3A//evil.example/x");
    EXPECT_EQ(runUrl(QStringLiteral("a\r\nHost: b")), runBase + "a%0D%0AHost%3A%20b");
}

TEST(Endpoints, ResolvingChangesNothing)
{
    // what a redirect or a proxy would do to a dot segment
    const QUrl url = endpoints::run(real(), QStringLiteral("../../x"), "{}").url;
    EXPECT_EQ(url.adjusted(QUrl::NormalizePathSegments), url);
    EXPECT_TRUE(url.toEncoded().toStdString().starts_with(runBase));
}

TEST(Endpoints, ATrailingSlashOfTheBaseIsAllTheSame)
{
    for (const char* base : {"http://127.0.0.1:8080/client/v4", "http://127.0.0.1:8080/client/v4/",
                             "http://127.0.0.1:8080/client/v4//"})
        EXPECT_EQ(urlOf(endpoints::verifyUserToken(at(QString::fromLatin1(base)))),
                  "http://127.0.0.1:8080/client/v4/user/tokens/verify");
    EXPECT_EQ(urlOf(endpoints::verifyUserToken(at(QStringLiteral("http://127.0.0.1:1")))),
              "http://127.0.0.1:1/user/tokens/verify");
}

TEST(Endpoints, ManagementAddresses)
{
    const std::string base = "https://api.cloudflare.com/client/v4";
    EXPECT_EQ(urlOf(endpoints::verifyAccountToken(real())),
              base + "/accounts/" + id.toStdString() + "/tokens/verify");
    EXPECT_EQ(urlOf(endpoints::accounts(real(), 3)), base + "/accounts?page=3&per_page=50");
    EXPECT_EQ(urlOf(endpoints::modelSearch(real(), 2, 100)),
              base + "/accounts/" + id.toStdString() + "/ai/models/search?page=2&per_page=100");
    const HttpRequest graphql = endpoints::graphql(real(), "{}");
    EXPECT_EQ(urlOf(graphql), base + "/graphql");
    EXPECT_EQ(graphql.method, "POST");
    EXPECT_EQ(graphql.contentType, "application/json");
    EXPECT_EQ(endpoints::accounts(real(), 1).method, "GET");
    EXPECT_EQ(endpoints::accounts(real(), 1).bearerToken, SecretString("secret-token"));
}

TEST(Endpoints, AnOddAccountIdStaysInThePath)
{
    ApiContext api = real();
    api.accountId = QStringLiteral("../x/?y");
    EXPECT_EQ(urlOf(endpoints::verifyAccountToken(api)),
              "https://api.cloudflare.com/client/v4/accounts/..%2Fx%2F%3Fy/tokens/verify");
    api.accountId = QStringLiteral("..");
    EXPECT_EQ(urlOf(endpoints::verifyAccountToken(api)),
              "https://api.cloudflare.com/client/v4/accounts/%252E%252E/tokens/verify");
}

TEST(Endpoints, AnAiGatewayRunsModelsAndNothingElse)
{
    const std::string gateway =
        "https://gateway.ai.cloudflare.com/v1/" + id.toStdString() + "/my-gateway/workers-ai";
    for (const char* end : {"/workers-ai", "/workers-ai/", ""}) {
        const ApiContext api = at(QStringLiteral("https://gateway.ai.cloudflare.com/v1/%1/my-gateway%2")
                                      .arg(id, QString::fromLatin1(end)));
        EXPECT_EQ(urlOf(endpoints::run(api, QStringLiteral("@cf/x/y"), "{}")), gateway + "/@cf/x/y");
        EXPECT_EQ(urlOf(endpoints::verifyUserToken(api)),
                  "https://api.cloudflare.com/client/v4/user/tokens/verify");
        EXPECT_EQ(urlOf(endpoints::modelSearch(api, 1, 1)), "https://api.cloudflare.com/client/v4/accounts/" +
                                                                id.toStdString() +
                                                                "/ai/models/search?page=1&per_page=1");
    }
}

TEST(Endpoints, ACustomHostHasTheWholeApi)
{
    const ApiContext api = at(QStringLiteral("https://ai.example.org/cf/v4"));
    EXPECT_EQ(urlOf(endpoints::run(api, QStringLiteral("@cf/x/y"), "{}")),
              "https://ai.example.org/cf/v4/accounts/" + id.toStdString() + "/ai/run/@cf/x/y");
    EXPECT_EQ(urlOf(endpoints::verifyUserToken(api)), "https://ai.example.org/cf/v4/user/tokens/verify");
}

} // namespace
} // namespace orangery
