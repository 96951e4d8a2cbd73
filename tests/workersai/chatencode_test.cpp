// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/chatcodec.h"
#include "workersai/textmodels.h"

#include <QJsonArray>
#include <gtest/gtest.h>
#include <limits>

namespace orangery::test {
namespace {

ChatRequest hello()
{
    ChatRequest request;
    request.messages = {{ChatRole::User, QStringLiteral("Hi")}};
    return request;
}

std::string encoded(const ChatRequest& request, const Model& model)
{
    return chatcodec::encode(request, model).toStdString();
}

/// Everything set, and much of it out of range.
ChatRequest extreme()
{
    ChatRequest request = hello();
    request.maxTokens = 5'000'000;
    request.temperature = 9;
    request.topP = 0;
    request.topK = 1000;
    request.seed = 99'999'999'999;
    request.repetitionPenalty = 3;
    request.frequencyPenalty = -5;
    request.presencePenalty = std::numeric_limits<double>::infinity();
    request.stop = {QStringLiteral("a"), QString(), QStringLiteral("b"), QStringLiteral("c"),
                    QStringLiteral("d")};
    request.lora = QStringLiteral("adapter");
    request.rejectIfBusy = true;
    request.extra = {{QStringLiteral("n"), 2}};
    return request;
}

TEST(ChatEncodeModel, TheClassicFamilyGetsItsNamesInItsRange)
{
    EXPECT_EQ(encoded(extreme(), classicModel()),
              R"({"frequency_penalty":-2,"max_tokens":100000,"messages":[{"content":"Hi","role":"user"}],)"
              R"("options":{"rejectIfBusy":true},"repetition_penalty":2,"seed":9999999999,"stream":true,)"
              R"("temperature":5,"top_k":50,"top_p":0.001})");
}

TEST(ChatEncodeModel, TheChatFamilyGetsItsNamesInItsRange)
{
    EXPECT_EQ(encoded(extreme(), chatStyleModel()),
              R"({"max_completion_tokens":100000,"messages":[{"content":"Hi","role":"user"}],)"
              R"("options":{"rejectIfBusy":true},"stop":["a","b","c"],"stream":true,)"
              R"("stream_options":{"include_usage":true},"temperature":2,"top_p":0})");
}

TEST(ChatEncodeModel, AnUnknownModelGetsWhatWasSaid)
{
    const QJsonObject body = object(chatcodec::encode(extreme(), {}));
    EXPECT_EQ(body.value(u"temperature").toDouble(), 9);
    EXPECT_EQ(body.value(u"seed").toInteger(), 99'999'999'999);
    EXPECT_EQ(body.value(u"lora").toString(), QStringLiteral("adapter"));
    EXPECT_EQ(body.value(u"n").toInt(), 2);
    EXPECT_FALSE(body.contains(u"presence_penalty"));
}

TEST(ChatEncodeModel, WhereTheModelNamesNoRangeItsFamilysHolds)
{
    using Type = Parameter::Type;
    QList<Parameter> parameters{of(QStringLiteral("temperature"), Type::Number),
                                of(QStringLiteral("top_p"), Type::Number),
                                of(QStringLiteral("seed"), Type::Integer)};
    EXPECT_EQ(encoded(extreme(), modelWith(QStringLiteral("@cf/a/b"), parameters)),
              R"({"max_tokens":5000000,"messages":[{"content":"Hi","role":"user"}],)"
              R"("options":{"rejectIfBusy":true},"seed":9999999999,"temperature":5,"top_p":0.001})")
        << "and what it does not take, as stream here, is left out";
    parameters.append(of(QStringLiteral("max_completion_tokens"), Type::Integer));
    const QJsonObject chat =
        object(chatcodec::encode(extreme(), modelWith(QStringLiteral("@cf/a/b"), parameters)));
    EXPECT_EQ(chat.value(u"temperature").toDouble(), 2);
}

TEST(ChatEncodeModel, AnAdapterGoesToWhomTheCatalogSays)
{
    ChatRequest request = hello();
    request.lora = QStringLiteral("adapter");
    Model model = classicModel();
    EXPECT_FALSE(object(chatcodec::encode(request, model)).contains(u"lora"));
    model.lora = true;
    EXPECT_TRUE(object(chatcodec::encode(request, model)).contains(u"lora"));
}

TEST(ChatEncodeModel, APromptStaysOneWhereItIsTaken)
{
    ChatRequest request;
    request.prompt = QStringLiteral("[INST] x [/INST]");
    request.raw = true;
    EXPECT_EQ(encoded(request, classicModel()),
              R"({"max_tokens":4096,"prompt":"[INST] x [/INST]","raw":true,"stream":true})");
    const QJsonObject chat = object(chatcodec::encode(request, chatStyleModel()));
    EXPECT_FALSE(chat.contains(u"prompt"));
    EXPECT_FALSE(chat.contains(u"raw"));
    EXPECT_EQ(chat.value(u"messages").toArray().size(), 1);
    EXPECT_FALSE(object(chatcodec::encode(extreme(), classicModel())).contains(u"prompt"));
}

TEST(ChatEncodeModel, JsonModeInBothSpellingsIsNeverStreamed)
{
    ChatRequest request = hello();
    request.jsonMode = JsonMode{QStringLiteral("my schema!"), R"({"type":"object"})"};
    EXPECT_EQ(encoded(request, classicModel()),
              R"({"max_tokens":4096,"messages":[{"content":"Hi","role":"user"}],)"
              R"("response_format":{"json_schema":{"type":"object"},"type":"json_schema"},"stream":false})");
    const QByteArray wrapped =
        R"({"json_schema":{"name":"my_schema_","schema":{"type":"object"},"strict":true},"type":"json_schema"})";
    for (const Model& model : {chatStyleModel(), Model()}) {
        const QJsonObject body = object(chatcodec::encode(request, model));
        EXPECT_EQ(body.value(u"response_format").toObject(), object(wrapped));
        EXPECT_EQ(body.value(u"stream"), QJsonValue(false));
        EXPECT_FALSE(body.contains(u"stream_options"));
    }
    request.jsonMode = JsonMode{};
    for (const Model& model : {classicModel(), chatStyleModel()})
        EXPECT_EQ(object(chatcodec::encode(request, model)).value(u"response_format").toObject(),
                  object(R"({"type":"json_object"})"));
}

TEST(ChatEncodeModel, AnOlderModelIsGuidedByItsOwnParameter)
{
    ChatRequest request = hello();
    request.jsonMode = JsonMode{{}, R"({"type":"array"})"};
    const Model model =
        modelWith(QStringLiteral("@cf/a/b"), {of(QStringLiteral("guided_json"), Parameter::Type::Structure)});
    EXPECT_EQ(object(chatcodec::encode(request, model)).value(u"guided_json").toObject(),
              object(R"({"type":"array"})"));
}

TEST(ChatEncodeModel, ExtraParametersAreTheModelsOwnAndCannotReplaceTheRequest)
{
    ChatRequest request = hello();
    request.temperature = 0.5;
    request.reasoningEffort = QStringLiteral("none");
    request.extra = {
        {QStringLiteral("stream"), false},
        {QStringLiteral("messages"), QVariantList()},
        {QStringLiteral("max_tokens"), 1},
        {QStringLiteral("max_completion_tokens"), 1},
        {QStringLiteral("unknown"), 1},
        {QStringLiteral("stop"), QString()},
        {QStringLiteral("response_format"), QVariantMap()},
        {QStringLiteral("temperature"), 0.75},
        {QStringLiteral("chat_template_kwargs"), QVariantMap{{QStringLiteral("clear_thinking"), true}}}};
    EXPECT_EQ(encoded(request, chatStyleModel(QStringLiteral("@cf/zai-org/glm-4.7-flash"))),
              R"({"chat_template_kwargs":{"clear_thinking":true,"enable_thinking":false},)"
              R"("max_completion_tokens":4096,"messages":[{"content":"Hi","role":"user"}],"stream":true,)"
              R"("stream_options":{"include_usage":true},"temperature":0.75})");
}

struct Effort
{
    const char* wish;
    const char* sent;
};

void expectEfforts(const Model& model, const std::vector<Effort>& efforts)
{
    for (const Effort& effort : efforts) {
        ChatRequest request = hello();
        request.reasoningEffort = QString::fromLatin1(effort.wish);
        EXPECT_EQ(
            object(chatcodec::encode(request, model)).value(u"reasoning_effort").toString().toStdString(),
            effort.sent)
            << model.id.toStdString() << ' ' << effort.wish;
    }
}

TEST(ChatEncodeModel, AnEffortIsOneThatTheModelHas)
{
    Model glm = chatStyleModel();
    glm.reasoningEffort =
        ReasoningEffort{{QStringLiteral("max"), QStringLiteral("high"), QStringLiteral("none")}, {}, false};
    expectEfforts(glm, {{"max", "max"},
                        {"high", "high"},
                        {"none", "none"},
                        {"low", "high"},
                        {"medium", "high"},
                        {"xhigh", "max"},
                        {"minimal", "none"}});
    Model oss = chatStyleModel(QStringLiteral("@cf/openai/gpt-oss-20b"));
    oss.reasoningEffort =
        ReasoningEffort{{QStringLiteral("low"), QStringLiteral("medium"), QStringLiteral("high")}, {}, true};
    expectEfforts(oss, {{"none", "low"}, {"max", "high"}, {"medium", "medium"}});
    expectEfforts(Model(), {{"whatever", "whatever"}, {"", ""}});
    expectEfforts(classicModel(), {{"high", ""}});
}

TEST(ChatEncodeModel, NoEffortTurnsTheModelsSwitch)
{
    ChatRequest request = hello();
    request.reasoningEffort = QStringLiteral("none");
    Model qwen = chatStyleModel(QStringLiteral("@cf/qwen/qwen3.8-27b"));
    qwen.reasoningEffort = ReasoningEffort{
        {QStringLiteral("low"), QStringLiteral("medium"), QStringLiteral("xhigh")}, {}, false};
    const QJsonObject off = object(chatcodec::encode(request, qwen));
    EXPECT_EQ(off.value(u"chat_template_kwargs").toObject(), object(R"({"enable_thinking":false})"));
    EXPECT_FALSE(off.contains(u"reasoning_effort"));
    request.reasoningEffort = QStringLiteral("high");
    const QJsonObject on = object(chatcodec::encode(request, qwen));
    EXPECT_EQ(on.value(u"reasoning_effort").toString(), QStringLiteral("xhigh"));
    EXPECT_FALSE(on.contains(u"chat_template_kwargs"));
}

} // namespace
} // namespace orangery::test
