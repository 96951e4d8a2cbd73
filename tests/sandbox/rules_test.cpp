// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxfixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

class RulesWire : public SandboxTest
{};

struct BadBody
{
    const char* model;
    QByteArray body;
    int status;
    int code;
};

/// Letters and digits only: it becomes part of the test's name.
std::string nameOf(const BadBody& bad)
{
    std::string name = std::to_string(bad.code) + '_' + std::to_string(bad.body.size());
    for (const char c : QByteArray(bad.model) + bad.body.left(150)) {
        if (std::isalnum(static_cast<unsigned char>(c)))
            name += c;
    }
    return name.substr(0, 110);
}

void PrintTo(const BadBody& bad, std::ostream* stream)
{
    *stream << nameOf(bad);
}

class RulesWireBad : public SandboxTest, public testing::WithParamInterface<BadBody>
{};

TEST_P(RulesWireBad, IsRefusedAsByTheService)
{
    const WireReply reply = run(QLatin1String(GetParam().model), GetParam().body);
    EXPECT_EQ(reply.status, GetParam().status);
    EXPECT_EQ(reply.code(), GetParam().code);
    EXPECT_TRUE(reply.json()["errors"_L1][0]["message"_L1].toString().startsWith(u"AiError: "));
    EXPECT_TRUE(reply.header("cf-ai-neurons").isNull());
    EXPECT_EQ(sandbox->quotaUsed(), 0);
}

constexpr const char* classic = "@cf/meta/llama-3.2-1b-instruct";
constexpr const char* chatStyle = "@cf/zai-org/glm-4.7-flash";

INSTANTIATE_TEST_SUITE_P(
    All, RulesWireBad,
    testing::Values(
        BadBody{classic, "", 400, 3003}, BadBody{classic, "not json", 400, 5006},
        BadBody{classic, "{}", 400, 5006}, BadBody{classic, R"({"prompt":""})", 400, 5006},
        BadBody{classic, R"({"messages":[]})", 400, 5006}, BadBody{classic, R"({"messages":"x"})", 400, 5006},
        BadBody{classic, R"({"messages":[{"role":"wizard","content":"x"}]})", 400, 5006},
        BadBody{classic, R"({"messages":[{"role":"user"}]})", 400, 5006},
        BadBody{classic, R"({"prompt":"x","temperature":5.1})", 400, 5006},
        BadBody{classic, R"({"prompt":"x","top_k":51})", 400, 5006},
        BadBody{classic, R"({"prompt":"x","top_p":0})", 400, 5006},
        BadBody{classic, R"({"prompt":"x","seed":0})", 400, 5006},
        BadBody{classic, R"({"prompt":"x","max_tokens":0})", 400, 5006},
        BadBody{classic, R"({"prompt":"x","max_tokens":"9"})", 400, 5006},
        BadBody{classic, R"({"prompt":"x","stream":"yes"})", 400, 5006},
        BadBody{classic, R"({"prompt":"x","lora":"mine"})", 405, 5005},
        BadBody{classic, R"({"prompt":"x","tools":[]})", 400, 5006},
        BadBody{classic, R"({"prompt":"x","stream":true,"response_format":{"type":"json_object"}})", 400,
                5006},
        BadBody{chatStyle, R"({"messages":[{"role":"user","content":"x"}],"temperature":2.1})", 400, 5006},
        BadBody{chatStyle, R"({"messages":[{"role":"user","content":"x"}],"response_format":{}})", 400, 5006},
        BadBody{chatStyle, R"({"messages":[{"role":"user","content":"x"}],"tool_choice":null})", 400, 5006},
        BadBody{
            chatStyle,
            R"({"messages":[{"role":"user","content":"x"}],"response_format":{"type":"json_schema","json_schema":{}}})",
            400, 5006},
        BadBody{chatStyle, R"({"messages":[{"role":"user","content":"x"}],"stop":["1","2","3","4","5"]})",
                400, 5006},
        BadBody{"@cf/none/such", R"({"prompt":"x"})", 400, 5007},
        BadBody{"llama", R"({"prompt":"x"})", 404, 3042},
        BadBody{"@cf/moonshotai/kimi-k2.6", R"({"prompt":"x"})", 403, 5035},
        BadBody{"@cf/cloudflare/clef", R"({"prompt":"x"})", 400, 5006},
        BadBody{classic, R"({"prompt":")" + QByteArray(1'000'000, 'x') + R"("})", 400, 5006},
        BadBody{classic, R"({"prompt":")" + QByteArray(25'200'000, 'x') + R"("})", 413, 3006}));

TEST_F(RulesWire, WhatTheServiceAcceptsPasses)
{
    for (
        const QByteArray body :
        {R"({"prompt":"x","temperature":5,"top_p":0.001,"top_k":50,"seed":9999999999,"frequency_penalty":-2})",
         R"({"prompt":"x","raw":true,"options":{"rejectIfBusy":true},"unknown":1})",
         R"({"messages":[{"role":"user","content":[{"type":"text","text":"x"}]}]})",
         R"({"messages":[{"role":"assistant","content":null,"tool_calls":[]},{"role":"user","content":""}]})"})
        EXPECT_EQ(run(llama, body).status, 200) << body.toStdString();
    EXPECT_EQ(run(u"@cf/google/gemma-2b-it-lora"_s, R"({"prompt":"x","lora":"mine"})").status, 200);
}

} // namespace orangery::test
