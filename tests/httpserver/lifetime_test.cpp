// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpserver/serverfixture.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace orangery::test {

class LifetimeTest : public ServerTest
{};

int bindBeside(quint16 port, int option)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM, 0);
    const int yes = 1;
    ::setsockopt(fd, SOL_SOCKET, option, &yes, sizeof yes);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int result = ::bind(fd, reinterpret_cast<sockaddr*>(&address), sizeof address);
    ::close(fd);
    return result;
}

TEST_F(LifetimeTest, ThePortBelongsToOneProgram)
{
    ServerOptions options;
    options.port = port;
    Server second(options);
    const auto result = second.start();
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error().kind, ErrorKind::InvalidInput);
    EXPECT_TRUE(result.error().message.contains(QString::number(port)));
    EXPECT_EQ(second.port(), 0);
    EXPECT_EQ(bindBeside(port, SO_REUSEADDR), -1);
    EXPECT_EQ(bindBeside(port, SO_REUSEPORT), -1);
}

TEST_F(LifetimeTest, BadAddressIsAnErrorWithASentence)
{
    ServerOptions options;
    options.address = QStringLiteral("not an address");
    const auto result = Server(options).start();
    ASSERT_FALSE(result);
    EXPECT_FALSE(result.error().message.isEmpty());
    options.address = QStringLiteral("192.0.2.1"); // a documentation address, not on this machine
    EXPECT_FALSE(Server(options).start());
}

TEST_F(LifetimeTest, OnlyLoopbackIsServed)
{
    QTcpSocket other;
    other.connectToHost(QStringLiteral("127.0.0.2"), port);
    EXPECT_TRUE(waitFor([&] { return other.error() == QAbstractSocket::ConnectionRefusedError; }));
}

TEST_F(LifetimeTest, StartTwiceIsTheSameServer)
{
    EXPECT_EQ(server->start().value(), port);
    EXPECT_EQ(server->port(), port);
}

TEST_F(LifetimeTest, StopHangsUpOnEverybodyAndThePortIsFreeAgain)
{
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 6; ++i) {
        clients.push_back(std::make_unique<RawClient>(port));
        clients.back()->send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    }
    ASSERT_TRUE(exchange(5));
    exchanges.at(1)->begin(200, {});
    exchanges.at(2)->begin(200, {});
    exchanges.at(2)->write("x");
    exchanges.at(3)->answer(200, {}, "whole");
    ASSERT_TRUE(waitFor([&] { return finished == 1; }));
    server->stop();
    EXPECT_EQ(gone, 5) << "before stop() returns";
    EXPECT_EQ(server->port(), 0);
    for (auto& client : clients)
        EXPECT_TRUE(client->waitForClose());
    ServerOptions options;
    options.port = port;
    startWith(options);
    autoAnswer = true;
    RawClient again(port);
    again.send("GET /again HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_TRUE(again.waitForText("answer to /again"));
}

TEST_F(LifetimeTest, DestructionInFullTrafficIsClean)
{
    for (int round = 0; round < 20; ++round) {
        startWith({});
        exchanges.clear();
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 8; ++i) {
            clients.push_back(std::make_unique<RawClient>(port));
            clients.back()->send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
        }
        ASSERT_TRUE(exchange(round % 8));
        for (const auto& open : exchanges) {
            open->begin(200, {});
            open->write(QByteArray(100'000, 'x'));
        }
        server.reset();
        for (const auto& open : exchanges)
            EXPECT_TRUE(open.isNull());
    }
}

TEST_F(LifetimeTest, ExchangesMayBeDeletedInAnySignal)
{
    int seen = 0;
    QObject::connect(server.get(), &Server::requested, server.get(), [&](Exchange* open) {
        ++seen;
        if (seen == 1)
            delete open;
        else
            open->answer(204, {}, {});
    });
    RawClient client(port);
    client.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_TRUE(client.waitForClose());
    RawClient next(port);
    next.send("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
    EXPECT_TRUE(next.waitForText("HTTP/1.1 204 "));
}

} // namespace orangery::test
