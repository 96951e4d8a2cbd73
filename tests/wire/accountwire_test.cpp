// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/wirefixture.h"
#include "workersai/accountjob.h"
#include "workersai/tokenjob.h"

namespace orangery::test {
namespace {

using AccountWire = WireTest;

TEST_P(AccountWire, BothKindsOfToken)
{
    const auto user = run<TokenJob>(api());
    ASSERT_TRUE(user);
    EXPECT_EQ(user->status, TokenStatus::Active);
    EXPECT_FALSE(user->isAccountOwned);

    const auto owned = run<TokenJob>(api(Sandbox::accountToken()));
    ASSERT_TRUE(owned);
    EXPECT_TRUE(owned->isAccountOwned);
}

TEST_P(AccountWire, TokensThatDoNotWork)
{
    sandbox->setFault(QStringLiteral("token-disabled"));
    EXPECT_EQ(run<TokenJob>(api())->status, TokenStatus::Disabled);
    sandbox->setFault(QStringLiteral("token-expired"));
    const auto expired = run<TokenJob>(api());
    ASSERT_TRUE(expired);
    EXPECT_EQ(expired->status, TokenStatus::Expired);
    EXPECT_TRUE(expired->expiresOn.isValid());
    EXPECT_EQ(run<TokenJob>(api(QStringLiteral("wrong"))).error().kind, ErrorKind::TokenRefused);
    EXPECT_EQ(run<TokenJob>(api(Sandbox::accountToken(), {})).error().kind, ErrorKind::TokenRefused);
}

TEST_P(AccountWire, Accounts)
{
    const auto accounts = run<AccountJob>(api());
    ASSERT_TRUE(accounts);
    ASSERT_EQ(accounts->size(), 1);
    EXPECT_EQ(accounts->first().id, Sandbox::accountId());
    EXPECT_FALSE(accounts->first().name.isEmpty());
    sandbox->setFault(QStringLiteral("no-accounts"));
    EXPECT_TRUE(run<AccountJob>(api())->isEmpty());
}

TEST_P(AccountWire, Access)
{
    EXPECT_TRUE(run<AccessJob>(api()));
    EXPECT_TRUE(run<AccessJob>(api(Sandbox::accountToken())));
    EXPECT_EQ(run<AccessJob>(api(Sandbox::token(), QString(32, u'f'))).error().kind, ErrorKind::WrongAddress);
    sandbox->setFault(QStringLiteral("10000"));
    EXPECT_EQ(run<AccessJob>(api()).error().kind, ErrorKind::PermissionMissing);
    sandbox->setFault(QStringLiteral("html/404"));
    EXPECT_EQ(run<AccessJob>(api()).error().kind, ErrorKind::NotWorkersAi);
}

TEST_P(AccountWire, AnalyticsReadableOrNot)
{
    const auto readable = run<AnalyticsAccessJob>(api());
    EXPECT_TRUE(readable) << readable.error().detail.toStdString();
    SandboxOptions blind;
    blind.analytics = false;
    start(blind);
    const auto refused = run<AnalyticsAccessJob>(api());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::PermissionMissing);
}

ORANGERY_BOTH_WAYS(AccountWire);

} // namespace
} // namespace orangery::test
