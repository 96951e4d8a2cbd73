// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/inspector.h"

#include "callfixture.h"

#include <QThread>

namespace orangery::test {

using namespace Qt::StringLiterals;

namespace {

/// A workshop whose requests are watched.
struct InspectedShop : CallShop
{
    InspectedShop()
    {
        inspector.follow(client);
        workbench->setInspector(&inspector);
    }
    ~InspectedShop() { workbench.reset(); }

    std::optional<InspectedCall> lastRun() const
    {
        const QList<InspectedCall> calls = inspector.calls();
        for (qsizetype row = calls.size(); row-- > 0;) {
            if (calls[row].url.path().contains("/ai/run/"_L1))
                return calls[row];
        }
        return std::nullopt;
    }
    Result<void> replay(quint64 id, const QString& model)
    {
        std::optional<Result<void>> ended;
        EXPECT_TRUE(inspector.replay(id, model, *workbench, workbench.get(), [&](const Error* error) {
            ended = error ? Result<void>(*error) : Result<void>();
        }));
        EXPECT_TRUE(waitFor([&] { return ended.has_value(); }));
        return ended.value_or(Error::of(ErrorKind::TimedOut));
    }

    Inspector inspector;
};

EmbeddingRequest embedding(const QString& text)
{
    EmbeddingRequest request;
    request.model = u"@cf/baai/bge-m3"_s;
    request.texts = {text};
    return request;
}

HttpExchange exchangeOf(quint64 id, qsizetype bytes = 10, bool hasEnded = true, qint64 callId = 0)
{
    HttpExchange exchange;
    exchange.id = id;
    exchange.request.url = QUrl(u"https://api.example/x"_s);
    exchange.request.body = QByteArray(bytes, 'x');
    exchange.request.callId = callId;
    exchange.requestBytes = bytes;
    exchange.hasEnded = hasEnded;
    return exchange;
}

/// Tells an inspector of exchanges that never were.
struct Teller
{
    Teller() { inspector.follow(client); }
    void tell(quint64 id, qsizetype bytes = 10, qint64 callId = 0)
    {
        emit client.exchangeChanged(exchangeOf(id, bytes, false, callId));
        emit client.exchangeChanged(exchangeOf(id, bytes, true, callId));
    }

