// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/chatpicture.h"

#include "sandbox/errorrows.h"

#include <QBuffer>
#include <QImageReader>
#include <QJsonArray>

namespace orangery::sandbox {

namespace {

constexpr int tile = 512;
constexpr qint64 tokensOfTile = 256;

std::variant<ChatPicture, Failure> pictureOfBytes(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    const ChatPicture picture{QString::fromLatin1(reader.format()), reader.size()};
    if (picture.size.isEmpty())
        return errorRow(5004);
    return picture;
}

std::variant<ChatPicture, Failure> pictureOfBase64(const QString& text)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(text.toUtf8(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? pictureOfBytes(*decoded) : errorRow(5004);
}

} // namespace

qint64 ChatPicture::tokens() const
{
    const auto tiles = [](int length) { return (length + tile - 1) / tile; };
    return tokensOfTile * tiles(size.width()) * tiles(size.height());
}

QString ChatPicture::text() const
{
    return QStringLiteral("%1×%2 %3").arg(size.width()).arg(size.height()).arg(format);
}

std::variant<ChatPicture, Failure> pictureOfUri(const QString& uri)
{
    if (!uri.startsWith(u"data:"))
        return badInput(QStringLiteral("the url of a picture must be a data URI, HTTP is not accepted"));
    const qsizetype comma = uri.indexOf(u',');
    const QString head = uri.left(comma).mid(5);
    if (comma < 0 || !head.startsWith(u"image/") || !head.endsWith(u";base64"))
        return errorRow(5004);
    return pictureOfBase64(uri.mid(comma + 1));
}

std::variant<ChatPicture, Failure> pictureOfMember(const QJsonValue& image)
{
    if (image.isArray()) {
        QByteArray bytes;
        for (const QJsonValue& byte : image.toArray())
            bytes.append(static_cast<char>(byte.toInt()));
        return pictureOfBytes(bytes);
    }
    const QString text = image.toString();
    return text.startsWith(u"data:") ? pictureOfUri(text) : pictureOfBase64(text);
}

} // namespace orangery::sandbox
