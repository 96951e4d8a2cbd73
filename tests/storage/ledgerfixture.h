// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/ledger.h"

#include "storagefixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

class LedgerTest : public StorageTest
{
protected:
    Reservation reservation(std::int64_t neurons, std::optional<std::int64_t> limit = {},
                            const QString& at = u"2026-11-24T10:00:00.000"_s)
    {
        Reservation made;
        made.id = newId();
        made.accountUuid = u"account"_s;
        made.startedAt = utc(at);
        made.task = u"Text Generation"_s;
        made.model = u"@cf/a"_s;
        made.origin = u"chat"_s;
        made.estimate = Neurons::ofMillionths(neurons);
        if (limit)
            made.dailyLimit = Neurons::ofMillionths(*limit);
        return made;
    }
    Booking booking(const Reservation& of, std::int64_t neurons)
    {
        Booking made;
        made.id = of.id;
        made.neurons = Neurons::ofMillionths(neurons);
        made.bookedBy = BookedBy::Header;
        made.usage = {100, 50, 10};
        made.httpStatus = 200;
        made.latencyMs = 1234;
        made.rayId = u"8f"_s;
        return made;
    }
    Result<DayTotals> reserve(const Reservation& what)
    {
        const auto granted =
            await<Grant>([&](auto done) { Ledger(database()).reserve(what, &m_context, done); });
        return granted ? Result<DayTotals>(granted->totals) : Result<DayTotals>(granted.error());
    }
    Result<DayTotals> book(const Booking& what)
    {
        return await<DayTotals>([&](auto done) { Ledger(database()).book(what, &m_context, done); });
    }
    DayTotals totals(const QString& account = u"account"_s, const QDate& day = QDate(2026, 11, 24))
    {
        const auto found =
            await<DayTotals>([&](auto done) { Ledger(database()).totals(account, day, &m_context, done); });
        EXPECT_TRUE(ok(found));
        return found.value_or(DayTotals{});
    }
    std::optional<TokenUsage> usual(const QString& account = u"account"_s)
    {
        const auto found = await<std::optional<TokenUsage>>(
            [&](auto done) { Ledger(database()).usualChat(account, &m_context, done); });
        EXPECT_TRUE(ok(found));
        return found.value_or(std::optional<TokenUsage>());
    }
    static std::pair<qint64, qint64> pair(const DayTotals& totals)
    {
        return {totals.booked.millionths(), totals.reserved.millionths()};
    }
    using Pair = std::pair<qint64, qint64>;
};

} // namespace orangery::test
