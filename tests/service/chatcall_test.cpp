// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/chatcall.h"

#include "core/pricebook.h"
#include "support/waitfor.h"
#include "support/workshop.h"

#include <QSqlQuery>
#include <gtest/gtest.h>

namespace orangery {

namespace {

using test::waitFor;
using test::Workshop;

/// Runs a call to its end and keeps what it said.
struct Outcome
{
    explicit Outcome(ChatCall* call)
    {
        QObject::connect(call, &ChatCall::deltaReceived, call, [this](const ChatDelta& delta) {
            text += delta.text;
            reasoning += delta.reasoning;
        });
        QObject::connect(call, &ChatCall::retrying, call, [this](const Error&, auto, int) { ++retries; });
        QObject::connect(call, &Job::finished, call, [this, call] {
            ++finishes;
            result.emplace(call->result());
            partial = call->partialOutcome();
        });
    }
    bool wait()
    {
        return waitFor([this] { return finishes > 0; });
    }

    QString text;
    QString reasoning;
    int retries = 0;
    int finishes = 0;
    std::optional<Result<ChatOutcome>> result;
    ChatOutcome partial;
};

struct Row
{
    QString state;
    Neurons neurons;
    bool isReported = false;
    QString errorKind;
    int httpStatus = 0;
};

/// The ledger's rows, read through a connection of the test's own.
QList<Row> ledgerRows(const Workshop& shop)
{
    QList<Row> rows;
    {
        QSqlDatabase database =
            QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("test-ledger"));
        database.setDatabaseName(shop.database->file());
        database.open();
        QSqlQuery query(database);
        query.exec(
            QStringLiteral("SELECT state, neurons, reported, error_kind, http_status FROM call ORDER BY id"));
        while (query.next()) {
            rows.append({.state = query.value(0).toString(),
                         .neurons = Neurons::ofMillionths(query.value(1).toLongLong()),
                         .isReported = query.value(2).toBool(),
                         .errorKind = query.value(3).toString(),
                         .httpStatus = query.value(4).toInt()});
        }
    }
    QSqlDatabase::removeDatabase(QStringLiteral("test-ledger"));
    return rows;
}

bool isSettled(const Workshop& shop)
{
    return waitFor(
        [&] { return shop.workbench->quota().isKnown && shop.workbench->quota().reserved.isZero(); });
}

} // namespace

TEST(ChatCall, BooksTheNeuronsThatTheServiceReported)
{
    Workshop shop;
    Outcome outcome(shop.workbench->chat(Workshop::request(QStringLiteral("Hello")),
                                         {.origin = QStringLiteral("chat")}, shop.workbench.get()));
    ASSERT_TRUE(outcome.wait());
    ASSERT_TRUE(*outcome.result) << qPrintable(outcome.result->error().detail);
    const ChatOutcome& chat = **outcome.result;
    EXPECT_FALSE(chat.reply.text.isEmpty());
    EXPECT_EQ(outcome.text, chat.reply.text);
    EXPECT_TRUE(chat.isReported);
    EXPECT_GT(chat.neurons, Neurons());
    ASSERT_TRUE(isSettled(shop));
    ASSERT_TRUE(waitFor([&] { return shop.workbench->quota().booked == chat.neurons; }));
    EXPECT_NEAR(shop.sandbox.quotaUsed(), chat.neurons.toDouble(), 0.01);
    const QList<Row> rows = ledgerRows(shop);
    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(rows[0].neurons, chat.neurons);
    EXPECT_TRUE(rows[0].isReported);
    EXPECT_EQ(rows[0].httpStatus, 200);
    EXPECT_TRUE(rows[0].errorKind.isEmpty());
}

TEST(ChatCall, AsksAgainWhileTheModelIsBusy)
{
    Workshop shop;
    shop.sandbox.setFault(QStringLiteral("3040"), 1, QStringLiteral("/ai/run/"));
    Outcome outcome(shop.workbench->chat(Workshop::request(QStringLiteral("Hello")),
                                         {.origin = QStringLiteral("chat")}, shop.workbench.get()));
    ASSERT_TRUE(outcome.wait());
    EXPECT_TRUE(*outcome.result);
    EXPECT_EQ(outcome.retries, 1);
    EXPECT_EQ(shop.runs(), 2);
    ASSERT_TRUE(isSettled(shop));
    EXPECT_EQ(ledgerRows(shop).size(), 1);
}

