// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

class QWidget;

namespace orangery {

/// The usual ending of a file in `language` (a fence's word), without the dot; "txt" for unknown ones.
QString fileEndingOf(const QString& language);

/// Asks where to, then writes the code as UTF-8. `done` gets why it could not be written; an empty text when
/// it was. It is not called when the person thought better of it.
void askAndSaveCode(QWidget* parent, const QString& code, const QString& language,
                    std::function<void(const QString& problem)> done);

} // namespace orangery
