// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/workbench.h"

#include "core/tokencounter.h"
#include "service/chatcall.h"
#include "support/waitfor.h"
#include "support/workshop.h"

#include <gtest/gtest.h>

namespace orangery {

namespace {

using test::waitFor;
using test::Workshop;

} // namespace

TEST(Workbench, ServesTheBundledCatalogUntilTheLiveOneArrives)
{
    Workshop shop;
    EXPECT_FALSE(shop.workbench->catalog().isLive);
    EXPECT_GT(shop.workbench->catalog().chatModels().size(), 20);
    bool isLive = false;
    QObject::connect(shop.workbench.get(), &Workbench::catalogChanged, shop.workbench.get(),
                     [&] { isLive = true; });
    shop.workbench->refreshCatalog();
    ASSERT_TRUE(waitFor([&] { return isLive; }));
    EXPECT_TRUE(shop.workbench->catalog().isLive);
    const Model* flash = shop.workbench->catalog().find(QStringLiteral("@cf/zai-org/glm-4.7-flash"));
    ASSERT_TRUE(flash);
    EXPECT_TRUE(flash->tools);
    EXPECT_EQ(flash->neurons.value(PriceUnit::OutputTokensPerMillion), 36400);
}

TEST(Workbench, KeepsTheOldCatalogWhenTheServiceFails)
{
    Workshop shop;
    shop.sandbox.setFault(QStringLiteral("10000"), 0, QStringLiteral("/models/search"));
    std::optional<Error> error;
    QObject::connect(shop.workbench.get(), &Workbench::catalogFailed, shop.workbench.get(),
                     [&](const Error& failure) { error = failure; });
    shop.workbench->refreshCatalog();
    ASSERT_TRUE(waitFor([&] { return error.has_value(); }));
    EXPECT_EQ(error->kind, ErrorKind::TokenRefused);
    EXPECT_GT(shop.workbench->catalog().models.size(), 60);
}

TEST(Workbench, EstimatesFromTheUsualAnswer)
{
    Workshop shop;
    const ChatRequest request = Workshop::request(QString(4000, QLatin1Char('x')));
    const std::optional<Neurons> estimate = shop.workbench->estimate(request);
    ASSERT_TRUE(estimate);
    // the text and four of the template in at 5,500, and 400 out at 36,400 neurons a million
    const int prompt = countTokens(request.messages.first().text) + 4;
    EXPECT_EQ(estimate->millionths(), qint64(prompt) * 5500 + 400 * 36400);
}

TEST(Workbench, LearnsAModelsTokensAndKnowsThemAfterARestart)
{
    Workshop shop;
    const ChatRequest request =
        Workshop::request(QStringLiteral("你好，请告诉我三种树的名字。").repeated(40));
    const auto promptIn = [&request](const Workbench& workbench) {
        return workbench.estimate(request)->millionths() -
               qint64(workbench.usualChat().completionTokens) * 36400;
    };
    std::optional<TokenUsage> usage;
    ChatCall* call = shop.workbench->chat(request, {.origin = QStringLiteral("chat")}, shop.workbench.get());
    QObject::connect(call, &Job::finished, call, [&] { usage = call->result()->usage; });
    ASSERT_TRUE(waitFor([&] { return usage.has_value(); }));
    ASSERT_TRUE(usage->promptTokens > 0);
    EXPECT_NEAR(double(promptIn(*shop.workbench)), usage->promptTokens * 5500.0, 5500);

    ASSERT_TRUE(waitFor([&] { return !shop.workbench->quota().booked.isZero(); }));
    Workbench restarted(shop.client, *shop.database, *shop.accounts, shop.clock);
    emit shop.database->opened();
    EXPECT_TRUE(waitFor(
        [&] { return std::abs(double(promptIn(restarted)) - usage->promptTokens * 5500.0) <= 5500; }));
}

TEST(Workbench, CountsIntoTheServicesDayWhenTheComputersClockIsADayOff)
{
    Workshop shop;
    shop.sandbox.setClockOffset(std::chrono::hours(24));
    bool isDone = false;
    ChatCall* call = shop.workbench->chat(Workshop::request(QStringLiteral("Hello")),
                                          {.origin = QStringLiteral("chat")}, shop.workbench.get());
    QObject::connect(call, &Job::finished, call, [&] { isDone = true; });
    ASSERT_TRUE(waitFor([&] { return isDone; }));
    EXPECT_EQ(shop.workbench->clock().utcDay(), QDateTime::currentDateTimeUtc().addDays(1).date());
    EXPECT_EQ(shop.workbench->quota().resetsAt.date(), QDateTime::currentDateTimeUtc().addDays(2).date());
    // the call was reserved by the wrong clock, and is booked into the service's day all the same
    ASSERT_TRUE(waitFor([&] { return shop.workbench->quota().booked > Neurons(); }));
    std::optional<DayTotals> wrongDay;
    Ledger(*shop.database)
        .totals(Workshop::account().uuid, QDateTime::currentDateTimeUtc().date(), shop.workbench.get(),
                [&](const Result<DayTotals>& totals) { wrongDay = totals.value_or(DayTotals{}); });
    ASSERT_TRUE(waitFor([&] { return wrongDay.has_value(); }));
    EXPECT_TRUE(wrongDay->booked.isZero());
    EXPECT_TRUE(wrongDay->reserved.isZero());
}

TEST(Workbench, SharesTheDayThroughTheDatabaseAlone)
{
    Workshop shop;
    Database second(shop.folder.path() + QStringLiteral("/data")); // as another process has it
    Workbench other(shop.client, second, *shop.accounts, shop.clock);
    bool isDone = false;
    ChatCall* call =
        other.chat(Workshop::request(QStringLiteral("Hello")), {.origin = QStringLiteral("cli")}, &other);
    QObject::connect(call, &Job::finished, call, [&] { isDone = true; });
    ASSERT_TRUE(waitFor([&] { return isDone && other.quota().booked > Neurons(); }));
    Workbench later(shop.client, *shop.database, *shop.accounts, shop.clock);
    ASSERT_TRUE(waitFor([&] { return later.quota().isKnown; }));
    EXPECT_EQ(later.quota().booked, other.quota().booked);
}

TEST(Workbench, PaidAccountMayPassTheAllowanceOnlyWhenItSaysSo)
{
    Workshop shop;
    Account account = Workshop::account();
    account.plan = Plan::Paid;
    account.neverPay = false;
    shop.accounts->save(account, {}, Accounts::Keep::SessionOnly, nullptr, [](const Result<void>&) {});
    ASSERT_TRUE(waitFor([&] { return !shop.workbench->quota().isHardLimit; }));
    account.neverPay = true;
    shop.accounts->save(account, {}, Accounts::Keep::SessionOnly, nullptr, [](const Result<void>&) {});
    ASSERT_TRUE(waitFor([&] { return shop.workbench->quota().isHardLimit; }));
}

} // namespace orangery
