// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sandboxfixture.h"

#include "support/waitfor.h"

#include <QTcpSocket>

namespace orangery::test {

using namespace Qt::StringLiterals;

class FaultsWire : public SandboxTest
{
protected:
    WireReply with(const QByteArray& fault, bool stream = true, qsizetype enough = -1) const
    {
        const QByteArray body = stream ? R"({"prompt":"hi","max_tokens":20,"stream":true})"
                                       : R"({"prompt":"hi","max_tokens":20})";
        const QString path = sandbox->baseUrl().path() + account(u"/ai/run/"_s) + llama;
        return client->request("POST", path.toUtf8(), body, {"x-sandbox-fault: " + fault}, enough);
    }
    /// Whether a request with this fault still has no byte when later ones were answered.
    bool staysSilent(const QByteArray& fault) const
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, sandbox->port());
        socket.write("GET /client/v4/accounts HTTP/1.1\r\nHost: h\r\nx-sandbox-fault: " + fault + "\r\n\r\n");
        const auto seen = [&] { return sandbox->state()["requests"_L1].toArray().size(); };
        const qsizetype before = seen();
        waitFor([&] { return seen() > before; });
        for (int i = 0; i < 5; ++i)
            client->get(u"/accounts"_s);
        return socket.bytesAvailable() == 0 && socket.state() == QAbstractSocket::ConnectedState;
    }
};

struct Row
{
    int code;
    int status;
};

void PrintTo(const Row& row, std::ostream* stream)
{
    *stream << row.code;
}

class FaultsWireRow : public SandboxTest, public testing::WithParamInterface<Row>
{};

TEST_P(FaultsWireRow, HasItsStatusAndCode)
{
    const auto [code, status] = GetParam();
    ASSERT_TRUE(sandbox->setFault(QString::number(code)));
    const WireReply reply = run(llama, R"({"prompt":"hi"})");
    EXPECT_EQ(reply.status, status);
    EXPECT_EQ(reply.code(), code);
    EXPECT_EQ(reply.json()["success"_L1], QJsonValue(false));
    EXPECT_TRUE(reply.json()["result"_L1].isNull());
    EXPECT_EQ(run(llama, R"({"prompt":"hi"})").status, 200) << "once only";
}

// API.md §19; 400 where it gives no status.
INSTANTIATE_TEST_SUITE_P(Table, FaultsWireRow,
                         testing::Values(Row{3003, 400}, Row{3006, 413}, Row{3007, 408}, Row{3008, 408},
                                         Row{3010, 400}, Row{3023, 403}, Row{3030, 400}, Row{8007, 400},
                                         Row{3036, 429}, Row{4006, 429}, Row{3039, 400}, Row{3040, 429},
                                         Row{3041, 403}, Row{5018, 403}, Row{3042, 404}, Row{5004, 400},
                                         Row{5005, 405}, Row{5006, 400}, Row{5007, 400}, Row{5016, 403},
                                         Row{5019, 405}, Row{5035, 403}, Row{8006, 400}, Row{7003, 404},
                                         Row{7000, 404}, Row{10000, 401}, Row{9109, 403}));

TEST_F(FaultsWire, FormsOfOneError)
{
    EXPECT_EQ(with("3040/502").status, 502);
    EXPECT_EQ(with("3040/500").code(), 3040);
    EXPECT_TRUE(with("3040/no-code").json()["errors"_L1][0]["code"_L1].isUndefined());
    EXPECT_TRUE(with("3040/no-code").body.contains("AiError: 3040: "));
    EXPECT_TRUE(with("3040/double-prefix").body.contains("AiError: AiError: "));
    EXPECT_TRUE(with("3040/text").body.contains("AiError: AiError: 3040: "));
    EXPECT_TRUE(
        with("3036/openai").json()["error"_L1]["message"_L1].toString().startsWith(u"AiError: 3036: "));
    EXPECT_TRUE(with("3036/v1").json()["success"_L1].isUndefined());
    EXPECT_TRUE(with("3036/no-result").json()["result"_L1].isUndefined());
    EXPECT_EQ(with("3036/code-string").json()["errors"_L1][0]["code"_L1].toString(), u"3036");
    EXPECT_TRUE(with("3036/string-messages").json()["messages"_L1][0].isString());
    EXPECT_EQ(with("3036/string-messages").status, 429);
    EXPECT_EQ(with("json-mode").json()["errors"_L1][0]["message"_L1].toString(),
              u"AiError: JSON Mode couldn't be met");
    EXPECT_TRUE(with("json-mode/openai").json()["error"_L1]["code"_L1].isUndefined());
    EXPECT_EQ(with("json-mode/502").status, 502);
}

