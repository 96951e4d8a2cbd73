// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace orangery {

/// Creates the folder, for its owner alone (0700); parents get the usual permissions. One that exists is left
/// as it is: it may be any folder that the user chose.
bool makePrivateFolder(const QString& folder);

/// Creates folder and file (0600) where they are missing, and takes the file from other people's eyes.
/// StorageReadOnly or StorageFull when the folder or the file cannot be written; StorageCorrupt for a file
/// too small to be a database.
Result<void> prepareDatabaseFile(const QString& file);

/// Whether changes lie in the write-ahead log that are not in the file: a program that used it was killed, or
/// is using it.
bool hasUnmergedLog(const QString& file);

} // namespace orangery
