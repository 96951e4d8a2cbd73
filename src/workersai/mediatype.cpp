// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/mediatype.h"

namespace orangery::mediatype {

namespace {

using namespace Qt::StringLiterals;

bool isRiff(QByteArrayView bytes, QByteArrayView form)
{
    return bytes.size() >= 12 && bytes.startsWith("RIFF") && bytes.sliced(8, 4) == form;
}

unsigned byteAt(QByteArrayView bytes, qsizetype index)
{
    return static_cast<unsigned char>(bytes.at(index));
}

/// The head of an MPEG audio frame: sync, a version, layer III, a bit rate and a sample rate that exist.
bool isMpegFrame(QByteArrayView bytes)
{
    if (bytes.size() < 4 || byteAt(bytes, 0) != 0xff)
        return false;
    const unsigned second = byteAt(bytes, 1);
    const unsigned third = byteAt(bytes, 2);
    const bool isLayer3 = (second & 0xe6) == 0xe2;
    const bool hasVersion = (second & 0x18) != 0x08;
    return isLayer3 && hasVersion && (third & 0xf0) != 0xf0 && (third & 0x0c) != 0x0c;
}

/// ADTS: sync and layer 0.
bool isAdtsFrame(QByteArrayView bytes)
{
    return bytes.size() >= 7 && byteAt(bytes, 0) == 0xff && (byteAt(bytes, 1) & 0xf6) == 0xf0;
}

} // namespace

QString ofPicture(QByteArrayView bytes)
{
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return u"image/png"_s;
    if (bytes.startsWith("\xff\xd8\xff"))
        return u"image/jpeg"_s;
    if (isRiff(bytes, "WEBP"))
        return u"image/webp"_s;
    if (bytes.startsWith("GIF87a") || bytes.startsWith("GIF89a"))
        return u"image/gif"_s;
    return {};
}

QString ofAudio(QByteArrayView bytes)
{
    if (isRiff(bytes, "WAVE"))
        return u"audio/wav"_s;
    if (bytes.startsWith("OggS"))
        return u"audio/ogg"_s;
    if (bytes.startsWith("fLaC"))
        return u"audio/flac"_s;
    if (bytes.startsWith("ID3") || isMpegFrame(bytes))
        return u"audio/mpeg"_s;
    if (isAdtsFrame(bytes))
        return u"audio/aac"_s;
    return {};
}

} // namespace orangery::mediatype
