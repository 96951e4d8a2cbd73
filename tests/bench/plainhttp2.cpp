// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/plainhttp2.h"

#include "bench/timing.h"

#include <QEventLoop>
#include <QSslConfiguration>
#include <QtEndian>

namespace orangery::bench {

namespace {

enum Type { Data = 0, Headers = 1, Settings = 4, Ping = 6, WindowUpdate = 8 };
constexpr int endStream = 1;
constexpr int acknowledged = 1;
constexpr int endHeaders = 4;
constexpr qsizetype headSize = 9;
constexpr qint64 largestFrame = 16384;
constexpr quint32 largestWindow = 0x7fffffff;

QByteArray number(quint32 value)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(value, bytes.data());
    return bytes;
}

QByteArray frame(int type, int flags, quint32 stream, const QByteArray& payload)
{
    return number(static_cast<quint32>(payload.size())).sliced(1) + static_cast<char>(type) +
           static_cast<char>(flags) + number(stream) + payload;
}

/// A value of less than 127 bytes, not compressed.
QByteArray text(const QByteArray& value)
{
    return static_cast<char>(value.size()) + value;
}

} // namespace

PlainHttp2::PlainHttp2(quint16 port, const QString& caFile)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromPath(caFile));
    tls.setAllowedNextProtocols({QSslConfiguration::ALPNProtocolHTTP2});
    m_socket.setSslConfiguration(tls);
    m_socket.connectToHostEncrypted(QStringLiteral("127.0.0.1"), port);
    insist(m_socket.waitForEncrypted(), "no TLS connection to nginx");
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    const QByteArray initialWindow = QByteArray("\x00\x04", 2) + number(largestWindow);
    m_socket.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + frame(Settings, 0, 0, initialWindow) +
                   frame(WindowUpdate, 0, 0, number(largestWindow - 65535)));
}

double PlainHttp2::calls(const HttpRequest& request, int count)
{
    QEventLoop loop;
    QObject::connect(&m_socket, &QIODevice::readyRead, &loop, [&] {
        read();
        if (!m_isAnswered)
            return;
        insist(m_hasStatus && m_received > 0, "a plain call failed");
        if (--count)
            begin(request);
        else
            loop.quit();
    });
    QObject::connect(&m_socket, &QAbstractSocket::disconnected, &loop,
                     [] { insist(false, "nginx hung up"); });
    const double began = wallSeconds();
    begin(request);
    loop.exec();
    return wallSeconds() - began;
}

void PlainHttp2::begin(const HttpRequest& request)
{
    m_stream = m_stream ? m_stream + 2 : 1;
    m_streamWindow = m_initialWindow;
    m_received = 0;
    m_sent = 0;
    m_hasStatus = m_isAnswered = false;
    m_body = request.body;
    // RFC 7541, appendix A: :method POST, :scheme https, then names of the static table with values as they
    // are
    const QByteArray block = "\x83\x87\x04" + text(request.url.path().toLatin1()) + '\x01' +
                             text("127.0.0.1") + "\x0f\x10" + text(request.contentType) + "\x0f\x0d" +
                             text(QByteArray::number(m_body.size()));
    m_socket.write(frame(Headers, endHeaders, m_stream, block));
    sendBody();
}

void PlainHttp2::sendBody()
{
    while (m_sent < m_body.size()) {
        const qint64 room =
            std::min({m_streamWindow, m_connectionWindow, largestFrame, m_body.size() - m_sent});
        if (room <= 0)
            return;
        const bool isLast = m_sent + room == m_body.size();
        m_socket.write(frame(Data, isLast ? endStream : 0, m_stream, m_body.sliced(m_sent, room)));
        m_sent += room;
        m_streamWindow -= room;
        m_connectionWindow -= room;
    }
}

void PlainHttp2::read()
{
    m_seen += m_socket.readAll();
    qsizetype at = 0;
    while (m_seen.size() - at >= headSize) {
        const auto* head = reinterpret_cast<const uchar*>(m_seen.constData() + at);
        const qsizetype size = (head[0] << 16) | (head[1] << 8) | head[2];
        if (m_seen.size() - at < headSize + size)
            break;
        take(head[3], head[4], qFromBigEndian<quint32>(head + 5),
             QByteArrayView(m_seen).sliced(at + headSize, size));
        at += headSize + size;
    }
    m_seen.remove(0, at);
}

void PlainHttp2::take(int type, int flags, quint32 stream, QByteArrayView payload)
{
    switch (type) {
    case Headers:
        m_hasStatus = payload.startsWith('\x88'); // :status 200
        break;
    case Data:
        m_received += payload.size();
        break;
    case Settings:
        if (!(flags & acknowledged))
            takeSettings(payload);
        break;
    case Ping:
        if (!(flags & acknowledged))
            m_socket.write(frame(Ping, acknowledged, 0, payload.toByteArray()));
        break;
    case WindowUpdate: {
        const auto more = qFromBigEndian<quint32>(payload.data());
        if (stream == 0)
            m_connectionWindow += more;
        else if (stream == m_stream)
            m_streamWindow += more;
        sendBody();
        break;
    }
    default:
        insist(false, "a frame that nothing was said about");
    }
    m_isAnswered = m_isAnswered || ((type == Headers || type == Data) && (flags & endStream));
}

void PlainHttp2::takeSettings(QByteArrayView payload)
{
    for (qsizetype at = 0; at + 6 <= payload.size(); at += 6) {
        if (qFromBigEndian<quint16>(payload.data() + at) != 4) // SETTINGS_INITIAL_WINDOW_SIZE
            continue;
        const auto window = qFromBigEndian<quint32>(payload.data() + at + 2);
        m_streamWindow += window - m_initialWindow;
        m_initialWindow = window;
    }
    m_socket.write(frame(Settings, acknowledged, 0, {}));
    sendBody();
}

} // namespace orangery::bench
