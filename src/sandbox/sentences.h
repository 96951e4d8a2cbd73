// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace orangery::sandbox {

/// The sentences and lines of a text, each with what ends it: joined, they are the text again.
QStringList sentencesOf(const QString& text);

} // namespace orangery::sandbox
