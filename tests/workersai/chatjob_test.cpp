// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/chatjobfixture.h"

namespace orangery::test {
namespace {

using Way = WireReply::Way;

TEST_F(ChatJobTest, TheRequestByteByByte)
{
    m_request.sessionAffinity = QStringLiteral("conversation 7");
    TestServer server(stream(goodEvents));
    run(server);
    ASSERT_EQ(server.requests().size(), 1);
    const WireRequest& request = server.requests().first();
    EXPECT_EQ(request.method, "POST");
    EXPECT_EQ(request.target.toStdString(),
              std::string("/client/v4/accounts/") + accountId + "/ai/run/@cf/meta/llama-3.2-1b-instruct");
    EXPECT_EQ(request.headers.value("authorization"), QByteArray("Bearer ") + tokenText);
    EXPECT_EQ(request.headers.value("content-type"), "application/json");
    EXPECT_EQ(request.headers.value("x-session-affinity"), "conversation%207");
    EXPECT_EQ(request.body.toStdString(),
              R"({"max_tokens":4096,"messages":[{"content":"Hi","role":"user"}],"stream":true})");
}

TEST_F(ChatJobTest, NoAffinityNoHeader)
{
    TestServer server(stream(goodEvents));
    run(server);
    EXPECT_FALSE(server.requests().first().headers.contains("x-session-affinity"));
}

TEST_F(ChatJobTest, AStreamInEverySplit)
{
    for (const Way way : {Way::Whole, Way::Chunked, Way::Bytewise, Way::UntilClose}) {
        WireReply reply = stream(goodEvents);
        reply.way = way;
        reply.headers = {{"cf-ai-neurons", "1.25"}, {"CF-Ray", "8f00-FRA"}};
        TestServer server(reply);
        const ChatOutcome outcome = run(server);
        ASSERT_TRUE(*outcome.result);
        EXPECT_EQ(outcome.reply().text, QStringLiteral("Hello"));
        EXPECT_EQ(outcome.reply().usage, (TokenUsage{9, 4, 0}));
        EXPECT_EQ(outcome.reply().neurons, Neurons::of(1.25));
        EXPECT_EQ(outcome.reply().rayId, QStringLiteral("8f00-FRA"));
        EXPECT_EQ(outcome.reply().httpStatus, 200);
        EXPECT_EQ(outcome.reply().finishReason, FinishReason::Stop);
        EXPECT_EQ(outcome.deltas.size(), 2);
    }
}

TEST_F(ChatJobTest, NeuronsOfTheHeadWinAndNonsenseIsNone)
{
    WireReply reply = stream(
        {R"({"response":"a","usage":{"prompt_tokens":1,"completion_tokens":1,"neurons":2.5}})", "[DONE]"});
    reply.headers = {{"cf-ai-neurons", "1.25"}};
    TestServer server(reply);
    EXPECT_EQ(run(server).reply().neurons, Neurons::of(1.25));
    reply.headers.clear();
    TestServer headless(reply);
    EXPECT_EQ(run(headless).reply().neurons, Neurons::of(2.5));

    WireReply odd = stream(goodEvents);
    odd.headers = {{"cf-ai-neurons", "many"}};
    TestServer oddServer(odd);
    EXPECT_FALSE(run(oddServer).reply().neurons);
}

TEST_F(ChatJobTest, WhatTheServerDoesAfterDoneDoesNotHoldItUp)
{
    WireReply silent = stream(goodEvents);
    silent.body += ": " + silent.body; // the half that never comes
    silent.way = Way::StallMidBody;
    TestServer silentServer(silent);
    EXPECT_EQ(run(silentServer).reply().text, QStringLiteral("Hello"));

    WireReply endless = stream(goodEvents);
    endless.way = Way::Flood;
    TestServer endlessServer(endless);
    const ChatOutcome outcome = run(endlessServer);
    EXPECT_EQ(outcome.reply().text, QStringLiteral("Hello"));
    EXPECT_EQ(outcome.reply().finishReason, FinishReason::Stop);
}

TEST_F(ChatJobTest, AnAnswerAsLongAsAllowedWasCut)
{
    m_request.maxTokens = 4;
    TestServer server(stream(goodEvents));
    EXPECT_EQ(run(server).reply().finishReason, FinishReason::Length);
}

TEST_F(ChatJobTest, ABrokenStreamKeepsItsText)
{
    for (const Way way : {Way::Cut, Way::CutChunked, Way::Reset, Way::StallMidBody}) {
        WireReply reply =
            stream({R"({"response":"Hello"})",
                    R"({"response":" and a long rest that does not arrive as a whole"})", "[DONE]"});
        reply.way = way;
        m_client.setTimeoutCeiling(std::chrono::milliseconds(way == Way::StallMidBody ? 200 : 0));
        TestServer server(reply);
        const ChatOutcome outcome = run(server);
        ASSERT_TRUE(*outcome.result) << static_cast<int>(way);
        EXPECT_EQ(outcome.reply().text, QStringLiteral("Hello"));
        EXPECT_EQ(outcome.reply().finishReason, FinishReason::Truncated);
    }
}

TEST_F(ChatJobTest, AStreamThatJustEndsIsTruncated)
{
    TestServer server(stream({R"({"response":"Hello"})"}));
    EXPECT_EQ(run(server).reply().finishReason, FinishReason::Truncated);
}

TEST_F(ChatJobTest, AStreamThatBreaksBeforeItsFirstTextIsAnError)
{
    WireReply cut = stream({R"({"response":""})", R"({"response":"","p":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})"});
    cut.way = Way::CutChunked;
    TestServer cutServer(cut);
    EXPECT_EQ(run(cutServer).errorKind(), ErrorKind::ConnectionLost);

    TestServer endless(stream({R"({"response":""})"}));
    EXPECT_EQ(run(endless).errorKind(), ErrorKind::ConnectionLost);

    TestServer empty(stream({}));
    EXPECT_EQ(run(empty).errorKind(), ErrorKind::ConnectionLost);

    TestServer garbage(stream({"garbage", "more", "[DONE]"}));
    const ChatOutcome outcome = run(garbage);
    EXPECT_EQ(outcome.errorKind(), ErrorKind::InvalidAnswer);
    EXPECT_EQ(outcome.result->error().detail, QStringLiteral("garbage"));
    EXPECT_EQ(outcome.result->error().httpStatus, 200);
}

TEST_F(ChatJobTest, GarbageBetweenEventsIsSkipped)
{
    TestServer server(stream({R"({"response":"a"})", "garbage", R"({"response":"b"})", "[DONE]"}));
    EXPECT_EQ(run(server).reply().text, QStringLiteral("ab"));
}

TEST_F(ChatJobTest, AnErrorEventEndsItAndWhatCameIsHandedOn)
{
    TestServer server(stream({R"({"response":"a"})", R"({"errors":[{"message":"AiError: 3040: Capacity"}]})",
                              R"({"response":"b"})", "[DONE]"}));
    const ChatOutcome outcome = run(server);
    EXPECT_EQ(outcome.errorKind(), ErrorKind::Busy);
    EXPECT_EQ(outcome.text(), QStringLiteral("a"));
    EXPECT_EQ(outcome.result->error().httpStatus, 200);
}

TEST_F(ChatJobTest, AnEmptyAnswerWithAnEndIsAnAnswer)
{
    TestServer server(stream({R"({"choices":[{"delta":{"content":""},"finish_reason":"stop"}]})", "[DONE]"}));
    const ChatOutcome outcome = run(server);
    ASSERT_TRUE(*outcome.result);
    EXPECT_TRUE(outcome.deltas.isEmpty());
    EXPECT_EQ(outcome.reply().finishReason, FinishReason::Stop);
}

} // namespace
} // namespace orangery::test