TEST_F(FaultsWire, AnswersThatAreNotWorkersAi)
{
    const WireReply html = with("html");
    EXPECT_EQ(html.status, 200);
    EXPECT_TRUE(html.header("Content-Type").startsWith("text/html"));
    EXPECT_EQ(with("html/404").status, 404);
    EXPECT_TRUE(QJsonDocument::fromJson(with("bad-json").body).isNull());
    EXPECT_TRUE(with("empty").body.isEmpty());
    EXPECT_EQ(with("status:503").status, 503);
    const WireReply redirect = with("redirect:http://127.0.0.2:9/steal");
    EXPECT_EQ(redirect.status, 302);
    EXPECT_EQ(redirect.header("Location"), "http://127.0.0.2:9/steal");
    const WireReply limited = with("rate-limit:7");
    EXPECT_EQ(limited.status, 429);
    EXPECT_EQ(limited.header("Retry-After"), "7");
    EXPECT_EQ(limited.code(), 0);
    EXPECT_TRUE(sandbox->state()["quota"_L1]["used"_L1].toDouble() == 0)
        << "nothing was answered, nothing is booked";
}

TEST_F(FaultsWire, CutEndsInTheMiddleOfAnEvent)
{
    const WireReply stream = with("cut:4");
    EXPECT_FALSE(stream.complete);
    EXPECT_TRUE(stream.closed);
    EXPECT_EQ(stream.events().size(), 4);
    EXPECT_FALSE(stream.body.endsWith("\n\n"));
    EXPECT_TRUE(stream.body.mid(stream.body.lastIndexOf("\n\n") + 2).startsWith("data: {\"resp"));
    const WireReply whole = with("cut", false);
    EXPECT_FALSE(whole.complete);
    EXPECT_TRUE(whole.closed);
    EXPECT_TRUE(whole.body.startsWith("{\"result\""));
}

TEST_F(FaultsWire, StallKeepsTheConnectionOpen)
{
    const WireReply unharmed = with("comments");
    const qsizetype threeEvents = with("truncated:3").body.size();
    const WireReply stalled = with("stall:3", true, with("truncated:3").head.size() + threeEvents);
    EXPECT_EQ(stalled.events().size(), 3);
    EXPECT_FALSE(stalled.complete);
    EXPECT_FALSE(stalled.closed);
    EXPECT_TRUE(unharmed.complete);
}

TEST_F(FaultsWire, EndsWithoutDone)
{
    const WireReply noDone = with("no-done");
    EXPECT_TRUE(noDone.complete);
    EXPECT_FALSE(noDone.body.contains("[DONE]"));
    EXPECT_TRUE(noDone.body.contains("\"usage\""));
    const WireReply truncated = with("truncated:5");
    EXPECT_TRUE(truncated.complete);
    EXPECT_EQ(truncated.events().size(), 5);
}

TEST_F(FaultsWire, GarbageStandsBetweenGoodEvents)
{
    const QList<QByteArray> events = with("garbage:2").events();
    EXPECT_EQ(events.last(), "[DONE]");
    int bad = 0;
    for (qsizetype i = 0; i + 1 < events.size(); ++i)
        bad += QJsonDocument::fromJson(events[i]).isNull() ? 1 : 0;
    EXPECT_EQ(bad, 3);
    EXPECT_FALSE(QJsonDocument::fromJson(events[1]).isNull());
    EXPECT_TRUE(QJsonDocument::fromJson(events[2]).isNull());
    EXPECT_TRUE(with("garbage", false).body.startsWith("}{"));
}

TEST_F(FaultsWire, ErrorEventEndsTheStream)
{
    EXPECT_TRUE(with("error-event:2").events().last().startsWith(R"({"error":{"code":3040,)"));
    EXPECT_TRUE(with("error-event/errors:2").events().last().startsWith(R"({"errors":[{"code":3040,)"));
    EXPECT_EQ(with("error-event:2").events().size(), 3);
}

TEST_F(FaultsWire, FramingVariants)
{
    const QByteArray plain = with("no-done").body;
    QByteArray crlf = with("crlf").body;
    EXPECT_FALSE(crlf.contains("}\n\n"));
    crlf.replace("\r\n", "\n");
    EXPECT_TRUE(crlf.startsWith(plain));
    EXPECT_TRUE(with("comments").body.startsWith(": data: a comment\n\ndata: {"));
    EXPECT_TRUE(with("split:7").body.startsWith(plain));
    EXPECT_TRUE(with("split:3", false).complete);
}

TEST_F(FaultsWire, JsonForAStream)
{
    const WireReply json = with("json-for-stream");
    EXPECT_EQ(json.header("Content-Type"), "application/json");
    EXPECT_FALSE(json.json()["result"_L1]["response"_L1].toString().isEmpty());
    EXPECT_TRUE(with("json-for-stream/empty").json()["result"_L1]["response"_L1].toString().isEmpty());
}

TEST_F(FaultsWire, FloodIsAsLongAsAsked)
{
    const WireReply events = with("flood:3", true, 3 * 1024 * 1024);
    EXPECT_GE(events.body.size(), 3 * 1000 * 1000);
    EXPECT_GT(events.events().size(), 1000);
    const WireReply line = with("flood/line:2", true, 2 * 1024 * 1024);
    EXPECT_EQ(line.events().size(), 0);
    EXPECT_FALSE(line.body.contains('\n'));
}

