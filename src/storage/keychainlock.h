// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <functional>

namespace orangery {

/// Asks the secret service whether it holds `key` of `service` in a locked keyring. QtKeychain cannot tell:
/// what is locked, and stays so because nobody typed the password, reads like what is not there. `done` runs
/// once, in the thread of `context`, if that still lives; false, too, when nobody answers within half a
/// second.
void askWhetherLocked(const QString& service, const QString& key, QObject* context,
                      std::function<void(bool)> done);

} // namespace orangery
