// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/accountinput.h"

#include <gtest/gtest.h>

namespace orangery {
namespace {

using Source = AccountInput::Source;

const QString id = QStringLiteral("0123456789abcdef0123456789abcdef");

AccountInput parse(const QString& text)
{
    return parseAccountInput(text);
}

void expectId(const AccountInput& input, Source source)
{
    EXPECT_EQ(input.accountId, id);
    EXPECT_EQ(input.source, source);
    EXPECT_TRUE(input.problem.isEmpty()) << input.problem.toStdString();
}

void expectProblem(const AccountInput& input, const char* part)
{
    EXPECT_TRUE(input.accountId.isEmpty());
    EXPECT_TRUE(input.problem.contains(QString::fromUtf8(part))) << input.problem.toStdString();
}

TEST(AccountInput, AnIdInAnyDress)
{
    for (const QString& text :
         {id, id.toUpper(), QStringLiteral("  ") + id + QStringLiteral(" \r\n"), u'"' + id + u'"',
          QStringLiteral("‘%1’").arg(id), QStringLiteral("\uFEFF\u200B") + id + QStringLiteral("\u200B"),
          QStringLiteral("Account ID: ") + id, id.left(16) + u'\n' + id.mid(16)}) {
        SCOPED_TRACE(text.toStdString());
        expectId(parse(text), Source::AccountId);
        EXPECT_TRUE(parse(text).baseUrl.isEmpty());
        EXPECT_TRUE(parse(text).token.isEmpty());
    }
}

TEST(AccountInput, AWrongLengthIsNamed)
{
    expectProblem(parse(id.chopped(1)), "31");
    expectProblem(parse(id + QStringLiteral("0")), "33");
    expectProblem(parse(QStringLiteral("v1.0-x")), "6");
    expectProblem(parse(QStringLiteral("https://api.cloudflare.com/client/v4/accounts/abc123/ai/run/x")),
                  "6");
}

TEST(AccountInput, OtherLettersAreNamed)
{
    expectProblem(parse(QStringLiteral("z") + id.mid(1)), "a–f");
}

TEST(AccountInput, Nothing)
{
    expectProblem(parse({}), "Paste");
    expectProblem(parse(QStringLiteral(" \n\u200B")), "Paste");
    EXPECT_EQ(parse({}).source, Source::Nothing);
}

TEST(AccountInput, DashboardAddresses)
{
    for (const char* address :
         {"https://dash.cloudflare.com/%1", "https://dash.cloudflare.com/%1/ai/workers-ai?x=1#y",
          "dash.cloudflare.com/%1/home", "HTTPS://DASH.cloudflare.com/%1/",
          "\"https://dash.cloudflare.com/%1/ai\"", "https://dash.cloudflare.com/?to=/%1/api-tokens"})
        expectId(parse(QString::fromLatin1(address).arg(id)), Source::DashboardUrl);
}

TEST(AccountInput, DashboardAddressesWithoutAnAccount)
{
    for (const char* address :
         {"https://dash.cloudflare.com/", "https://dash.cloudflare.com/?to=/:account/api-tokens",
          "https://dash.cloudflare.com/profile/api-tokens", "https://dash.cloudflare.com/login"}) {
        expectProblem(parse(QString::fromLatin1(address)), "no account ID in this address");
        EXPECT_EQ(parse(QString::fromLatin1(address)).source, Source::DashboardUrl);
    }
}

TEST(AccountInput, ADashboardLookalikeIsNone)
{
    const AccountInput input = parse(QStringLiteral("https://evildash.cloudflare.com.example.org/") + id);
    EXPECT_NE(input.source, Source::DashboardUrl);
    EXPECT_TRUE(input.accountId.isEmpty());
}

TEST(AccountInput, ApiAddresses)
{
    const AccountInput own = parse(
        QStringLiteral("https://api.cloudflare.com/client/v4/accounts/%1/ai/run/@cf/meta/llama").arg(id));
    expectId(own, Source::ApiUrl);
    EXPECT_TRUE(own.baseUrl.isEmpty());

    const AccountInput other = parse(
        QStringLiteral("http://user:pw@127.0.0.1:8787/client/v4/accounts/%1/ai?x=1#y").arg(id.toUpper()));
    expectId(other, Source::ApiUrl);
    EXPECT_EQ(other.baseUrl, QUrl(QStringLiteral("http://127.0.0.1:8787/client/v4")));

    expectId(parse(QStringLiteral("https://ai.example.org/accounts/") + id), Source::ApiUrl);
    EXPECT_EQ(parse(QStringLiteral("https://ai.example.org/accounts/") + id).baseUrl,
              QUrl(QStringLiteral("https://ai.example.org")));
    expectProblem(parse(QStringLiteral("https://api.cloudflare.com/client/v4/accounts")), "no account ID");
    expectProblem(parse(QStringLiteral("https://api.cloudflare.com/client/v4/accounts/{account_id}/ai")),
                  "no account ID");
}

TEST(AccountInput, AnAddressWithoutAccountKeepsItsHost)
{
    const AccountInput input = parse(QStringLiteral("http://127.0.0.1:8787/client/v4/"));
    expectProblem(input, "no account ID");
    EXPECT_EQ(input.baseUrl, QUrl(QStringLiteral("http://127.0.0.1:8787/client/v4")));
}

TEST(AccountInput, GatewayAddresses)
{
    for (const char* end : {"", "/workers-ai", "/workers-ai/@cf/meta/llama-3.2-1b-instruct",
                            "/workers-ai/v1/chat/completions"}) {
        const AccountInput input = parse(QStringLiteral("https://gateway.ai.cloudflare.com/v1/%1/my-gw%2")
                                             .arg(id, QString::fromLatin1(end)));
        expectId(input, Source::ApiUrl);
        EXPECT_EQ(input.baseUrl,
                  QUrl(QStringLiteral("https://gateway.ai.cloudflare.com/v1/%1/my-gw/workers-ai").arg(id)));
    }
    const AccountInput noGateway = parse(QStringLiteral("https://gateway.ai.cloudflare.com/v1/") + id);
    expectId(noGateway, Source::ApiUrl);
    EXPECT_TRUE(noGateway.baseUrl.isEmpty());
    expectProblem(parse(QStringLiteral("https://gateway.ai.cloudflare.com/v1/x/y/workers-ai")),
                  "no account ID");
}

const QString url =
    QStringLiteral("https://api.cloudflare.com/client/v4/accounts/%1/ai/run/@cf/meta/llama-3.2-1b-instruct")
        .arg(id);

TEST(AccountInput, CurlCommands)
{
    for (const QString& command :
         {QStringLiteral("curl %1 -H \"Authorization: Bearer tok-EN_1\" -d "
                         "'{\"prompt\":\"https://evil.example/accounts/x\"}'")
              .arg(url),
          QStringLiteral(
              "curl -X POST \\\n  -H 'Authorization: Bearer tok-EN_1' \\\n  --data @body.json \\\n  %1\n")
              .arg(url),
          QStringLiteral("$ curl --header=\"authorization: bearer tok-EN_1\" --url '%1'").arg(url),
          QStringLiteral("curl.exe \"%1\" ^\r\n -H \"Authorization: Bearer tok-EN_1\" ^\r\n --json \"{}\"")
              .arg(url),
          QStringLiteral("curl $'%1' -H$'Authorization: Bearer tok-EN_1'").arg(url),
          QStringLiteral("curl --url=%1 --oauth2-bearer tok-EN_1").arg(url),
          QStringLiteral("curl -sS -o /dev/null -w '%{http_code}' --header 'Content-Type: application/json' "
                         "--header 'Authorization: Bearer tok-EN_1' %1")
              .arg(url)}) {
        SCOPED_TRACE(command.toStdString());
        const AccountInput input = parse(command);
        expectId(input, Source::Curl);
        EXPECT_EQ(input.token, SecretString("tok-EN_1"));
        EXPECT_TRUE(input.baseUrl.isEmpty());
    }
}

TEST(AccountInput, CurlLineBrokenInsideQuotes)
{
    const AccountInput input =
        parse(QStringLiteral("curl \"%1\" -H \"Authorization: Bearer tok-\\\nEN_1\" -H \"X-Note: \\\"a\\\"\"")
                  .arg(url));
    expectId(input, Source::Curl);
    EXPECT_EQ(input.token, SecretString("tok-EN_1"));
}

TEST(AccountInput, CurlToAnotherHost)
{
    const AccountInput input =
        parse(QStringLiteral("curl http://localhost:8787/client/v4/accounts/%1/ai/models/search").arg(id));
    expectId(input, Source::Curl);
    EXPECT_EQ(input.baseUrl, QUrl(QStringLiteral("http://localhost:8787/client/v4")));
    EXPECT_TRUE(input.token.isEmpty());
}

TEST(AccountInput, CurlWithAGlobalKeyIsRefused)
{
    const AccountInput input =
        parse(QStringLiteral("curl %1 -H 'X-Auth-Email: a@example.org' -H 'X-Auth-Key: 0123'").arg(url));
    expectProblem(input, "global API key");
    EXPECT_TRUE(input.token.isEmpty());
}

TEST(AccountInput, CurlWithGaps)
{
    expectProblem(parse(QStringLiteral("curl -H 'Authorization: Bearer abc'")), "no address");
    const AccountInput noId = parse(QStringLiteral(
        "curl https://api.cloudflare.com/client/v4/user/tokens/verify -H 'Authorization: Bearer abc'"));
    expectProblem(noId, "no account ID");
    EXPECT_EQ(noId.token, SecretString("abc"));

    const AccountInput placeholder =
        parse(QStringLiteral("curl %1 -H 'Authorization: Bearer {API_TOKEN}'").arg(url));
    EXPECT_EQ(placeholder.accountId, id);
    EXPECT_TRUE(placeholder.token.isEmpty());
    EXPECT_TRUE(placeholder.problem.contains(u'{')) << placeholder.problem.toStdString();

    EXPECT_EQ(parse(QStringLiteral("curl \"%1").arg(url)).accountId, id) << "a quote that never closes";
}

TEST(AccountInput, EnormousInputEnds)
{
    EXPECT_FALSE(parse(QString(1'000'000, u'a')).problem.isEmpty());
    EXPECT_FALSE(parse(QStringLiteral("curl ") + QString(1'000'000, u'\'')).problem.isEmpty());
    EXPECT_FALSE(parse(QStringLiteral("curl ") + QString(4'000'000, u'x')).problem.isEmpty());
    EXPECT_FALSE(parse(QStringLiteral("http://host/") + QString(1'000'000, u'/')).problem.isEmpty());
    EXPECT_FALSE(parse(u'x' + QString(4'000'000, u' ') + u'x').problem.isEmpty());
}

} // namespace
} // namespace orangery
