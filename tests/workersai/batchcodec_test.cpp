// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/batchcodec.h"

#include <gtest/gtest.h>

namespace orangery {
namespace {

using State = batchcodec::Ticket::State;

BatchRequest twoItems()
{
    return {QStringLiteral("@cf/baai/bge-m3"),
            {{QStringLiteral("first"), R"({"text":"a"})"}, {{}, R"({"text":"b"})"}}};
}

TEST(BatchEncode, EachItemWithItsReference)
{
    const auto body = batchcodec::encode(twoItems());
    ASSERT_TRUE(body);
    EXPECT_EQ(body->toStdString(),
              R"({"requests":[{"external_reference":"first","text":"a"},{"text":"b"}]})");
    EXPECT_EQ(batchcodec::encodePoll(QStringLiteral("r \"1\"")).toStdString(), R"({"request_id":"r \"1\""})");
}

TEST(BatchEncode, WhatCannotBeQueuedIsRefused)
{
    EXPECT_EQ(batchcodec::encode({}).error().kind, ErrorKind::InvalidInput);
    for (const QByteArray body : {"", "x", "[]", "3", R"({"a":)"}) {
        BatchRequest request = twoItems();
        request.items.last().body = body;
        EXPECT_EQ(batchcodec::encode(request).error().kind, ErrorKind::InvalidInput) << body.toStdString();
    }
    BatchRequest large = twoItems();
    large.items.last().body = R"({"text":")" + QByteArray(batchcodec::mostBytes, 'x') + R"("})";
    EXPECT_EQ(batchcodec::encode(large).error().kind, ErrorKind::TooLarge);
}

TEST(BatchDecode, WhileItWaits)
{
    const auto queued = batchcodec::decode(
        R"({"result":{"status":"queued","request_id":"r1","model":"@cf/baai/bge-m3"},"success":true})",
        twoItems());
    ASSERT_TRUE(queued);
    EXPECT_EQ(queued->state, State::Queued);
    EXPECT_EQ(queued->requestId, QStringLiteral("r1"));
    const auto running = batchcodec::decode(R"({"result":{"status":"running"}})", twoItems());
    ASSERT_TRUE(running);
    EXPECT_EQ(running->state, State::Running);
}

TEST(BatchDecode, AnswersInTheRequestsOrderAndFailuresAmongThem)
{
    const auto done =
        batchcodec::decode(R"({"result":{"responses":[{"id":1,"result":{"data":[[1]]},"success":true},)"
                           R"({"id":0,"success":false,"error":"3030: no","external_reference":"first"}],)"
                           R"("usage":{"prompt_tokens":5,"completion_tokens":0}}})",
                           twoItems());
    ASSERT_TRUE(done);
    EXPECT_EQ(done->state, State::Done);
    EXPECT_EQ(done->usage, (TokenUsage{5, 0, 0}));
    EXPECT_EQ(done->items, (QList<BatchReply::Item>{
                               {0, QStringLiteral("first"), false, R"({"errors":[{"message":"3030: no"}]})"},
                               {1, {}, true, R"({"result":{"data":[[1]]}})"}}));
}

TEST(BatchDecode, EveryFormOfAFailure)
{
    for (const auto& [failure, expected] :
         {std::pair(R"("success":false,"errors":[{"code":3040,"message":"x"}])",
                    R"({"errors":[{"code":3040,"message":"x"}]})"),
          {R"("success":false,"error":{"message":"x"})", R"({"errors":[{"message":"x"}]})"},
          {R"("success":false,"result":"x")", R"({"errors":[{"message":"x"}]})"},
          {R"("success":false)", R"({"errors":[]})"},
          {R"("errors":[])", R"({"errors":[]})"}}) {
        const auto done =
            batchcodec::decode(QByteArray(R"({"responses":[{"id":0,)") + failure + "}]}", std::nullopt);
        ASSERT_TRUE(done) << failure;
        EXPECT_FALSE(done->items.first().isSuccess);
        EXPECT_EQ(done->items.first().body.toStdString(), expected);
    }
}

TEST(BatchDecode, AMissingAnswerIsAFailureAndIdsMayBeMissing)
{
    const auto one =
        batchcodec::decode(R"({"responses":[{"id":"1","result":3,"success":true}]})", twoItems());
    ASSERT_TRUE(one);
    EXPECT_EQ(one->items, (QList<BatchReply::Item>{{0, QStringLiteral("first"), false, R"({"errors":[]})"},
                                                   {1, {}, true, R"({"result":3})"}}));
    const auto inOrder = batchcodec::decode(R"({"responses":[{"result":"a"},{"result":"b"}]})", twoItems());
    ASSERT_TRUE(inOrder);
    EXPECT_EQ(inOrder->items.at(1).body.toStdString(), R"({"result":"b"})");
    EXPECT_EQ(inOrder->items.at(0).reference, QStringLiteral("first"));
    const auto none = batchcodec::decode(R"({"responses":[]})", twoItems());
    ASSERT_TRUE(none);
    EXPECT_EQ(none->items.size(), 2);
}

TEST(BatchDecode, AnythingElseIsInvalid)
{
    for (const QByteArray body :
         {"", "x", "[]", "{}", R"({"result":null})", R"({"result":{"status":"moon"}})",
          R"({"result":{"status":3}})", R"({"result":{"response":"Hi"}})", R"({"responses":[3]})",
          R"({"responses":[{"id":-1,"result":1}]})", R"({"responses":[{"id":"x","result":1}]})",
          R"({"responses":[{"id":2,"result":1}]})",
          R"({"responses":[{"id":0,"result":1},{"id":0,"result":1}]})", R"({"status":"queued)"}) {
        const auto ticket = batchcodec::decode(body, twoItems());
        ASSERT_FALSE(ticket) << body.toStdString();
        EXPECT_EQ(ticket.error().kind, ErrorKind::InvalidAnswer);
    }
}

} // namespace
} // namespace orangery
