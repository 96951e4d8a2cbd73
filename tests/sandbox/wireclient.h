// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QStringList>
#include <QUrl>

namespace orangery::test {

/// What came back, down to the bytes.
struct WireReply
{
    int status = 0;
    QByteArray head;       ///< status line and header fields
    QByteArray body;       ///< without chunk framing
    bool complete = false; ///< the body ended as HTTP wants it, not by a hang-up
    bool closed = false;   ///< the server closed the connection

    QByteArray header(const QByteArray& name) const;
    const QJsonObject json() const; // const, so that reading a member never inserts it
    /// The data of each event of a stream, in order.
    QList<QByteArray> events() const;
    int code() const; ///< errors[0].code
};

/// A client that knows HTTP framing and nothing of Workers AI.
class WireClient
{
public:
    explicit WireClient(const QUrl& base, const QString& token) : m_base(base), m_token(token) {}

    WireReply get(const QString& path, const QList<QByteArray>& headers = {}) const;
    /// JSON, unless `headers` have a Content-Type.
    WireReply post(const QString& path, const QByteArray& body, const QList<QByteArray>& headers = {}) const;
    /// `path` starts at the root of the host. Waits until the body is complete, the connection closed, or
    /// `enough` bytes of it have come.
    WireReply request(const QByteArray& method, const QByteArray& path, const QByteArray& body,
                      const QList<QByteArray>& headers = {}, qsizetype enough = -1) const;
    WireReply control(const QByteArray& method, const QByteArray& what, const QByteArray& body = {}) const;

private:
    QUrl m_base;
    QString m_token;
};

} // namespace orangery::test
