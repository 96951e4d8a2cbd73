// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/work.h"

#include <QtEndian>

namespace orangery {

namespace {

quint16 big16(const QByteArray& file, qsizetype at)
{
    return qFromBigEndian<quint16>(file.constData() + at);
}

quint16 little16(const QByteArray& file, qsizetype at)
{
    return qFromLittleEndian<quint16>(file.constData() + at);
}

quint32 little24(const QByteArray& file, qsizetype at)
{
    return little16(file, at) | quint32(quint8(file.at(at + 2))) << 16;
}

/// Walks the segments to the frame header (SOF0 … SOF15 without the tables among them).
QSize jpegSize(const QByteArray& file)
{
    qsizetype at = 2;
    while (at + 9 < file.size() && quint8(file.at(at)) == 0xFF) {
        const quint8 marker = quint8(file.at(at + 1));
        if (marker == 0xFF) {
            ++at;
            continue;
        }
        const bool isFrame =
            marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (isFrame)
            return {big16(file, at + 7), big16(file, at + 5)};
        const bool isBare = marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
        at += isBare ? 2 : 2 + big16(file, at + 2);
    }
    return {};
}

QSize webpSize(const QByteArray& file)
{
    const QByteArray kind = file.mid(12, 4);
    if (kind == "VP8X")
        return QSize(int(little24(file, 24)) + 1, int(little24(file, 27)) + 1);
    if (kind == "VP8L") {
        const quint32 bits = qFromLittleEndian<quint32>(file.constData() + 21);
        return QSize(int(bits & 0x3FFF) + 1, int(bits >> 14 & 0x3FFF) + 1);
    }
    if (kind == "VP8 ")
        return QSize(little16(file, 26) & 0x3FFF, little16(file, 28) & 0x3FFF);
    return {};
}

} // namespace

QSize pictureSize(const QByteArray& file)
{
    constexpr qsizetype longestHead = 30;
    if (file.size() < longestHead)
        return {};
    if (file.startsWith("\x89PNG\r\n\x1a\n"))
        return QSize(qFromBigEndian<qint32>(file.constData() + 16),
                     qFromBigEndian<qint32>(file.constData() + 20));
    if (file.startsWith("\xff\xd8"))
        return jpegSize(file);
    if (file.startsWith("GIF8"))
        return {little16(file, 6), little16(file, 8)};
    if (file.startsWith("RIFF") && file.mid(8, 4) == "WEBP")
        return webpSize(file);
    return {};
}

} // namespace orangery
