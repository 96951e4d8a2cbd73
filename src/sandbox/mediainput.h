// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QJsonValue>
#include <optional>

namespace orangery::sandbox {

/// The bytes of a list of whole numbers from 0 to 255; none for anything else.
std::optional<QByteArray> bytesOfNumbers(const QJsonValue& list);
/// None unless all of the text is base64.
std::optional<QByteArray> bytesOfBase64(const QString& text);
/// The bytes of a `data:` URI in base64; none for anything else.
std::optional<QByteArray> bytesOfDataUri(const QString& uri);

/// A null image when the bytes are no picture that this machine can read, or one of more than 100 megapixels.
QImage pictureOf(const QByteArray& file);

} // namespace orangery::sandbox
