// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What pasted text needs before it can be read.
namespace orangery::accounttext {

/// Without zero-width characters, direction marks and byte order marks; other spaces become plain ones.
QString withoutInvisible(const QString& text);
QString withoutSpaces(QString text);
/// Trimmed, and without the quotes around it, straight or typographic.
QString withoutQuotes(const QString& text);
/// The translated sentence about an account id of this many characters.
QString wrongLength(qsizetype length);

} // namespace orangery::accounttext
