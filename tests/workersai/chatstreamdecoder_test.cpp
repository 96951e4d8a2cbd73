// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sseparser.h"
#include "workersai/chatcodec.h"

#include <gtest/gtest.h>

namespace orangery {
namespace {

/// What a stream gives, with the pieces put together from the deltas and from reply().
struct Heard
{
    ChatReply reply;
    ChatDelta deltas;
    int skipped = 0;
    bool isDone = false;
    std::optional<ErrorKind> error;

    bool operator==(const Heard&) const = default;
};

class Listener
{
public:
    void feed(const QByteArray& bytes)
    {
        for (const SseEvent& event : m_parser.feed(bytes))
            add(m_decoder.take(event.data));
    }

    Heard end()
    {
        add(m_decoder.finish());
        Heard heard{m_decoder.reply(), m_deltas, m_decoder.skippedEvents(), m_decoder.isDone(), {}};
        if (m_decoder.error())
            heard.error = m_decoder.error()->kind;
        return heard;
    }

private:
    void add(const ChatDelta& delta)
    {
        m_deltas.text += delta.text;
        m_deltas.reasoning += delta.reasoning;
    }

    SseParser m_parser;
    ChatStreamDecoder m_decoder;
    ChatDelta m_deltas;
};

Heard hear(const QList<QByteArray>& reads)
{
    Listener listener;
    for (const QByteArray& bytes : reads)
        listener.feed(bytes);
    return listener.end();
}

/// Whole; the same byte by byte and cut in two at every place.
Heard hearEveryWay(const QByteArray& stream)
{
    const Heard whole = hear({stream});
    QList<QByteArray> bytes;
    for (const char byte : stream)
        bytes.append(QByteArray(1, byte));
    EXPECT_EQ(hear(bytes), whole) << "byte by byte";
    for (qsizetype at = 0; at <= stream.size(); ++at)
        EXPECT_EQ(hear({stream.left(at), stream.mid(at)}), whole) << "cut at " << at;
    EXPECT_EQ(whole.deltas, (ChatDelta{whole.reply.text, whole.reply.reasoning}));
    return whole;
}

TEST(ChatStream, NativeShape)
{
    const Heard heard = hearEveryWay(
        "data: {\"response\":\"Hello\",\"p\":\"abcdefghijklmnopqrstuvwxyz0123456789abc\"}\n\n"
        "data: {\"response\":\" w\xc3\xb6rld \xf0\x9f\x8d\x8a\",\"p\":\"ab\"}\n\n"
        "data: {\"tool_calls\":[],\"p\":\"abdefgh\"}\n\n"
        "data: "
        "{\"response\":\"\",\"usage\":{\"prompt_tokens\":9,\"completion_tokens\":4,\"total_tokens\":13}}\n\n"
        "data: [DONE]\n\n");
    EXPECT_EQ(heard.reply.text, QStringLiteral("Hello wörld 🍊"));
    EXPECT_EQ(heard.reply.usage, (TokenUsage{9, 4, 0}));
    EXPECT_EQ(heard.reply.finishReason, FinishReason::Stop);
    EXPECT_TRUE(heard.isDone);
    EXPECT_EQ(heard.skipped, 0);
}

TEST(ChatStream, OpenAiShapeWithUsageInEveryEvent)
{
    const Heard heard = hearEveryWay(
        R"(data: {"id":"c","object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":""}}],"usage":{"prompt_tokens":20,"completion_tokens":0}})"
        "\r\n\r\n"
        R"(data: {"choices":[{"index":0,"delta":{"reasoning_content":"Hm."}}],"usage":{"prompt_tokens":20,"completion_tokens":1}})"
        "\r\n\r\n"
        R"(data: {"choices":[{"index":0,"delta":{"content":"Hi","reasoning":null},"finish_reason":null}],"usage":{"prompt_tokens":20,"completion_tokens":2,"neurons":0.25}})"
        "\r\n\r\n"
        R"(data: {"choices":[{"index":0,"delta":{},"finish_reason":"length"}],"usage":null})"
        "\r\n\r\n"
        R"(data: {"choices":[],"usage":{"prompt_tokens":20,"completion_tokens":3,"prompt_tokens_details":{"cached_tokens":16}}})"
        "\r\n\r\ndata: [DONE]\r\n\r\n");
    EXPECT_EQ(heard.reply.text, QStringLiteral("Hi"));
    EXPECT_EQ(heard.reply.reasoning, QStringLiteral("Hm."));
    EXPECT_EQ(heard.reply.usage, (TokenUsage{20, 3, 16}));
    EXPECT_EQ(heard.reply.neurons, Neurons::of(0.25));
    EXPECT_EQ(heard.reply.finishReason, FinishReason::Length);
}

TEST(ChatStream, FinishReasonOnTheUsageEvent)
{
    const Heard heard = hearEveryWay(
        R"(data: {"choices":[{"delta":{"content":"Hi"}}]})"
        "\n\n"
        R"(data: {"choices":[{"delta":{},"finish_reason":"tool_calls"}],"usage":{"prompt_tokens":1,"completion_tokens":2}})"
        "\n\n");
    EXPECT_EQ(heard.reply.finishReason, FinishReason::ToolCalls);
    EXPECT_FALSE(heard.isDone);
}

TEST(ChatStream, BothNamesOfReasoning)
{
    const Heard heard =
        hearEveryWay("data: {\"choices\":[{\"delta\":{\"reasoning\":\"a\"}}]}\n\n"
                     "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"b\"}}]}\n\n"
                     "data: {\"choices\":[{\"delta\":{\"reasoning_content\":\"c\",\"reasoning\":\"c\"}}]}\n\n"
                     "data: [DONE]\n\n");
    EXPECT_EQ(heard.reply.reasoning, QStringLiteral("abc"));
    EXPECT_TRUE(heard.reply.text.isEmpty());
}

TEST(ChatStream, InlineThoughtAcrossEvents)
{
    const Heard heard =
        hearEveryWay("data: {\"response\":\"<th\"}\n\ndata: {\"response\":\"ink>Hm\"}\n\n"
                     "data: {\"response\":\".</thi\"}\n\ndata: {\"response\":\"nk>\\n\\nYe\"}\n\n"
                     "data: {\"response\":\"s <think>\"}\n\ndata: [DONE]\n\n");
    EXPECT_EQ(heard.reply.reasoning, QStringLiteral("Hm."));
    EXPECT_EQ(heard.reply.text, QStringLiteral("Yes <think>"));
}

TEST(ChatStream, AHeldBackTagComesOutAtTheEnd)
{
    EXPECT_EQ(hearEveryWay("data: {\"response\":\"<thi\"}\n\ndata: [DONE]\n\n").reply.text,
              QStringLiteral("<thi"));
    EXPECT_EQ(hearEveryWay("data: {\"response\":\"<thi\"}\n\n").reply.text, QStringLiteral("<thi"));
}

TEST(ChatStream, OddTexts)
{
    const Heard heard =
        hearEveryWay("data: {\"response\":1}\n\ndata: {\"response\":null}\n\ndata: {\"p\":\"ab\"}\n\n"
                     "data: {\"response\":{\"a\":1}}\n\ndata: {\"response\":\"data: x\"}\n\n"
                     "data: {\"response\":\"[DONE]\"}\n\ndata: [DONE]\n\n");
    EXPECT_EQ(heard.reply.text, QStringLiteral(R"(1{"a":1}data: x[DONE])"));
}

TEST(ChatStream, ToolCallsBesideText)
{
    const Heard heard = hearEveryWay(
        "data: "
        "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"id\":\"a\",\"type\":\"function\",\"index\":0,"
        "\"function\":{\"name\":\"f\"}}]}}]}\n\n"
        "data: "
        "{\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{}\"}}]}}]}\n\n"
        "data: "
        "{\"choices\":[{\"delta\":{\"content\":null,\"tool_calls\":[{\"id\":null,\"type\":null,\"function\":{"
        "\"name\":null,\"arguments\":\"\"}}]}}]}\n\n"
        "data: {\"choices\":[{\"delta\":{\"content\":\"Hi\"},\"finish_reason\":\"tool_calls\"}]}\n\ndata: "
        "[DONE]\n\n");
    EXPECT_EQ(heard.reply.text, QStringLiteral("Hi"));
    EXPECT_EQ(heard.reply.toolCalls,
              (QList<ToolCall>{{QStringLiteral("a"), QStringLiteral("f"), QStringLiteral("{}")}}));
    EXPECT_EQ(heard.skipped, 0);
}

TEST(ChatStream, AnEventThatCannotBeReadIsSkipped)
{
    const Heard heard =
        hearEveryWay("data: {\"response\":\"a\"}\n\ndata: {\"response\":\"b\n\ndata: garbage\n\ndata: [1]\n\n"
                     "data: {\"response\":\"c\"}\n\ndata: [DONE]\n\n");
    EXPECT_EQ(heard.reply.text, QStringLiteral("ac"));
    EXPECT_EQ(heard.skipped, 3);
    EXPECT_FALSE(heard.error);
}

TEST(ChatStream, ErrorEvents)
{
    for (const QByteArray event :
         {R"({"error":{"message":"AiError: 3040: Capacity"}})", R"({"errors":[{"code":3040,"message":"x"}]})",
          R"({"result":null,"success":false,"errors":[{"code":3040,"message":"x"}]})"}) {
        const Heard heard = hearEveryWay("data: {\"response\":\"a\"}\n\ndata: " + event +
                                         "\n\ndata: {\"response\":\"b\"}\n\ndata: [DONE]\n\n");
        EXPECT_EQ(heard.error, ErrorKind::Busy) << event.toStdString();
        EXPECT_EQ(heard.reply.text, QStringLiteral("a"));
    }
}

TEST(ChatStream, WithoutAnEndItIsTruncated)
{
    const Heard heard = hearEveryWay("data: {\"response\":\"a\"}\n\ndata: {\"response\":\"b\"}");
    EXPECT_EQ(heard.reply.text, QStringLiteral("a"));
    EXPECT_EQ(heard.reply.finishReason, FinishReason::Truncated);
    EXPECT_EQ(hear({}).reply.finishReason, FinishReason::Truncated);
}

TEST(ChatStream, NothingCountsAfterDone)
{
    const Heard heard =
        hear({"data: {\"response\":\"a\"}\n\ndata: [DONE]\n\ndata: {\"response\":\"b\"}\n\n"});
    EXPECT_EQ(heard.reply.text, QStringLiteral("a"));
    EXPECT_TRUE(hear({"data:  [DONE] \n\n"}).isDone);
}

TEST(ChatStream, AnEnvelopeAroundEachEvent)
{
    const Heard heard =
        hear({"data: {\"result\":{\"response\":\"a\"},\"success\":true,\"errors\":[]}\n\ndata: [DONE]\n\n"});
    EXPECT_EQ(heard.reply.text, QStringLiteral("a"));
}

} // namespace
} // namespace orangery
