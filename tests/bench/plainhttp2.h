// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httprequest.h"

#include <QSslSocket>

namespace orangery::bench {

/// What a plain socket needs to make calls over TLS with HTTP/2 (RFC 9113), and nothing else: one QSslSocket
/// with TCP_NODELAY in an event loop, one call at a time, heads that are written by hand (RFC 7541, no
/// dynamic table), a call's head and body in one write as far as the server's windows allow.
class PlainHttp2
{
public:
    PlainHttp2(quint16 port, const QString& caFile);

    /// Seconds that `count` calls take, one after the other; each must be answered by 200.
    double calls(const HttpRequest& request, int count);

private:
    void begin(const HttpRequest& request);
    void sendBody();
    void read();
    void take(int type, int flags, quint32 stream, QByteArrayView payload);
    void takeSettings(QByteArrayView payload);

    QSslSocket m_socket;
    QByteArray m_seen;
    QByteArray m_body;
    qsizetype m_sent = 0;
    quint32 m_stream = 0;
    qint64 m_initialWindow = 65535;
    qint64 m_streamWindow = 0;
    qint64 m_connectionWindow = 65535;
    qint64 m_received = 0;
    bool m_hasStatus = false;
    bool m_isAnswered = false;
};

} // namespace orangery::bench
