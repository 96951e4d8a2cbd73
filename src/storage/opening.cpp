// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/opening.h"

#include "storage/databasefile.h"
#include "storage/migrations.h"
#include "storage/sqlconnection.h"
#include "storage/statement.h"

#include <QMutex>
#include <QMutexLocker>

namespace orangery {

namespace {

// WAL lets readers go on while the writer writes. With synchronous = NORMAL a commit is in the kernel's hands
// and survives the end of the process, but a power cut may take the last ones (never half of one);
// Transaction asks for more where it matters. Temporary tables stay in memory: texts of the user do not go to
// /tmp. A file system without shared memory keeps the old journal; then all is as safe, and slower.
Result<void> setUp(const QSqlDatabase& database)
{
    for (const auto& sql :
         {QStringLiteral("PRAGMA journal_mode = WAL"), QStringLiteral("PRAGMA synchronous = NORMAL"),
          QStringLiteral("PRAGMA journal_size_limit = 16777216"),
          QStringLiteral("PRAGMA temp_store = MEMORY"), QStringLiteral("PRAGMA foreign_keys = ON")}) {
        if (const auto set = execute(database, sql); !set)
            return set;
    }
    return {};
}

Result<void> check(SqlConnection& connection, const QString& file, SqlConnection::Access access)
{
    if (const auto opened = connection.open(file, access); !opened)
        return opened;
    return checkVersion(connection.database(), migrations());
}

Result<void> tryForWriting(SqlConnection& connection, const QString& file)
{
    // one thread of the process at a time, for the sake of the file's locks (see create())
    static QMutex mutex;
    const QMutexLocker lock(&mutex);

    if (const auto prepared = prepareDatabaseFile(file); !prepared)
        return prepared;
    // A connection that may write changes a file by closing it (it merges the log), so what must not be
    // touched is found out before: by the file alone and, as the log may hold a newer version, by both.
    if (const auto checked = check(connection, file, SqlConnection::Access::Immutable); !checked)
        return checked;
    if (hasUnmergedLog(file)) {
        if (const auto checked = check(connection, file, SqlConnection::Access::ReadOnly); !checked)
            return checked;
    }
    if (const auto opened = connection.open(file, SqlConnection::Access::ReadWrite); !opened)
        return opened;
    if (const auto migrated = migrate(connection.database(), migrations()); !migrated)
        return migrated;
    return setUp(connection.database());
}

} // namespace

Result<void> openForWriting(SqlConnection& connection, const QString& file)
{
    return whileLocked([&] { return tryForWriting(connection, file); });
}

Result<void> openForReading(SqlConnection& connection, const QString& file)
{
    return whileLocked([&]() -> Result<void> {
        if (const auto opened = connection.open(file, SqlConnection::Access::ReadOnly); !opened)
            return opened;
        return execute(connection.database(), QStringLiteral("PRAGMA temp_store = MEMORY"));
    });
}

} // namespace orangery
