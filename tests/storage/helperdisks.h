// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace orangery::test {

/// What the helper does on a small disk of its own, mounted on `folder`. Exit codes; what was not so is
/// printed.
int fullWhileRunning(const QString& folder);
int fullAtStart(const QString& folder);
int fullAtMigration(const QString& folder);
int readOnly(const QString& folder);

} // namespace orangery::test
