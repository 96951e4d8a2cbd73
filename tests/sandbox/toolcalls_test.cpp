// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxfixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

class ToolCallsWire : public SandboxTest
{
protected:
    static QByteArray asking(const QByteArray& prompt, const QByteArray& rest)
    {
        return R"({"messages":[{"role":"user","content":")" + prompt + R"("}],)" + rest + "}";
    }
    /// As JSON, because a call on a chat-style model has its arguments as text.
    static QJsonObject argumentsOf(const QJsonValue& call)
    {
        return QJsonDocument::fromJson(call["function"_L1]["arguments"_L1].toString().toUtf8()).object();
    }
    QJsonValue message(const QByteArray& body) const
    {
        return run(glm, body).json()["result"_L1]["choices"_L1][0]["message"_L1];
    }

    const QString scout = u"@cf/meta/llama-4-scout-17b-16e-instruct"_s;
    const QByteArray flat =
        R"("tools":[{"name":"get_weather","description":"d","parameters":{"type":"object","properties":)"
        R"({"city":{"type":"string","description":"c"},"days":{"type":"integer","description":"n","minimum":2}},)"
        R"("required":["city"]}}])";
    const QByteArray wrapped =
        R"("tools":[{"type":"function","function":{"name":"get_weather","description":"d","parameters":)"
        R"({"type":"object","properties":{"city":{"type":"string","description":"c"}},"required":["city"]}}},)"
        R"({"type":"function","function":{"name":"roll_dice","description":"d",)"
        R"("parameters":{"type":"object","properties":{}}}}])";
};

TEST_F(ToolCallsWire, ClassicModelsCallInTheFlatSpelling)
{
    for (const QByteArray& tools : {flat, wrapped}) {
        const QJsonValue result =
            run(scout, asking("use get_weather, city=Paris please", tools)).json()["result"_L1];
        EXPECT_TRUE(result["response"_L1].isNull());
        ASSERT_EQ(result["tool_calls"_L1].toArray().size(), 1);
        const QJsonValue call = result["tool_calls"_L1][0];
        EXPECT_EQ(call["name"_L1].toString(), u"get_weather");
        EXPECT_EQ(call["arguments"_L1]["city"_L1].toString(), u"Paris");
        EXPECT_GT(result["usage"_L1]["completion_tokens"_L1].toInt(), 0);
    }
    const QJsonValue call = run(scout, asking("get weather", flat)).json()["result"_L1]["tool_calls"_L1][0];
    EXPECT_EQ(call["arguments"_L1]["days"_L1].toInt(), 2) << "within the schema's range";
}

TEST_F(ToolCallsWire, ChatStyleModelsCallAsOpenAi)
{
    const QByteArray body = asking("get_weather in city: Rome", wrapped);
    const QJsonValue choice = run(glm, body).json()["result"_L1]["choices"_L1][0];
    EXPECT_EQ(choice["finish_reason"_L1].toString(), u"tool_calls");
    EXPECT_TRUE(choice["message"_L1]["content"_L1].isNull());
    const QJsonValue call = choice["message"_L1]["tool_calls"_L1][0];
    EXPECT_EQ(call["type"_L1].toString(), u"function");
    EXPECT_EQ(call["function"_L1]["name"_L1].toString(), u"get_weather");
    EXPECT_EQ(argumentsOf(call)["city"_L1].toString(), u"Rome");
    EXPECT_FALSE(call["id"_L1].toString().isEmpty());
    EXPECT_EQ(message(body)["tool_calls"_L1][0]["id"_L1], call["id"_L1]) << "deterministic";
}

TEST_F(ToolCallsWire, ToolChoiceDecides)
{
    const auto calls = [&](const QByteArray& prompt, const QByteArray& choice) {
        QStringList names;
        for (const QJsonValue& call : message(asking(prompt, wrapped + choice))["tool_calls"_L1].toArray())
            names << call["function"_L1]["name"_L1].toString();
        return names;
    };
    EXPECT_TRUE(calls("hello", "").isEmpty());
    EXPECT_EQ(calls("hello", R"(,"tool_choice":"required")"), QStringList(u"get_weather"_s));
    EXPECT_EQ(calls("hello", R"(,"tool_choice":{"type":"function","function":{"name":"roll_dice"}})"),
              QStringList(u"roll_dice"_s));
    EXPECT_TRUE(calls("roll_dice", R"(,"tool_choice":"none")").isEmpty());
    EXPECT_EQ(calls("roll dice, then get weather", ""), (QStringList{u"get_weather"_s, u"roll_dice"_s}));
    EXPECT_EQ(calls("roll dice, then get weather", R"(,"parallel_tool_calls":false)").size(), 1);
}

TEST_F(ToolCallsWire, ResultsAreAnswered)
{
    const QByteArray turns =
        R"({"messages":[{"role":"user","content":"get_weather"},)"
        R"({"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":)"
        R"({"name":"get_weather","arguments":"{\"city\":\"Rome\"}"}}]},)"
        R"({"role":"tool","tool_call_id":"c1","content":"21 degrees"}],)";
    const QJsonValue answer = message(turns + wrapped + "}");
    EXPECT_TRUE(answer["tool_calls"_L1].toArray().isEmpty());
    EXPECT_TRUE(answer["content"_L1].toString().contains(u"21 degrees"));
}

