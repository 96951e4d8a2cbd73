// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mediainput.h"

#include <QBuffer>
#include <QImageReader>
#include <QJsonArray>
#include <cmath>

namespace orangery::sandbox {

namespace {

constexpr qint64 mostPixels = 100'000'000;

} // namespace

std::optional<QByteArray> bytesOfNumbers(const QJsonValue& list)
{
    if (!list.isArray())
        return std::nullopt;
    const QJsonArray numbers = list.toArray();
    QByteArray bytes;
    bytes.reserve(numbers.size());
    for (const QJsonValue& number : numbers) {
        const double value = number.toDouble(-1);
        if (value < 0 || value > 255 || value != std::floor(value))
            return std::nullopt;
        bytes.append(static_cast<char>(static_cast<uchar>(value)));
    }
    return bytes;
}

std::optional<QByteArray> bytesOfBase64(const QString& text)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(decoded.decoded) : std::nullopt;
}

std::optional<QByteArray> bytesOfDataUri(const QString& uri)
{
    const QString mark = QStringLiteral(";base64,");
    const qsizetype at = uri.indexOf(mark);
    if (!uri.startsWith(u"data:") || at < 0)
        return std::nullopt;
    return bytesOfBase64(uri.mid(at + mark.size()));
}

QImage pictureOf(const QByteArray& file)
{
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isValid() && qint64{size.width()} * size.height() > mostPixels)
        return {};
    return reader.read();
}

} // namespace orangery::sandbox
