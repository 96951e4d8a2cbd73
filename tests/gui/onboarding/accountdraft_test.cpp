// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/onboarding/accountdraft.h"

#include "gui/onboarding/fakes.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

TEST(AccountDraft, ANewAccountTakesNameAndId)
{
    Diagnosis diagnosis;
    diagnosis.accountId = someId();
    diagnosis.accountName = QStringLiteral("Hofgarten");
    AccountDraft draft;
    draft.baseUrl = defaultBaseUrl();
    const Account account = accountFor(draft, diagnosis, {}, QStringLiteral("u1"));
    EXPECT_EQ(account.uuid, QStringLiteral("u1"));
    EXPECT_EQ(account.accountId, someId());
    EXPECT_EQ(account.name, QStringLiteral("Hofgarten"));
    EXPECT_TRUE(account.neverPay);
}

TEST(AccountDraft, WithoutANameTheIdStandsForIt)
{
    Diagnosis diagnosis;
    diagnosis.accountId = someId();
    EXPECT_EQ(accountFor({}, diagnosis, {}, QStringLiteral("u1")).name, QStringLiteral("012345"));
}

TEST(AccountDraft, TheSameAccountAgainIsChangedNotDoubled)
{
    Account old;
    old.uuid = QStringLiteral("old");
    old.accountId = someId();
    old.baseUrl = defaultBaseUrl();
    old.name = QStringLiteral("Mine");
    old.plan = Plan::Paid;
    Diagnosis diagnosis;
    diagnosis.accountId = someId();
    AccountDraft draft;
    draft.baseUrl = defaultBaseUrl();
    EXPECT_EQ(accountFor(draft, diagnosis, {old}, QStringLiteral("new")), old);
    draft.baseUrl = QUrl(QStringLiteral("https://gateway.example.org/v4"));
    EXPECT_EQ(accountFor(draft, diagnosis, {old}, QStringLiteral("new")).uuid, QStringLiteral("new"));
}

TEST(AccountDraft, AddressesMustBeEncryptedOrHere)
{
    for (const char* good :
         {"https://host/client/v4", "http://127.0.0.1:8080/v4", "http://localhost/x", "http://[::1]/v4"})
        EXPECT_EQ(problemOfAddress(addressFrom(QString::fromLatin1(good))), QString()) << good;
    for (const char* wrong :
         {"http://host/client/v4", "ftp://host", "host/client", "https://", "", "http://127.evil.org"})
        EXPECT_NE(problemOfAddress(addressFrom(QString::fromLatin1(wrong))), QString()) << wrong;
}

TEST(AccountDraft, AddressesLoseBlanksAndTheLastSlash)
{
    EXPECT_EQ(addressFrom(QStringLiteral("  https://host/client/v4// \n")),
              QUrl(QStringLiteral("https://host/client/v4")));
}

} // namespace
} // namespace orangery::test
