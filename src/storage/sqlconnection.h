// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlDatabase>
#include <QString>
#include <functional>

namespace orangery {

/// One SQLite connection. It belongs to the thread that opens it, and is closed and unregistered there: by
/// close(), by the next open() or by the destructor. No copy of database() may outlive that.
class SqlConnection
{
public:
    /// `Immutable` reads the file alone, without its log: it takes no lock and leaves nothing beside the
    /// file.
    enum class Access { ReadWrite, ReadOnly, Immutable };

    SqlConnection() = default;
    ~SqlConnection();
    Q_DISABLE_COPY_MOVE(SqlConnection)

    /// Waits at most 50 ms for another connection's lock, here and in every later statement: StorageLocked
    /// then, and whoever asked decides about another try. ReadWrite creates a missing file.
    Result<void> open(const QString& file, Access access);
    void close();
    QSqlDatabase& database() { return m_database; }
    Access access() const { return m_access; }

private:
    Access m_access = Access::ReadOnly;
    QSqlDatabase m_database;
};

/// How long a lock of another connection is waited for, in all.
constexpr int lockPatienceMs = 2000;

/// Repeats what ends in StorageLocked until it ends otherwise or the time is over; tries once at least.
Result<void> whileLocked(const std::function<Result<void>()>& attempt, int patienceMs = lockPatienceMs);

} // namespace orangery
