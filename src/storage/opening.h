// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace orangery {

class SqlConnection;

/// Opens the database for the writer: creates what is missing, refuses what must not be touched, migrates
/// with a backup copy, and sets the connection up. After an error nothing of an existing file has changed.
Result<void> openForWriting(SqlConnection& connection, const QString& file);

/// Opens the database for the reader, after the writer did.
Result<void> openForReading(SqlConnection& connection, const QString& file);

} // namespace orangery
