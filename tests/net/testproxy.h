// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTcpServer>

class QTcpSocket;

namespace orangery::test {

/// A proxy on loopback that leads every tunnel, whatever host was asked for, to one local port.
class TestProxy : public QObject
{
    Q_OBJECT

public:
    enum class Speech { Http, Socks5 };

    TestProxy(Speech speech, quint16 targetPort);

    quint16 port() const { return m_server.serverPort(); }
    /// From now on only with these.
    void requireCredentials(const QByteArray& user, const QByteArray& password);
    /// Every request for a tunnel is refused (HTTP 403, SOCKS “not allowed”).
    void refuseAll() { m_refusesAll = true; }

    /// What tunnels were opened to, as asked: `host:port`.
    const QList<QByteArray>& tunnels() const { return m_tunnels; }
    /// How often credentials were missing or wrong.
    int rejections() const { return m_rejections; }
    int connections() const { return m_connections; }

private:
    void accept();
    void speakHttp(QTcpSocket* socket, QByteArray& input);
    void speakSocks(QTcpSocket* socket, QByteArray& input);
    void openTunnel(QTcpSocket* socket, const QByteArray& target);

    QTcpServer m_server;
    Speech m_speech;
    quint16 m_targetPort;
    QByteArray m_user;
    QByteArray m_password;
    bool m_refusesAll = false;
    QList<QByteArray> m_tunnels;
    int m_rejections = 0;
    int m_connections = 0;
};

} // namespace orangery::test
