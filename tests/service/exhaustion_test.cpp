// SPDX-License-Identifier: GPL-3.0-or-later
#include "callfixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

namespace {

/// Two accounts of one service, of which one is shown.
class TwoAccounts final : public Accounts
{
public:
    explicit TwoAccounts(const ApiContext& api) : m_api(api) {}

    QList<Account> all() const override { return {named(u"first"_s), named(u"second"_s)}; }
    std::optional<Account> current() const override { return named(m_shown); }
    void choose(const QString& uuid) override
    {
        m_shown = uuid;
        emit currentChanged();
    }
    void save(const Account&, const SecretString&, Keep, QObject*, std::function<void(Result<void>)>) override
    {}
    void remove(const QString&, QObject*, std::function<void(Result<void>)>) override {}
    void chooseSandbox() override {}
    void resolve(const QString&, QObject*, std::function<void(Result<ApiContext>)> done) override
    {
        done(m_api);
    }

private:
    static Account named(const QString& uuid)
    {
        Account account = Workshop::account();
        account.uuid = uuid;
        return account;
    }

    ApiContext m_api;
    QString m_shown = u"first"_s;
};

const QString runs = u"/ai/run/"_s;

ChatRequest hello()
{
    return Workshop::request(u"Hello"_s);
}

EmbeddingRequest vectors()
{
    EmbeddingRequest request;
    request.model = u"@cf/baai/bge-m3"_s;
    request.texts = {u"a red car"_s};
    return request;
}

/// The result of a job as it will be known.
template <typename Call>
auto resultOf(Call* call)
{
    using Kept = std::optional<std::decay_t<decltype(call->result())>>;
    auto kept = std::make_shared<Kept>();
    QObject::connect(call, &Job::finished, call, [call, kept] { kept->emplace(call->result()); });
    return kept;
}

} // namespace

TEST(Exhaustion, AnotherProcessSendsNoByteAfterTheFirstHeardOfIt)
{
    CallShop shop;
    Database second(shop.folder.path() + u"/data"_s);
    Workbench another(shop.client, second, *shop.accounts, shop.clock);
    const auto before = resultOf(another.chat(hello(), {.origin = u"cli"_s}, &another));
    ASSERT_TRUE(waitFor([&] { return before->has_value() && another.quota().booked > Neurons(); }));
    shop.sandbox.setFault(u"3036"_s, 1, runs);
    ASSERT_EQ(shop.chat(hello()).error().kind, ErrorKind::QuotaExhausted);
    ASSERT_TRUE(waitFor([&] { return shop.totals().isExhausted; })); // it is written behind the call
    const auto refused = resultOf(another.chat(hello(), {.origin = u"cli"_s}, &another));
    ASSERT_TRUE(waitFor([&] { return refused->has_value(); }));
    ASSERT_FALSE(**refused);
    EXPECT_EQ((*refused)->error().kind, ErrorKind::QuotaExhausted);
    EXPECT_EQ(shop.runs(), 2);
    EXPECT_TRUE(waitFor([&] { return another.quota().isExhaustedByService; })); // and it says so from now on
    ChatCall* waiting = another.chat(hello(), {.origin = u"cli"_s, .waitsForReset = true}, &another);
    EXPECT_TRUE(waitFor([&] { return waiting->ticket().isParked(); }));
    another.overrideExhaustion();
    const auto sent = resultOf(waiting);
    ASSERT_TRUE(waitFor([&] { return sent->has_value(); }));
    EXPECT_TRUE(**sent);
    EXPECT_EQ(shop.runs(), 3);
}

TEST(Exhaustion, ParkedCallsStayParkedWhenAnotherAccountIsShown)
{
    CallShop shop;
    TwoAccounts accounts(shop.api);
    Workbench workbench(shop.client, *shop.database, accounts, shop.clock);
    shop.sandbox.setFault(u"3036"_s, 1, runs);
    ChatCall* parked = workbench.chat(hello(), {.origin = u"chat"_s, .waitsForReset = true}, &workbench);
    ASSERT_TRUE(waitFor([&] { return parked->ticket().isParked(); }));
    ASSERT_EQ(shop.runs(), 1);
    accounts.choose(u"second"_s);
    const auto sent = resultOf(workbench.chat(hello(), {.origin = u"chat"_s}, &workbench));
    ASSERT_TRUE(waitFor([&] { return sent->has_value(); }));
    EXPECT_TRUE(**sent); // this account's quota is another
    ASSERT_TRUE(waitFor([&] { return parked->ticket().isParked(); }));
    EXPECT_EQ(shop.runs(), 2);
    accounts.choose(u"first"_s);
    const auto refused = resultOf(workbench.chat(hello(), {.origin = u"chat"_s}, &workbench));
    ASSERT_TRUE(waitFor([&] { return refused->has_value(); }));
    EXPECT_FALSE(**refused);
    EXPECT_EQ(shop.runs(), 2);
}

