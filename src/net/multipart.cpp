// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/multipart.h"

#include <QByteArrayMatcher>
#include <QCryptographicHash>

#include <algorithm>
#include <cctype>
#include <utility>

namespace orangery {

namespace {

QByteArray quoted(const QString& text)
{
    constexpr char hex[] = "0123456789ABCDEF";
    const QByteArray utf8 = text.toUtf8();
    QByteArray quoted = "\"";
    for (const char c : utf8) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || byte < 0x20 || byte == 0x7f) {
            quoted += '%';
            quoted += hex[byte >> 4];
            quoted += hex[byte & 15];
        } else {
            quoted += c;
        }
    }
    return quoted + '"';
}

/// Whether it can stand in a head: printable ASCII, with a slash inside.
bool isMediaType(const QByteArray& text)
{
    const bool isPrintable = std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7f; });
    const qsizetype slash = text.indexOf('/');
    return isPrintable && slash > 0 && slash < text.size() - 1;
}

} // namespace

Multipart::Multipart(Boundaries boundaries) : m_boundaries(std::move(boundaries)) {}

void Multipart::addField(const QString& name, const QString& value)
{
    m_parts.append({"Content-Disposition: form-data; name=" + quoted(name) + "\r\n\r\n", value.toUtf8()});
}

void Multipart::addFile(const QString& name, const QString& fileName, const QByteArray& mediaType,
                        const QByteArray& data)
{
    const QByteArray type = isMediaType(mediaType) ? mediaType : QByteArray("application/octet-stream");
    m_parts.append({"Content-Disposition: form-data; name=" + quoted(name) +
                        "; filename=" + quoted(fileName) + "\r\nContent-Type: " + type + "\r\n\r\n",
                    data});
}

bool Multipart::hasInside(QByteArrayView boundary) const
{
    const QByteArrayMatcher matcher(boundary);
    return std::ranges::any_of(m_parts, [&matcher](const Part& part) {
        return matcher.indexIn(part.data) >= 0 || matcher.indexIn(part.head) >= 0;
    });
}

QByteArray Multipart::ownBoundary(int number) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(number));
    for (const Part& part : m_parts) {
        hash.addData(part.head);
        hash.addData(part.data);
    }
    return "orangery-" + hash.result().toHex().left(32);
}

Multipart::Encoded Multipart::encode() const
{
    int number = 0;
    const auto next = [&] { return m_boundaries ? m_boundaries() : ownBoundary(number++); };
    QByteArray boundary = next();
    while (hasInside(boundary))
        boundary = next();

    const QByteArray line = "--" + boundary;
    qsizetype size = line.size() + 4;
    for (const Part& part : m_parts)
        size += line.size() + 4 + part.head.size() + part.data.size();
    QByteArray body;
    body.reserve(size);
    for (const Part& part : m_parts) {
        body += line;
        body += "\r\n";
        body += part.head;
        body += part.data;
        body += "\r\n";
    }
    body += line;
    body += "--\r\n";
    return {"multipart/form-data; boundary=" + boundary, body};
}

} // namespace orangery