TEST_F(ToolCallsWire, StreamedCallsComeInPieces)
{
    QList<QByteArray> events =
        run(glm, asking("get_weather city=Oslo", wrapped + R"(,"stream":true)")).events();
    ASSERT_EQ(events.takeLast(), "[DONE]");
    QStringList names;
    QString arguments;
    QString finish;
    int markers = 0;
    for (const QByteArray& event : events) {
        const QJsonValue choice = QJsonDocument::fromJson(event)["choices"_L1][0];
        if (choice["finish_reason"_L1].isString())
            finish = choice["finish_reason"_L1].toString();
        for (const QJsonValue& piece : choice["delta"_L1]["tool_calls"_L1].toArray()) {
            if (piece["function"_L1]["name"_L1].isString()) {
                names << piece["function"_L1]["name"_L1].toString();
                EXPECT_TRUE(piece["id"_L1].isString());
            }
            if (piece["id"_L1].isNull() && piece["function"_L1]["name"_L1].isNull())
                ++markers;
            arguments += piece["function"_L1]["arguments"_L1].toString();
        }
    }
    EXPECT_EQ(names, QStringList(u"get_weather"_s));
    EXPECT_EQ(arguments, u"{\"city\":\"Oslo\"}");
    EXPECT_EQ(markers, 1);
    EXPECT_EQ(finish, u"tool_calls");

    const QByteArray native = run(scout, asking("get_weather city=Oslo", wrapped + R"(,"stream":true)")).body;
    EXPECT_TRUE(native.contains(R"("tool_calls":[{"arguments":{"city":"Oslo"},"name":"get_weather"}])"));
    EXPECT_TRUE(
        chat(asking("get_weather city=Oslo", wrapped + R"(,"stream":true,"model":")" + scout.toUtf8() + '"'))
            .body.contains(R"("name":"get_weather")"));
}

TEST_F(ToolCallsWire, ACallCanComeAsText)
{
    sandbox->setFault(u"call-as-text"_s, 1);
    const QJsonValue answer = message(asking("get_weather city=Rome", wrapped));
    EXPECT_TRUE(answer["tool_calls"_L1].toArray().isEmpty());
    EXPECT_EQ(QJsonDocument::fromJson(answer["content"_L1].toString().toUtf8())["name"_L1].toString(),
              u"get_weather");
}

TEST_F(ToolCallsWire, AForcedCallNeedsRoomBesideTheReasoning)
{
    const WireReply reply = run(glm, asking("x", wrapped + R"(,"tool_choice":"required","max_tokens":10)"));
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(reply.code(), 8006);
}

TEST_F(ToolCallsWire, WrongToolsAreRefused)
{
    EXPECT_EQ(run(llama, asking("x", flat)).code(), 5006) << "no function calling";
    EXPECT_EQ(run(glm, asking("x", flat)).code(), 5006) << "chat-style schemas know one spelling";
    for (
        const QByteArray rest : {
            R"("tools":{})",
            R"("tools":[{}])",
            R"("tools":[{"name":"f"}])",
            R"("tools":[{"name":"f","description":"d","parameters":{"type":"object","properties":{"a":{"type":"string"}}}}])",
            R"("tools":[{"function":{"name":"f","description":"d","parameters":{"type":"object","properties":{}}}}])",
        })
        EXPECT_EQ(run(scout, asking("x", rest)).code(), 5006) << rest.toStdString();
    for (const QByteArray choice : {R"("sometimes")", R"({"type":"function"})",
                                    R"({"type":"function","function":{"name":"other"}})", "7"})
        EXPECT_EQ(run(glm, asking("x", wrapped + R"(,"tool_choice":)" + choice)).code(), 5006);
    EXPECT_EQ(run(glm, asking("x", R"("tool_choice":"required")")).code(), 5006);
}

TEST_F(ToolCallsWire, ReplayedCallsMustBeWhole)
{
    const auto replay = [&](const QByteArray& call) {
        return run(glm, R"({"messages":[{"role":"assistant","content":null,"tool_calls":[)" + call +
                            R"(]},{"role":"tool","tool_call_id":"a","content":"x"}]})");
    };
    EXPECT_EQ(replay(R"({"id":"a","type":"function","function":{"name":"f","arguments":"{}"}})").status, 200);
    EXPECT_EQ(replay(R"({"id":"a","type":"function","function":{"name":"f","arguments":"{"}})").code(), 5006);
    EXPECT_EQ(replay(R"({"type":"function","function":{"name":"f","arguments":"{}"}})").code(), 5006);
    EXPECT_EQ(replay(R"({"name":"f","arguments":{}})").code(), 5006);
    EXPECT_EQ(run(glm, R"({"messages":[{"role":"tool","content":"x"}]})").code(), 5006);
}

} // namespace orangery::test
