// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledgerrows.h"

#include "core/errortable.h"
#include "storage/statement.h"
#include "storage/transaction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace orangery::ledgerrows {

namespace {

constexpr qint64 minuteMs = 60'000;

QString dayName(const QDate& utcDay)
{
    return utcDay.toString(Qt::ISODate);
}

QString textOf(BookedBy source)
{
    switch (source) {
    case BookedBy::Header:
        return u"header"_s;
    case BookedBy::Usage:
        return u"usage"_s;
    case BookedBy::Price:
        return u"price"_s;
    case BookedBy::Estimate:
        return u"estimate"_s;
    case BookedBy::Cache:
        return u"cache"_s;
    case BookedBy::Nothing:
        break;
    }
    return u"nothing"_s;
}

/// What has no known price costs something all the same.
Neurons needed(const Reservation& reservation)
{
    const Neurons least = reservation.isPriced ? Neurons::ofMillionths(1) : Neurons();
    return std::max(least, reservation.least.value_or(reservation.estimate));
}

bool passesAnEmptyDay(const Reservation& reservation)
{
    const bool passesAll =
        reservation.isPriced && reservation.dailyLimit && needed(reservation) > *reservation.dailyLimit;
    return passesAll || (reservation.originLimit && needed(reservation) > *reservation.originLimit);
}

/// What a limit leaves of `held`: nothing more than the rest, and an error where that is too little.
Result<Neurons> within(Statement& select, Neurons limit, const Reservation& reservation, Neurons held)
{
    if (const auto hasRow = select.first(); !hasRow)
        return hasRow.error();
    const Neurons rest = limit - select.neurons(0);
    if (rest < needed(reservation))
        return Error::of(ErrorKind::BudgetReached);
    return std::min(held, rest);
}

Result<Neurons> withinLimits(const QSqlDatabase& database, const Reservation& reservation)
{
    const QString select = u"SELECT COALESCE(SUM(CASE state WHEN 'booked' THEN neurons ELSE hold END), 0) "
                           "FROM call WHERE account_uuid = ? AND "_s;
    const QString day = dayName(reservation.startedAt.toUTC().date());
    Result<Neurons> held = reservation.most.value_or(reservation.estimate);
    const auto narrow = [&](const std::optional<Neurons>& limit, const QString& where,
                            const QStringList& values, const QString& whose) {
        if (!limit || !held)
            return;
        Statement statement(database, select + where);
        statement.bind(reservation.accountUuid);
        for (const QString& value : values)
            statement.bind(value);
        held = within(statement, *limit, reservation, *held);
        if (!held && held.error().kind == ErrorKind::BudgetReached && !whose.isEmpty())
            held = Error::of(ErrorKind::CapReached, whose);
    };
    if (reservation.isPriced)
        narrow(reservation.dailyLimit, u"utc_day = ?"_s, {day}, {});
    narrow(reservation.originLimit, u"utc_day = ? AND origin = ?"_s, {day, reservation.origin},
           reservation.origin);
    if (!reservation.subject.isEmpty())
        narrow(reservation.subjectLimit, u"subject = ?"_s, {reservation.subject}, reservation.subject);
    return held;
}

/// The service's own word on the day, whoever heard it.
Result<void> checkExhaustion(const QSqlDatabase& database, const Reservation& reservation)
{
    if (!reservation.isPriced || reservation.ignoresExhaustion)
        return {};
    Statement select(
        database, u"SELECT 1 FROM call WHERE account_uuid = ? AND utc_day = ? AND error_kind = ? LIMIT 1"_s);
    select.bind(reservation.accountUuid).bind(dayName(reservation.startedAt.toUTC().date()));
    const auto isExhausted = select.bind(nameOf(ErrorKind::QuotaExhausted)).first();
    if (!isExhausted)
        return isExhausted.error();
    return *isExhausted ? Result<void>(Error::of(ErrorKind::QuotaExhausted)) : Result<void>();
}

/// The service counts requests; those that the cache answered never reached it.
Result<void> checkRate(const QSqlDatabase& database, const Reservation& reservation)
{
    if (!reservation.rate)
        return {};
    const bool isOfModel = reservation.rate->isOfModel;
    Statement select(database,
                     u"SELECT started_at FROM call WHERE account_uuid = ? AND started_at > ? AND "_s +
                         (isOfModel ? u"model"_s : u"task"_s) +
                         u" = ? AND booked_by <> 'cache' ORDER BY started_at DESC LIMIT 1 OFFSET ?"_s);
    select.bind(reservation.accountUuid).bind(reservation.startedAt.addMSecs(-minuteMs));
    select.bind(isOfModel ? reservation.model : reservation.task);
    select.bind(qint64(qMax(0, reservation.rate->perMinute - 1)));
    const auto isFull = select.first();
    if (!isFull)
        return isFull.error();
    if (!*isFull)
        return {};
    Error error = Error::of(ErrorKind::RateLimited);
    const qint64 pauseMs = minuteMs - select.time(0).msecsTo(reservation.startedAt);
    error.retryAfter = std::chrono::seconds(std::clamp<qint64>((pauseMs + 999) / 1000, 1, 60));
    return error;
}

Result<void> insert(const QSqlDatabase& database, const Reservation& reservation, Neurons held)
{
    Statement statement(database, uR"(INSERT INTO call
        (id, account_uuid, started_at, utc_day, task, model, origin, subject, estimate, hold, state)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'reserved'))"_s);
    statement.bind(reservation.id).bind(reservation.accountUuid).bind(reservation.startedAt);
    statement.bind(dayName(reservation.startedAt.toUTC().date())).bind(reservation.task);
    statement.bind(reservation.model).bind(reservation.origin).bind(reservation.subject);
    statement.bind(reservation.estimate).bind(held);
    return statement.run();
}

