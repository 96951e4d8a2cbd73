// SPDX-License-Identifier: GPL-3.0-or-later
// The quick way through an event must say what the way over QJsonDocument says, or nothing.
#include "workersai/plainchunk.h"

#include "workersai/chatstreamdecoder.h"

#include <gtest/gtest.h>

#include <random>

namespace orangery {
namespace {

const char* const usual[] = {
    R"({"id":"c-1","object":"chat.completion.chunk","created":1795000000,"model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":""},"logprobs":null,"finish_reason":null}]})",
    R"({"choices":[{"index":0,"delta":{"content":" word"},"finish_reason":null}],"p":"abcdefgh"})",
    R"({"choices":[{"delta":{"content":"a\n\"b\"\\ \/\t\u00e9\ud83c\udf4a Blüte 橙 🍊"},"stop":[1.5,-2,true,false,{"a":[]}]}]})",
    R"({"choices":[{"delta":{"reasoning_content":"why","content":null,"tool_calls":[]},"finish_reason":"stop"}]})",
    R"({"choices":[{"delta":{"reasoning":"why"}},{"delta":{"content":"other"}}],"usage":{"prompt_tokens":12,"completion_tokens":3,"total_tokens":15,"prompt_tokens_details":{"cached_tokens":8,"audio":null}}})",
    R"({"choices":[],"usage":{"prompt_tokens":12,"completion_tokens":3}})",
    R"({"response":"native","tool_calls":[],"p":"abc","usage":null})",
    R"({"response":null,"usage":{"prompt_tokens":9,"completion_tokens":4,"prompt_tokens_details":null}})",
    R"( { "response" : "spaced" , "x" : { } } )",
    R"({"success":true,"errors":[],"error":null,"result":null,"response":"x"})",
    R"({"choices":[{"delta":null,"message":null,"finish_reason":"length"}]})",
};

const char* const unusual[] = {
    R"({"response":42})",
    R"({"choices":[{"message":{"content":"whole"},"finish_reason":"stop"}]})",
    R"({"choices":[{"delta":{"content":["a","b"]}}]})",
    R"({"choices":[{"delta":{"tool_calls":[{"index":0,"id":"c","function":{"name":"f","arguments":"{}"}}]}}]})",
    R"({"tool_calls":[{"name":"f","arguments":{"a":1}}]})",
    R"({"usage":{"prompt_tokens":9,"completion_tokens":4,"neurons":1.5}})",
    R"({"usage":{"input_tokens":9,"output_tokens":4}})",
    R"({"usage":{"prompt_tokens":1e3,"completion_tokens":-4}})",
    R"({"usage":{"prompt_tokens":12345678901,"completion_tokens":"4"}})",
    R"({"response":"a","response":"b"})",
    R"({"choices":[{"delta":{"content":"a","content":"b"}}]})",
    R"({"resp\u006fnse":"escaped name"})",
    R"({"response":"odd escape \q"})",
    R"({"response":"x","n":1.2.3})",
    R"({"response":"x","n":01})",
    R"({"response":"x"} more)",
    R"({"response":"x",})",
    R"({"response":"x)",
    R"(["response"])",
    R"("response")",
    R"({"result":{"response":"wrapped"}})",
    R"({"reasoning":"outside","finish_reason":"stop"})",
    "{\"response\":\"\xEF\xBB\xBFmark\"}",
    "{\"response\":\"bad \xC3\x28\"}",
    "{\"x\":\"bad \xFF\",\"response\":\"y\"}",
    "{\"response\":\"control \x01\"}",
};

struct Taken
{
    ChatDelta delta;
    ChatReply reply;
    int read = 0;
    int skipped = 0;

    bool operator==(const Taken&) const = default;
};

Taken taken(const QByteArray& event)
{
    ChatStreamDecoder decoder;
    Taken taken;
    taken.delta = decoder.take("{\"response\":\"-\"}"); // a text that is under way holds nothing back
    taken.delta = decoder.take(event);
    taken.reply = decoder.reply();
    taken.read = decoder.readEvents();
    taken.skipped = decoder.skippedEvents();
    return taken;
}

