// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxfixture.h"
#include "support/waitfor.h"

#include <QTcpSocket>

namespace orangery::test {

using namespace Qt::StringLiterals;

class ControlWire : public SandboxTest
{};

TEST_F(ControlWire, StateShowsRequestsWithoutTheToken)
{
    run(llama, R"({"prompt":"remember me"})",
        {"x-session-affinity: chat-1", "cf-aig-authorization: Bearer hidden"});
    WireClient(sandbox->baseUrl(), QString()).get(u"/accounts?page=3"_s);
    const WireReply reply = client->control("GET", "state");
    EXPECT_FALSE(reply.body.contains(Sandbox::token().toUtf8()));
    EXPECT_FALSE(reply.body.contains("hidden"));
    const QJsonValue requests = reply.json()["requests"_L1];
    ASSERT_EQ(requests.toArray().size(), 2) << "control is not among them";
    EXPECT_EQ(requests[0]["method"_L1].toString(), u"POST");
    EXPECT_EQ(requests[0]["path"_L1].toString(), u"/client/v4"_s + account(u"/ai/run/"_s) + llama);
    EXPECT_EQ(requests[0]["authorization"_L1], QJsonValue(true));
    EXPECT_EQ(requests[0]["headers"_L1]["x-session-affinity"_L1].toString(), u"chat-1");
    EXPECT_EQ(requests[0]["body"_L1]["prompt"_L1].toString(), u"remember me");
    EXPECT_EQ(requests[0]["bodySize"_L1].toInt(), 24);
    EXPECT_EQ(requests[1]["authorization"_L1], QJsonValue(false));
    EXPECT_EQ(requests[1]["query"_L1].toString(), u"page=3");
    EXPECT_EQ(sandbox->state()["requests"_L1].toArray().size(), 2) << "the same in process";
}

TEST_F(ControlWire, QuotaClockPaceAndReset)
{
    EXPECT_EQ(client->control("POST", "quota", R"({"used":9999.5,"limit":10000})").status, 200);
    EXPECT_EQ(sandbox->quotaUsed(), 9999.5);
    EXPECT_EQ(client->control("POST", "quota", "{}").status, 400);
    EXPECT_EQ(client->control("POST", "clock", R"({"offset":86400})").status, 200);
    EXPECT_EQ(sandbox->quotaUsed(), 0) << "tomorrow";
    EXPECT_EQ(client->control("POST", "clock", R"({"offset":0})").status, 200);
    EXPECT_EQ(client->control("POST", "pace", R"({"latency":1,"tokensPerSecond":5000})").status, 200);
    EXPECT_TRUE(run(llama, R"({"prompt":"x","stream":true})").body.endsWith("data: [DONE]\n\n"));
    EXPECT_EQ(client->control("POST", "reset").status, 200);
    EXPECT_EQ(sandbox->quotaUsed(), 0);
    EXPECT_TRUE(sandbox->state()["requests"_L1].toArray().isEmpty());
    EXPECT_EQ(client->control("GET", "nothing").status, 404);
}

TEST_F(ControlWire, FaultsOverHttp)
{
    EXPECT_TRUE(client->control("GET", "faults").json().contains("stall"_L1));
    EXPECT_EQ(client->control("POST", "faults", R"({"fault":"nonsense"})").status, 400);
    EXPECT_EQ(client->control("POST", "faults", R"({"fault":"4006","count":2,"path":"/ai/"})").status, 200);
    EXPECT_EQ(client->control("GET", "state").json()["faults"_L1][0]["left"_L1].toInt(), 2);
    EXPECT_EQ(run(llama, R"({"prompt":"x"})").code(), 4006);
    EXPECT_EQ(client->control("DELETE", "faults").status, 200);
    EXPECT_EQ(run(llama, R"({"prompt":"x"})").status, 200);
    EXPECT_EQ(sandbox->state()["requests"_L1][0]["fault"_L1].toString(), u"4006");
}

TEST_F(ControlWire, PortTakenIsAnErrorWithASentence)
{
    SandboxOptions options;
    options.port = sandbox->port();
    Sandbox second(options);
    const auto result = second.start();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::SandboxFailed);
    EXPECT_TRUE(result.error().message.contains(QString::number(options.port)));
}

TEST_F(ControlWire, PacedStreamsSurviveHangUpsAndDestruction)
{
    SandboxOptions options;
    options.tokensPerSecond = 50;
    options.latency = std::chrono::milliseconds(1);
    sandbox = std::make_unique<Sandbox>(options);
    ASSERT_TRUE(sandbox->start());
    const QByteArray body = R"({"prompt":"write 2000 words","stream":true,"max_tokens":9000})";
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < 10; ++i) {
        auto& socket = sockets.emplace_back(std::make_unique<QTcpSocket>());
        socket->connectToHost(u"127.0.0.1"_s, sandbox->port());
        socket->write("POST /client/v4" + (account(u"/ai/run/"_s) + llama).toUtf8() +
                      " HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer " + Sandbox::token().toUtf8() +
                      "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
    for (auto& socket : sockets)
        ASSERT_TRUE(waitFor([&] { return socket->peek(100'000).contains("data: "); }));
    for (int i = 0; i < 5; ++i)
        sockets[static_cast<std::size_t>(i)]->abort();
    sandbox.reset();
    for (auto& socket : sockets)
        EXPECT_TRUE(waitFor([&] { return socket->state() == QAbstractSocket::UnconnectedState; }));
}

} // namespace orangery::test
