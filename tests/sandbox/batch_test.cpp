// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxfixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

class BatchWire : public SandboxTest
{
protected:
    WireReply queue(const QString& model, const QByteArray& body) const
    {
        return run(model + u"?queueRequest=true"_s, body);
    }
    QString queued(const QString& model, const QByteArray& requests) const
    {
        const QJsonValue result = queue(model, R"({"requests":)" + requests + "}").json()["result"_L1];
        EXPECT_EQ(result["status"_L1].toString(), u"queued");
        EXPECT_EQ(result["model"_L1].toString(), model);
        return result["request_id"_L1].toString();
    }
    WireReply poll(const QString& model, const QString& id) const
    {
        return queue(model, R"({"request_id":")" + id.toUtf8() + R"("})");
    }
    const QString base = u"@cf/baai/bge-base-en-v1.5"_s;
    const QString scout = u"@cf/meta/llama-4-scout-17b-16e-instruct"_s;
    const QByteArray two = R"([{"text":"12345678","external_reference":"first"},{"text":"1234"}])";
};

TEST_F(BatchWire, AnswersEveryRequest)
{
    const QString id = queued(base, two);
    EXPECT_EQ(sandbox->quotaUsed(), 0) << "nothing has run";
    const WireReply reply = poll(base, id);
    const QJsonValue result = reply.json()["result"_L1];
    ASSERT_EQ(result["responses"_L1].toArray().size(), 2);
    const QJsonValue first = result["responses"_L1][0];
    EXPECT_EQ(first["id"_L1].toInt(), 0);
    EXPECT_EQ(first["success"_L1], QJsonValue(true));
    EXPECT_EQ(first["external_reference"_L1].toString(), u"first");
    EXPECT_EQ(first["result"_L1]["data"_L1][0].toArray().size(), 768);
    EXPECT_TRUE(result["responses"_L1][1]["external_reference"_L1].isUndefined());
    EXPECT_EQ(result["usage"_L1]["prompt_tokens"_L1].toInt(), 3);
    EXPECT_EQ(reply.header("cf-ai-neurons"), "0.018174");
    EXPECT_NEAR(sandbox->quotaUsed(), 0.018174, 1e-9);
    const WireReply again = poll(base, id);
    EXPECT_EQ(again.body, reply.body);
    EXPECT_TRUE(again.header("cf-ai-neurons").isNull()) << "paid once";
    EXPECT_NEAR(sandbox->quotaUsed(), 0.018174, 1e-9);
}

TEST_F(BatchWire, IsQueuedThenRuns)
{
    EXPECT_EQ(client->control("POST", "pace", R"({"batch":60000})").status, 200);
    const QString id = queued(scout, R"([{"prompt":"hi","max_tokens":5}])");
    const auto status = [&] { return poll(scout, id).json()["result"_L1]["status"_L1].toString(); };
    EXPECT_EQ(status(), u"queued");
    sandbox->setClockOffset(std::chrono::seconds(31));
    EXPECT_EQ(status(), u"running");
    sandbox->setClockOffset(std::chrono::seconds(61));
    const QJsonValue result = poll(scout, id).json()["result"_L1];
    EXPECT_EQ(result["responses"_L1][0]["result"_L1]["usage"_L1]["completion_tokens"_L1].toInt(), 5);
    EXPECT_TRUE(result["status"_L1].isUndefined());
}

TEST_F(BatchWire, OneBadRequestDoesNotFailTheOthers)
{
    const QString id = queued(base, R"([{"texts":"a","external_reference":"bad"},{"text":"b"}])");
    const QJsonValue responses = poll(base, id).json()["result"_L1]["responses"_L1];
    EXPECT_EQ(responses[0]["success"_L1], QJsonValue(false));
    EXPECT_EQ(responses[0]["errors"_L1][0]["code"_L1].toInt(), 5006);
    EXPECT_EQ(responses[0]["external_reference"_L1].toString(), u"bad");
    EXPECT_EQ(responses[1]["success"_L1], QJsonValue(true));
}

TEST_F(BatchWire, WrongInputs)
{
    EXPECT_EQ(queue(llama, R"({"requests":[{"prompt":"x"}]})").code(), 5006) << "no asynchronous model";
    for (const QByteArray body :
         {R"({})", R"({"text":"a"})", R"({"requests":[]})", R"({"requests":["a"]})",
          R"({"requests":[{"text":"a","external_reference":1}]})", R"({"request_id":"nobody"})"})
        EXPECT_EQ(queue(base, body).code(), 5006) << body.toStdString();
    EXPECT_EQ(queue(scout, R"({"requests":[{"prompt":"x","stream":true}]})").code(), 5006);
    EXPECT_EQ(queue(base, R"({"requests":[{"text":")" + QByteArray(10'000'000, 'x') + R"("}]})").code(),
              3006);
    const QString id = queued(base, two);
    EXPECT_EQ(poll(scout, id).code(), 5006) << "of another model";
    EXPECT_EQ(run(base, R"({"requests":[{"text":"a"}]})").code(), 5006) << "without the query parameter";
    sandbox->setQuotaUsed(10'000);
    EXPECT_EQ(queue(base, R"({"requests":)" + two + "}").code(), 3036);
}

} // namespace orangery::test