Result<void> update(const QSqlDatabase& database, const Booking& booking)
{
    const bool isReported = booking.bookedBy == BookedBy::Header || booking.bookedBy == BookedBy::Usage;
    Statement statement(
        database, uR"(UPDATE call SET state = 'booked', neurons = ?, reported = ?, booked_by = ?, units = ?,
        list_price = ?, saved = ?, prompt_tokens = ?, completion_tokens = ?, cached_tokens = ?, http_status = ?,
        latency_ms = ?, error_kind = ?, ray_id = ?, counted_prompt = ? WHERE id = ?)"_s);
    statement.bind(booking.neurons).bind(isReported).bind(textOf(booking.bookedBy)).bind(booking.units);
    statement.bind(booking.listPrice).bind(booking.saved).bind(booking.usage.promptTokens);
    statement.bind(booking.usage.completionTokens).bind(booking.usage.cachedTokens);
    statement.bind(booking.httpStatus).bind(booking.latencyMs).bind(booking.errorKind).bind(booking.rayId);
    statement.bind(booking.countedPrompt).bind(booking.id);
    if (const auto updated = statement.change(u"there is no reservation %1"_s.arg(booking.id)); !updated)
        return updated;
    if (!booking.startedAt)
        return {};
    Statement move(database, u"UPDATE call SET started_at = ?, utc_day = ? WHERE id = ?"_s);
    move.bind(*booking.startedAt).bind(dayName(booking.startedAt->toUTC().date())).bind(booking.id);
    return move.run();
}

} // namespace

