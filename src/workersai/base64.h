// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace orangery {

/// The bytes of base64 text (RFC 4648 §4): whole groups of four, the last filled up, nothing else in it.
/// Here because QByteArray::fromBase64Encoding takes ten times as long, which a picture of 20 MB makes felt.
std::optional<QByteArray> fromBase64(QByteArrayView text);

} // namespace orangery
