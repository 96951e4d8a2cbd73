// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"
#include "core/result.h"
#include "core/tasks/chat.h"

#include <QDate>
#include <QDateTime>
#include <QObject>
#include <functional>
#include <optional>

namespace orangery {

class Database;

/// A call before it is sent.
struct Reservation
{
    qint64 id = 0;
    QString accountUuid;
    QDateTime startedAt; ///< UTC by the service's clock
    QString task;
    QString model;
    QString origin; ///< which door asked: "chat", "images", "gateway:NAME", "cli", "doctor"
    Neurons estimate;
    std::optional<Neurons> dailyLimit; ///< refuse when today's booked + reserved + estimate would pass it
};

/// A call after it ended.
struct Booking
{
    qint64 id = 0; ///< of the reservation
    TokenUsage usage;
    Neurons neurons;
    bool isReported = false; ///< by the service; false: the estimate
    int httpStatus = 0;      ///< 0: no answer arrived
    qint64 latencyMs = 0;
    QString errorKind; ///< ErrorFacts::name; empty: success
    std::optional<QDateTime> startedAt; ///< UTC; where the reservation was made by a clock that proved wrong
    QString rayId;
};

struct DayTotals
{
    Neurons booked;
    Neurons reserved;
};

/// Every call to the service: first a reservation, inserted under BEGIN IMMEDIATE against today's sum, which
/// is therefore the budget of all threads and processes; then, the same row, its booking. A call counts on
/// the UTC day on which it started. Errors: those of the storage, and StorageFailed for an id that is taken
/// or missing.
class Ledger
{
public:
    explicit Ledger(Database& database);

    /// ErrorKind::BudgetReached when the limit would be passed; nothing is inserted then.
    void reserve(const Reservation& reservation, QObject* context,
                 std::function<void(Result<DayTotals>)> done);
    void book(const Booking& booking, QObject* context, std::function<void(Result<DayTotals>)> done);
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