/// The same event with a first member that means nothing and that only QJsonDocument reads.
QByteArray bySlowWay(QByteArray event)
{
    const qsizetype brace = event.indexOf('{');
    return event.insert(brace + 1, R"("\u0070ad":0,)");
}

void expectSame(const QByteArray& event)
{
    ASSERT_FALSE(readPlainChunk(bySlowWay(event))) << event.toStdString();
    EXPECT_EQ(taken(event), taken(bySlowWay(event))) << event.toStdString();
}

TEST(PlainChunk, TakesTheUsualFormsAndAgreesWithTheSlowWay)
{
    for (const char* event : usual) {
        EXPECT_TRUE(readPlainChunk(event)) << event;
        expectSame(event);
    }
}

TEST(PlainChunk, LeavesTheUnusualFormsToTheSlowWay)
{
    for (const char* event : unusual)
        EXPECT_FALSE(readPlainChunk(event)) << event;
}

TEST(PlainChunk, ReadsEveryField)
{
    const auto chunk = readPlainChunk(
        R"({"choices":[{"delta":{"content":"a\u00e9","reasoning":"r"},"finish_reason":"length"}],)"
        R"("usage":{"completion_tokens":3,"prompt_tokens":12,"prompt_tokens_details":{"cached_tokens":8}}})");
    ASSERT_TRUE(chunk);
    EXPECT_EQ(chunk->text, QStringLiteral("a\u00e9"));
    EXPECT_EQ(chunk->reasoning, QStringLiteral("r"));
    EXPECT_EQ(chunk->finishReason, FinishReason::Length);
    EXPECT_EQ(chunk->usage, (TokenUsage{12, 3, 8}));
}

TEST(PlainChunk, GivesUpWhereItNestsTooDeeply)
{
    const auto nested = [](int depth) {
        return "{\"x\":" + QByteArray(depth, '[') + QByteArray(depth, ']') + ",\"response\":\"t\"}";
    };
    EXPECT_TRUE(readPlainChunk(nested(8)));
    EXPECT_FALSE(readPlainChunk(nested(100'000)));
    EXPECT_EQ(taken(nested(500)).delta.text, QStringLiteral("t"));
}

TEST(PlainChunk, EveryPrefixIsNoEvent)
{
    for (const char* event : usual) {
        const QByteArray whole = QByteArray(event).trimmed();
        for (qsizetype size = 0; size < whole.size(); ++size)
            EXPECT_FALSE(readPlainChunk(whole.first(size))) << whole.first(size).toStdString();
    }
}

TEST(PlainChunk, AgreesWithTheSlowWayOnDamagedEvents)
{
    std::mt19937 random(20261124); // the same damage in every run
    const auto below = [&](qsizetype limit) {
        return static_cast<qsizetype>(random() % static_cast<unsigned>(limit));
    };
    static const QByteArray bytes =
        "\"\\{}[]:,0123456789.eE+-untrfalsn \n\t\x01\x7f\x80\xc3\xa9\xed\xa0\xf0\xff";
    int plain = 0;
    for (int i = 0; i < 40'000; ++i) {
        const QByteArray whole = i % 3 == 0 ? QByteArray(unusual[below(std::size(unusual))])
                                            : QByteArray(usual[below(std::size(usual))]);
        QByteArray event = whole;
        for (qsizetype damage = below(3); damage >= 0; --damage) {
            const qsizetype at = below(event.size());
            switch (below(4)) {
            case 0:
                event[at] = bytes[below(bytes.size())];
                break;
            case 1:
                event.insert(at, bytes[below(bytes.size())]);
                break;
            case 2:
                event.remove(at, 1);
                break;
            default:
                event.insert(at, whole.mid(below(whole.size()), below(12)));
            }
            if (event.isEmpty())
                event = "{}";
        }
        plain += readPlainChunk(event) ? 1 : 0;
        const QByteArray start = event.trimmed();
        if (start.startsWith('{') && !start.sliced(1).trimmed().startsWith('}'))
            expectSame(event);
        if (HasFatalFailure() || HasNonfatalFailure())
            return;
    }
    EXPECT_GT(plain, 4000) << "too few were read at all to say anything";
}

} // namespace
} // namespace orangery
