// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/chatcodec.h"
#include "workersai/textmodels.h"

#include <QJsonArray>
#include <gtest/gtest.h>

namespace orangery::test {
namespace {

ToolDefinition weather()
{
    return {QStringLiteral("weather"), QStringLiteral("Tells the weather"),
            R"({"type":"object","properties":{"city":{"type":"string"}}})"};
}

std::string member(const ChatRequest& request, const Model& model, const QString& name)
{
    const QJsonValue value = object(chatcodec::encode(request, model)).value(name);
    if (value.isArray())
        return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact).toStdString();
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact).toStdString();
    return value.toString().toStdString();
}

std::string messages(const ChatRequest& request, const Model& model = {})
{
    return member(request, model, QStringLiteral("messages"));
}

TEST(ChatTurns, ToolsInBothSpellings)
{
    ChatRequest request;
    request.messages = {{ChatRole::User, QStringLiteral("Hi")}};
    request.tools = {weather(), {QStringLiteral("now"), {}, {}}, {{}, QStringLiteral("no name"), {}}};
    EXPECT_EQ(
        member(request, classicModel(), QStringLiteral("tools")),
        R"([{"description":"Tells the weather","name":"weather","parameters":{"properties":{"city":{"description":"","type":"string"}},"required":[],"type":"object"}},)"
        R"({"description":"","name":"now","parameters":{"properties":{},"required":[],"type":"object"}}])");
    const std::string openAi =
        R"([{"function":{"description":"Tells the weather","name":"weather","parameters":{"properties":{"city":{"type":"string"}},"type":"object"}},"type":"function"},)"
        R"({"function":{"name":"now","parameters":{"properties":{},"type":"object"}},"type":"function"}])";
    EXPECT_EQ(member(request, chatStyleModel(), QStringLiteral("tools")), openAi);
    EXPECT_EQ(member(request, Model(), QStringLiteral("tools")), openAi);
}

TEST(ChatTurns, TheChoiceOfATool)
{
    ChatRequest request;
    request.messages = {{ChatRole::User, QStringLiteral("Hi")}};
    request.toolChoice = QStringLiteral("auto");
    EXPECT_EQ(member(request, Model(), QStringLiteral("tool_choice")), "") << "without tools it is refused";
    request.tools = {weather()};
    for (const char* mode : {"auto", "none", "required"}) {
        request.toolChoice = QString::fromLatin1(mode);
        EXPECT_EQ(member(request, chatStyleModel(), QStringLiteral("tool_choice")), mode);
    }
    request.toolChoice = QStringLiteral("weather");
    EXPECT_EQ(member(request, chatStyleModel(), QStringLiteral("tool_choice")),
              R"({"function":{"name":"weather"},"type":"function"})");
    EXPECT_EQ(member(request, classicModel(), QStringLiteral("tool_choice")), "");
    request.toolChoice = QStringLiteral("none");
    EXPECT_EQ(member(request, classicModel(), QStringLiteral("tools")), "") << "there is no other way";
}

TEST(ChatTurns, CallsAreReplayedWithIdsAndValidArguments)
{
    ChatRequest request;
    ChatMessage calls{ChatRole::Assistant, QString()};
    calls.toolCalls = {
        {QStringLiteral("c1"), QStringLiteral("weather"), QStringLiteral(R"({"city":"Rome"})")},
        {{}, QStringLiteral("now"), QStringLiteral(R"({"cut)")},
        {{}, QStringLiteral("now"), QStringLiteral("[1]")}};
    ChatMessage second{ChatRole::Tool, QStringLiteral("noon")};
    second.toolCallId = QStringLiteral("call_1_1");
    ChatMessage stray{ChatRole::Tool, QStringLiteral("?")};
    stray.toolCallId = QStringLiteral("gone");
    request.messages = {{ChatRole::User, QStringLiteral("Hi")},
                        calls,
                        second,
                        {ChatRole::Tool, QStringLiteral("sunny")},
                        {ChatRole::Tool, QStringLiteral("one")},
                        stray,
                        {ChatRole::Tool, QStringLiteral("extra")}};
    const std::string expected =
        R"([{"content":"Hi","role":"user"},)"
        R"({"content":"","role":"assistant","tool_calls":[)"
        R"({"function":{"arguments":"{\"city\":\"Rome\"}","name":"weather"},"id":"c1","type":"function"},)"
        R"({"function":{"arguments":"{}","name":"now"},"id":"call_1_1","type":"function"},)"
        R"({"function":{"arguments":"{}","name":"now"},"id":"call_1_2","type":"function"}]},)"
        R"({"content":"noon","name":"now","role":"tool","tool_call_id":"call_1_1"},)"
        R"({"content":"sunny","name":"weather","role":"tool","tool_call_id":"c1"},)"
        R"({"content":"one","name":"now","role":"tool","tool_call_id":"call_1_2"},)"
        R"({"content":"?","role":"tool","tool_call_id":"gone"},{"content":"extra","role":"tool"}])";
    EXPECT_EQ(messages(request), expected);
    EXPECT_EQ(messages(request, classicModel()), expected);
    EXPECT_EQ(messages(request, chatStyleModel()), expected);
}

TEST(ChatTurns, PicturesAreDataUris)
{
    ChatRequest request;
    ChatMessage turn{ChatRole::User, QStringLiteral("What is it?")};
    turn.images = {{QByteArray("\x89PNG\r\n\x1a\n", 8), {}},
                   {QByteArrayLiteral("abc"), QStringLiteral("image/webp")}};
    ChatMessage wordless{ChatRole::User, QString()};
    wordless.images = {{QByteArrayLiteral("?"), {}}};
    request.messages = {turn, wordless};
    EXPECT_EQ(
        messages(request, classicModel()),
        R"([{"content":[{"text":"What is it?","type":"text"},)"
        R"({"image_url":{"url":"data:image/png;base64,iVBORw0KGgo="},"type":"image_url"},)"
        R"({"image_url":{"url":"data:image/webp;base64,YWJj"},"type":"image_url"}],"role":"user"},)"
        R"({"content":[{"image_url":{"url":"data:image/png;base64,Pw=="},"type":"image_url"}],"role":"user"}])");
}

TEST(ChatTurns, ReasoningGoesBackOnlyWhereItIsTaken)
{
    ChatRequest request;
    ChatMessage turn{ChatRole::Assistant, QStringLiteral("Yes.")};
    turn.reasoning = QStringLiteral("Hm.");
    request.messages = {turn};
    const std::string without = R"([{"content":"Yes.","role":"assistant"}])";
    EXPECT_EQ(messages(request), without);
    EXPECT_EQ(messages(request, chatStyleModel()), without);
    EXPECT_EQ(messages(request, chatStyleModel(QStringLiteral("@cf/moonshotai/kimi-k2.6"))),
              R"([{"content":"Yes.","reasoning":"Hm.","role":"assistant"}])");
}

TEST(ChatTurns, AGuardReadsTheConversationAlone)
{
    ChatRequest request;
    request.messages = {{ChatRole::System, QStringLiteral("Be brief.")},
                        {ChatRole::User, QStringLiteral("Hi")},
                        {ChatRole::Tool, QStringLiteral("sunny")},
                        {ChatRole::Assistant, QStringLiteral("Hello")}};
    EXPECT_EQ(messages(request, modelWith(QStringLiteral("@cf/meta/llama-guard-3-8b"), {})),
              R"([{"content":"Hi","role":"user"},{"content":"Hello","role":"assistant"}])");
}

} // namespace
} // namespace orangery::test