TEST(ChatCall, GivesUpABusyModelAfterThreeTries)
{
    Workshop shop;
    shop.sandbox.setFault(QStringLiteral("3040"), 0, QStringLiteral("/ai/run/"));
    Outcome outcome(shop.workbench->chat(Workshop::request(QStringLiteral("Hello")),
                                         {.origin = QStringLiteral("chat")}, shop.workbench.get()));
    ASSERT_TRUE(outcome.wait());
    ASSERT_FALSE(*outcome.result);
    EXPECT_EQ(outcome.result->error().kind, ErrorKind::Busy);
    EXPECT_EQ(shop.runs(), 3);
    ASSERT_TRUE(isSettled(shop));
    EXPECT_EQ(ledgerRows(shop).first().errorKind, QStringLiteral("busy"));
    EXPECT_TRUE(ledgerRows(shop).first().neurons.isZero());
}

TEST(ChatCall, NeverAsksAgainOnceTheQuotaIsUsedUp)
{
    Workshop shop;
    shop.sandbox.setFault(QStringLiteral("3036"), 0, QStringLiteral("/ai/run/"));
    Outcome outcome(shop.workbench->chat(Workshop::request(QStringLiteral("Hello")),
                                         {.origin = QStringLiteral("chat")}, shop.workbench.get()));
    ASSERT_TRUE(outcome.wait());
    ASSERT_FALSE(*outcome.result);
    EXPECT_EQ(outcome.result->error().kind, ErrorKind::QuotaExhausted);
    EXPECT_EQ(shop.runs(), 1);
    EXPECT_TRUE(shop.workbench->quota().isExhaustedByService);
    EXPECT_TRUE(shop.workbench->quota().left().isZero());
}

