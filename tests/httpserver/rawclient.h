// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/waitfor.h"

#include <QTcpSocket>

namespace orangery::test {

/// A client that sends exactly the bytes it is told to and keeps every byte it gets.
class RawClient
{
public:
    explicit RawClient(quint16 port)
    {
        QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [this] { received += socket.readAll(); });
        socket.connectToHost(QStringLiteral("127.0.0.1"), port);
        waitFor([this] { return socket.state() == QAbstractSocket::ConnectedState; });
    }

    void send(const QByteArray& bytes) { socket.write(bytes); }
    bool waitForText(const QByteArray& text)
    {
        return waitFor([&] { return received.contains(text); });
    }
    bool waitForClose()
    {
        return waitFor([this] { return socket.state() == QAbstractSocket::UnconnectedState; });
    }
    /// Sends a reset in place of an orderly end.
    void hangUp() { socket.abort(); }

    QTcpSocket socket;
    QByteArray received;
};

inline QByteArray chunk(const QByteArray& data)
{
    return QByteArray::number(data.size(), 16) + "\r\n" + data + "\r\n";
}

} // namespace orangery::test
