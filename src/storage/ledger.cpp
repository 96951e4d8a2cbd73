// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledger.h"

#include "core/errortable.h"
#include "storage/database.h"
#include "storage/statement.h"
#include "storage/transaction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace orangery {

namespace {

QString dayName(const QDate& utcDay)
{
    return utcDay.toString(Qt::ISODate);
}

Result<DayTotals> sums(const QSqlDatabase& database, const QString& accountUuid, const QString& day)
{
    Statement select(database, uR"(SELECT
        COALESCE(SUM(CASE WHEN state = 'booked' THEN neurons END), 0),
        COALESCE(SUM(CASE WHEN state = 'reserved' THEN estimate END), 0)
        FROM call WHERE account_uuid = ? AND utc_day = ?)"_s);
    if (const auto hasRow = select.bind(accountUuid).bind(day).first(); !hasRow)
        return hasRow.error();
    return DayTotals{select.neurons(0), select.neurons(1)};
}

Result<void> insert(const QSqlDatabase& database, const Reservation& reservation, const QString& day)
{
    Statement statement(database, uR"(INSERT INTO call
        (id, account_uuid, started_at, utc_day, task, model, origin, estimate, state)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'reserved'))"_s);
    statement.bind(reservation.id).bind(reservation.accountUuid).bind(reservation.startedAt).bind(day);
    statement.bind(reservation.task)
        .bind(reservation.model)
        .bind(reservation.origin)
        .bind(reservation.estimate);
    return statement.run();
}

Result<DayTotals> reserveNow(const QSqlDatabase& database, const Reservation& reservation)
{
    Transaction transaction(database);
    if (const auto begun = transaction.begin(); !begun)
        return begun.error();
    const QString day = dayName(reservation.startedAt.toUTC().date());
    auto totals = sums(database, reservation.accountUuid, day);
    if (!totals)
        return totals;
    totals->reserved += reservation.estimate;
    if (reservation.dailyLimit && totals->booked + totals->reserved > *reservation.dailyLimit)
        return Error::of(ErrorKind::BudgetReached);
    if (const auto inserted = insert(database, reservation, day); !inserted)
        return inserted.error();
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return totals;
}

Result<DayTotals> bookNow(const QSqlDatabase& database, const Booking& booking)
{
    Transaction transaction(database, Transaction::Durability::PowerLoss);
    if (const auto begun = transaction.begin(); !begun)
        return begun.error();
    Statement update(database,
                     uR"(UPDATE call SET state = 'booked', neurons = ?, reported = ?, prompt_tokens = ?,
        completion_tokens = ?, cached_tokens = ?, http_status = ?, latency_ms = ?, error_kind = ?, ray_id = ?
        WHERE id = ?)"_s);
    update.bind(booking.neurons).bind(booking.isReported).bind(booking.usage.promptTokens);
    update.bind(booking.usage.completionTokens).bind(booking.usage.cachedTokens).bind(booking.httpStatus);
    update.bind(booking.latencyMs).bind(booking.errorKind).bind(booking.rayId).bind(booking.id);
    if (const auto updated = update.change(u"there is no reservation %1"_s.arg(booking.id)); !updated)
        return updated.error();
    if (booking.startedAt) {
        Statement move(database, u"UPDATE call SET started_at = ?, utc_day = ? WHERE id = ?"_s);
        move.bind(*booking.startedAt).bind(dayName(booking.startedAt->toUTC().date())).bind(booking.id);
        if (const auto moved = move.run(); !moved)
            return moved.error();
    }
    Statement select(database, u"SELECT account_uuid, utc_day FROM call WHERE id = ?"_s);
    if (const auto hasRow = select.bind(booking.id).first(); !hasRow)
        return hasRow.error();
    const auto totals = sums(database, select.text(0), select.text(1));
    if (!totals)
        return totals;
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return totals;
}

/// The mean of the two middle ones where their number is even. Not empty.
int median(QList<int> values)
{
    std::ranges::sort(values);
    const qsizetype half = values.size() / 2;
    return values.size() % 2 == 1 ? values.at(half) : (values.at(half - 1) + values.at(half)) / 2;
}

Result<std::optional<TokenUsage>> medianChat(const QSqlDatabase& database, const QString& accountUuid)
{
    QList<int> prompt, completion, cached;
    Statement select(database, uR"(SELECT prompt_tokens, completion_tokens, cached_tokens FROM call
        WHERE account_uuid = ? AND origin = 'chat' AND state = 'booked' AND error_kind = '' AND prompt_tokens > 0
        ORDER BY started_at DESC LIMIT 50)"_s);
    select.bind(accountUuid);
    const auto ran = select.each([&] {
        prompt.append(int(select.integer(0)));
        completion.append(int(select.integer(1)));
        cached.append(int(select.integer(2)));
    });
    if (!ran)
        return ran.error();
    if (prompt.isEmpty())
        return std::optional<TokenUsage>();
    return std::optional(TokenUsage{median(prompt), median(completion), median(cached)});
}

} // namespace

Ledger::Ledger(Database& database) : m_database(database) {}

void Ledger::reserve(const Reservation& reservation, QObject* context,
                     std::function<void(Result<DayTotals>)> done)
{
    m_database.writer().call<DayTotals>(
        [reservation](QSqlDatabase& database) { return reserveNow(database, reservation); }, context,
        std::move(done));
}

void Ledger::book(const Booking& booking, QObject* context, std::function<void(Result<DayTotals>)> done)
{
    m_database.writer().call<DayTotals>(
        [booking](QSqlDatabase& database) { return bookNow(database, booking); }, context, std::move(done));
}

void Ledger::totals(const QString& accountUuid, const QDate& utcDay, QObject* context,
                    std::function<void(Result<DayTotals>)> done)
{
    m_database.reader().call<DayTotals>(
        [accountUuid, day = dayName(utcDay)](QSqlDatabase& database) {
            return sums(database, accountUuid, day);
        },
        context, std::move(done));
}

void Ledger::settleAbandoned(const QDateTime& startedBefore)
{
    // How such a call ended is not known; that no answer of it was seen is what ConnectionLost says.
    const QString lost = QString::fromLatin1(factsOf(ErrorKind::ConnectionLost).name);
    m_database.writer().call<void>(
        [startedBefore, lost](QSqlDatabase& database) {
            Statement update(database, uR"(UPDATE call SET state = 'booked', neurons = estimate, reported = 0,
                error_kind = ? WHERE state = 'reserved' AND started_at < ?)"_s);
            return update.bind(lost).bind(startedBefore).run();
        },
        nullptr, {});
}

void Ledger::usualChat(const QString& accountUuid, QObject* context,
                       std::function<void(Result<std::optional<TokenUsage>>)> done)
{
    m_database.reader().call<std::optional<TokenUsage>>(
        [accountUuid](QSqlDatabase& database) { return medianChat(database, accountUuid); }, context,
        std::move(done));
}

} // namespace orangery
