// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlDatabase>

namespace orangery {

/// Copies the database, as this connection sees it, to `<file>.backup-v<version>` in the same folder (0600),
/// or with `-2`, `-3`, … behind where that exists: no copy is ever replaced. When it returns without an
/// error, the copy is complete and on the disk. Not inside a transaction.
Result<void> backUp(const QSqlDatabase& database, int version);

} // namespace orangery
