// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/transaction.h"

#include "storage/statement.h"

namespace orangery {

Transaction::Transaction(const QSqlDatabase& database, Durability durability)
    : m_database(database),
      m_durability(durability)
{}

Transaction::~Transaction()
{
    // Some errors (a full disk) have rolled back already; then this one fails, and that is all.
    if (m_isOpen)
        execute(m_database, QStringLiteral("ROLLBACK"));
    if (m_durability == Durability::PowerLoss)
        execute(m_database, QStringLiteral("PRAGMA synchronous = NORMAL"));
}

Result<void> Transaction::begin()
{
    if (m_durability == Durability::PowerLoss) {
        if (const auto set = execute(m_database, QStringLiteral("PRAGMA synchronous = FULL")); !set)
            return set;
    }
    const auto begun = execute(m_database, QStringLiteral("BEGIN IMMEDIATE"));
    m_isOpen = begun.has_value();
    return begun;
}

Result<void> Transaction::commit()
{
    const auto committed = execute(m_database, QStringLiteral("COMMIT"));
    if (committed)
        m_isOpen = false;
    return committed;
}

} // namespace orangery
