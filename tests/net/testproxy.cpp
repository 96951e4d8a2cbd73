// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/testproxy.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QVariant>
#include <memory>
#include <utility>

namespace orangery::test {

namespace {

enum SocksPhase { Greeting, Credentials, Request };
constexpr const char* phaseProperty = "socksPhase";

} // namespace

TestProxy::TestProxy(Speech speech, quint16 targetPort) : m_speech(speech), m_targetPort(targetPort)
{
    connect(&m_server, &QTcpServer::newConnection, this, &TestProxy::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no loopback port for the test proxy");
}

void TestProxy::requireCredentials(const QByteArray& user, const QByteArray& password)
{
    m_user = user;
    m_password = password;
}

void TestProxy::accept()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        ++m_connections;
        auto input = std::make_shared<QByteArray>();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket, input] {
            *input += socket->readAll();
            m_speech == Speech::Http ? speakHttp(socket, *input) : speakSocks(socket, *input);
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void TestProxy::speakHttp(QTcpSocket* socket, QByteArray& input)
{
    const qsizetype end = input.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = std::exchange(input, input.sliced(end + 4)).first(end);
    const QByteArray target = head.split(' ').value(1);
    if (!head.startsWith("CONNECT ") || m_refusesAll) {
        socket->write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        socket->disconnectFromHost();
        return;
    }
    const QByteArray expected = "basic " + (m_user + ':' + m_password).toBase64();
    if (!m_user.isEmpty() && !head.toLower().contains("\nproxy-authorization: " + expected.toLower())) {
        ++m_rejections;
        socket->write("HTTP/1.1 407 Proxy Authentication Required\r\n"
                      "Proxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0\r\n\r\n");
        return;
    }
    socket->write("HTTP/1.1 200 Connection established\r\n\r\n");
    openTunnel(socket, target);
}

/// RFC 1928 and 1929, only CONNECT.
void TestProxy::speakSocks(QTcpSocket* socket, QByteArray& input)
{
    const auto byte = [&](qsizetype at) { return static_cast<quint8>(input.at(at)); };
    switch (socket->property(phaseProperty).toInt()) {
    case Greeting: {
        if (input.size() < 2 || input.size() < 2 + byte(1))
            return;
        const char method = m_user.isEmpty() ? '\0' : '\2';
        const bool isOffered = input.sliced(2, byte(1)).contains(method);
        input.clear();
        socket->write(QByteArray("\5") + (isOffered ? method : '\xFF'));
        if (!isOffered) {
            ++m_rejections;
            socket->disconnectFromHost();
        }
        socket->setProperty(phaseProperty, m_user.isEmpty() ? Request : Credentials);
        return;
    }
    case Credentials: {
        const QByteArray expected = QByteArray("\1") + static_cast<char>(m_user.size()) + m_user +
                                    static_cast<char>(m_password.size()) + m_password;
        if (input.size() < 2 || input.size() < 3 + byte(1) || input.size() < 3 + byte(1) + byte(2 + byte(1)))
            return;
        const bool isRight = std::exchange(input, {}) == expected;
        m_rejections += isRight ? 0 : 1;
        socket->write(QByteArray("\1", 1) + (isRight ? '\0' : '\1'));
        if (!isRight)
            socket->disconnectFromHost();
        socket->setProperty(phaseProperty, Request);
        return;
    }
    default: {
        const bool isName = input.size() > 4 && byte(3) == 3;
        const qsizetype size = isName ? 7 + byte(4) : 10;
        if (input.size() < size)
            return;
        const QByteArray host = isName ? input.sliced(5, byte(4)) : input.sliced(4, 4).toHex();
        const int port = byte(size - 2) * 256 + byte(size - 1);
        input.clear();
        const char answer = m_refusesAll ? '\2' : '\0';
        socket->write(QByteArray("\5", 1) + answer + QByteArray("\0\1\x7f\0\0\1\0\0", 8));
        if (m_refusesAll)
            socket->disconnectFromHost();
        else
            openTunnel(socket, host + ':' + QByteArray::number(port));
    }
    }
}

void TestProxy::openTunnel(QTcpSocket* socket, const QByteArray& target)
{
    m_tunnels.append(target);
    socket->disconnect(this);
    auto* far = new QTcpSocket(socket);
    connect(socket, &QTcpSocket::readyRead, far, [=] { far->write(socket->readAll()); });
    connect(far, &QTcpSocket::readyRead, socket, [=] { socket->write(far->readAll()); });
    connect(far, &QTcpSocket::disconnected, socket, &QTcpSocket::disconnectFromHost);
    far->connectToHost(QHostAddress::LocalHost, m_targetPort);
}

} // namespace orangery::test
