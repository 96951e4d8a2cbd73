// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/nodelay.h"

#include "net/httpclient.h"
#include "net/httpjob.h"
#include "support/testserver.h"
#include "support/waitfor.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace orangery {
namespace {

using test::waitFor;

bool hasNoDelay(int fd)
{
    int value = 0;
    socklen_t size = sizeof value;
    return getsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &value, &size) == 0 && value != 0;
}

/// The sockets of this process that are connected to `port`: with and without TCP_NODELAY.
std::pair<int, int> socketsTo(quint16 port)
{
    std::pair<int, int> counts;
    for (int fd = 0; fd < 256; ++fd) {
        sockaddr_in address{};
        socklen_t size = sizeof address;
        if (getpeername(fd, reinterpret_cast<sockaddr*>(&address), &size) == 0 &&
            address.sin_family == AF_INET && ntohs(address.sin_port) == port)
            ++(hasNoDelay(fd) ? counts.first : counts.second);
    }
    return counts;
}

class NoDelay : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(m_server.listen(QHostAddress::LocalHost));
        m_socket.connectToHost(QHostAddress::LocalHost, m_server.serverPort());
        ASSERT_TRUE(waitFor([&] { return m_socket.state() == QAbstractSocket::ConnectedState; }));
    }

    int fd() const { return static_cast<int>(m_socket.socketDescriptor()); }

    QTcpServer m_server;
    QTcpSocket m_socket;
};

TEST_F(NoDelay, IsSetOnTheSocketsOfThePort)
{
    EXPECT_FALSE(hasNoDelay(fd()));
    EXPECT_EQ(disableNagle({m_server.serverPort()}), 1);
    EXPECT_TRUE(hasNoDelay(fd()));
    EXPECT_EQ(disableNagle({m_server.serverPort()}), 0) << "what has it is left alone";
}

TEST_F(NoDelay, LeavesOtherConnectionsAlone)
{
    const auto other = static_cast<quint16>(m_server.serverPort() ^ 1);
    EXPECT_EQ(disableNagle({other}), 0);
    EXPECT_EQ(disableNagle({}), 0);
    EXPECT_FALSE(hasNoDelay(fd()));
}

TEST(NoDelayOfRequests, EveryConnectionHasIt)
{
    ASSERT_TRUE(canDisableNagle());
    test::TestServer server({.status = 200, .body = "ok"});
    HttpClient client;
    QObject context;
    std::pair<int, int> sockets;
    HttpRequest request;
    request.url = server.url();
    auto* job = new HttpJob(client, request, &context);
    bool isDone = false;
    QObject::connect(job, &Job::finished, &context, [&] {
        sockets = socketsTo(server.port());
        isDone = true;
    });
    ASSERT_TRUE(waitFor([&] { return isDone; }));
    EXPECT_EQ(sockets.first, 1);
    EXPECT_EQ(sockets.second, 0);
}

} // namespace
} // namespace orangery
