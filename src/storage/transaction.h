// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QSqlDatabase>

namespace orangery {

/// A write transaction: everything or nothing. It takes the write lock at once (BEGIN IMMEDIATE), so what it
/// reads cannot be overtaken by another connection before it writes. Without commit() the destructor rolls
/// back.
class Transaction
{
public:
    /// What a committed change survives. The end of the process always: the log's pages are with the kernel
    /// by then. `PowerLoss` waits for the disk, too, which takes milliseconds: for what a person wrote and
    /// for what was paid, not for the pieces of a streaming answer, of which a power cut may take the last
    /// ones.
    enum class Durability { ProcessEnd, PowerLoss };

    explicit Transaction(const QSqlDatabase& database, Durability durability = Durability::ProcessEnd);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    Result<void> begin();
    Result<void> commit();

private:
    QSqlDatabase m_database;
    Durability m_durability;
    bool m_isOpen = false;
};

} // namespace orangery
