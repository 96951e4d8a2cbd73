// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/chatcodec.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <gtest/gtest.h>
#include <limits>

namespace orangery {
namespace {

ChatRequest hello()
{
    ChatRequest request;
    request.model = QStringLiteral("@cf/meta/llama-3.2-1b-instruct");
    request.messages = {{ChatRole::System, QStringLiteral("Be brief.")},
                        {ChatRole::User, QStringLiteral("Hi")},
                        {ChatRole::Assistant, QStringLiteral("Hello \"you\"")},
                        {ChatRole::User, QStringLiteral("Grüße 你好 🍊")}};
    return request;
}

TEST(ChatEncode, OnlyWhatIsSet)
{
    EXPECT_EQ(
        chatcodec::encode(hello(), {}).toStdString(),
        R"({"max_tokens":4096,"messages":[{"content":"Be brief.","role":"system"},{"content":"Hi","role":"user"},)"
        R"({"content":"Hello \"you\"","role":"assistant"},{"content":"Grüße 你好 🍊","role":"user"}],"stream":true})");
}

TEST(ChatEncode, AllThatCanBeSet)
{
    ChatRequest request = hello();
    request.messages = {{ChatRole::User, QStringLiteral("Hi")}};
    request.maxTokens = 77;
    request.temperature = 0.5;
    request.reasoningEffort = QStringLiteral("low");
    request.stream = false;
    request.sessionAffinity = QStringLiteral("a header, not a field");
    EXPECT_EQ(
        chatcodec::encode(request, {}).toStdString(),
        R"({"max_tokens":77,"messages":[{"content":"Hi","role":"user"}],"reasoning_effort":"low","stream":false,"temperature":0.5})");
}

TEST(ChatEncode, NothingEmptyOrImpossible)
{
    ChatRequest request = hello();
    request.messages = {{ChatRole::System, QString()}, {ChatRole::User, QStringLiteral("Hi")}};
    request.maxTokens = -5;
    request.temperature = std::numeric_limits<double>::quiet_NaN();
    request.reasoningEffort = QString();
    EXPECT_EQ(chatcodec::encode(request, {}).toStdString(),
              R"({"max_tokens":1,"messages":[{"content":"Hi","role":"user"}],"stream":true})");
}

TEST(ChatEncode, AMegabyteAndHalfACharacterAreValidJson)
{
    ChatRequest request = hello();
    request.messages = {{ChatRole::User, QString(1'000'000, QChar(u'x')) + QChar(0xD83C)}};
    const QJsonDocument body = QJsonDocument::fromJson(chatcodec::encode(request, {}));
    EXPECT_TRUE(body.isObject());
}

struct Answer
{
    const char* name;
    QByteArray body;
    ChatReply expected;
};

ChatReply text(const QString& text, FinishReason reason = FinishReason::Stop)
{
    ChatReply reply;
    reply.text = text;
    reply.finishReason = reason;
    return reply;
}

ChatReply calling(const QString& name)
{
    ChatReply reply = text({}, FinishReason::ToolCalls);
    reply.toolCalls = {{{}, name, QStringLiteral("{}")}};
    return reply;
}

TEST(ChatDecode, ClassicAnswer)
{
    const auto reply = chatcodec::decode(
        R"({"result":{"response":"Hi!","usage":{"prompt_tokens":9,"completion_tokens":4,"total_tokens":13}},"success":true,"errors":[],"messages":[]})");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->text, QStringLiteral("Hi!"));
    EXPECT_EQ(reply->usage, (TokenUsage{9, 4, 0}));
    EXPECT_EQ(reply->finishReason, FinishReason::Stop);
    EXPECT_FALSE(reply->neurons);
}

TEST(ChatDecode, ChatCompletion)
{
    const auto reply = chatcodec::decode(
        R"({"result":{"choices":[{"index":0,"message":{"role":"assistant","content":"Hi!","reasoning_content":"Hm."},"finish_reason":"length"}],)"
        R"("usage":{"prompt_tokens":90,"completion_tokens":4,"prompt_tokens_details":{"cached_tokens":64},"neurons":0.5}},"success":true})");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->text, QStringLiteral("Hi!"));
    EXPECT_EQ(reply->reasoning, QStringLiteral("Hm."));
    EXPECT_EQ(reply->finishReason, FinishReason::Length);
    EXPECT_EQ(reply->usage, (TokenUsage{90, 4, 64}));
    EXPECT_EQ(reply->neurons, Neurons::of(0.5));
}

