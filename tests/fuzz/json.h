// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace orangery::fuzz {

/// The quick reader of JSON beside Qt's: what Qt reads it reads, too, and alike.
void scanJson(const QByteArray& json);

/// The quick decoder beside Qt's.
void readBase64(const QByteArray& text);

} // namespace orangery::fuzz
