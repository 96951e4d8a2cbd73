// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/chattools.h"
#include "workersai/toolcallgatherer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <gtest/gtest.h>

namespace orangery {
namespace {

using Calls = QList<ToolCall>;

Calls gather(const QList<QByteArray>& events)
{
    ToolCallGatherer gatherer;
    for (const QByteArray& event : events)
        gatherer.take(QJsonDocument::fromJson(event).array());
    return gatherer.calls();
}

ToolCall call(const char* id, const char* name, const char* arguments)
{
    return {QString::fromLatin1(id), QString::fromLatin1(name), QString::fromLatin1(arguments)};
}

TEST(ToolCallGatherer, WholeCallsInBothSpellings)
{
    EXPECT_EQ(gather({R"([{"name":"f","arguments":{"a":1}},{"name":"f","arguments":{"a":2}}])"}),
              (Calls{call("", "f", R"({"a":1})"), call("", "f", R"({"a":2})")}));
    EXPECT_EQ(gather({R"([{"id":"x","type":"function","function":{"name":"f","arguments":"{\"a\":1}"}},)"
                      R"({"id":"y","type":"function","function":{"name":"f","arguments":{"a":2}}}])"}),
              (Calls{call("x", "f", R"({"a":1})"), call("y", "f", R"({"a":2})")}));
    EXPECT_EQ(gather({R"([{"name":"f"}])"}), (Calls{call("", "f", "{}")}));
}

TEST(ToolCallGatherer, StartPiecesAndTheEmptyMarker)
{
    const QByteArray marker =
        R"([{"id":null,"type":null,"index":0,"function":{"name":null,"arguments":""}}])";
    EXPECT_EQ(gather({R"([{"id":"x","type":"function","index":0,"function":{"name":"f"}}])",
                      R"([{"index":0,"function":{"arguments":"{\"a\""}}])",
                      R"([{"index":0,"function":{"arguments":":1}"}}])", marker}),
              (Calls{call("x", "f", R"({"a":1})")}));
    EXPECT_TRUE(gather({marker}).isEmpty());
}

TEST(ToolCallGatherer, TwoCallsInterleavedByIndex)
{
    EXPECT_EQ(gather({R"([{"id":"x","index":0,"function":{"name":"f","arguments":""}},)"
                      R"({"id":"y","index":1,"function":{"name":"g","arguments":""}}])",
                      R"([{"index":1,"function":{"arguments":"{\"b\":"}}])",
                      R"([{"index":0,"function":{"arguments":"{\"a\":1}"}}])",
                      R"([{"index":1,"function":{"name":"g","arguments":"2}"}}])"}),
              (Calls{call("x", "f", R"({"a":1})"), call("y", "g", R"({"b":2})")}));
}

TEST(ToolCallGatherer, AMissingIndexIsTheCallThatIsBeingWritten)
{
    EXPECT_EQ(gather({R"([{"id":"x","function":{"name":"f","arguments":""}}])",
                      R"([{"function":{"arguments":"{"}}])", R"([{"function":{"arguments":"}"}}])",
                      R"([{"id":"y","function":{"name":"g"}}])", R"([{"function":{"arguments":"{}"}}])"}),
              (Calls{call("x", "f", "{}"), call("y", "g", "{}")}));
    EXPECT_EQ(gather({R"([{"id":"x","index":0,"function":{"name":"f"}}])",
                      R"([{"id":"y","index":0,"function":{"name":"f"}}])"}),
              (Calls{call("x", "f", "{}"), call("y", "f", "{}")}))
        << "an id of its own is a call of its own";
}

TEST(ToolCallGatherer, ManyCallsInTurnTakeOneLookEach)
{
    constexpr int many = 100'000; // a look through all of them for each piece would outlast the run's limit
    ToolCallGatherer gatherer;
    QJsonObject piece{{QStringLiteral("name"), QStringLiteral("f")}};
    for (int round = 0; round < 3; ++round) {
        for (int index = 0; index < many; ++index) {
            piece[QStringLiteral("index")] = index;
            piece[QStringLiteral("arguments")] = QString(QChar(u'a' + round));
            gatherer.take({piece});
        }
    }
    const Calls calls = gatherer.calls();
    ASSERT_EQ(calls.size(), many);
    EXPECT_EQ(calls.count(call("", "f", "abc")), many);
}

