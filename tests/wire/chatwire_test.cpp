// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/wirefixture.h"

#include "core/pricebook.h"
#include "workersai/catalogjob.h"

#include <QJsonObject>

namespace orangery::test {
namespace {

const QString nativeModel = QStringLiteral("@cf/meta/llama-3.2-1b-instruct");
const QString chatModel = QStringLiteral("@cf/zai-org/glm-4.7-flash");

class ChatWire : public WireTest
{
protected:
    void expectAnswer(const Result<ChatReply>& result)
    {
        ASSERT_TRUE(result) << result.error().detail.toStdString();
        EXPECT_FALSE(result->text.isEmpty());
        EXPECT_EQ(heard.text, result->text);
        EXPECT_EQ(heard.reasoning, result->reasoning);
        EXPECT_EQ(result->httpStatus, 200);
        ASSERT_TRUE(result->usage);
        EXPECT_GT(result->usage->promptTokens, 0);
        EXPECT_GT(result->usage->completionTokens, 0);
        ASSERT_TRUE(result->neurons);
        EXPECT_FALSE(result->neurons->isZero());
        EXPECT_EQ(result->finishReason, FinishReason::Stop);
    }
};

TEST_P(ChatWire, BothShapesStreamedAndNot)
{
    for (const QString& model : {nativeModel, chatModel, QStringLiteral("@cf/openai/gpt-oss-20b")}) {
        SCOPED_TRACE(model.toStdString());
        ChatRequest streamed = request();
        streamed.model = model;
        streamed.maxTokens = 4000;
        const auto first = chat(streamed);
        expectAnswer(first);

        ChatRequest whole = streamed;
        whole.stream = false;
        const auto second = chat(whole);
        expectAnswer(second);
        if (first && second) {
            EXPECT_EQ(first->text, second->text) << "one prompt, one answer";
            EXPECT_EQ(first->usage, second->usage);
        }
    }
}

TEST_P(ChatWire, NeuronsAreThoseOfThePriceList)
{
    const auto result = chat(request());
    ASSERT_TRUE(result);
    const Catalog catalog = bundledCatalog();
    const auto expected = pricebook::chat(*catalog.find(nativeModel), *result->usage);
    ASSERT_TRUE(expected);
    EXPECT_NEAR(result->neurons->toDouble(), expected->toDouble(), 0.01);
}

TEST_P(ChatWire, MaxTokensCutsAndSaysSo)
{
    for (const QString& model : {nativeModel, chatModel}) {
        for (const bool isStream : {true, false}) {
            ChatRequest shortened =
                request(QStringLiteral("Explain at length how oranges grow, in many paragraphs."));
            shortened.model = model;
            shortened.maxTokens = 12;
            shortened.stream = isStream;
            const auto result = chat(shortened);
            ASSERT_TRUE(result) << result.error().detail.toStdString();
            EXPECT_EQ(result->finishReason, FinishReason::Length) << model.toStdString() << isStream;
            EXPECT_EQ(result->usage->completionTokens, 12);
        }
    }
}

TEST_P(ChatWire, EverythingThatCanBeSetIsAccepted)
{
    ChatRequest full = request();
    full.model = QStringLiteral("@cf/openai/gpt-oss-20b");
    full.messages.prepend({ChatRole::System, QStringLiteral("Be brief.")});
    full.messages.append({ChatRole::Assistant, QStringLiteral("Oranges are round.")});
    full.messages.append({ChatRole::User, QStringLiteral("And sweet? 🍊 你好")});
    full.temperature = 0.5;
    full.reasoningEffort = QStringLiteral("low");
    full.sessionAffinity = QStringLiteral("conversation-7");
    ASSERT_TRUE(chat(full));
    const QJsonObject seen = requests().last().toObject();
    EXPECT_EQ(
        seen.value(QLatin1String("path")).toString(),
        QStringLiteral("/client/v4/accounts/%1/ai/run/@cf/openai/gpt-oss-20b").arg(Sandbox::accountId()));
    EXPECT_TRUE(seen.value(QLatin1String("authorization")).toBool());
    const QJsonObject body = seen.value(QLatin1String("body")).toObject();
    EXPECT_EQ(body.value(QLatin1String("reasoning_effort")).toString(), QStringLiteral("low"));
    EXPECT_EQ(body.value(QLatin1String("max_tokens")).toInt(), 300);
    EXPECT_EQ(body.value(QLatin1String("messages")).toArray().size(), 4);
}

TEST_P(ChatWire, AModelThatDoesNotExist)
{
    for (const char* model :
         {"@cf/nobody/nothing", "nothing", "@cf/../x", "a b?c#d", "../../../user/tokens/verify"}) {
        ChatRequest unknown = request();
        unknown.model = QString::fromLatin1(model);
        const auto result = chat(unknown);
        ASSERT_FALSE(result) << model;
        EXPECT_EQ(result.error().kind, ErrorKind::NoSuchModel)
            << model << result.error().detail.toStdString();
    }
}

TEST_P(ChatWire, AWrongTokenAndAWrongAccount)
{
    const auto noToken = run<ChatJob>(api(QStringLiteral("wrong")), Model(), request());
    EXPECT_EQ(noToken.error().kind, ErrorKind::TokenRefused);
    for (const QString& account : {QString(32, u'f'), QStringLiteral("deadbeef")}) {
        const auto noAccount = run<ChatJob>(api(Sandbox::token(), account), Model(), request());
        EXPECT_EQ(noAccount.error().kind, ErrorKind::WrongAddress) << account.toStdString();
    }
}

TEST_P(ChatWire, TheQuotaReallyRunsOut)
{
    sandbox->setQuotaUsed(9'999.9);
    std::optional<Error> error;
    for (int i = 0; i < 200 && !error; ++i) {
        const auto result = chat(request());
        if (!result)
            error = result.error();
    }
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind, ErrorKind::QuotaExhausted);
    EXPECT_EQ(error->httpStatus, 429);
    sandbox->setClockOffset(std::chrono::hours(24));
    EXPECT_TRUE(chat(request())) << "the next day there is a new allowance";
}

TEST_P(ChatWire, AMegabyteAndRightToLeftText)
{
    const auto rightToLeft = chat(request(QStringLiteral("اكتب عن البرتقال עברית")));
    EXPECT_TRUE(rightToLeft);
    const auto enormous = chat(request(QString(1'000'000, u'x')));
    EXPECT_TRUE(enormous || !enormous.error().message.isEmpty());
}

TEST_P(ChatWire, TheTokenIsInNoError)
{
    sandbox->setFault(QStringLiteral("5006"));
    const auto result = chat(request());
    ASSERT_FALSE(result);
    EXPECT_FALSE(result.error().detail.contains(Sandbox::token()));
}

ORANGERY_BOTH_WAYS(ChatWire);

} // namespace
} // namespace orangery::test
