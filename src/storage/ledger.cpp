// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/ledger.h"

#include "core/errortable.h"
#include "storage/database.h"
#include "storage/ledgerrows.h"
#include "storage/statement.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace orangery {

namespace {

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
                     std::function<void(Result<Grant>)> done)
{
    m_database.writer().call<Grant>(
        [reservation](QSqlDatabase& database) { return ledgerrows::reserve(database, reservation); }, context,
        std::move(done));
}

void Ledger::book(const Booking& booking, QObject* context, std::function<void(Result<DayTotals>)> done)
{
    m_database.writer().call<DayTotals>(
        [booking](QSqlDatabase& database) { return ledgerrows::book(database, booking); }, context,
        std::move(done));
}

void Ledger::record(const Reservation& reservation, const Booking& booking, QObject* context,
                    std::function<void(Result<void>)> done)
{
    m_database.writer().call<void>(
        [reservation, booking](QSqlDatabase& database) {
            return ledgerrows::record(database, reservation, booking);
        },
        context, std::move(done));
}

void Ledger::measured(int most, QObject* context, std::function<void(Result<QList<Measured>>)> done)
{
    m_database.reader().call<QList<Measured>>(
        [most](QSqlDatabase& database) { return ledgerrows::measured(database, most); }, context,
        std::move(done));
}

void Ledger::countedPrompts(int most, QObject* context,
                            std::function<void(Result<QList<CountedPrompt>>)> done)
{
    m_database.reader().call<QList<CountedPrompt>>(
        [most](QSqlDatabase& database) { return ledgerrows::countedPrompts(database, most); }, context,
        std::move(done));
}

void Ledger::totals(const QString& accountUuid, const QDate& utcDay, QObject* context,
                    std::function<void(Result<DayTotals>)> done)
{
    m_database.reader().call<DayTotals>(
        [accountUuid, utcDay](QSqlDatabase& database) {
            return ledgerrows::sums(database, accountUuid, utcDay);
        },
        context, std::move(done));
}

void Ledger::settleAbandoned(const QDateTime& startedBefore)
{
    // How such a call ended is not known; that no answer of it was seen is what ConnectionLost says.
    const QString lost = nameOf(ErrorKind::ConnectionLost);
    m_database.writer().call<void>(
        [startedBefore, lost](QSqlDatabase& database) {
            Statement update(database, uR"(UPDATE call SET state = 'booked', neurons = estimate, reported = 0,
                booked_by = 'estimate', error_kind = ? WHERE state = 'reserved' AND started_at < ?)"_s);
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
