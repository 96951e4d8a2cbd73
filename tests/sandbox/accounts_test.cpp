// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxfixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

class AccountsWire : public SandboxTest
{};

TEST_F(AccountsWire, UserTokenIsVerified)
{
    const WireReply reply = client->get(u"/user/tokens/verify"_s);
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("Content-Type"), "application/json");
    EXPECT_EQ(reply.body, R"({"result":{"id":"0000000000000000000000000000a11c","status":"active"},)"
                          R"("success":true,"errors":[],"messages":[]})");
    EXPECT_EQ(client->get(account(u"/tokens/verify"_s)).code(), 10000) << "no account-owned token";
}

TEST_F(AccountsWire, AccountTokenIsVerifiedAtItsOwnPlace)
{
    const WireClient owned(sandbox->baseUrl(), Sandbox::accountToken());
    EXPECT_EQ(owned.get(account(u"/tokens/verify"_s)).json()["result"_L1]["status"_L1].toString(), u"active");
    EXPECT_EQ(owned.get(u"/user/tokens/verify"_s).status, 401);
    EXPECT_EQ(owned.get(account(u"/ai/models/search?per_page=1"_s)).status, 200);
}

TEST_F(AccountsWire, OtherTokensAreRefusedEverywhere)
{
    const QByteArray expected =
        R"({"success":false,"errors":[{"code":10000,"message":"Authentication error"}],"messages":[],"result":null})";
    for (const QString& token : {u"wrong"_s, QString(), Sandbox::token() + u'x'}) {
        const WireClient stranger(sandbox->baseUrl(), token);
        for (const QString& path :
             {u"/user/tokens/verify"_s, u"/accounts"_s, account(u"/ai/models/search"_s)}) {
            const WireReply reply = stranger.get(path);
            EXPECT_EQ(reply.status, 401) << path.toStdString();
            EXPECT_EQ(reply.body, expected);
        }
        EXPECT_EQ(stranger.post(account(u"/ai/run/"_s) + llama, R"({"prompt":"x"})").code(), 10000);
    }
}

TEST_F(AccountsWire, AnotherTokenCanBeChosen)
{
    SandboxOptions options;
    options.userToken = u"chosen"_s;
    start(options);
    EXPECT_EQ(client->get(u"/accounts"_s).status, 401);
    EXPECT_EQ(WireClient(sandbox->baseUrl(), u"chosen"_s).get(u"/accounts"_s).status, 200);
}

TEST_F(AccountsWire, AccountsArePaged)
{
    const QJsonObject first = client->get(u"/accounts?page=1&per_page=5"_s).json();
    EXPECT_EQ(first["result"_L1][0]["id"_L1].toString(), Sandbox::accountId());
    EXPECT_EQ(first["result"_L1][0]["type"_L1].toString(), u"standard");
    EXPECT_EQ(compact(first["result_info"_L1]),
              R"({"count":1,"page":1,"per_page":5,"total_count":1,"total_pages":1})");
    const QJsonObject second = client->get(u"/accounts?page=2"_s).json();
    EXPECT_TRUE(second["result"_L1].toArray().isEmpty());
    EXPECT_TRUE(client->get(u"/accounts?name=other"_s).json()["result"_L1].toArray().isEmpty());
}

TEST_F(AccountsWire, WrongAccountIdGivesBothCodes)
{
    for (const auto& [id, status] : {std::pair(u"deadbeef"_s, 400), std::pair(QString(32, u'f'), 404)}) {
        const WireReply reply = client->get(u"/accounts/%1/ai/models/search"_s.arg(id));
        EXPECT_EQ(reply.status, status);
        const QJsonValue errors = reply.json()["errors"_L1];
        EXPECT_EQ(errors[0]["code"_L1].toInt(), 7003);
        EXPECT_TRUE(errors[0]["message"_L1].toString().startsWith(u"Could not route to /accounts/"_s + id));
        EXPECT_EQ(errors[1]["code"_L1].toInt(), 7000);
        EXPECT_EQ(errors[1]["message"_L1].toString(), u"No route for that URI");
    }
}

TEST_F(AccountsWire, WrongPathsAndMethods)
{
    EXPECT_EQ(client->get(u"/nothing"_s).status, 404);
    EXPECT_EQ(client->request("GET", "/elsewhere", {}).status, 404);
    const WireReply base = client->get(account(u"/ai/v1"_s));
    EXPECT_EQ(base.status, 400);
    EXPECT_EQ(base.code(), 7003);
    const WireReply models = client->get(account(u"/ai/v1/models"_s));
    EXPECT_EQ(models.status, 405);
    EXPECT_EQ(models.json()["errors"_L1][0]["message"_L1].toString(), u"GET not supported for requested URI");
    EXPECT_EQ(client->get(account(u"/ai/run/"_s) + llama).status, 405);
    EXPECT_EQ(client->post(u"/user/tokens/verify"_s, "{}").status, 405);
}

} // namespace orangery::test
