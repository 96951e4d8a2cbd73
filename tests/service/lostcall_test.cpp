// SPDX-License-Identifier: GPL-3.0-or-later
// Calls whose answer never came, or came to nothing: never asked again where that could cost twice, and
// booked.
#include "callfixture.h"
#include "core/errortable.h"
#include "support/bookedrows.h"
#include "support/testserver.h"

#include <QTcpServer>
#include <string_view>

namespace orangery::test {

using namespace Qt::StringLiterals;

namespace {

SandboxOptions silent()
{
    SandboxOptions options = Workshop::fast();
    options.omitNeuronsEvery = 1;
    return options;
}

EmbeddingRequest vectors()
{
    EmbeddingRequest request;
    request.model = u"@cf/baai/bge-m3"_s;
    request.texts = {u"a red car"_s};
    return request;
}

/// No limit where none is to be met.
std::chrono::milliseconds patienceFor(ErrorKind kind)
{
    return std::chrono::milliseconds(kind == ErrorKind::TimedOut ? 1000 : 0);
}

struct LostShop : CallShop
{
    explicit LostShop(const SandboxOptions& options = silent()) : CallShop(options) {}

    /// The only row, once it is booked.
    BookedRow row()
    {
        EXPECT_TRUE(waitFor([&] {
            const QList<BookedRow> rows = bookedRows(database->file());
            return rows.size() == 1 && rows.first().state == u"booked";
        }));
        return bookedRows(database->file()).value(0);
    }
    void setFault(std::string_view fault, int count = 1)
    {
        ASSERT_TRUE(sandbox.setFault(QString::fromLatin1(fault.data(), qsizetype(fault.size())), count,
                                     u"/ai/run/"_s));
    }
    /// Asks somebody else than the sandbox from now on.
    void turnTo(const QUrl& baseUrl)
    {
        workbench.reset();
        api.baseUrl = baseUrl;
        accounts = std::make_unique<OneAccount>(account(), api);
        workbench = std::make_unique<Workbench>(client, *database, *accounts, clock);
    }
};

void expectEstimate(LostShop& shop, const Error& error, ErrorKind kind, std::optional<Neurons> estimate,
                    std::string_view fault)
{
    EXPECT_EQ(int(error.kind), int(kind)) << fault;
    EXPECT_TRUE(error.message.startsWith(sentenceOf(kind))) << fault;
    EXPECT_TRUE(error.message.contains(u"may have billed"_s)) << fault;
    EXPECT_EQ(shop.runs(), 1) << fault;
    const BookedRow row = shop.row();
    EXPECT_EQ(row.bookedBy, u"estimate"_s) << fault;
    EXPECT_EQ(row.neurons, estimate) << fault;
    EXPECT_GT(row.neurons, Neurons()) << fault;
    EXPECT_EQ(row.errorKind, nameOf(kind)) << fault;
}

const std::pair<std::string_view, ErrorKind> lostFaults[] = {
    {"lost", ErrorKind::ConnectionLost},      {"close", ErrorKind::ConnectionLost},
    {"cut", ErrorKind::ConnectionLost},       {"hang", ErrorKind::TimedOut},
    {"stall:0", ErrorKind::TimedOut},         {"lost/502", ErrorKind::ServiceFailed},
    {"lost/504", ErrorKind::ServiceFailed},   {"status:524", ErrorKind::ServiceFailed},
    {"lost/empty", ErrorKind::InvalidAnswer}, {"lost/bad-json", ErrorKind::InvalidAnswer},
    {"garbage", ErrorKind::InvalidAnswer},
};

} // namespace

TEST(LostCall, OfATaskIsBookedWithItsEstimateAndNotAskedAgain)
{
    for (const auto& [fault, kind] : lostFaults) {
        LostShop shop;
        shop.client.setTimeoutCeiling(patienceFor(kind));
        shop.setFault(fault);
        const auto estimate = orangery::estimate(*shop.workbench, vectors());
        const auto answered = finish(shop, vectors());
        ASSERT_FALSE(answered) << fault;
        expectEstimate(shop, answered.error(), kind, estimate, fault);
    }
}

TEST(LostCall, OfAChatIsBookedWithItsEstimateAndNotAskedAgain)
{
    for (const bool stream : {true, false}) {
        for (const auto& [fault, kind] : lostFaults) {
            if (stream && fault == "garbage")
                continue; // the rest of the stream can be read
            LostShop shop;
            shop.client.setTimeoutCeiling(patienceFor(kind));
            shop.setFault(stream && fault == "cut" ? "cut:0" : fault);
            ChatRequest request = Workshop::request(u"Write 300 words"_s);
            request.stream = stream;
            const auto estimate = shop.workbench->estimate(request);
            const auto answered = shop.chat(request);
            ASSERT_FALSE(answered) << fault;
            expectEstimate(shop, answered.error(), kind, estimate, fault);
        }
    }
}

TEST(LostCall, WhatItsHeadToldIsBooked)
{
    for (const std::string_view fault : {"cut", "stall:0", "garbage", "lost/empty", "lost/bad-json"}) {
        LostShop shop(Workshop::fast());
        shop.client.setTimeoutCeiling(
            patienceFor(fault == "stall:0" ? ErrorKind::TimedOut : ErrorKind::InvalidAnswer));
        shop.setFault(fault);
        const auto answered = finish(shop, vectors());
        ASSERT_FALSE(answered) << fault;
        EXPECT_EQ(answered.error().message, sentenceOf(answered.error().kind)) << "it is known: " << fault;
        EXPECT_EQ(shop.row().bookedBy, u"header"_s) << fault;
        EXPECT_EQ(shop.row().neurons, Neurons::of(shop.sandbox.quotaUsed())) << fault;
    }
}

TEST(LostCall, WhatAnUnreadableAnswerCountedIsPriced)
{
    TestServer server(
        WireReply{.body = R"({"result":{"vectors":[],"usage":{"prompt_tokens":1000000}},"success":true})"});
    LostShop shop;
    shop.turnTo(server.url("/client/v4/"));
    const auto answered = finish(shop, vectors());
    ASSERT_FALSE(answered);
    EXPECT_EQ(answered.error().kind, ErrorKind::InvalidAnswer);
    EXPECT_EQ(shop.row().bookedBy, u"price"_s);
    const Model model = shop.workbench->modelOf(vectors().model);
    EXPECT_EQ(shop.row().neurons, Neurons::of(model.neurons.value(PriceUnit::InputTokensPerMillion)));
}

TEST(LostCall, WhatAnUnreadableChatCountedIsPriced)
{
    TestServer server(
        WireReply{.body = R"({"result":{"answer":7,"usage":{"prompt_tokens":1000000}},"success":true})"});
    LostShop shop;
    shop.turnTo(server.url("/client/v4/"));
    ChatRequest request = Workshop::request(u"Hello"_s);
    request.stream = false;
    const auto answered = shop.chat(request);
    ASSERT_FALSE(answered);
    EXPECT_EQ(answered.error().kind, ErrorKind::InvalidAnswer);
    EXPECT_EQ(server.requests().size(), 1);
    EXPECT_EQ(shop.row().bookedBy, u"price"_s);
    const Model model = shop.workbench->modelOf(request.model);
    EXPECT_EQ(shop.row().neurons, Neurons::of(model.neurons.value(PriceUnit::InputTokensPerMillion)));
}

TEST(LostCall, AStreamThatWasCutIsOnlyEstimatedWhateverItHadCounted)
{
    LostShop shop;
    shop.setFault("cut:5");
    const auto answered = shop.chat(Workshop::request(u"Write 300 words"_s));
    ASSERT_TRUE(answered);
    EXPECT_EQ(answered->reply.finishReason, FinishReason::Truncated);
    EXPECT_EQ(shop.row().bookedBy, u"estimate"_s);
    EXPECT_GT(shop.row().neurons, Neurons());
}

TEST(LostCall, WhatAStreamHadCountedBeforeItWasCutIsNotAll)
{
    TestServer server({.body = R"(data: {"response":"one","usage":{"prompt_tokens":1000000}})"
                               "\n\n"
                               R"(data: {"response":" two","usage":{"prompt_tokens":2000000}})"
                               "\n\n",
                       .contentType = "text/event-stream"});
    LostShop shop;
    shop.turnTo(server.url("/client/v4/"));
    const ChatRequest request = Workshop::request(u"Hello"_s);
    const auto answered = shop.chat(request);
    ASSERT_TRUE(answered);
    EXPECT_EQ(answered->reply.finishReason, FinishReason::Truncated);
    EXPECT_EQ(shop.row().bookedBy, u"estimate"_s);
    const Model model = shop.workbench->modelOf(request.model);
    EXPECT_EQ(shop.row().neurons, Neurons::of(2 * model.neurons.value(PriceUnit::InputTokensPerMillion)));
}

TEST(LostCall, WhatNeverConnectedIsTriedAgainAndCostsNothing)
{
    QTcpServer closed;
    ASSERT_TRUE(closed.listen(QHostAddress::LocalHost));
    const QUrl nowhere(u"http://127.0.0.1:%1/client/v4/"_s.arg(closed.serverPort()));
    closed.close();
    LostShop shop;
    shop.turnTo(nowhere);
    std::optional<Error> error;
    int tries = 0;
    auto* call = run(*shop.workbench, vectors(), {.origin = u"test"_s}, shop.workbench.get());
    QObject::connect(call, &Job::finished, call, [&] {
        error = call->result().error();
        tries = call->ticket().tries();
    });
    ASSERT_TRUE(waitFor([&] { return error.has_value(); }, 30'000));
    EXPECT_EQ(error->kind, ErrorKind::Offline);
    EXPECT_EQ(error->message, sentenceOf(ErrorKind::Offline));
    EXPECT_EQ(tries, 3);
    EXPECT_EQ(shop.row().neurons, Neurons());
}

TEST(LostCall, ARefusalIsTriedAgainAndCostsNothing)
{
    for (const std::string_view fault : {"3040", "3008", "status:500", "status:503", "3040/502"}) {
        LostShop shop;
        shop.setFault(fault);
        ASSERT_TRUE(finish(shop, vectors())) << fault;
        EXPECT_EQ(shop.runs(), 2) << fault;
        EXPECT_EQ(shop.row().bookedBy, u"price"_s) << fault;
    }
}

} // namespace orangery::test
