// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/jsonsample.h"
#include "sandbox/sandboxfixture.h"

#include <QRegularExpression>

namespace orangery::test {

using namespace Qt::StringLiterals;
using sandbox::sampleFor;

class JsonModeWire : public SandboxTest
{
protected:
    WireReply ask(const QString& model, const QByteArray& format, const QByteArray& rest = {}) const
    {
        return run(model, R"({"messages":[{"role":"user","content":"a city"}],"response_format":)" + format +
                              rest + "}");
    }
    const QByteArray schema = R"({"type":"object","properties":{"n":{"type":"integer"}},"required":["n"]})";
};

QJsonObject object(const QByteArray& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    EXPECT_TRUE(document.isObject()) << text.toStdString();
    return document.object();
}

TEST_F(JsonModeWire, BothSpellings)
{
    const QByteArray bare = R"({"type":"json_schema","json_schema":)" + schema + "}";
    const QByteArray named = R"({"type":"json_schema","json_schema":{"name":"a","schema":)" + schema + "}}";
    EXPECT_TRUE(ask(llama, bare).json()["result"_L1]["response"_L1]["n"_L1].isDouble());
    EXPECT_TRUE(ask(llama, R"({"type":"json_object"})").json()["result"_L1]["response"_L1].isObject());
    EXPECT_FALSE(ask(llama, named).json()["result"_L1]["response"_L1]["n"_L1].isDouble())
        << "natively a classic model reads the bare schema";
    const QString text =
        ask(glm, named).json()["result"_L1]["choices"_L1][0]["message"_L1]["content"_L1].toString();
    EXPECT_TRUE(object(text.toUtf8())["n"_L1].isDouble());
    EXPECT_EQ(ask(glm, bare).code(), 5006) << "without a name";
    const WireReply openAi =
        chat(R"({"model":")" + llama.toUtf8() +
             R"(","messages":[{"role":"user","content":"x"}],"response_format":)" + named + "}");
    EXPECT_TRUE(object(openAi.json()["choices"_L1][0]["message"_L1]["content"_L1].toString().toUtf8())["n"_L1]
                    .isDouble());
}

TEST_F(JsonModeWire, IsNotStreamed)
{
    EXPECT_EQ(ask(llama, R"({"type":"json_object"})", R"(,"stream":true)").code(), 5006);
}

TEST_F(JsonModeWire, WhatCannotBeMet)
{
    const WireReply reply =
        ask(llama, R"({"type":"json_schema","json_schema":{"type":"object","properties":)"
                   R"({"n":{"type":"integer","minimum":5,"maximum":4}},"required":["n"]}})");
    EXPECT_EQ(reply.status, 400);
    EXPECT_EQ(reply.json()["errors"_L1][0]["message"_L1].toString(), u"AiError: JSON Mode couldn't be met");
    EXPECT_TRUE(reply.header("cf-ai-neurons").isNull());
    EXPECT_EQ(sandbox->quotaUsed(), 0);
    const WireReply cut =
        ask(llama, R"({"type":"json_schema","json_schema":)" + schema + "}", R"(,"max_tokens":1)");
    EXPECT_EQ(cut.status, 400) << "cut JSON is none";
}

TEST_F(JsonModeWire, WrongFormatsAreRefused)
{
    for (const QByteArray format : {R"({"type":"yaml"})", R"({"type":"json_schema"})", R"("json")",
                                    R"({"type":"json_schema","json_schema":"x"})"})
        EXPECT_EQ(ask(llama, format).code(), 5006) << format.toStdString();
    EXPECT_EQ(ask(glm, R"({"type":"text"})").status, 200);
}

TEST(JsonSample, FitsTheSchema)
{
    const auto sample = [](const QByteArray& schema) { return sampleFor(object(schema), u"count=7 now"_s); };
    const auto number = [&](const QByteArray& schema) { return sample(schema)->toDouble(-999); };
    EXPECT_EQ(number(R"({"type":"integer","minimum":3,"maximum":9,"multipleOf":4})"), 4);
    EXPECT_EQ(number(R"({"type":"number","exclusiveMinimum":0,"exclusiveMaximum":1})"), 0.5);
    EXPECT_EQ(number(R"({"type":"integer","maximum":-3})"), -3);
    EXPECT_EQ((*sample(R"({"properties":{"count":{"type":"integer"}}})"))["count"_L1].toInt(), 7)
        << "the prompt names the value";
    EXPECT_EQ(sample(R"({"enum":["a","b"]})")->toString(), u"a");
    EXPECT_EQ(sample(R"({"const":5})")->toInt(), 5);
    EXPECT_TRUE(sample(R"({"type":["null","string"]})")->isNull());
    EXPECT_EQ(sample(R"({"type":"string","maxLength":3})")->toString().size(), 3);
    EXPECT_EQ(sample(R"({"type":"string","minLength":40})")->toString().size(), 40);
    EXPECT_TRUE(QRegularExpression(u"^\\d{3}$"_s)
                    .match(sample(R"({"type":"string","pattern":"^\\d{3}$"})")->toString())
                    .hasMatch());
    EXPECT_EQ(sample(R"({"type":"array","items":{"type":"boolean"},"minItems":3})")->toArray().size(), 3);
    EXPECT_EQ(
        (*sample(R"({"$ref":"#/$defs/a","$defs":{"a":{"properties":{"b":{"const":1}}}}})"))["b"_L1].toInt(),
        1);
    EXPECT_EQ(number(R"({"anyOf":[{"enum":[]},{"const":2}]})"), 2);
    const auto both =
        sample(R"({"allOf":[{"properties":{"a":{"const":1}}},{"properties":{"b":{"const":2}}}]})");
    EXPECT_EQ((*both)["a"_L1].toInt() + (*both)["b"_L1].toInt(), 3);
}

TEST(JsonSample, SaysWhenItCannot)
{
    for (const QByteArray schema :
         {R"({"enum":[]})", R"({"type":"string","minLength":5,"maxLength":4})",
          R"({"type":"string","pattern":"^(?!)$"})", R"({"type":"array","minItems":2,"maxItems":1})",
          R"({"type":"object","required":["a"],"additionalProperties":false})",
          R"({"type":"object","properties":{"a":false},"required":["a"]})",
          R"({"$ref":"#/$defs/a","$defs":{"a":{"properties":{"b":{"$ref":"#/$defs/a"}},"required":["b"]}}})"})
        EXPECT_FALSE(sampleFor(object(schema), u"x"_s).has_value()) << schema.toStdString();
}

} // namespace orangery::test
