// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

class QSqlError;

namespace orangery {

/// The Error of what SQLite said about `file`. A bare I/O error and “unable to open” are looked at more
/// closely: a full disk and a read-only one report themselves that way, too.
Error sqlError(const QSqlError& error, const QString& file);

/// Why `path` could not be written, by the state of its disk: StorageFull, StorageReadOnly or `otherwise`.
ErrorKind kindOfFailedWrite(const QString& path, ErrorKind otherwise);

} // namespace orangery
