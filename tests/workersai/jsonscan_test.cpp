// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/jsonscan.h"

#include <gtest/gtest.h>

namespace orangery {
namespace {

std::string valueIn(QByteArrayView json, QByteArrayView name)
{
    const auto members = jsonscan::members(json);
    if (!members)
        return "(no object)";
    const QByteArrayView value = jsonscan::valueOf(*members, name);
    return std::string(value.data(), static_cast<size_t>(value.size()));
}

TEST(JsonScan, FindsValuesOfEveryKind)
{
    const QByteArray json =
        R"( { "a" : "x" ,"b":[1,{"a":2},"]"], "c":{"d":{}},"e":-1.5e3,"f":true,"g":null} )";
    EXPECT_EQ(valueIn(json, "a"), R"("x")");
    EXPECT_EQ(valueIn(json, "b"), R"([1,{"a":2},"]"])");
    EXPECT_EQ(valueIn(json, "c"), R"({"d":{}})");
    EXPECT_EQ(valueIn(json, "e"), "-1.5e3");
    EXPECT_EQ(valueIn(json, "f"), "true");
    EXPECT_EQ(valueIn(json, "g"), "null");
    EXPECT_EQ(valueIn(json, "d"), "");
    EXPECT_EQ(valueIn("{}", "a"), "");
}

TEST(JsonScan, AQuoteIsOneWhereItIsNotEscaped)
{
    EXPECT_EQ(valueIn(R"({"a":"\"}","b":1})", "a"), R"("\"}")");
    EXPECT_EQ(valueIn(R"({"a":"\\","b":1})", "b"), "1");
    EXPECT_EQ(valueIn(R"({"a":"\\\"","b":2})", "b"), "2");
    EXPECT_EQ(valueIn(R"({"\"a\"":1,"a":2})", "a"), "2");
}

TEST(JsonScan, AByteOrderMarkIsSkippedAtTheBeginningOnly)
{
    const auto found = jsonscan::members("\xEF\xBB\xBF{\"a\":1}");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->size(), 1);
    EXPECT_TRUE(jsonscan::members("\xEF\xBB\xBF{}"));
    EXPECT_FALSE(jsonscan::members(" \xEF\xBB\xBF{}"));
    EXPECT_FALSE(jsonscan::members("\xEF\xBB\xBF"));
}

TEST(JsonScan, TheLastOfTwoCounts)
{
    EXPECT_EQ(valueIn(R"({"a":1,"a":2})", "a"), "2");
}

TEST(JsonScan, WhatDoesNotComeToItsEndIsNoObject)
{
    const QByteArray whole = R"({"result":{"image":"aGVsbG8=","n":[1,2]},"success":true})";
    for (qsizetype length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(jsonscan::members(whole.left(length))) << whole.left(length).constData();
    EXPECT_TRUE(jsonscan::members(whole));
}

TEST(JsonScan, WhatIsNoObjectIsNone)
{
    for (const char* text : {"", " ", "[]", "null", "\"a\"", "{a:1}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}",
                             "{,}", "{\"a\":1 2}", "{\"a\":[}]}", "{\"a\":[1}}", "{\"a\":1}}", "{\"a\":1}x",
                             "{\"a\":]", "{\"a\" 1}", "{\"a\":1\"b\":2}"})
        EXPECT_FALSE(jsonscan::members(text)) << text;
    EXPECT_FALSE(jsonscan::members(QByteArrayView("{\"a\":\0}", 7)));
}

TEST(JsonScan, DepthCostsNoStack)
{
    const QByteArray deep = "{\"a\":" + QByteArray(1'000'000, '[') + QByteArray(1'000'000, ']') + "}";
    EXPECT_TRUE(jsonscan::members(deep));
    EXPECT_FALSE(jsonscan::members(deep.chopped(2)));
}

TEST(JsonScan, ShortensLongValuesButTheKeptOnes)
{
    EXPECT_EQ(jsonscan::shortened(R"({"a":"12345","b":[1,2,3],"errors":[4,5,6],"c":1})", 4, {"errors"}),
              R"({"a":true,"b":true,"errors":[4,5,6],"c":1})");
    EXPECT_EQ(jsonscan::shortened("{}", 4, {}), "{}");
    EXPECT_FALSE(jsonscan::shortened("[1]", 4, {}));
}

} // namespace
} // namespace orangery
