// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpserver/serverfixture.h"

namespace orangery::test {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class ExchangeTest : public ServerTest
{};

std::string text(const QByteArray& bytes)
{
    return bytes.toStdString();
}

TEST_F(ExchangeTest, RequestArrivesWithItsParts)
{
    autoAnswer = true;
    RawClient client(port);
    client.send("GET /a%20b/@cf/x?q=1%202&r HTTP/1.1\r\nHost: h\r\nX-Two: 1\r\nx-two: 2\r\n\r\n");
    ASSERT_TRUE(client.waitForText("answer to /a b/@cf/x"));
    ASSERT_EQ(requests.size(), 1);
    const ServerRequest& request = requests.first();
    EXPECT_EQ(request.method, "GET");
    EXPECT_EQ(request.target, "/a%20b/@cf/x?q=1%202&r");
    EXPECT_EQ(request.path, "/a b/@cf/x");
    EXPECT_EQ(request.query, "q=1%202&r");
    EXPECT_EQ(request.header("X-TWO"), "1");
    EXPECT_TRUE(request.headers.contains(std::make_pair(QByteArray("x-two"), QByteArray("2"))));
    EXPECT_TRUE(request.header("absent").isNull());
    EXPECT_THAT(text(client.received), StartsWith("HTTP/1.1 200 OK\r\n"));
    EXPECT_THAT(text(client.received), HasSubstr("Content-Length: 20\r\n"));
    EXPECT_THAT(text(client.received), HasSubstr("Date: "));
    EXPECT_TRUE(waitFor([&] { return finished == 1; }));
    EXPECT_EQ(gone, 0);
    EXPECT_TRUE(waitFor([&] { return exchanges.first().isNull(); })) << "the exchange deletes itself";
}

TEST_F(ExchangeTest, BodyArrivesWholeHoweverItIsSent)
{
    autoAnswer = true;
    const QByteArray body(300'000, 'b');
    RawClient client(port);
    client.send("POST /l HTTP/1.1\r\nHost: h\r\nContent-Length: 300000\r\n\r\n" + body);
    ASSERT_TRUE(client.waitForText("answer to /l"));
    client.send("POST /c HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 30; ++i)
        client.send(chunk(body.mid(i * 10'000, 10'000)));
    client.send("0\r\n\r\n");
    ASSERT_TRUE(client.waitForText("answer to /c")) << "same connection, next request";
    EXPECT_EQ(requests.at(0).body, body);
    EXPECT_EQ(requests.at(1).body, body);
}

TEST_F(ExchangeTest, ChunksLeaveInOrderAsTheyAreWritten)
{
    RawClient client(port);
    client.send("GET /s HTTP/1.1\r\nHost: h\r\n\r\n");
    Exchange* stream = exchange();
    ASSERT_TRUE(stream);
    stream->begin(200, {{"Content-Type", "text/event-stream"}});
    ASSERT_TRUE(client.waitForText("Transfer-Encoding: chunked\r\n")) << "the head leaves before any body";
    for (int i = 0; i < 50; ++i) {
        ASSERT_TRUE(stream->write("piece " + QByteArray::number(i) + ";"));
        if (i % 10 == 0) {
            ASSERT_TRUE(client.waitForText("piece " + QByteArray::number(i) + ";"));
        }
    }
    stream->finish();
    EXPECT_FALSE(stream->write("late"));
    ASSERT_TRUE(client.waitForText("\r\n0\r\n\r\n"));
    qsizetype at = 0;
    for (int i = 0; i < 50; ++i) {
        at = client.received.indexOf("piece " + QByteArray::number(i) + ";", at);
        ASSERT_GE(at, 0) << i;
    }
    EXPECT_THAT(text(client.received), Not(HasSubstr("late")));
    EXPECT_TRUE(waitFor([&] { return finished == 1; }));
}

TEST_F(ExchangeTest, PipelinedRequestsAreAnsweredInTurn)
{
    RawClient client(port);
    client.send("GET /1 HTTP/1.1\r\nHost: h\r\n\r\nGET /2 HTTP/1.1\r\nHost: h\r\n\r\n");
    ASSERT_TRUE(exchange(0));
    EXPECT_EQ(requests.size(), 1) << "the second waits for the first";
    exchanges.at(0)->answer(200, {}, "first");
    ASSERT_TRUE(exchange(1));
    exchanges.at(1)->answer(404, {}, "second");
    ASSERT_TRUE(client.waitForText("second"));
    EXPECT_LT(client.received.indexOf("first"), client.received.indexOf("second"));
}

TEST_F(ExchangeTest, AnnouncedLengthAndHeadAndOwnDate)
{
    RawClient client(port);
    client.send("GET /len HTTP/1.1\r\nHost: h\r\n\r\n");
    ASSERT_TRUE(exchange(0));
    exchanges.at(0)->begin(200, {{"Date", "Tue, 24 Nov 2026 00:00:00 GMT"}}, 4);
    exchanges.at(0)->write("ab");
    exchanges.at(0)->write("cd");
    exchanges.at(0)->finish();
    ASSERT_TRUE(client.waitForText("\r\n\r\nabcd"));
    EXPECT_THAT(text(client.received), HasSubstr("Content-Length: 4\r\n"));
    EXPECT_EQ(client.received.count("Date: "), 1);
    EXPECT_THAT(text(client.received), HasSubstr("Date: Tue, 24 Nov 2026 00:00:00 GMT\r\n"));
    client.received.clear();
    client.send("HEAD /len HTTP/1.1\r\nHost: h\r\n\r\n");
    ASSERT_TRUE(exchange(1));
    exchanges.at(1)->answer(200, {}, "never sent");
    ASSERT_TRUE(client.waitForText("Content-Length: 10\r\n\r\n"));
    EXPECT_THAT(text(client.received), Not(HasSubstr("never sent")));
}

TEST_F(ExchangeTest, CutEndsTheBodyInTheMiddle)
{
    RawClient client(port);
    client.send("GET /cut HTTP/1.1\r\nHost: h\r\n\r\n");
    ASSERT_TRUE(exchange());
    exchanges.first()->begin(200, {});
    exchanges.first()->write("half an ev");
    exchanges.first()->cut();
    ASSERT_TRUE(client.waitForClose());
    EXPECT_THAT(text(client.received), EndsWith("half an ev\r\n"))
        << "what was queued arrives, the end does not";
    EXPECT_TRUE(waitFor([&] { return finished == 1; }));
    EXPECT_EQ(gone, 0) << "asked for, so not the client's doing";
}

TEST_F(ExchangeTest, AbortBeforeTheHeadSendsNothing)
{
    RawClient client(port);
    client.send("GET /abort HTTP/1.1\r\nHost: h\r\n\r\n");
    ASSERT_TRUE(exchange());
    exchanges.first()->abort();
    ASSERT_TRUE(client.waitForClose());
    EXPECT_TRUE(client.received.isEmpty());
}

TEST_F(ExchangeTest, DeletedOrFinishedWithoutHeadHangsUp)
{
    RawClient deleted(port);
    deleted.send("GET /1 HTTP/1.1\r\nHost: h\r\n\r\n");
    ASSERT_TRUE(exchange(0));
    delete exchanges.at(0).data();
    EXPECT_TRUE(deleted.waitForClose());
    RawClient finishedOnly(port);
    finishedOnly.send("GET /2 HTTP/1.1\r\nHost: h\r\n\r\n");
    ASSERT_TRUE(exchange(1));
    exchanges.at(1)->finish();
    EXPECT_TRUE(finishedOnly.waitForClose());
    EXPECT_TRUE(finishedOnly.received.isEmpty());
}

TEST_F(ExchangeTest, HangUpBeforeTheAnswerIsNoticed)
{
    RawClient client(port);
    client.send("GET /slow HTTP/1.1\r\nHost: h\r\n\r\n");
    ASSERT_TRUE(exchange());
    client.socket.disconnectFromHost();
    EXPECT_TRUE(waitFor([&] { return gone == 1; }));
    EXPECT_EQ(finished, 0);
}

TEST_F(ExchangeTest, HangUpInAStreamIsNoticed)
{
    for (const bool reset : {false, true}) {
        gone = 0;
        exchanges.clear();
        RawClient client(port);
        client.send("GET /s HTTP/1.1\r\nHost: h\r\n\r\n");
        Exchange* stream = exchange();
        ASSERT_TRUE(stream);
        stream->begin(200, {});
        stream->write("x");
        ASSERT_TRUE(client.waitForText("x"));
        if (reset)
            client.hangUp();
        else
            client.socket.disconnectFromHost();
        EXPECT_TRUE(waitFor([&] { return gone == 1; })) << "reset " << reset;
        if (exchanges.first()) {
            EXPECT_FALSE(exchanges.first()->write("y"));
        }
    }
}

TEST_F(ExchangeTest, WritersArePausedAndTellWhenDrained)
{
    RawClient client(port);
    client.socket.setReadBufferSize(1024); // reads nothing further until told to
    QObject::disconnect(&client.socket, &QTcpSocket::readyRead, nullptr, nullptr);
    client.send("GET /flood HTTP/1.1\r\nHost: h\r\n\r\n");
    Exchange* stream = exchange();
    ASSERT_TRUE(stream);
    int drained = 0;
    QObject::connect(stream, &Exchange::drained, server.get(), [&] { ++drained; });
    stream->begin(200, {});
    const QByteArray block(64 * 1024, 'f');
    qint64 written = 0;
    // Socket buffers of both sides take some megabytes before anything stays pending for good.
    while (written < 32 * 1024 * 1024) {
        ASSERT_TRUE(stream->write(block));
        written += block.size();
    }
    EXPECT_GT(stream->bytesPending(), Exchange::highWater);
    stream->finish();
    client.socket.setReadBufferSize(0);
    qint64 read = 0;
    EXPECT_TRUE(waitFor([&] {
        read += client.socket.readAll().size();
        return read > written;
    }));
    EXPECT_TRUE(waitFor([&] { return drained == 1 && finished == 1; }));
}

TEST_F(ExchangeTest, TwoHundredStreamsAtOnce)
{
    constexpr int count = 200;
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<RawClient>(port));
        clients.back()->send("GET /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: h\r\n\r\n");
    }
    ASSERT_TRUE(waitFor([&] { return exchanges.size() == count; }));
    for (const auto& stream : exchanges)
        stream->begin(200, {});
    for (int round = 0; round < 5; ++round) {
        for (const auto& stream : exchanges)
            ASSERT_TRUE(stream->write("[" + stream->request().path + "#" + QByteArray::number(round) + "]"));
    }
    for (const auto& stream : exchanges)
        stream->finish();
    for (int i = 0; i < count; ++i) {
        ASSERT_TRUE(clients[i]->waitForText("\r\n0\r\n\r\n")) << i;
        EXPECT_EQ(clients[i]->received.count("[/" + QByteArray::number(i) + "#"), 5);
    }
    EXPECT_TRUE(waitFor([&] { return finished == count; }));
}

} // namespace orangery::test
