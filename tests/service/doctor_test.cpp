// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/doctor.h"

#include "support/waitfor.h"
#include "support/workshop.h"

#include <gtest/gtest.h>

namespace orangery {

namespace {

using test::waitFor;
using test::Workshop;
using State = CheckOutcome::State;

Diagnosis diagnose(Workshop& shop, const ApiContext& api)
{
    std::optional<Diagnosis> diagnosis;
    Doctor* doctor = shop.workbench->diagnose(api, shop.workbench.get());
    QObject::connect(doctor, &Job::finished, doctor, [&, doctor] { diagnosis = *doctor->result(); });
    EXPECT_TRUE(waitFor([&] { return diagnosis.has_value(); }));
    return diagnosis.value_or(Diagnosis());
}

QList<State> states(const Diagnosis& diagnosis)
{
    QList<State> list;
    for (const CheckOutcome& outcome : diagnosis.checks)
        list.append(outcome.state);
    return list;
}

} // namespace

TEST(Doctor, PassesASoundAccountWithoutSpendingAnything)
{
    Workshop shop;
    const Diagnosis diagnosis = diagnose(shop, shop.api);
    EXPECT_EQ(states(diagnosis), QList<State>(5, State::Passed));
    EXPECT_TRUE(diagnosis.isUsable());
    EXPECT_FALSE(diagnosis.accountName.isEmpty());
    EXPECT_EQ(shop.sandbox.quotaUsed(), 0);
    EXPECT_EQ(shop.runs(), 0);
}

TEST(Doctor, FindsTheOnlyAccountByItself)
{
    Workshop shop;
    ApiContext api = shop.api;
    api.accountId.clear();
    const Diagnosis diagnosis = diagnose(shop, api);
    EXPECT_EQ(diagnosis.accountId, Sandbox::accountId());
    EXPECT_TRUE(diagnosis.isUsable());
}

TEST(Doctor, VerifiesATokenThatTheAccountOwns)
{
    Workshop shop;
    ApiContext api = shop.api;
    api.token = SecretString(Sandbox::accountToken().toUtf8());
    EXPECT_TRUE(diagnose(shop, api).isUsable());
}

TEST(Doctor, NamesARefusedToken)
{
    Workshop shop;
    ApiContext api = shop.api;
    api.token = SecretString("made-up");
    const Diagnosis diagnosis = diagnose(shop, api);
    EXPECT_EQ(states(diagnosis),
              (QList<State>{State::Passed, State::Failed, State::Skipped, State::Skipped, State::Skipped}));
    EXPECT_EQ(diagnosis.checks[1].error->kind, ErrorKind::TokenRefused);
    EXPECT_FALSE(diagnosis.isUsable());
}

TEST(Doctor, NamesAWrongAccount)
{
    Workshop shop;
    ApiContext api = shop.api;
    api.accountId = QStringLiteral("00000000000000000000000000000000");
    const Diagnosis diagnosis = diagnose(shop, api);
    EXPECT_EQ(diagnosis.checks[2].state, State::Failed);
    EXPECT_EQ(diagnosis.checks[2].error->kind, ErrorKind::WrongAddress);
    EXPECT_FALSE(diagnosis.isUsable());
}

TEST(Doctor, TakesMissingAnalyticsForAWarning)
{
    SandboxOptions options = Workshop::fast();
    options.analytics = false;
    Workshop shop(options);
    const Diagnosis diagnosis = diagnose(shop, shop.api);
    EXPECT_EQ(diagnosis.checks.last().state, State::Warning);
    EXPECT_TRUE(diagnosis.isUsable());
}

TEST(Doctor, NamesAnAddressWhereNothingAnswers)
{
    Workshop shop;
    ApiContext api = shop.api;
    api.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9/client/v4"));
    const Diagnosis diagnosis = diagnose(shop, api);
    EXPECT_EQ(diagnosis.checks.first().state, State::Failed);
    EXPECT_EQ(diagnosis.checks.first().error->kind, ErrorKind::Offline);
    EXPECT_EQ(diagnosis.checks.size(), 5);
}

TEST(Doctor, NamesSomethingThatIsNotWorkersAi)
{
    Workshop shop;
    shop.sandbox.setFault(QStringLiteral("html"), 0);
    const Diagnosis diagnosis = diagnose(shop, shop.api);
    EXPECT_EQ(diagnosis.checks.first().state, State::Failed);
    EXPECT_EQ(diagnosis.checks.first().error->kind, ErrorKind::NotWorkersAi);
}

} // namespace orangery
