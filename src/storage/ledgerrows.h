// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "storage/ledger.h"

class QSqlDatabase;

/// The ledger's statements, for the thread that owns the connection.
namespace orangery::ledgerrows {

Result<DayTotals> sums(const QSqlDatabase& database, const QString& accountUuid, const QDate& utcDay);
/// Checks every limit and inserts, all or nothing.
Result<Grant> reserve(const QSqlDatabase& database, const Reservation& reservation);
/// Turns the reservation into the row of a call that has ended.
Result<DayTotals> book(const QSqlDatabase& database, const Booking& booking);
/// Both at once, without limits.
Result<void> record(const QSqlDatabase& database, const Reservation& reservation, const Booking& booking);
Result<QList<Measured>> measured(const QSqlDatabase& database, int most);
Result<QList<CountedPrompt>> countedPrompts(const QSqlDatabase& database, int most);

} // namespace orangery::ledgerrows
