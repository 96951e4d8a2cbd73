// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/callfate.h"
#include "workersai/mediafixture.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

const QByteArray page = "<!DOCTYPE html><html><body>Bad gateway</body></html>";

bool mayHaveRun(int status, const QByteArray& body, const QByteArray& type = "application/json")
{
    return fateOf(replyOf(type, body, status)).mayHaveRun;
}

TEST(CallFate, ASuccessThatCannotBeReadHasRun)
{
    for (const QByteArray& body : {QByteArray(), QByteArray("{"), QByteArray("{}"), QByteArray("null"),
                                   QByteArray("}{"), QByteArray(300'000, 'x')})
        EXPECT_TRUE(mayHaveRun(200, body)) << body.left(10).toStdString();
    EXPECT_FALSE(mayHaveRun(200, page, "text/html")) << "that was not the service";
    EXPECT_FALSE(mayHaveRun(200, R"({"success":false,"errors":[{"message":"no"}],"result":null})"));
}

TEST(CallFate, AGatewayThatGaveUpSaysNothingOfTheModel)
{
    for (const int status : {502, 504, 520, 524}) {
        EXPECT_TRUE(mayHaveRun(status, page, "text/html")) << status;
        EXPECT_TRUE(mayHaveRun(status, {}, "")) << status;
        EXPECT_TRUE(mayHaveRun(status, "error code: 502", "text/plain")) << status;
        EXPECT_FALSE(mayHaveRun(status, R"({"success":false,"errors":[{"message":"no"}]})")) << status;
        EXPECT_FALSE(mayHaveRun(status, R"({"errors":[{"code":3040,"message":"Capacity"}]})")) << status;
        EXPECT_FALSE(mayHaveRun(status, "AiError: 3040: Capacity exceeded", "text/plain")) << status;
    }
}

TEST(CallFate, AnyOtherStatusIsARefusal)
{
    for (const int status : {302, 400, 404, 408, 413, 429, 500, 501, 503, 521, 522, 523, 525}) {
        EXPECT_FALSE(mayHaveRun(status, page, "text/html")) << status;
        EXPECT_FALSE(mayHaveRun(status, {}, "")) << status;
    }
}

TEST(CallFate, ABrokenCallGoesByItsHeadElseByWhetherItArrived)
{
    EXPECT_TRUE(fateOf(HttpHead(), true).mayHaveRun);
    EXPECT_FALSE(fateOf(HttpHead(), false).mayHaveRun);
    HttpHead head;
    head.status = 200;
    head.headers = {{"content-type", "application/json"}, {"cf-ai-neurons", "2.5"}, {"cf-ray", "7-FRA"}};
    const CallFate told = fateOf(head, false);
    EXPECT_TRUE(told.mayHaveRun);
    EXPECT_EQ(told.facts.neurons, Neurons::of(2.5));
    EXPECT_TRUE(told.facts.isNeuronsInHead);
    EXPECT_EQ(told.facts.rayId, QStringLiteral("7-FRA"));
    head.status = 429;
    EXPECT_FALSE(fateOf(head, true).mayHaveRun);
}

TEST(CallFate, WhatABodySaysOfItsCostIsRead)
{
    const QByteArray usage = R"({"prompt_tokens":9,"completion_tokens":4})";
    for (const QByteArray& body : {"{\"result\":{\"usage\":" + usage + "}}", "{\"usage\":" + usage + "}"}) {
        const CallFate fate = fateOf(jsonReply(body));
        ASSERT_TRUE(fate.facts.usage) << body.toStdString();
        EXPECT_EQ(*fate.facts.usage, (TokenUsage{9, 4, 0}));
        EXPECT_FALSE(fate.facts.neurons);
    }
    EXPECT_EQ(fateOf(jsonReply(R"({"usage":{"neurons":1.5}})")).facts.neurons, Neurons::of(1.5));
}

} // namespace
} // namespace orangery::test
