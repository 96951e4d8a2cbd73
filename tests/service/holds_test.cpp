// SPDX-License-Identifier: GPL-3.0-or-later
#include "callfixture.h"
#include "service/chatestimate.h"

#include <QBuffer>
#include <QImage>

namespace orangery::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray png()
{
    QImage image(64, 64, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

ImageTextRequest look()
{
    ImageTextRequest request;
    request.model = u"@cf/moondream/moondream3.1-9B-A2B"_s;
    request.image = png();
    request.prompt = u"What is this?"_s;
    return request;
}

/// A call of the past that came to three times the table.
void measure(CallShop& shop, const QString& model)
{
    Reservation row;
    row.id = 77;
    row.accountUuid = Workshop::account().uuid;
    row.startedAt = QDateTime::currentDateTimeUtc().addDays(-2);
    row.task = row.origin = u"test"_s;
    row.model = model;
    Booking booking;
    booking.id = row.id;
    booking.units = u"prompt=1"_s;
    booking.neurons = Neurons::of(30);
    booking.listPrice = Neurons::of(10);
    booking.bookedBy = BookedBy::Header;
    bool isDone = false;
    Ledger(*shop.database).record(row, booking, shop.workbench.get(), [&](const Result<void>& done) {
        isDone = done.has_value();
    });
    ASSERT_TRUE(waitFor([&] { return isDone; }));
}

/// The answer's length that a workbench of its own asks for.
std::optional<int> tokensAsked(CallShop& shop, const ChatRequest& request, Neurons estimate)
{
    Database database(shop.folder.path() + u"/data"_s);
    Workbench workbench(shop.client, database, *shop.accounts, shop.clock);
    EXPECT_TRUE(waitFor([&] { return workbench.estimate(request) > estimate; }));
    ChatCall* call = workbench.chat(request, {.origin = u"chat"_s}, &workbench);
    std::optional<int> asked;
    bool isDone = false;
    QObject::connect(call, &Job::finished, call, [&] {
        isDone = true;
        if (call->result())
            asked = (*call->result()).maxTokens;
    });
    EXPECT_TRUE(waitFor([&] { return isDone; }));
    return asked;
}

} // namespace

TEST(Holds, AChatHoldsWhatItsModelIsReallyBilled)
{
    CallShop shop;
    const ChatRequest request = Workshop::request(u"Write 2000 words"_s);
    const Neurons byTable = *shop.workbench->estimate(request);
    measure(shop, request.model);
    shop.spend(freeNeuronsPerDay - Neurons::of(60)); // glm-4.7-flash: about 1,600 tokens by the table
    const std::optional<int> asked = tokensAsked(shop, request, byTable);
    ASSERT_TRUE(asked);
    EXPECT_GE(*asked, 500);
    EXPECT_LE(*asked, 550);
}

TEST(Holds, AChatIsNotSentWhereTheLeastAnswerIsTooDear)
{
    CallShop shop;
    const ChatRequest request = Workshop::request(u"Write 2000 words"_s);
    const Neurons byTable = *shop.workbench->estimate(request);
    measure(shop, request.model);
    shop.spend(freeNeuronsPerDay - Neurons::of(15));
    EXPECT_FALSE(tokensAsked(shop, request, byTable));
    EXPECT_EQ(shop.runs(), 0);
}

TEST(Holds, PicturesLookedAtAtOnceNeverPassTheCap)
{
    SandboxOptions slow = Workshop::fast();
    slow.latency = std::chrono::seconds(2);
    CallShop shop(slow);
    shop.spend(freeNeuronsPerDay - Neurons::of(100));
    // 600 tokens of a picture and 512 of an answer are 64 neurons: one fits, two do not
    int finished = 0, sent = 0;
    for (int i = 0; i < 3; ++i) {
        auto* call = run(*shop.workbench, look(), {.origin = u"test"_s}, shop.workbench.get());
        QObject::connect(call, &Job::finished, call, [&, call] {
            ++finished;
            sent += call->result() ? 1 : 0;
        });
    }
    ASSERT_TRUE(waitFor([&] { return finished == 3; }));
    EXPECT_EQ(sent, 1);
    EXPECT_EQ(shop.runs(), 1);
    ASSERT_TRUE(waitFor([&] { return shop.totals().reserved.isZero(); }));
    EXPECT_LE(shop.totals().booked, freeNeuronsPerDay);
}

TEST(Holds, EveryTaskHoldsTheWorstOfItsGuesses)
{
    const Model model;
    const ImageTextRequest seen = look();
    EXPECT_EQ(mostWork(seen, model).tokens.completionTokens, seen.maxTokens);
    TranslationRequest translation;
    translation.texts = {u"a red car on a long road"_s};
    const TokenUsage translated = mostWork(translation, model).tokens;
    EXPECT_GT(translated.promptTokens, expectedWork(translation, model).tokens.promptTokens);
    EXPECT_EQ(translated.completionTokens, 2 * translated.promptTokens);
    SummaryRequest summary;
    summary.text = u"a red car"_s;
    EXPECT_EQ(mostWork(summary, model).tokens.completionTokens, 1024);
    summary.maxLength = 80;
    EXPECT_EQ(mostWork(summary, model).tokens.completionTokens, 80);
    TranscriptionRequest sound;
    sound.audio = QByteArray(40'000, 'x');
    EXPECT_EQ(mostWork(sound, model).audioSeconds, 10);
    sound.seconds = 3;
    EXPECT_EQ(mostWork(sound, model).audioSeconds, 3);
    EmbeddingRequest vectors;
    vectors.texts = {u"a red car"_s};
    EXPECT_GT(mostWork(vectors, model).tokens.promptTokens, expectedWork(vectors, model).tokens.promptTokens);
    EXPECT_EQ(mostWork(ImageRequest(), model), expectedWork(ImageRequest(), model));
}

TEST(Holds, APromptCountsItsSchemaAndTheReasoningThatIsSentBack)
{
    ChatRequest request = Workshop::request(u"Hello"_s);
    request.messages.append({.role = ChatRole::Assistant, .text = u"Hi"_s});
    const int plain = promptTokens(request);
    EXPECT_TRUE(isPromptComparable(request));
    ChatRequest schema = request;
    schema.jsonMode = JsonMode{u"answer"_s, R"({"type":"object","properties":{"colour":{"type":"string"}}})"};
    EXPECT_GT(promptTokens(schema), plain + 5);
    EXPECT_FALSE(isPromptComparable(schema));
    ChatRequest thinking = request;
    thinking.messages.last().reasoning = u"They greet me, so I greet them back in the same way."_s;
    thinking.model = u"@cf/nobody/forgets"_s;
    EXPECT_EQ(promptTokens(thinking), plain);
    thinking.model = u"@cf/moonshotai/kimi-k2.6"_s;
    EXPECT_GT(promptTokens(thinking), plain + 5);
    ChatRequest tools = request;
    tools.tools = {ToolDefinition{}};
    EXPECT_FALSE(isPromptComparable(tools));
    ChatRequest extra = request;
    extra.extra.insert(u"chat_template_kwargs"_s, QVariantMap());
    EXPECT_FALSE(isPromptComparable(extra));
}

TEST(Holds, ATaskBearsTheNameThatTheServiceGivesItForTheModel)
{
    CallShop shop;
    ImageClassificationRequest request;
    request.model = u"@cf/facebook/detr-resnet-50"_s;
    request.image = png();
    auto* call = run(*shop.workbench, request, {.origin = u"test"_s}, shop.workbench.get());
    EXPECT_EQ(call->ticket().terms().task, u"Object Detection"_s);
    call->cancel();
}

TEST(Holds, TheSandboxTeachesTheRealAccountNothing)
{
    CallShop shop;
    const ChatRequest request = Workshop::request(QString(u"a red car "_s).repeated(200));
    Account sandbox = Workshop::account();
    const auto learns = [&](bool isSandbox) {
        sandbox.isSandbox = isSandbox;
        shop.accounts->save(sandbox, {}, Accounts::Keep::Keychain, nullptr, [](const Result<void>&) {});
        const Door door = shop.workbench->door();
        const Neurons before = *shop.workbench->estimate(request);
        door.learnTokens({request.model, 1000, 2000});
        door.learn({request.model, u"prompt=1"_s, Neurons::of(30), Neurons::of(10)});
        return *shop.workbench->estimate(request) != before;
    };
    EXPECT_FALSE(learns(true));
    EXPECT_TRUE(learns(false));
}

} // namespace orangery::test
