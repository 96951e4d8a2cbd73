// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxfixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;
using testing::StartsWith;

class NativeWire : public SandboxTest
{};

TEST_F(NativeWire, ClassicAnswerByteForByte)
{
    const WireReply reply = run(llama, R"({"prompt":"Hello","max_tokens":10})");
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("Content-Type"), "application/json");
    // 2 tokens at 2457 and 10 at 18252 neurons a million.
    EXPECT_EQ(reply.header("cf-ai-neurons"), "0.187434");
    EXPECT_EQ(
        reply.body,
        R"({"result":{"response":"> Sandbox answer, not written by a model",)"
        R"("tool_calls":[],"usage":{"prompt_tokens":2,"completion_tokens":10,"total_tokens":12,"neurons":0.187434}},)"
        R"("success":true,"errors":[],"messages":[]})");
}

TEST_F(NativeWire, ClassicStreamByteForByte)
{
    const WireReply reply = run(llama, R"({"prompt":"Hello","max_tokens":2,"stream":true})");
    EXPECT_EQ(reply.status, 200);
    EXPECT_TRUE(reply.complete);
    EXPECT_EQ(reply.header("Content-Type"), "text/event-stream");
    EXPECT_EQ(reply.header("cf-ai-neurons"), "0.041418");
    EXPECT_EQ(reply.body,
              "data: {\"response\":\"> Sa\",\"p\":\"abcdefghijklmnopqrstuvwxyz0123456789abc\"}\n\n"
              "data: {\"response\":\"ndbo\",\"p\":\"abcdefghijklmnopqrstuvwxyz0123456789ab\"}\n\n"
              "data: {\"tool_calls\":[],\"p\":\"abcdefghijklmnopqrstuvwxyz012\"}\n\n"
              "data: {\"response\":\"\",\"usage\":{\"prompt_tokens\":2,\"completion_tokens\":2,"
              "\"total_tokens\":4,\"neurons\":0.041418}}\n\n"
              "data: [DONE]\n\n");
}

TEST_F(NativeWire, StreamAndWholeAnswerAreTheSameText)
{
    const QByteArray messages =
        R"("messages":[{"role":"system","content":"Be brief."},)"
        R"({"role":"user","content":"List \"three\" trees\n\\ 树 🌳 عربي"}],"max_tokens":4000)";
    const QString whole = run(llama, "{" + messages + "}").json()["result"_L1]["response"_L1].toString();
    EXPECT_TRUE(whole.contains(u"> List \"three\" trees\n> \\ 树 🌳 عربي"));
    EXPECT_TRUE(whole.contains(u"system prompt of 9 characters"));
    QString streamed;
    QList<QByteArray> events = run(llama, "{" + messages + ",\"stream\":true}").events();
    ASSERT_EQ(events.takeLast(), "[DONE]");
    for (const QByteArray& event : events)
        streamed += QJsonDocument::fromJson(event)["response"_L1].toString();
    EXPECT_EQ(streamed, whole);
    EXPECT_EQ(run(llama, "{" + messages + "}").json()["result"_L1]["response"_L1].toString(), whole)
        << "deterministic";
}

TEST_F(NativeWire, ForgottenMaxTokensCutsAt256)
{
    const QJsonValue usage = run(llama, R"({"prompt":"write 500 words"})").json()["result"_L1]["usage"_L1];
    EXPECT_EQ(usage["completion_tokens"_L1].toInt(), 256);
}

TEST_F(NativeWire, ChatStyleModelsAnswerInOpenAiShape)
{
    const QJsonValue result =
        run(glm, R"({"messages":[{"role":"user","content":"code in c++"}]})").json()["result"_L1];
    EXPECT_EQ(result["object"_L1].toString(), u"chat.completion");
    EXPECT_EQ(result["model"_L1].toString(), glm);
    const QJsonValue choice = result["choices"_L1][0];
    EXPECT_EQ(choice["finish_reason"_L1].toString(), u"stop");
    EXPECT_EQ(choice["message"_L1]["role"_L1].toString(), u"assistant");
    EXPECT_TRUE(choice["message"_L1]["content"_L1].toString().contains(u"```cpp\n"));
    EXPECT_FALSE(choice["message"_L1]["reasoning_content"_L1].toString().isEmpty());
    EXPECT_GT(result["usage"_L1]["neurons"_L1].toDouble(), 0);
}

