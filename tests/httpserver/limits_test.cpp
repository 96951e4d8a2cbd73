// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpserver/serverfixture.h"

namespace orangery::test {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class LimitsTest : public ServerTest
{
protected:
    void SetUp() override
    {
        autoAnswer = true;
        options.bodyLimit = 1000;
        options.drainLimit = 5000;
        startWith(options);
    }

    ServerOptions options;
};

TEST_F(LimitsTest, BodyAtTheLimitPassesAndOneMoreDoesNot)
{
    RawClient client(port);
    client.send("POST /ok HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n\r\n" + QByteArray(1000, 'x'));
    ASSERT_TRUE(client.waitForText("answer to /ok"));
    client.received.clear();
    client.send("POST /no HTTP/1.1\r\nHost: h\r\nContent-Length: 1001\r\n\r\n" + QByteArray(1001, 'x'));
    ASSERT_TRUE(client.waitForClose());
    EXPECT_THAT(client.received.toStdString(), StartsWith("HTTP/1.1 413 "));
    EXPECT_THAT(client.received.toStdString(), HasSubstr("Connection: close\r\n"));
    EXPECT_EQ(requests.size(), 1);
}

TEST_F(LimitsTest, RefusedBodyIsNeverReadAsTheNextRequest)
{
    for (const QByteArray size : {"2000", "900000"}) {
        RawClient client(port);
        client.send("POST /no HTTP/1.1\r\nHost: h\r\nContent-Length: " + size + "\r\n\r\n");
        for (int i = 0; i < 60; ++i)
            client.send("GET /smuggled HTTP/1.1\r\nHost: h\r\n\r\n");
        ASSERT_TRUE(client.waitForClose()) << size.toStdString();
        EXPECT_THAT(client.received.toStdString(), StartsWith("HTTP/1.1 413 "));
        EXPECT_EQ(client.received.count("HTTP/1.1 "), 1);
    }
    EXPECT_TRUE(requests.isEmpty());
}

TEST_F(LimitsTest, ChunkedBodiesAreCounted)
{
    RawClient little(port);
    little.send("POST /no HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 11; ++i)
        little.send(chunk(QByteArray(100, 'x')));
    little.send("0\r\n\r\n");
    ASSERT_TRUE(little.waitForClose());
    EXPECT_THAT(little.received.toStdString(), StartsWith("HTTP/1.1 413 "));

    RawClient endless(port);
    endless.send("POST /no HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 61; ++i)
        endless.send(chunk(QByteArray(100, 'x')));
    ASSERT_TRUE(endless.waitForClose()) << "hangs up although the body has no end";
    EXPECT_THAT(endless.received.toStdString(), StartsWith("HTTP/1.1 413 "));
    EXPECT_TRUE(requests.isEmpty());
}

TEST_F(LimitsTest, ExpectContinueIsRefusedBeforeTheBody)
{
    RawClient client(port);
    client.send("POST /no HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 2000\r\n\r\n");
    ASSERT_TRUE(client.waitForClose());
    EXPECT_THAT(client.received.toStdString(), StartsWith("HTTP/1.1 413 "));
}

TEST_F(LimitsTest, ContentEncodingIsRefused)
{
    RawClient client(port);
    client.send("POST /no HTTP/1.1\r\nHost: h\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc");
    ASSERT_TRUE(client.waitForClose());
    EXPECT_THAT(client.received.toStdString(), StartsWith("HTTP/1.1 415 "));
    RawClient identity(port);
    identity.send(
        "POST /id HTTP/1.1\r\nHost: h\r\nContent-Encoding: identity\r\nContent-Length: 3\r\n\r\nabc");
    EXPECT_TRUE(identity.waitForText("answer to /id"));
    EXPECT_EQ(requests.size(), 1);
}

TEST_F(LimitsTest, EnormousHeadIsRefused)
{
    RawClient client(port);
    client.send("GET / HTTP/1.1\r\nHost: h\r\nX-Big: " + QByteArray(200'000, 'x') + "\r\n\r\n");
    ASSERT_TRUE(client.waitForClose());
    EXPECT_THAT(client.received.toStdString(), StartsWith("HTTP/1.1 431 "));
    EXPECT_TRUE(requests.isEmpty());
}

TEST_F(LimitsTest, NonsenseIsRefused)
{
    RawClient client(port);
    client.send("\x16\x03\x01 this is not HTTP\r\n\r\n");
    ASSERT_TRUE(client.waitForClose());
    EXPECT_TRUE(requests.isEmpty());
    RawClient good(port);
    good.send("GET /good HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_TRUE(good.waitForText("answer to /good"));
}

TEST_F(LimitsTest, DrippedRequestsMeetTheTotalDeadline)
{
    options.requestDeadline = std::chrono::milliseconds(600);
    options.bodyLimit = 10'000'000;
    startWith(options);
    RawClient head(port);
    RawClient body(port);
    head.send("GET / HTTP/1.1\r\nHost: h\r\nX: ");
    body.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9000000\r\n\r\n");
    // Every drip resets an idle timer, so only a total deadline can end this.
    EXPECT_TRUE(waitFor([&] {
        head.send("x");
        body.send("x");
        return head.socket.state() == QAbstractSocket::UnconnectedState &&
               body.socket.state() == QAbstractSocket::UnconnectedState;
    }));
    EXPECT_TRUE(requests.isEmpty());
    RawClient good(port);
    good.send("GET /good HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_TRUE(good.waitForText("answer to /good"));
}

TEST_F(LimitsTest, AnswersThatNeverEndMeetTheirDeadline)
{
    autoAnswer = false;
    options.exchangeDeadline = std::chrono::milliseconds(300);
    startWith(options);
    RawClient silent(port);
    silent.send("GET /silent HTTP/1.1\r\nHost: h\r\n\r\n");
    RawClient stream(port);
    stream.send("GET /stream HTTP/1.1\r\nHost: h\r\n\r\n");
    ASSERT_TRUE(exchange(1));
    for (const auto& open : exchanges) {
        if (open && open->request().path == "/stream")
            open->begin(200, {});
    }
    EXPECT_TRUE(waitFor([&] { return gone == 2; }));
    EXPECT_TRUE(silent.waitForClose());
    EXPECT_TRUE(stream.waitForClose());
}

TEST_F(LimitsTest, ClientThatNeverReadsIsDropped)
{
    autoAnswer = false;
    options.pendingLimit = 1024 * 1024;
    startWith(options);
    RawClient client(port);
    client.socket.setReadBufferSize(1024);
    QObject::disconnect(&client.socket, &QTcpSocket::readyRead, nullptr, nullptr);
    client.send("GET /flood HTTP/1.1\r\nHost: h\r\n\r\n");
    Exchange* stream = exchange();
    ASSERT_TRUE(stream);
    stream->begin(200, {});
    bool refused = false;
    for (int i = 0; i < 1000 && !refused; ++i)
        refused = !stream->write(QByteArray(64 * 1024, 'f'));
    EXPECT_TRUE(refused);
    EXPECT_TRUE(waitFor([&] { return gone == 1; }));
    EXPECT_EQ(finished, 0);
}

TEST_F(LimitsTest, ConnectionsBeyondTheLimitWait)
{
    options.connectionLimit = 2;
    startWith(options);
    auto first = std::make_unique<RawClient>(port);
    RawClient second(port);
    first->send("GET /1 HTTP/1.1\r\nHost: h\r\n\r\n");
    second.send("GET /2 HTTP/1.1\r\nHost: h\r\n\r\n");
    ASSERT_TRUE(first->waitForText("answer to /1"));
    ASSERT_TRUE(second.waitForText("answer to /2"));
    RawClient third(port);
    third.send("GET /3 HTTP/1.1\r\nHost: h\r\n\r\n");
    second.received.clear();
    second.send("GET /2b HTTP/1.1\r\nHost: h\r\n\r\n");
    ASSERT_TRUE(second.waitForText("answer to /2b"));
    EXPECT_THAT(third.received.toStdString(), Not(HasSubstr("answer")));
    first.reset();
    EXPECT_TRUE(third.waitForText("answer to /3"));
}

} // namespace orangery::test