TEST_F(FaultsWire, SlowFirstByteStillAnswers)
{
    EXPECT_EQ(with("slow-first-byte:1").status, 200);
    EXPECT_TRUE(staysSilent("slow-first-byte:600000"));
}

TEST_F(FaultsWire, HangAndClose)
{
    const WireReply closed = with("close");
    EXPECT_TRUE(closed.closed);
    EXPECT_TRUE(closed.head.isEmpty());
    EXPECT_TRUE(staysSilent("hang"));
    EXPECT_FALSE(staysSilent("3040")) << "the check itself can fail";
}

TEST_F(FaultsWire, LostAnswersAreBilled)
{
    const auto sum = [&](QLatin1String name) { return sandbox->state()[name]["calls"_L1].toInt(); };
    const WireReply closed = with("lost");
    EXPECT_TRUE(closed.closed);
    EXPECT_TRUE(closed.head.isEmpty());
    EXPECT_EQ(sum("booked"_L1), 1);
    EXPECT_EQ(sum("lost"_L1), 1);
    const WireReply gateway = with("lost/504", false);
    EXPECT_EQ(gateway.status, 504);
    EXPECT_TRUE(gateway.header("Content-Type").startsWith("text/html"));
    EXPECT_TRUE(gateway.header("cf-ai-neurons").isEmpty());
    EXPECT_EQ(sum("lost"_L1), 2);
    for (const char* fault : {"lost/empty", "lost/bad-json"}) {
        const WireReply unreadable = with(fault);
        EXPECT_EQ(unreadable.status, 200);
        EXPECT_EQ(unreadable.header("Content-Type"), "application/json");
        EXPECT_TRUE(QJsonDocument::fromJson(unreadable.body).isNull());
        EXPECT_FALSE(unreadable.header("cf-ai-neurons").isEmpty());
    }
    EXPECT_EQ(sum("booked"_L1), 4);
    EXPECT_EQ(sum("lost"_L1), 2) << "the head told the others";
}

TEST_F(FaultsWire, ACostIsLostWhereNeitherHeadNorUsageArrives)
{
    EXPECT_EQ(client->control("POST", "neurons", R"({"omitEvery":1})").status, 200);
    const auto isLost = [&](const char* fault, bool stream) {
        const auto lost = [&] { return sandbox->state()["lost"_L1]["calls"_L1].toInt(); };
        const int before = lost();
        with(fault, stream);
        return lost() > before;
    };
    for (const char* fault : {"cut:2", "truncated:2", "error-event:2", "lost/empty"})
        EXPECT_TRUE(isLost(fault, true)) << fault;
    for (const char* fault : {"cut", "garbage", "lost/bad-json", "lost/502"})
        EXPECT_TRUE(isLost(fault, false)) << fault;
    for (const char* fault : {"garbage", "no-done", "crlf", "cut:1000"})
        EXPECT_FALSE(isLost(fault, true)) << fault;
    for (const char* fault : {"truncated", "split:7", "3040", "close", "bad-json"})
        EXPECT_FALSE(isLost(fault, false)) << fault;
    EXPECT_EQ(client->control("POST", "neurons", R"({"omitEvery":0})").status, 200);
    EXPECT_FALSE(isLost("cut:2", true)) << "its head tells";
}

TEST_F(FaultsWire, TokenAndAccountStates)
{
    sandbox->setFault(u"token-disabled"_s);
    EXPECT_EQ(client->get(u"/user/tokens/verify"_s).json()["result"_L1]["status"_L1].toString(), u"disabled");
    sandbox->setFault(u"token-expired"_s);
    EXPECT_EQ(client->get(u"/user/tokens/verify"_s).json()["result"_L1]["status"_L1].toString(), u"expired");
    sandbox->setFault(u"no-accounts"_s);
    EXPECT_TRUE(client->get(u"/accounts"_s).json()["result"_L1].toArray().isEmpty());
}

TEST_F(FaultsWire, ArmedFaultsHaveACountAndAPath)
{
    EXPECT_FALSE(sandbox->setFault(u"no-such-fault"_s));
    EXPECT_TRUE(sandbox->setFault(u"3040"_s, 2, u"/ai/run/"_s));
    EXPECT_EQ(client->get(u"/accounts"_s).status, 200) << "another path";
    EXPECT_EQ(run(llama, R"({"prompt":"x"})").status, 429);
    EXPECT_EQ(run(llama, R"({"prompt":"x"})").status, 429);
    EXPECT_EQ(run(llama, R"({"prompt":"x"})").status, 200);
    sandbox->setFault(u"3040"_s, 0);
    for (int i = 0; i < 5; ++i)
        EXPECT_EQ(client->get(u"/accounts"_s).status, 429);
    sandbox->clearFaults();
    EXPECT_EQ(client->get(u"/accounts"_s).status, 200);
}

} // namespace orangery::test