Result<DayTotals> sums(const QSqlDatabase& database, const QString& accountUuid, const QDate& utcDay)
{
    Statement select(database, uR"(SELECT
        COALESCE(SUM(CASE WHEN state = 'booked' THEN neurons END), 0),
        COALESCE(SUM(CASE WHEN state = 'reserved' THEN estimate END), 0),
        COALESCE(SUM(saved), 0), COALESCE(MAX(error_kind = ?), 0)
        FROM call WHERE account_uuid = ? AND utc_day = ?)"_s);
    select.bind(nameOf(ErrorKind::QuotaExhausted));
    if (const auto hasRow = select.bind(accountUuid).bind(dayName(utcDay)).first(); !hasRow)
        return hasRow.error();
    return DayTotals{select.neurons(0), select.neurons(1), select.neurons(2), select.integer(3) != 0};
}

Result<Grant> reserve(const QSqlDatabase& database, const Reservation& reservation)
{
    Transaction transaction(database);
    if (const auto begun = transaction.begin(); !begun)
        return begun.error();
    if (reservation.waitsForReset && passesAnEmptyDay(reservation))
        return Error::of(ErrorKind::NeverFits);
    if (const auto checked = checkExhaustion(database, reservation); !checked)
        return checked.error();
    const Result<Neurons> held = withinLimits(database, reservation);
    if (!held)
        return held.error();
    if (const auto checked = checkRate(database, reservation); !checked)
        return checked.error();
    if (const auto inserted = insert(database, reservation, *held); !inserted)
        return inserted.error();
    const auto totals = sums(database, reservation.accountUuid, reservation.startedAt.toUTC().date());
    if (!totals)
        return totals.error();
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return Grant{*held, *totals};
}

Result<DayTotals> book(const QSqlDatabase& database, const Booking& booking)
{
    Transaction transaction(database, Transaction::Durability::PowerLoss);
    if (const auto begun = transaction.begin(); !begun)
        return begun.error();
    if (const auto updated = update(database, booking); !updated)
        return updated.error();
    Statement select(database, u"SELECT account_uuid, utc_day FROM call WHERE id = ?"_s);
    if (const auto hasRow = select.bind(booking.id).first(); !hasRow)
        return hasRow.error();
    const auto totals = sums(database, select.text(0), QDate::fromString(select.text(1), Qt::ISODate));
    if (!totals)
        return totals;
    if (const auto committed = transaction.commit(); !committed)
        return committed.error();
    return totals;
}

Result<void> record(const QSqlDatabase& database, const Reservation& reservation, const Booking& booking)
{
    Transaction transaction(database);
    if (const auto begun = transaction.begin(); !begun)
        return begun.error();
    if (const auto inserted = insert(database, reservation, {}); !inserted)
        return inserted;
    if (const auto updated = update(database, booking); !updated)
        return updated;
    return transaction.commit();
}

Result<QList<Measured>> measured(const QSqlDatabase& database, int most)
{
    QList<Measured> found;
    Statement select(database, uR"(SELECT model, units, neurons, list_price FROM call
        WHERE reported = 1 AND list_price > 0 AND account_uuid <> ? ORDER BY started_at DESC LIMIT ?)"_s);
    const auto ran = select.bind(QString(sandboxAccountUuid)).bind(qint64(most)).each([&] {
        found.append({select.text(0), select.text(1), select.neurons(2), select.neurons(3)});
    });
    return ran ? Result<QList<Measured>>(std::move(found)) : Result<QList<Measured>>(ran.error());
}

Result<QList<CountedPrompt>> countedPrompts(const QSqlDatabase& database, int most)
{
    QList<CountedPrompt> found;
    Statement select(database, uR"(SELECT model, counted_prompt, prompt_tokens FROM call
        WHERE counted_prompt > 0 AND account_uuid <> ? ORDER BY started_at DESC LIMIT ?)"_s);
    const auto ran = select.bind(QString(sandboxAccountUuid)).bind(qint64(most)).each([&] {
        found.append(
            {select.text(0), static_cast<int>(select.integer(1)), static_cast<int>(select.integer(2))});
    });
    return ran ? Result<QList<CountedPrompt>>(std::move(found)) : Result<QList<CountedPrompt>>(ran.error());
}

} // namespace orangery::ledgerrows