TEST_F(NativeWire, TheThreePlacesOfUsageInAStream)
{
    sandbox->setPlan(SandboxOptions::Plan::Paid);
    struct Case
    {
        QString model;
        bool growing;
        bool ownEvent;
        QLatin1String reasoning;
    };
    for (const Case& test : {Case{glm, false, false, "reasoning_content"_L1},
                             Case{u"@cf/moonshotai/kimi-k2.6"_s, true, false, "reasoning"_L1},
                             Case{u"@cf/openai/gpt-oss-20b"_s, false, true, "reasoning_content"_L1}}) {
        const WireReply reply =
            run(test.model, R"({"messages":[{"role":"user","content":"hi"}],"stream":true,"max_tokens":40})");
        QList<QByteArray> events = reply.events();
        ASSERT_GT(events.size(), 10) << reply.body.toStdString();
        EXPECT_EQ(events.takeLast(), "[DONE]");
        const QJsonObject last = QJsonDocument::fromJson(events.last()).object();
        EXPECT_EQ(last["usage"_L1]["completion_tokens"_L1].toInt(), 40);
        EXPECT_EQ(last["choices"_L1].toArray().isEmpty(), test.ownEvent) << test.model.toStdString();
        const QJsonObject finish =
            QJsonDocument::fromJson(events[events.size() - (test.ownEvent ? 2 : 1)]).object();
        EXPECT_EQ(finish["choices"_L1][0]["finish_reason"_L1].toString(), u"length");
        const QJsonObject second = QJsonDocument::fromJson(events[1]).object();
        EXPECT_EQ(second["object"_L1].toString(), u"chat.completion.chunk");
        EXPECT_EQ(second["usage"_L1].isObject(), test.growing);
        EXPECT_FALSE(second["choices"_L1][0]["delta"_L1][test.reasoning].toString().isEmpty());
    }
}

TEST_F(NativeWire, ReasoningCanBeSwitchedOffOrStandsInTheText)
{
    const auto message = [&](const QByteArray& extra) {
        return run(glm, R"({"messages":[{"role":"user","content":"hi"}])" + extra + "}")
            .json()["result"_L1]["choices"_L1][0]["message"_L1];
    };
    EXPECT_TRUE(message("")["reasoning_content"_L1].isString());
    EXPECT_TRUE(message(R"(,"reasoning_effort":"none")")["reasoning_content"_L1].isUndefined());
    EXPECT_TRUE(message(R"(,"chat_template_kwargs":{"enable_thinking":false})")["reasoning_content"_L1]
                    .isUndefined());
    const QString inlineText = run(u"@cf/qwen/qwq-32b"_s, R"({"prompt":"hi","max_tokens":4000})")
                                   .json()["result"_L1]["response"_L1]
                                   .toString();
    EXPECT_TRUE(inlineText.startsWith(u"<think>\n"));
    EXPECT_TRUE(inlineText.contains(u"\n</think>\n\n> Sandbox answer"));
}

TEST_F(NativeWire, GptOssTakesThreeForms)
{
    const QString oss = u"@cf/openai/gpt-oss-20b"_s;
    const QJsonValue responses = run(oss, R"({"input":"hi"})").json()["result"_L1];
    EXPECT_EQ(responses["object"_L1].toString(), u"response");
    EXPECT_EQ(responses["output"_L1][0]["type"_L1].toString(), u"reasoning");
    EXPECT_TRUE(
        responses["output"_L1][1]["content"_L1][0]["text"_L1].toString().startsWith(u"> Sandbox answer"));
    EXPECT_TRUE(run(oss, R"({"prompt":"hi"})").json()["result"_L1]["choices"_L1][0]["text"_L1].isString());
    EXPECT_EQ(run(oss, R"({"input":"hi","stream":true})").header("Content-Type"), "application/json");
}

TEST_F(NativeWire, JsonModeGivesAnObject)
{
    const QJsonValue classic =
        run(llama, R"({"prompt":"a city","response_format":{"type":"json_schema","json_schema":)"
                   R"({"type":"object","properties":{"name":{"type":"string"},"size":{"type":"integer"}}}}})")
            .json()["result"_L1]["response"_L1];
    ASSERT_TRUE(classic.isObject());
    EXPECT_TRUE(classic["name"_L1].isString());
    EXPECT_TRUE(classic["size"_L1].isDouble());
    const QJsonValue chatStyle =
        run(glm, R"({"messages":[{"role":"user","content":"x"}],"response_format":)"
                 R"({"type":"json_schema","json_schema":{"name":"n","schema":{"type":"object",)"
                 R"("properties":{"ok":{"type":"boolean"}}}}}})")
            .json()["result"_L1]["choices"_L1][0]["message"_L1]["content"_L1];
    EXPECT_EQ(chatStyle.toString(), u"{\"ok\":true}");
}

TEST_F(NativeWire, StopEndsTheText)
{
    const QJsonValue choice = run(glm, R"({"messages":[{"role":"user","content":"x"}],"stop":["answer"]})")
                                  .json()["result"_L1]["choices"_L1][0];
    EXPECT_EQ(choice["message"_L1]["content"_L1].toString(), u"> Sandbox ");
}

TEST_F(NativeWire, LicenceIsAgreedOnce)
{
    const QString vision = u"@cf/meta/llama-3.2-11b-vision-instruct"_s;
    const WireReply before = run(vision, R"({"prompt":"hi"})");
    EXPECT_EQ(before.status, 403);
    EXPECT_EQ(before.code(), 5016);
    EXPECT_EQ(run(vision, R"({"prompt":"agree"})").status, 200);
    EXPECT_EQ(run(vision, R"({"prompt":"hi"})").status, 200);
    sandbox->reset();
    EXPECT_EQ(run(vision, R"({"prompt":"hi"})").code(), 5016);
}

} // namespace orangery::test
