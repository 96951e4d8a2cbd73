// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/wireclient.h"

#include "support/waitfor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>

namespace orangery::test {

namespace {

/// Takes the framing off as far as it has come; returns whether the end was there.
bool unchunk(const QByteArray& raw, QByteArray& body)
{
    body.clear();
    for (qsizetype at = 0;;) {
        const qsizetype lineEnd = raw.indexOf("\r\n", at);
        if (lineEnd < 0)
            return false;
        const qsizetype size = raw.mid(at, lineEnd - at).toLongLong(nullptr, 16);
        if (size == 0)
            return raw.indexOf("\r\n", lineEnd + 2) >= 0;
        body += raw.mid(lineEnd + 2, size);
        at = lineEnd + 2 + size + 2;
        if (at > raw.size())
            return false;
    }
}

void parse(const QByteArray& received, WireReply& reply)
{
    const qsizetype end = received.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    reply.head = received.left(end + 2);
    reply.status = reply.head.mid(9, 3).toInt();
    const QByteArray raw = received.mid(end + 4);
    if (reply.header("Transfer-Encoding") == "chunked") {
        reply.complete = unchunk(raw, reply.body);
        return;
    }
    reply.body = raw;
    bool known = false;
    const qsizetype length = reply.header("Content-Length").toLongLong(&known);
    reply.complete = known && raw.size() == length;
}

} // namespace

QByteArray WireReply::header(const QByteArray& name) const
{
    const QByteArray start = "\r\n" + name.toLower() + ": ";
    const qsizetype at = head.toLower().indexOf(start);
    if (at < 0)
        return {};
    const qsizetype from = at + start.size();
    return head.mid(from, head.indexOf("\r\n", from) - from);
}

const QJsonObject WireReply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QList<QByteArray> WireReply::events() const
{
    QList<QByteArray> events;
    qsizetype at = 0;
    for (qsizetype end = body.indexOf("\n\n"); end >= 0; at = end + 2, end = body.indexOf("\n\n", at)) {
        const QByteArray event = body.mid(at, end - at);
        events.append(event.startsWith("data: ") ? event.mid(6) : event);
    }
    return events;
}

int WireReply::code() const
{
    return json()[QLatin1String("errors")][0][QLatin1String("code")].toInt();
}

WireReply WireClient::get(const QString& path, const QList<QByteArray>& headers) const
{
    return request("GET", m_base.path().toUtf8() + path.toUtf8(), {}, headers);
}

WireReply WireClient::post(const QString& path, const QByteArray& body,
                           const QList<QByteArray>& headers) const
{
    return request("POST", m_base.path().toUtf8() + path.toUtf8(), body, headers);
}

WireReply WireClient::control(const QByteArray& method, const QByteArray& what, const QByteArray& body) const
{
    return request(method, "/__sandbox/" + what, body);
}

WireReply WireClient::request(const QByteArray& method, const QByteArray& path, const QByteArray& body,
                              const QList<QByteArray>& headers, qsizetype enough) const
{
    QTcpSocket socket;
    QByteArray received;
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { received += socket.readAll(); });
    socket.connectToHost(m_base.host(), static_cast<quint16>(m_base.port()));
    QByteArray text = method + ' ' + path + " HTTP/1.1\r\nHost: sandbox\r\n";
    if (!m_token.isEmpty())
        text += "Authorization: Bearer " + m_token.toUtf8() + "\r\n";
    bool hasType = false;
    for (const QByteArray& header : headers) {
        text += header + "\r\n";
        hasType = hasType || header.startsWith("Content-Type:");
    }
    if (method == "POST")
        text += QByteArray(hasType ? "" : "Content-Type: application/json\r\n") +
                "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    socket.write(text + "\r\n" + body);

    WireReply reply;
    qsizetype parsedSize = -1;
    waitFor([&] {
        if (parsedSize != received.size() &&
            (enough < 0 || received.size() >= enough || received.size() < 4096))
            parse(received, reply);
        parsedSize = received.size();
        reply.closed = socket.state() == QAbstractSocket::UnconnectedState;
        return reply.complete || reply.closed || (enough >= 0 && received.size() >= enough);
    });
    parse(received, reply);
    return reply;
}

} // namespace orangery::test
