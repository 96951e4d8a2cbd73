// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

/// What kind of file some bytes are, by the signatures that the formats' specifications give them.
namespace orangery::mediatype {

/// image/png, image/jpeg, image/webp or image/gif; empty: none of them.
QString ofPicture(QByteArrayView bytes);

/// audio/mpeg, audio/wav, audio/ogg, audio/flac or audio/aac (ADTS); empty: none of them.
QString ofAudio(QByteArrayView bytes);

} // namespace orangery::mediatype
