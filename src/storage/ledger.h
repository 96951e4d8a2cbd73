// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "storage/callrow.h"

#include <QDate>
#include <QList>
#include <QObject>
#include <functional>

namespace orangery {

class Database;

/// Every call to the service: first a reservation, inserted under BEGIN IMMEDIATE against today's sum, which
/// is therefore the budget of all threads and processes; then, the same row, its booking. A call counts on
/// the UTC day on which it started. Errors: those of the storage, and StorageFailed for an id that is taken
/// or missing.
class Ledger
{
public:
    explicit Ledger(Database& database);

    /// Holds as much of `most` as the limits leave; the call must be sent so that it cannot come to more.
    /// Where that is less than `least`, nothing is inserted: BudgetReached for the day's limit, CapReached
    /// for the origin's or the subject's (with its name in the detail), RateLimited with retryAfter for the
    /// minute's. A call that would wait for tomorrow and passes such a limit of a day alone is told
    /// NeverFits, before all. QuotaExhausted: any process heard so from the service on that day, and the call
    /// is priced. A call that costs nothing may go when the day's limit is reached; one of unknown price may
    /// not.
    void reserve(const Reservation& reservation, QObject* context, std::function<void(Result<Grant>)> done);
    void book(const Booking& booking, QObject* context, std::function<void(Result<DayTotals>)> done);
    /// A call that was answered without the service: `reservation` and `booking` in one, whatever the limits.
    void record(const Reservation& reservation, const Booking& booking, QObject* context,
                std::function<void(Result<void>)> done);
    /// The newest `most` calls whose neurons the service reported, for models whose price is known;
    /// those of the sandbox are left out.
    void measured(int most, QObject* context, std::function<void(Result<QList<Measured>>)> done);
    /// The last prompts that both sides counted, newest first, without the sandbox's.
    void countedPrompts(int most, QObject* context, std::function<void(Result<QList<CountedPrompt>>)> done);
    /// Sums of one UTC day of one account.
    void totals(const QString& accountUuid, const QDate& utcDay, QObject* context,
                std::function<void(Result<DayTotals>)> done);
    /// Reservations that a crash left open and that began before `startedBefore` are booked with their
    /// estimate, as connection-lost. A booking that comes late after all replaces that.
    void settleAbandoned(const QDateTime& startedBefore);
    /// prompt/completion/cached tokens (each the median of the last 50 chats of the account: origin "chat",
    /// without an error, with usage), nothing while there are none.
    void usualChat(const QString& accountUuid, QObject* context,
                   std::function<void(Result<std::optional<TokenUsage>>)> done);

private:
    Database& m_database;
};

} // namespace orangery
