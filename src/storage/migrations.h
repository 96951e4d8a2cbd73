// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>
#include <QSqlDatabase>
#include <QString>
#include <QStringList>

namespace orangery {

/// The statements that lead from one version of the schema to the next.
using Migration = QStringList;

/// Every table of the program, as the steps that made it: append-only, because each step has run on
/// somebody's computer. Step n leads from version n to version n + 1, which PRAGMA user_version keeps.
const QList<Migration>& migrations();

/// The version that this program writes: the number of the steps.
int schemaVersion();

/// StorageTooNew when the database is of a version above the last of `steps`; StorageCorrupt when it has
/// tables and no version: somebody else's.
Result<void> checkVersion(const QSqlDatabase& database, const QList<Migration>& steps);

/// Brings the database to the last of `steps` in one transaction. An existing one is copied before, to
/// `<file>.backup-v<version>` beside it, and that copy is kept. Run with foreign keys off, as SQLite asks for
/// changes of tables; they are checked before the commit.
Result<void> migrate(const QSqlDatabase& database, const QList<Migration>& steps);

} // namespace orangery
