// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSslConfiguration>
#include <QUrl>
#include <functional>
#include <optional>
#include <utility>

class QTcpServer;
class QTcpSocket;

namespace orangery::test {

struct WireRequest
{
    QByteArray method;
    QByteArray target;
    QByteArray head;                       ///< as it came, without the empty line
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

/// What the server does with one request. The head is made of `status`, `headers` and what `way` needs.
struct WireReply
{
    enum class Way {
        Whole,           ///< Content-Length, then the body; the connection stays
        Chunked,         ///< in chunks of a few bytes
        Bytewise,        ///< chunked, each byte in a write of its own
        UntilClose,      ///< no length: the end of the connection ends the body
        Cut,             ///< Content-Length of the whole, half the body, then the end of the connection
        CutChunked,      ///< chunked, half the body, then the end of the connection
        CutBeforeHead,   ///< the connection ends without a byte
        Reset,           ///< as Cut, but with a TCP reset
        StallBeforeHead, ///< nothing, for ever
        StallAfterHead,  ///< the head, then nothing
        StallMidBody,    ///< half the body, then nothing
        Flood,           ///< the body over and over, chunked, as fast as it is read
        Raw              ///< `body` is all that is written, then the end of the connection
    };

    int status = 200;
    QByteArray body = {};
    QByteArray contentType = "application/json";
    Way way = Way::Whole;
    QList<std::pair<QByteArray, QByteArray>> headers = {};
};

/// A small HTTP/1.1 server on loopback that can misbehave. Event-driven in the thread of the test, so the
/// test must turn its event loop (waitFor). Over TLS when a configuration is given.
class TestServer : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<WireReply(const WireRequest&)>;

    explicit TestServer(Handler handler, const std::optional<QSslConfiguration>& tls = {});
    /// Answers everything alike.
    explicit TestServer(const WireReply& reply);
    ~TestServer() override;

    quint16 port() const;
    /// http(s)://127.0.0.1:PORT and the path.
    QUrl url(const QByteArray& path = "/") const;

    const QList<WireRequest>& requests() const { return m_requests; }
    int connections() const { return m_connections; }
    /// Connections that the other side ended.
    int hangUps() const { return m_hangUps; }

private:
    friend class TestConnection;

    void accept();

    Handler m_handler;
    bool m_isTls = false;
    QTcpServer* m_server = nullptr;
    QList<WireRequest> m_requests;
    int m_connections = 0;
    int m_hangUps = 0;
};

} // namespace orangery::test
