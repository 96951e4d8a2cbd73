// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testserver.h"

#include <QHostAddress>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <algorithm>

namespace orangery::test {

using Way = WireReply::Way;

/// One client of the server: reads requests, one after the other, and carries out the replies.
class TestConnection : public QObject
{
public:
    TestConnection(TestServer& server, QTcpSocket* socket)
        : QObject(&server),
          m_server(server),
          m_socket(socket)
    {
        socket->setParent(this);
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        connect(socket, &QTcpSocket::readyRead, this, &TestConnection::read);
        // server and client share the test's event loop: a flood leaves the client a turn between two writes
        m_floodPause.setSingleShot(true);
        m_floodPause.setInterval(1);
        connect(&m_floodPause, &QTimer::timeout, this, &TestConnection::flood);
        connect(socket, &QTcpSocket::bytesWritten, this, [this] {
            if (!m_flood.isEmpty() && !m_floodPause.isActive())
                m_floodPause.start();
        });
        connect(socket, &QTcpSocket::disconnected, this, [this] {
            if (!m_isEndedByUs)
                ++m_server.m_hangUps;
            deleteLater();
        });
        read();
    }

private:
    void read()
    {
        m_input += m_socket->readAll();
        while (!m_isDeaf && takeRequest()) {
        }
    }

    bool takeRequest()
    {
        const qsizetype headEnd = m_input.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return false;
        WireRequest request;
        request.head = m_input.first(headEnd);
        const QList<QByteArray> lines = request.head.split('\n');
        const QList<QByteArray> words = lines.first().trimmed().split(' ');
        request.method = words.value(0);
        request.target = words.value(1);
        for (const QByteArray& line : lines.sliced(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
        }
        const qsizetype bodySize = request.headers.value("content-length").toLongLong();
        if (m_input.size() < headEnd + 4 + bodySize)
            return false;
        request.body = m_input.sliced(headEnd + 4, bodySize);
        m_input.remove(0, headEnd + 4 + bodySize);
        m_server.m_requests.append(request);
        answer(m_server.m_handler(request), request.method == "HEAD");
        return true;
    }

    void writeHead(const WireReply& reply, const QByteArray& framing)
    {
        QByteArray head = "HTTP/1.1 " + QByteArray::number(reply.status) + " Status\r\n";
        if (!reply.contentType.isEmpty())
            head += "Content-Type: " + reply.contentType + "\r\n";
        for (const auto& [name, value] : reply.headers)
            head += name + ": " + value + "\r\n";
        m_socket->write(head + framing + "\r\n");
    }

    void writeChunks(const QByteArray& body, qsizetype size)
    {
        for (qsizetype at = 0; at < body.size(); at += size) {
            const QByteArray piece = body.mid(at, size);
            m_socket->write(QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n");
            if (size == 1)
                m_socket->flush();
        }
    }

    void answer(const WireReply& reply, bool isHeadOnly)
    {
        const QByteArray length = "Content-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
        const QByteArray chunked = "Transfer-Encoding: chunked\r\n";
        const QByteArray half = reply.body.first(reply.body.size() / 2);
        m_isDeaf = reply.way != Way::Whole && reply.way != Way::Chunked && reply.way != Way::Bytewise;
        switch (reply.way) {
        case Way::Whole:
            writeHead(reply, length);
            m_socket->write(isHeadOnly ? QByteArray() : reply.body);
            break;
        case Way::Chunked:
        case Way::Bytewise:
            writeHead(reply, chunked);
            writeChunks(reply.body, reply.way == Way::Bytewise ? 1 : 7);
            m_socket->write("0\r\n\r\n");
            break;
        case Way::UntilClose:
            writeHead(reply, "Connection: close\r\n");
            m_socket->write(reply.body);
            end();
            break;
        case Way::Cut:
        case Way::Reset:
            writeHead(reply, length);
            m_socket->write(half);
            reply.way == Way::Cut ? end() : reset();
            break;
        case Way::CutChunked:
            writeHead(reply, chunked);
            writeChunks(half, 7);
            end();
            break;
        case Way::CutBeforeHead:
            end();
            break;
        case Way::StallBeforeHead:
            break;
        case Way::StallAfterHead:
        case Way::StallMidBody:
            writeHead(reply, length);
            m_socket->write(reply.way == Way::StallMidBody ? half : QByteArray());
            break;
        case Way::Flood:
            m_flood = QByteArray::number(reply.body.size(), 16) + "\r\n" + reply.body + "\r\n";
            writeHead(reply, chunked);
            break;
        case Way::Raw:
            m_socket->write(reply.body);
            end();
            break;
        }
    }

    void flood()
    {
        if (!m_flood.isEmpty() && m_socket->bytesToWrite() < 65536)
            m_socket->write(m_flood);
    }

    void end()
    {
        m_isEndedByUs = true;
        m_socket->disconnectFromHost();
    }

    void reset()
    {
        m_isEndedByUs = true;
        m_socket->flush();
        // Lets the half arrive before the reset discards what is still in the buffers.
        QTimer::singleShot(50, m_socket, [socket = m_socket] { socket->abort(); });
    }

    TestServer& m_server;
    QTcpSocket* m_socket;
    QByteArray m_input;
    QByteArray m_flood;
    QTimer m_floodPause;
    bool m_isDeaf = false;
    bool m_isEndedByUs = false;
};

TestServer::TestServer(Handler handler, const std::optional<QSslConfiguration>& tls)
    : m_handler(std::move(handler)),
      m_isTls(tls.has_value())
{
    if (tls) {
        auto* server = new QSslServer(this);
        server->setSslConfiguration(*tls);
        m_server = server;
    } else {
        m_server = new QTcpServer(this);
    }
    connect(m_server, &QTcpServer::pendingConnectionAvailable, this, &TestServer::accept);
    if (!m_server->listen(QHostAddress::LocalHost))
        qFatal("no loopback port for the test server");
}

TestServer::TestServer(const WireReply& reply) : TestServer([reply](const WireRequest&) { return reply; }) {}

TestServer::~TestServer()
{
    // The connections refer to this object: they go first.
    const QList<QObject*> all = children();
    for (QObject* child : all) {
        if (child != m_server)
            delete child;
    }
}

quint16 TestServer::port() const
{
    return m_server->serverPort();
}

QUrl TestServer::url(const QByteArray& path) const
{
    const QString scheme = m_isTls ? QStringLiteral("https") : QStringLiteral("http");
    return QUrl(QStringLiteral("%1://127.0.0.1:%2").arg(scheme).arg(port()) + QString::fromUtf8(path));
}

void TestServer::accept()
{
    while (QTcpSocket* socket = m_server->nextPendingConnection()) {
        ++m_connections;
        new TestConnection(*this, socket);
    }
}

} // namespace orangery::test