TEST(Exhaustion, AnotherTryOfAChatIsNotSentOnceTheDayIsRefused)
{
    CallShop shop;
    shop.sandbox.setFault(u"rate-limit:3"_s, 1, runs);
    ChatCall* pausing = shop.workbench->chat(hello(), {.origin = u"chat"_s}, shop.workbench.get());
    const auto refused = resultOf(pausing);
    ASSERT_TRUE(waitFor([&] { return pausing->ticket().tries() == 1; }));
    shop.sandbox.setFault(u"3036"_s, 1, runs);
    ASSERT_EQ(finish(shop, vectors()).error().kind, ErrorKind::QuotaExhausted);
    ASSERT_TRUE(waitFor([&] { return refused->has_value(); }));
    ASSERT_FALSE(**refused);
    EXPECT_EQ((*refused)->error().kind, ErrorKind::QuotaExhausted);
    EXPECT_EQ(shop.runs(), 2);
}

TEST(Exhaustion, AnotherTryOfATaskWaitsForTomorrowWhereItMay)
{
    CallShop shop;
    Database second(shop.folder.path() + u"/data"_s);
    Workbench another(shop.client, second, *shop.accounts, shop.clock);
    shop.sandbox.setFault(u"rate-limit:3"_s, 1, runs);
    auto* pausing =
        run(*shop.workbench, vectors(), {.origin = u"test"_s, .waitsForReset = true}, shop.workbench.get());
    ASSERT_TRUE(waitFor([&] { return pausing->ticket().tries() == 1; }));
    shop.sandbox.setFault(u"3036"_s, 1, runs);
    const auto heard = resultOf(another.chat(hello(), {.origin = u"cli"_s}, &another)); // elsewhere
    ASSERT_TRUE(waitFor([&] { return heard->has_value(); }));
    ASSERT_EQ((*heard)->error().kind, ErrorKind::QuotaExhausted);
    ASSERT_TRUE(waitFor([&] { return pausing->ticket().isParked(); }));
    EXPECT_EQ(shop.runs(), 2);
}

TEST(Exhaustion, AParkedChatAsksTomorrowForAllItsTokens)
{
    CallShop shop;
    Reservation others;
    others.id = 1;
    others.accountUuid = Workshop::account().uuid;
    others.startedAt = QDateTime::currentDateTimeUtc();
    others.task = others.model = others.origin = u"test"_s;
    others.estimate = freeNeuronsPerDay - Neurons::of(15);
    bool isReserved = false, isBooked = false;
    Ledger(*shop.database).reserve(others, shop.workbench.get(), [&](const Result<Grant>& done) {
        isReserved = done.has_value();
    });
    ASSERT_TRUE(waitFor([&] { return isReserved; }));
    shop.sandbox.setFault(u"3036"_s, 1, runs);
    ChatCall* call = shop.workbench->chat(Workshop::request(u"Write 2000 words"_s),
                                          {.origin = u"chat"_s, .waitsForReset = true}, shop.workbench.get());
    const auto answered = resultOf(call);
    ASSERT_TRUE(waitFor([&] { return call->ticket().isParked(); }));
    EXPECT_LT(call->partialOutcome().maxTokens, 2048);
    Booking little;
    little.id = others.id;
    Ledger(*shop.database).book(little, shop.workbench.get(), [&](const Result<DayTotals>& done) {
        isBooked = done.has_value();
    });
    ASSERT_TRUE(waitFor([&] { return isBooked; }));
    shop.workbench->overrideExhaustion(); // as a new day does
    ASSERT_TRUE(waitFor([&] { return answered->has_value(); }));
    ASSERT_TRUE(**answered);
    EXPECT_EQ((**answered)->maxTokens, 2048);
    EXPECT_FALSE((**answered)->wasShortened);
}

TEST(Exhaustion, ALongRetryAfterHoldsBackTheOthersToo)
{
    CallShop shop;
    shop.sandbox.setFault(u"rate-limit:120"_s, 1, runs);
    ASSERT_EQ(shop.chat(hello()).error().kind, ErrorKind::RateLimited); // nobody waits so long
    ChatCall* next = shop.workbench->chat(hello(), {.origin = u"chat"_s}, shop.workbench.get());
    ASSERT_TRUE(finish(shop, vectors())); // another rate
    EXPECT_EQ(next->ticket().position(), 1);
    EXPECT_EQ(shop.runs(), 2);
}

} // namespace orangery::test
