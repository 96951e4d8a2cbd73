// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/chatjobfixture.h"
#include "workersai/textmodels.h"

namespace orangery::test {
namespace {

using Calls = QList<ToolCall>;

const ToolCall rome{QStringLiteral("c1"), QStringLiteral("weather"), QStringLiteral(R"({"city":"Rome"})")};

class ChatCalls : public ChatJobTest
{
protected:
    ChatCalls()
    {
        m_request.tools = {
            {QStringLiteral("weather"), {}, R"({"type":"object","properties":{"city":{"type":"string"}}})"}};
    }
};

TEST(ChatCallsDecode, EveryShape)
{
    for (
        const QByteArray body :
        {R"({"result":{"response":null,"tool_calls":[{"id":"c1","name":"weather","arguments":{"city":"Rome"}}]}})",
         R"({"result":{"tool_calls":[{"id":"c1","name":"weather","arguments":"{\"city\":\"Rome\"}"}]}})",
         R"({"choices":[{"message":{"content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Rome\"}"}}]},"finish_reason":"tool_calls"}]})",
         R"({"choices":[{"message":{"content":"","tool_calls":[{"id":"c1","function":{"name":"weather","arguments":{"city":"Rome"}}}]},"finish_reason":"stop"}]})",
         R"({"result":{"output_text":"","output":[{"type":"reasoning","summary":[]},{"type":"function_call","id":"fc","call_id":"c1","name":"weather","arguments":"{\"city\":\"Rome\"}"}]}})"}) {
        const auto reply = chatcodec::decode(body);
        ASSERT_TRUE(reply) << body.toStdString();
        EXPECT_EQ(reply->toolCalls, (Calls{rome})) << body.toStdString();
        EXPECT_EQ(reply->finishReason, FinishReason::ToolCalls) << body.toStdString();
        EXPECT_TRUE(reply->text.isEmpty());
    }
}

TEST(ChatCallsDecode, TextBesideACallStays)
{
    const auto reply = chatcodec::decode(
        R"({"choices":[{"message":{"content":"Let me look.","reasoning":"Hm.","tool_calls":[{"id":"c1","function":{"name":"weather","arguments":"{\"city\":\"Rome\"}"}}]}}]})");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->text, QStringLiteral("Let me look."));
    EXPECT_EQ(reply->reasoning, QStringLiteral("Hm."));
    EXPECT_EQ(reply->toolCalls, (Calls{rome}));
}

TEST(ChatCallsDecode, HalfACallIsNone)
{
    const auto cut = chatcodec::decode(
        R"({"choices":[{"message":{"content":null,"tool_calls":[{"id":"c1","function":{"name":"weather","arguments":"{\"ci"}}]},"finish_reason":"length"}]})");
    ASSERT_TRUE(cut);
    EXPECT_TRUE(cut->toolCalls.isEmpty());
    EXPECT_EQ(cut->finishReason, FinishReason::Length);
    const auto incomplete = chatcodec::decode(
        R"({"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"},"output":[{"type":"message","content":[{"type":"output_text","text":"Hel"}]}]})");
    ASSERT_TRUE(incomplete);
    EXPECT_EQ(incomplete->finishReason, FinishReason::Length);
}

TEST(ChatCallsDecode, GarbageInPlaceOfCallsIsNoAnswer)
{
    for (const QByteArray calls : {"3", "{}", "[null]", "[{}]", R"([{"function":{"arguments":"{}"}}])"}) {
        const auto reply = chatcodec::decode(R"({"result":{"response":null,"tool_calls":)" + calls + "}}");
        ASSERT_FALSE(reply) << calls.toStdString();
        EXPECT_EQ(reply.error().kind, ErrorKind::InvalidAnswer);
    }
}

TEST_F(ChatCalls, StreamedInTheChatShape)
{
    TestServer server(stream(
        {R"({"choices":[{"delta":{"tool_calls":[{"id":"c1","type":"function","index":0,"function":{"name":"weather"}}]}}]})",
         R"({"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"city\":"}}]}}]})",
         R"({"choices":[{"delta":{"tool_calls":[{"index":0,"function":{"arguments":"\"Rome\"}"}}]}}]})",
         R"({"choices":[{"delta":{"tool_calls":[{"id":null,"type":null,"index":0,"function":{"name":null,"arguments":""}}]},"finish_reason":"tool_calls"}],"usage":{"prompt_tokens":5,"completion_tokens":6}})",
         "[DONE]"}));
    const ChatOutcome outcome = run(server);
    ASSERT_TRUE(*outcome.result);
    EXPECT_EQ(outcome.reply().toolCalls, (Calls{rome}));
    EXPECT_EQ(outcome.reply().finishReason, FinishReason::ToolCalls);
    EXPECT_EQ(server.requests().size(), 1);
}

TEST_F(ChatCalls, StreamedInTheClassicShape)
{
    TestServer server(
        stream({R"({"response":null,"tool_calls":[{"name":"weather","arguments":{"city":"Rome"}}]})",
                R"({"tool_calls":[],"p":"ab"})",
                R"({"response":"","usage":{"prompt_tokens":5,"completion_tokens":6}})", "[DONE]"}));
    const ChatOutcome outcome = run(server);
    ASSERT_TRUE(*outcome.result);
    EXPECT_EQ(outcome.reply().toolCalls, (Calls{{{}, rome.name, rome.arguments}}));
    EXPECT_EQ(outcome.reply().finishReason, FinishReason::ToolCalls);
}

