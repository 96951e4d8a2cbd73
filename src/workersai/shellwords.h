// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace orangery {

/// The words of a shell command: single, double and $'…' quotes, backslashes, lines that go on after a
/// backslash (or ^, as on Windows). Nothing is expanded. A quote that never closes ends with the text.
QStringList shellWords(const QString& command);

} // namespace orangery