    HttpClient client;
    Inspector inspector;
};

} // namespace

TEST(Inspector, ShowsACallWithItsModelAndWhatWasBooked)
{
    InspectedShop shop;
    const auto answered = finish(shop, embedding(u"a red car"_s), {.origin = u"library"_s});
    ASSERT_TRUE(answered);
    const auto call = shop.lastRun();
    ASSERT_TRUE(call);
    EXPECT_EQ(call->model, u"@cf/baai/bge-m3"_s);
    EXPECT_EQ(call->task, u"Text Embeddings"_s);
    EXPECT_EQ(call->origin, u"library"_s);
    EXPECT_EQ(call->status, 200);
    EXPECT_EQ(call->neurons, answered->cost.neurons);
    EXPECT_EQ(call->bookedBy, BookedBy::Header);
    EXPECT_EQ(call->rayId, answered->reply.rayId);
    EXPECT_FALSE(call->rayId.isEmpty());
    EXPECT_TRUE(call->canReplay);
    const InspectedTexts texts = shop.inspector.textsOf(call->id);
    EXPECT_TRUE(texts.request.contains("a red car"_L1));
    EXPECT_TRUE(texts.reply.contains("\"shape\""_L1)) << qPrintable(texts.reply.left(400));
    for (const QString& text : {texts.request, texts.reply, texts.curl})
        EXPECT_FALSE(text.contains(Sandbox::token()));
}

TEST(Inspector, ReplaysWithAnotherModelThroughTheBudget)
{
    InspectedShop shop;
    ASSERT_TRUE(finish(shop, embedding(u"a red car"_s)));
    const auto first = shop.lastRun();
    EXPECT_TRUE(shop.replay(first->id, u"@cf/baai/bge-small-en-v1.5"_s));
    const auto second = shop.lastRun();
    ASSERT_NE(second->id, first->id);
    EXPECT_EQ(second->model, u"@cf/baai/bge-small-en-v1.5"_s);
    EXPECT_EQ(second->origin, first->origin) << "the caps of the original hold";
    EXPECT_TRUE(second->neurons);

    const int before = shop.runs();
    shop.spend(Neurons::of(10'000));
    const Result<void> refused = shop.replay(first->id, u"@cf/baai/bge-large-en-v1.5"_s);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().kind, ErrorKind::BudgetReached);
    EXPECT_EQ(shop.runs(), before);
}

TEST(Inspector, ReplaysAChatWithAnotherModel)
{
    InspectedShop shop;
    ASSERT_TRUE(shop.chat(CallShop::request(u"Name three trees."_s)));
    const auto first = shop.lastRun();
    ASSERT_TRUE(first && first->canReplay);
    EXPECT_TRUE(shop.inspector.textsOf(first->id).reply.contains("data: "_L1));
    EXPECT_TRUE(shop.replay(first->id, u"@cf/meta/llama-3.2-3b-instruct"_s));
    EXPECT_EQ(shop.lastRun()->model, u"@cf/meta/llama-3.2-3b-instruct"_s);
    EXPECT_TRUE(shop.inspector.textsOf(shop.lastRun()->id).request.contains("Name three trees."_L1));
}

TEST(Inspector, TheCostStandsAtTheLastTryOnly)
{
    Teller teller;
    teller.inspector.noteCall(5, u"t"_s, u"m"_s, u"o"_s, {});
    teller.tell(1, 10, 5);
    teller.tell(2, 10, 5);
    teller.inspector.noteCost(5, Neurons::of(3), BookedBy::Header);
    EXPECT_FALSE(teller.inspector.callAt(0).neurons);
    EXPECT_EQ(teller.inspector.callAt(1).neurons, Neurons::of(3));
}

TEST(Inspector, KeepsTheLastTwoHundred)
{
    Teller teller;
    int removed = 0;
    QObject::connect(&teller.inspector, &Inspector::removedFirst, &teller.inspector, [&] { ++removed; });
    for (quint64 id = 1; id <= 250; ++id) {
        teller.inspector.noteCall(qint64(id), u"t"_s, u"m"_s, {}, {});
        teller.tell(id, 10, qint64(id));
    }
    EXPECT_EQ(teller.inspector.count(), Inspector::mostCalls);
    EXPECT_EQ(removed, 50);
    EXPECT_EQ(teller.inspector.callAt(0).id, 51u);
    EXPECT_EQ(teller.inspector.callAt(0).model, u"m"_s);
}

TEST(Inspector, BigTextsAreGivenUpOldestFirst)
{
    Teller teller;
    constexpr qsizetype each = 1024 * 1024;
    const int fitting = int(Inspector::mostBytes / each);
    for (int id = 1; id <= fitting + 10; ++id)
        teller.tell(quint64(id), each);
    EXPECT_TRUE(teller.inspector.callAt(0).isDropped);
    EXPECT_TRUE(teller.inspector.callAt(9).isDropped);
    EXPECT_FALSE(teller.inspector.callAt(10).isDropped);
    EXPECT_TRUE(teller.inspector.textsOf(1).request.isEmpty());
    EXPECT_EQ(teller.inspector.callAt(0).requestBytes, each);
    EXPECT_FALSE(teller.inspector.textsOf(quint64(fitting + 10)).request.isEmpty());
}

TEST(Inspector, ClearForgetsAlsoWhatIsStillRunning)
{
    Teller teller;
    teller.tell(1);
    emit teller.client.exchangeChanged(exchangeOf(2, 10, false));
    teller.inspector.clear();
    emit teller.client.exchangeChanged(exchangeOf(2, 10, true));
    EXPECT_EQ(teller.inspector.count(), 0);
    teller.tell(3);
    EXPECT_EQ(teller.inspector.count(), 1);
}

TEST(Inspector, HearsOfClientsInOtherThreads)
{
    Inspector inspector;
    std::unique_ptr<QThread> thread(QThread::create([&] {
        HttpClient client;
        inspector.follow(client);
        inspector.noteCall(9, u"t"_s, u"model"_s, {}, {});
        emit client.exchangeChanged(exchangeOf(1, 10, false, 9));
        emit client.exchangeChanged(exchangeOf(1, 10, true, 9));
        inspector.noteCost(9, Neurons::of(2), BookedBy::Price);
    }));
    thread->start();
    ASSERT_TRUE(waitFor([&] { return inspector.count() == 1 && inspector.callAt(0).neurons; }));
    EXPECT_EQ(inspector.callAt(0).model, u"model"_s);
    thread->wait();
}

TEST(InspectedTexts, BinaryAndLongLinesStayReadable)
{
    Teller teller;
    HttpExchange exchange = exchangeOf(1);
    exchange.request.body = QByteArray("RIFF\0\1\2", 7);
    exchange.requestBytes = 7;
    exchange.head = HttpHead{200, {{"content-type", "application/json"}}};
    exchange.replyBody = "{\"image\":\"" + QByteArray(100'000, 'A') + "\"}";
    exchange.replyBytes = exchange.replyBody.size();
    emit teller.client.exchangeChanged(exchangeOf(1, 10, false));
    emit teller.client.exchangeChanged(exchange);
    const InspectedTexts texts = teller.inspector.textsOf(1);
    EXPECT_TRUE(texts.request.contains("[no text: 7 bytes]"_L1)) << qPrintable(texts.request);
    EXPECT_LT(texts.reply.size(), 5000);
    EXPECT_TRUE(texts.reply.contains("more characters"_L1));
    EXPECT_EQ(texts.curlBody, exchange.request.body);
    EXPECT_EQ(texts.replyBody, exchange.replyBody);
}

} // namespace orangery::test
