// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <functional>

class QWidget;

namespace orangery {

/// Asks where to (proposing `name`), then writes `bytes`: all of them, or nothing changes on the disk. `done`
/// gets why it could not be written; an empty text when it was. It is not called when the person thought
/// better of it.
void askAndSaveFile(QWidget* parent, const QString& title, const QString& name, const QByteArray& bytes,
                    std::function<void(const QString& problem)> done);

} // namespace orangery