TEST_F(ChatCalls, ABrokenStreamLeavesNoHalfCall)
{
    WireReply reply = stream(
        {R"({"choices":[{"delta":{"content":"Let me look."}}]})",
         R"({"choices":[{"delta":{"tool_calls":[{"id":"c1","index":0,"function":{"name":"weather","arguments":"{\"ci"}}]}}]})"});
    TestServer server(reply);
    const ChatOutcome outcome = run(server);
    ASSERT_TRUE(*outcome.result);
    EXPECT_EQ(outcome.reply().finishReason, FinishReason::Truncated);
    EXPECT_TRUE(outcome.reply().toolCalls.isEmpty());
}

TEST_F(ChatCalls, JsonWithACallInPlaceOfAStreamIsAnAnswer)
{
    TestServer server(json(envelope(
        R"({"choices":[{"message":{"content":null,"tool_calls":[{"id":"c1","function":{"name":"weather","arguments":"{\"city\":\"Rome\"}"}}]}}]})")));
    EXPECT_EQ(run(server).reply().toolCalls, (Calls{rome}));
    EXPECT_EQ(server.requests().size(), 1);
}

TEST_F(ChatCalls, AForcedCallWrittenAsTextIsThatCall)
{
    m_request.toolChoice = QStringLiteral("required");
    const QByteArray text = R"({\"name\":\"weather\",\"arguments\":{\"city\":\"Rome\"}})";
    TestServer streaming(stream({R"({"choices":[{"delta":{"reasoning_content":"Hm."}}]})",
                                 R"({"choices":[{"delta":{"content":")" + text.left(19) + R"("}}]})",
                                 R"({"choices":[{"delta":{"content":")" + text.mid(19) + R"("}}]})",
                                 R"({"choices":[{"delta":{},"finish_reason":"stop"}]})", "[DONE]"}));
    TestServer whole(json(envelope(R"({"choices":[{"message":{"reasoning_content":"Hm.","content":")" + text +
                                   R"(","tool_calls":[]},"finish_reason":"stop"}]})")));
    for (TestServer* server : {&streaming, &whole}) {
        const ChatOutcome outcome = run(*server);
        ASSERT_TRUE(*outcome.result);
        EXPECT_EQ(outcome.reply().toolCalls, (Calls{{{}, rome.name, rome.arguments}}));
        EXPECT_EQ(outcome.reply().finishReason, FinishReason::ToolCalls);
        EXPECT_EQ(outcome.deltas, (QList<ChatDelta>{{{}, QStringLiteral("Hm.")}}));
    }
}

TEST_F(ChatCalls, OtherTextInPlaceOfAForcedCallComesAtTheEnd)
{
    m_request.toolChoice = QStringLiteral("weather");
    TestServer server(stream(goodEvents));
    const ChatOutcome outcome = run(server);
    EXPECT_EQ(outcome.deltas, (QList<ChatDelta>{{QStringLiteral("Hello"), {}}}));
    EXPECT_TRUE(outcome.reply().toolCalls.isEmpty());

    TestServer failing(stream({R"({"response":"a"})", R"({"errors":[{"code":3040,"message":"x"}]})"}));
    const ChatOutcome failed = run(failing);
    EXPECT_EQ(failed.errorKind(), ErrorKind::Busy);
    EXPECT_EQ(failed.text(), QStringLiteral("a")) << "what was held back is handed on before the error";
}

TEST_F(ChatCalls, JsonModeIsNotStreamed)
{
    m_request.tools.clear();
    m_request.jsonMode = JsonMode{};
    TestServer server(json(envelope(R"({"response":{"a":1}})")));
    EXPECT_EQ(run(server).reply().text, QStringLiteral(R"({"a":1})"));
    EXPECT_EQ(object(server.requests().first().body).value(u"stream"), QJsonValue(false));

    TestServer empty(json(envelope(R"({"response":null})")));
    EXPECT_EQ(run(empty).errorKind(), ErrorKind::InvalidAnswer);
    EXPECT_EQ(empty.requests().size(), 1) << "it was not asked for as a stream, so not again";
}

TEST_F(ChatCalls, AMegabyteOfPictureIsWrittenInAWorker)
{
    m_request.messages.last().images = {{QByteArray(1'500'000, 'x'), QStringLiteral("image/png")}};
    TestServer server(stream(goodEvents));
    EXPECT_EQ(run(server).reply().text, QStringLiteral("Hello"));
    EXPECT_GT(server.requests().first().body.size(), 2'000'000);

    auto* job = new ChatJob(m_client, apiAt(server.url()), Model(), m_request, &m_context);
    std::optional<ErrorKind> end;
    QObject::connect(job, &Job::finished, &m_context, [&] { end = job->result().error().kind; });
    QMetaObject::invokeMethod(
        job, [job] { job->cancel(); }, Qt::QueuedConnection);
    EXPECT_TRUE(waitFor([&] { return end.has_value(); }));
    EXPECT_EQ(end, ErrorKind::Canceled);
}

} // namespace
} // namespace orangery::test
