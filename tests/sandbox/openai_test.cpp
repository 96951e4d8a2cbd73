// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxfixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

class OpenAiWire : public SandboxTest
{};

TEST_F(OpenAiWire, AnswersWithoutTheEnvelope)
{
    const WireReply reply = chat(
        R"({"model":"@cf/meta/llama-3.2-1b-instruct","messages":[{"role":"user","content":"hi"}],"max_tokens":5})");
    EXPECT_EQ(reply.status, 200);
    const QJsonObject body = reply.json();
    EXPECT_TRUE(body["result"_L1].isUndefined());
    EXPECT_EQ(body["object"_L1].toString(), u"chat.completion");
    EXPECT_EQ(body["choices"_L1][0]["message"_L1]["content"_L1].toString(), u"> Sandbox answer, no");
    EXPECT_EQ(body["choices"_L1][0]["finish_reason"_L1].toString(), u"length");
    EXPECT_FALSE(reply.header("cf-ai-neurons").isNull());
}

TEST_F(OpenAiWire, StreamsClassicModelsInItsShape)
{
    const WireReply reply = chat(R"({"model":"@cf/meta/llama-3.2-1b-instruct","stream":true,"max_tokens":2,)"
                                 R"("messages":[{"role":"user","content":"hi"}]})");
    EXPECT_EQ(reply.header("Content-Type"), "text/event-stream");
    const QList<QByteArray> events = reply.events();
    ASSERT_EQ(events.size(), 6);
    const auto choices = [&](int index) {
        return QJsonDocument::fromJson(events[index])["choices"_L1].toArray();
    };
    EXPECT_EQ(compact(choices(0)),
              R"([{"delta":{"content":"","role":"assistant"},"finish_reason":null,"index":0}])");
    EXPECT_EQ(compact(choices(1)), R"([{"delta":{"content":"> Sa"},"finish_reason":null,"index":0}])");
    EXPECT_EQ(compact(choices(3)), R"([{"delta":{},"finish_reason":"length","index":0}])");
    EXPECT_TRUE(choices(4).isEmpty());
    EXPECT_EQ(QJsonDocument::fromJson(events[4])["usage"_L1]["total_tokens"_L1].toInt(), 7);
    EXPECT_EQ(events[5], "[DONE]");
}

TEST_F(OpenAiWire, ErrorsCarryTheCodeInTheirText)
{
    const WireReply unknown =
        chat(R"({"model":"@cf/none/such","messages":[{"role":"user","content":"hi"}]})");
    EXPECT_EQ(unknown.status, 400);
    EXPECT_EQ(unknown.body,
              R"({"errors":[{"message":"AiError: 5007: No such model @cf/none/such or task"}]})");
    EXPECT_EQ(chat(R"({"messages":[{"role":"user","content":"hi"}]})").status, 400);
    EXPECT_EQ(chat(R"({"model":"@cf/meta/llama-3.2-1b-instruct","prompt":"hi"})").status, 400);
    sandbox->setQuotaUsed(10'000);
    const WireReply quota =
        chat(R"({"model":"@cf/meta/llama-3.2-1b-instruct","messages":[{"role":"user","content":"hi"}]})");
    EXPECT_EQ(quota.status, 429);
    EXPECT_TRUE(quota.body.startsWith(R"({"errors":[{"message":"AiError: 3036: )"));
}

} // namespace orangery::test
