// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mediafixture.h"

#include <QTcpSocket>

namespace orangery::test {

using namespace Qt::StringLiterals;

/// What holds for every task alike: quota, faults, booking, neurons kept back.
class TasksWire : public MediaTest
{
protected:
    struct Call
    {
        QString model;
        QByteArray body;
        QByteArray type = "application/json";
    };

    std::vector<Call> calls() const
    {
        const QByteArray picture = png(32, 32, 0xFFD02020);
        return {{dreamshaper, R"({"prompt":"x","width":256,"height":256,"num_steps":1,"seed":1})"},
                {u"@cf/leonardo/phoenix-1.0"_s, R"({"prompt":"x","width":256,"height":256,"num_steps":1})"},
                {whisper, wav(1, {{0, 0.5}}), "application/octet-stream"},
                {nova, wav(1, {{0, 0.5}}), "audio/wav"},
                {aura, R"({"text":"Hello there"})"},
                {melotts, R"({"prompt":"Hello there"})"},
                {u"@cf/microsoft/resnet-50"_s, picture, "application/octet-stream"},
                {u"@cf/facebook/detr-resnet-50"_s, picture, "application/octet-stream"},
                {u"@cf/llava-hf/llava-1.5-7b-hf"_s, picture, "application/octet-stream"},
                {u"@cf/moondream/moondream3.1-9B-A2B"_s, R"({"question":"x","stream":false})"},
                {llama, R"({"prompt":"Hello","max_tokens":5})"}};
    }
    WireReply send(const Call& call) const { return runRaw(call.model, call.body, call.type); }
    QJsonValue booked(QLatin1StringView member) const
    {
        return client->control("GET", "state").json()["booked"_L1][member];
    }
};

TEST_F(TasksWire, TheHeadersAddUpToTheLedger)
{
    qint64 millionths = 0;
    int answers = 0;
    for (int round = 0; round < 3; ++round) {
        for (const Call& call : calls()) {
            const WireReply reply = send(call);
            ASSERT_EQ(reply.status, 200) << call.model.toStdString() << reply.body.left(200).toStdString();
            millionths += std::llround(neurons(reply) * 1e6);
            ++answers;
        }
    }
    EXPECT_EQ(booked("calls"_L1).toInt(), answers);
    EXPECT_EQ(std::llround(booked("neurons"_L1).toDouble() * 1e6), millionths) << "to the last digit";
    EXPECT_EQ(std::llround(sandbox->quotaUsed() * 1e6), millionths);
}

TEST_F(TasksWire, EveryThirdAnswerKeepsItsNeuronsBack)
{
    SandboxOptions options;
    options.omitNeuronsEvery = 3;
    start(options);
    int told = 0;
    for (int i = 0; i < 9; ++i) {
        const WireReply reply = run(schnell, R"({"prompt":"x","steps":1})");
        told += reply.header("cf-ai-neurons").isNull() ? 0 : 1;
    }
    EXPECT_EQ(told, 6);
    EXPECT_DOUBLE_EQ(sandbox->quotaUsed(), 9 * (4 * 4.8 + 9.6)) << "they cost the same";
    for (int i = 0; i < 3; ++i) {
        const WireReply chat = run(llama, R"({"prompt":"Hello","max_tokens":5})");
        EXPECT_EQ(chat.header("cf-ai-neurons").isNull(), i == 2);
        EXPECT_EQ(chat.json()["result"_L1]["usage"_L1]["neurons"_L1].isUndefined(), i == 2)
            << "nor in the body";
    }
    EXPECT_EQ(client->control("POST", "neurons", R"({"omitEvery":1})").status, 200);
    EXPECT_TRUE(run(llama, R"({"prompt":"Hello"})").header("cf-ai-neurons").isNull());
    EXPECT_EQ(client->control("POST", "neurons", R"({"omitEvery":"x"})").status, 400);
    sandbox->setOmitNeuronsEvery(0);
    EXPECT_FALSE(run(llama, R"({"prompt":"Hello"})").header("cf-ai-neurons").isNull());
}

TEST_F(TasksWire, ASpentQuotaRefusesEveryTask)
{
    sandbox->setQuotaUsed(10'000);
    for (const Call& call : calls()) {
        const WireReply reply = send(call);
        EXPECT_EQ(reply.status, 429) << call.model.toStdString();
        EXPECT_EQ(reply.code(), 3036) << call.model.toStdString();
    }
    EXPECT_EQ(booked("calls"_L1).toInt(), 0);
    sandbox->setPlan(SandboxOptions::Plan::Paid);
    for (const Call& call : calls())
        EXPECT_EQ(send(call).status, 200) << call.model.toStdString();
}

TEST_F(TasksWire, FaultsMeetEveryTask)
{
    for (const Call& call : calls()) {
        sandbox->setFault(u"3040"_s);
        EXPECT_EQ(send(call).code(), 3040);
        sandbox->setFault(u"cut"_s);
        const WireReply cut = send(call);
        EXPECT_FALSE(cut.complete) << call.model.toStdString();
        EXPECT_TRUE(cut.closed);
        sandbox->setFault(u"garbage"_s);
        EXPECT_TRUE(send(call).body.startsWith("}{"));
    }
}

TEST_F(TasksWire, ALargePictureHoldsNobodyUp)
{
    // Many more pictures than workers: a chat that came later is answered before they are done.
    const QByteArray body = R"({"prompt":"x","width":2048,"height":2048})";
    std::vector<std::unique_ptr<QTcpSocket>> painters;
    for (int i = 0; i < 8; ++i) {
        auto socket = std::make_unique<QTcpSocket>();
        socket->connectToHost(u"127.0.0.1"_s, sandbox->port());
        ASSERT_TRUE(socket->waitForConnected());
        socket->write("POST /client/v4" + account(u"/ai/run/"_s).toUtf8() + dreamshaper.toUtf8() +
                      " HTTP/1.1\r\nHost: s\r\nAuthorization: Bearer " + Sandbox::token().toUtf8() +
                      "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        socket->flush();
        painters.push_back(std::move(socket));
    }
    EXPECT_EQ(run(llama, R"({"prompt":"Hello","max_tokens":5})").status, 200);
    EXPECT_LT(booked("calls"_L1).toInt(), 9) << "not all of them were done before";
    painters.clear(); // and nobody minds that they leave
    EXPECT_EQ(run(llama, R"({"prompt":"Hello","max_tokens":5})").status, 200);
}

TEST_F(TasksWire, LatencyIsOfEveryTask)
{
    // The ledger's own time, so that no clock decides.
    EXPECT_EQ(client->control("POST", "pace", R"({"latency":300})").status, 200);
    for (const Call& call : {calls().front(), calls().back()})
        EXPECT_EQ(send(call).status, 200);
    const QString query =
        u"{ viewer { accounts(filter: {accountTag: \"%1\"}) { aiInferenceAdaptiveGroups(limit: 9, "
        u"filter: {}) { count sum { totalInferenceTimeMs } } } } }"_s.arg(Sandbox::accountId());
    const QJsonValue group =
        client->post(u"/graphql"_s, compact(QJsonObject{{u"query"_s, query}}))
            .json()["data"_L1]["viewer"_L1]["accounts"_L1][0]["aiInferenceAdaptiveGroups"_L1][0];
    EXPECT_EQ(group["count"_L1].toInt(), 2);
    EXPECT_GE(group["sum"_L1]["totalInferenceTimeMs"_L1].toInt(), 600);
}

TEST_F(TasksWire, TheStateShowsForms)
{
    runForm(u"@cf/black-forest-labs/flux-2-dev"_s,
            Form().field("prompt", "grün").file("input_image_0", "a.png", "image/png", "12345"));
    const QJsonValue form = sandbox->state()["requests"_L1][0]["form"_L1];
    EXPECT_EQ(form[0], (QJsonObject{{u"name"_s, u"prompt"_s}, {u"value"_s, u"grün"_s}}));
    EXPECT_EQ(form[1]["fileName"_L1].toString(), u"a.png");
    EXPECT_EQ(form[1]["mediaType"_L1].toString(), u"image/png");
    EXPECT_EQ(form[1]["size"_L1].toInt(), 5);
}

TEST_F(TasksWire, TheStateForgetsOldBodies)
{
    const QByteArray body = R"({"prompt":")" + QByteArray(250 * 1024, 'x') + R"(","temperature":9})";
    for (int i = 0; i < 40; ++i)
        EXPECT_EQ(run(llama, body).code(), 5006);
    const QJsonArray requests = sandbox->state()["requests"_L1].toArray();
    ASSERT_EQ(requests.size(), 40);
    int bodies = 0;
    for (const QJsonValue& request : requests)
        bodies += request["body"_L1].isObject() ? 1 : 0;
    EXPECT_EQ(bodies, 8 * 1024 * 1024 / static_cast<int>(body.size()));
    EXPECT_TRUE(requests.first()["body"_L1].isUndefined());
    EXPECT_TRUE(requests.last()["body"_L1].isObject());
}

} // namespace orangery::test
