// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/reply.h"

#include <QJsonValue>
#include <QSize>
#include <variant>

namespace orangery::sandbox {

/// A picture beside the text of a chat. API.md §3.6.
struct ChatPicture
{
    QString format; ///< lower case, as the file's first bytes tell: png, jpeg …
    QSize size;     ///< pixels

    /// What it adds to the prompt: 256 a tile of 512×512.
    qint64 tokens() const;
    /// "640×480 png".
    QString text() const;
};

/// Reads the `url` of an image part: a data URI with base64, nothing else.
std::variant<ChatPicture, Failure> pictureOfUri(const QString& uri);
/// Reads the member `image` of llama-3.2-vision: bytes as numbers, base64, or a data URI.
std::variant<ChatPicture, Failure> pictureOfMember(const QJsonValue& image);

} // namespace orangery::sandbox