TEST(ChatCall, SendsNothingThatWouldPassTheAllowance)
{
    Workshop shop;
    ChatRequest dear = Workshop::request(QString(200'000, QLatin1Char('x')) + QStringLiteral(" hello"));
    dear.model = QStringLiteral("@cf/moonshotai/kimi-k2.6");
    dear.messages.fill(dear.messages.first(), 3);
    Outcome outcome(shop.workbench->chat(dear, {.origin = QStringLiteral("chat")}, shop.workbench.get()));
    ASSERT_TRUE(outcome.wait());
    ASSERT_FALSE(*outcome.result);
    EXPECT_EQ(outcome.result->error().kind, ErrorKind::BudgetReached);
    EXPECT_EQ(shop.runs(), 0);
    EXPECT_TRUE(ledgerRows(shop).isEmpty());
}

TEST(ChatCall, ShortensAnAnswerSoThatItCannotPassTheAllowance)
{
    Workshop shop;
    // glm-4.7-flash: 36,400 neurons a million output tokens, so 15 neurons pay for about 400
    Reservation others;
    others.id = 1;
    others.accountUuid = Workshop::account().uuid;
    others.startedAt = QDateTime::currentDateTimeUtc();
    others.task = others.model = others.origin = QStringLiteral("test");
    others.estimate = freeNeuronsPerDay - Neurons::of(15);
    bool isReserved = false;
    Ledger(*shop.database).reserve(others, shop.workbench.get(), [&](const Result<Grant>& done) {
        isReserved = done.has_value();
    });
    ASSERT_TRUE(waitFor([&] { return isReserved; }));
    Outcome outcome(shop.workbench->chat(Workshop::request(QStringLiteral("Write 2000 words")),
                                         {.origin = QStringLiteral("chat")}, shop.workbench.get()));
    ASSERT_TRUE(outcome.wait());
    ASSERT_TRUE(*outcome.result) << qPrintable(outcome.result->error().message);
    const ChatOutcome& chat = **outcome.result;
    EXPECT_TRUE(chat.wasShortened);
    EXPECT_LT(chat.maxTokens, 2048);
    EXPECT_GE(chat.maxTokens, ChatCall::leastTokens);
    EXPECT_EQ(chat.reply.finishReason, FinishReason::Length);
    EXPECT_LE(chat.neurons, Neurons::of(15.5));
}

TEST(ChatCall, BooksWhatHadArrivedWhenStopped)
{
    SandboxOptions slow = Workshop::fast();
    slow.tokensPerSecond = 200;
    Workshop shop(slow);
    ChatCall* call = shop.workbench->chat(Workshop::request(QStringLiteral("Write 2000 words")),
                                          {.origin = QStringLiteral("chat")}, shop.workbench.get());
    Outcome outcome(call);
    ASSERT_TRUE(waitFor([&] { return outcome.text.size() > 100; }));
    call->cancel();
    ASSERT_EQ(outcome.finishes, 1);
    EXPECT_EQ(outcome.result->error().kind, ErrorKind::Canceled);
    EXPECT_EQ(outcome.partial.reply.text, outcome.text);
    EXPECT_GT(outcome.partial.neurons, Neurons());
    EXPECT_TRUE(outcome.partial.isReported); // in the head, before the text
    EXPECT_NEAR(outcome.partial.neurons.toDouble(), shop.sandbox.quotaUsed(), 0.01);
    ASSERT_TRUE(isSettled(shop));
    ASSERT_TRUE(waitFor([&] { return shop.workbench->quota().booked == outcome.partial.neurons; }));
    EXPECT_EQ(ledgerRows(shop).first().errorKind, QStringLiteral("canceled"));
}

TEST(ChatCall, BooksWhatHadArrivedWhenItsContextGoes)
{
    SandboxOptions slow = Workshop::fast();
    slow.tokensPerSecond = 200;
    Workshop shop(slow);
    auto page = std::make_unique<QObject>();
    QString text;
    ChatCall* call = shop.workbench->chat(Workshop::request(QStringLiteral("Write 2000 words")),
                                          {.origin = QStringLiteral("chat")}, page.get());
    QObject::connect(call, &ChatCall::deltaReceived, page.get(),
                     [&](const ChatDelta& delta) { text += delta.text; });
    ASSERT_TRUE(waitFor([&] { return text.size() > 100; }));
    page.reset();
    ASSERT_TRUE(isSettled(shop));
    ASSERT_TRUE(waitFor([&] { return shop.workbench->quota().booked > Neurons(); }));
}

TEST(ChatCall, KeepsATextWhoseStreamBroke)
{
    Workshop shop;
    shop.sandbox.setFault(QStringLiteral("cut:5"), 1, QStringLiteral("/ai/run/"));
    Outcome outcome(shop.workbench->chat(Workshop::request(QStringLiteral("Write 300 words")),
                                         {.origin = QStringLiteral("chat")}, shop.workbench.get()));
    ASSERT_TRUE(outcome.wait());
    ASSERT_TRUE(*outcome.result) << qPrintable(outcome.result->error().message);
    EXPECT_EQ((*outcome.result)->reply.finishReason, FinishReason::Truncated);
    EXPECT_EQ((*outcome.result)->reply.text, outcome.text);
    EXPECT_EQ(shop.runs(), 1);
    ASSERT_TRUE(isSettled(shop));
}

TEST(ChatCall, NeverAsksAgainOnceACallOfAToolHasBegun)
{
    Workshop shop;
    ChatRequest request = Workshop::request(QStringLiteral("get_weather in city: Rome"));
    request.tools = {ToolDefinition{
        .name = QStringLiteral("get_weather"),
        .description = QStringLiteral("The weather of a city"),
        .parameters = R"({"type":"object","properties":{"city":{"type":"string"}},"required":["city"]})"}};
    shop.sandbox.setFault(QStringLiteral("error-event:1"), 1, QStringLiteral("/ai/run/"));
    Outcome outcome(shop.workbench->chat(request, {.origin = QStringLiteral("chat")}, shop.workbench.get()));
    ASSERT_TRUE(outcome.wait());
    ASSERT_FALSE(*outcome.result);
    EXPECT_EQ(outcome.result->error().kind, ErrorKind::Busy);
    EXPECT_TRUE(outcome.text.isEmpty());
    EXPECT_EQ(outcome.retries, 0);
    EXPECT_EQ(shop.runs(), 1);
    ASSERT_TRUE(isSettled(shop));
    EXPECT_GT(ledgerRows(shop).first().neurons, Neurons()); // the service had begun to work
}

TEST(ChatCall, AsksAModelThatNobodyKnowsAtAnUnknownPrice)
{
    Workshop shop;
    ChatRequest request = Workshop::request(QStringLiteral("Hello"));
    request.model = QStringLiteral("@cf/nobody/made-this");
    EXPECT_FALSE(shop.workbench->estimate(request));
    Outcome outcome(shop.workbench->chat(request, {.origin = QStringLiteral("chat")}, shop.workbench.get()));
    ASSERT_TRUE(outcome.wait());
    ASSERT_FALSE(*outcome.result);
    EXPECT_EQ(outcome.result->error().kind, ErrorKind::NoSuchModel);
    EXPECT_EQ(shop.runs(), 1);
}

TEST(ChatCall, SendsNothingWhenTheKeychainIsLocked)
{
    Workshop shop;
    shop.accounts->problem = Error::of(ErrorKind::KeychainRefused);
    Outcome outcome(shop.workbench->chat(Workshop::request(QStringLiteral("Hello")),
                                         {.origin = QStringLiteral("chat")}, shop.workbench.get()));
    ASSERT_TRUE(outcome.wait());
    EXPECT_EQ(outcome.result->error().kind, ErrorKind::KeychainRefused);
    EXPECT_EQ(shop.runs(), 0);
    EXPECT_TRUE(ledgerRows(shop).isEmpty());
}

} // namespace orangery