TEST(ChatDecode, EveryPlaceAndTypeOfText)
{
    const QList<Answer> answers{
        {"bare", R"({"response":"Hi"})", text(QStringLiteral("Hi"))},
        {"string", R"({"result":"Hi","success":true})", text(QStringLiteral("Hi"))},
        {"empty", R"({"result":{"response":""}})", text({})},
        {"whole number", R"({"result":{"response":42}})", text(QStringLiteral("42"))},
        {"number", R"({"result":{"response":0.25}})", text(QStringLiteral("0.25"))},
        {"truth", R"({"result":{"response":true}})", text(QStringLiteral("true"))},
        {"object", R"({"result":{"response":{"a":[1,2]}}})", text(QStringLiteral(R"({"a":[1,2]})"))},
        {"list", R"({"result":{"response":[1,2]}})", text(QStringLiteral("[1,2]"))},
        {"flat tool calls", R"({"result":{"response":null,"tool_calls":[{"name":"f","arguments":{}}]}})",
         calling(QStringLiteral("f"))},
        {"openai", R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"stop"}]})",
         text(QStringLiteral("Hi"), FinishReason::Stop)},
        {"parts",
         R"({"choices":[{"message":{"content":[{"type":"text","text":"H"},{"type":"text","text":"i"}]}}]})",
         text(QStringLiteral("Hi"))},
        {"completion", R"({"choices":[{"text":"Hi","finish_reason":"stop"}]})",
         text(QStringLiteral("Hi"), FinishReason::Stop)},
        {"null content",
         R"({"choices":[{"message":{"content":null,"tool_calls":[{}]},"finish_reason":"tool_calls"}]})",
         text({}, FinishReason::ToolCalls)},
        {"filter", R"({"choices":[{"message":{"content":""},"finish_reason":"content_filter"}]})",
         text({}, FinishReason::ContentFilter)},
        {"other reason", R"({"choices":[{"message":{"content":"Hi"},"finish_reason":"moon"}]})",
         text(QStringLiteral("Hi"), FinishReason::Unknown)},
        {"choices first", R"({"response":"no","choices":[{"message":{"content":"Hi"}}]})",
         text(QStringLiteral("Hi"))},
        {"output_text", R"({"result":{"output_text":"Hi"}})", text(QStringLiteral("Hi"))},
        {"utf-8", "{\"response\":\"Gr\xc3\xbc\xc3\x9f\x65 \\ud83c\\udf4a\"}",
         text(QStringLiteral("Grüße 🍊"))},
    };
    for (const Answer& answer : answers) {
        SCOPED_TRACE(answer.name);
        const auto reply = chatcodec::decode(answer.body);
        ASSERT_TRUE(reply);
        EXPECT_EQ(reply->text.toStdString(), answer.expected.text.toStdString());
        EXPECT_EQ(*reply, answer.expected);
    }
}

TEST(ChatDecode, ResponsesObject)
{
    const auto reply = chatcodec::decode(
        R"({"result":{"output":[{"type":"reasoning","content":[{"type":"reasoning_text","text":"Hm."}]},)"
        R"({"type":"message","content":[{"type":"output_text","text":"Hi"},{"type":"output_text","text":"!"}]}],)"
        R"("usage":{"input_tokens":5,"output_tokens":6,"input_tokens_details":{"cached_tokens":2}}}})");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->text, QStringLiteral("Hi!"));
    EXPECT_EQ(reply->reasoning, QStringLiteral("Hm."));
    EXPECT_EQ(reply->usage, (TokenUsage{5, 6, 2}));
}

TEST(ChatDecode, InlineThoughtIsKeptApart)
{
    const auto reply = chatcodec::decode(R"({"result":{"response":"<think>\nHm.\n</think>\n\nYes."}})");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->text, QStringLiteral("Yes."));
    EXPECT_EQ(reply->reasoning, QStringLiteral("Hm.\n"));
}

TEST(ChatDecode, NoTextIsInvalid)
{
    for (const QByteArray body :
         {"", "x", "null", "[]", "{}", R"({"result":null,"success":true})", R"({"result":{},"success":true})",
          R"({"result":{"response":null}})", R"({"result":{"response":null,"tool_calls":[]}})",
          R"({"choices":[]})", R"({"choices":[{"message":{"content":null}}]})",
          R"({"result":{"response":"Hel)", R"({"result":{"image":"iVBOR"}})"}) {
        const auto reply = chatcodec::decode(body);
        ASSERT_FALSE(reply) << body.toStdString();
        EXPECT_EQ(reply.error().kind, ErrorKind::InvalidAnswer);
        EXPECT_EQ(reply.error().detail.toUtf8(), body);
    }
}

TEST(ChatDecode, UsageThatIsNoneIsNotInvented)
{
    for (const QByteArray usage : {"null", "{}", "[]", "3", R"({"total_tokens":5})"})
        EXPECT_FALSE(chatcodec::decode(R"({"response":"Hi","usage":)" + usage + "}")->usage)
            << usage.toStdString();
    const auto odd = chatcodec::decode(
        R"({"response":"Hi","usage":{"prompt_tokens":-3,"completion_tokens":1e300,"neurons":-1}})");
    EXPECT_EQ(odd->usage, (TokenUsage{0, 1'000'000'000, 0}));
    EXPECT_FALSE(odd->neurons);
}

} // namespace
} // namespace orangery