TEST(ToolCallGatherer, APieceBelongsToTheCallThatLastBeganUnderItsIndex)
{
    EXPECT_EQ(
        gather({R"([{"id":"x","index":3,"function":{"name":"f"}}])",
                R"([{"id":"y","index":3,"function":{"name":"g"}},{"id":"z","function":{"name":"h"}}])",
                R"([{"index":3,"function":{"arguments":"3"}},{"index":0,"function":{"arguments":"0"}}])"}),
        (Calls{call("x", "f", "{}"), call("y", "g", "3"), call("z", "h", "0")}));
}

TEST(ToolCallGatherer, OddPiecesDoNoHarm)
{
    EXPECT_TRUE(gather({"[]", "[null,1,\"x\",[],{}]", R"([{"index":7,"function":{"arguments":"x"}}])",
                        R"([{"function":3,"arguments":true}])", R"([{"index":"0","name":5}])"})
                    .isEmpty());
}

ChatRequest forced(const char* choice, int tools = 2)
{
    ChatRequest request;
    request.tools = {{QStringLiteral("f"), {}, R"({"type":"object","properties":{"a":{"type":"string"}}})"},
                     {QStringLiteral("g"), {}, R"({"type":"object","properties":{"a":{},"name":{}}})"}};
    request.tools.resize(tools);
    request.toolChoice = QString::fromLatin1(choice);
    return request;
}

Calls inText(const char* text, const ChatRequest& request)
{
    return chattools::callsInText(QString::fromUtf8(text), request);
}

TEST(CallsInText, WithNameAndArguments)
{
    const Calls expected{call("", "f", R"({"a":"x"})")};
    for (const char* text :
         {R"({"name":"f","arguments":{"a":"x"}})", R"( {"name":"f","parameters":{"a":"x"}} )",
          R"({"name":"f","arguments":"{\"a\":\"x\"}"})",
          "```json\n{\"name\":\"f\",\"arguments\":{\"a\":\"x\"}}\n```",
          R"([{"type":"function","function":{"name":"f","arguments":{"a":"x"}}}])"}) {
        EXPECT_EQ(inText(text, forced("required")), expected) << text;
        EXPECT_EQ(inText(text, forced("f")), expected) << text;
    }
}

TEST(CallsInText, BareArgumentsOfTheOnlyToolThatCouldBeMeant)
{
    EXPECT_EQ(inText(R"({"a":"x"})", forced("f")), (Calls{call("", "f", R"({"a":"x"})")}));
    EXPECT_EQ(inText(R"({"a":"x"})", forced("required", 1)), (Calls{call("", "f", R"({"a":"x"})")}));
    EXPECT_EQ(inText(R"({"name":"f"})", forced("g")), (Calls{call("", "g", R"({"name":"f"})")}));
    EXPECT_TRUE(inText(R"({"a":"x"})", forced("required")).isEmpty()) << "two tools could be meant";
    EXPECT_TRUE(inText(R"({"b":"x"})", forced("f")).isEmpty()) << "the tool has no such argument";
}

TEST(CallsInText, OtherTextIsText)
{
    for (const char* text :
         {"", "Hi", "[]", "[1]", "3", R"({"name":"unknown","arguments":{}})", "```", "``````",
          R"(Here: {"name":"f","arguments":{}})", R"({"name":"f","arguments":{"a)"})
        EXPECT_TRUE(inText(text, forced("f")).isEmpty()) << text;
}

TEST(ChatTools, WhatForces)
{
    EXPECT_FALSE(chattools::isForced(ChatRequest()));
    EXPECT_FALSE(chattools::isForced(forced("")));
    EXPECT_FALSE(chattools::isForced(forced("auto")));
    EXPECT_FALSE(chattools::isForced(forced("none")));
    EXPECT_TRUE(chattools::isForced(forced("required")));
    EXPECT_TRUE(chattools::isForced(forced("f")));
    EXPECT_FALSE(chattools::isForced(forced("required", 0)));
}

} // namespace
} // namespace orangery
