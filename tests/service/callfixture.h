// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/chatcall.h"
#include "service/resultcache.h"
#include "service/run.h"
#include "support/waitfor.h"
#include "support/workshop.h"

#include <QDir>
#include <gtest/gtest.h>

namespace orangery::test {

/// A workshop that waits for its calls.
struct CallShop : Workshop
{
    using Workshop::Workshop;

    Result<ChatOutcome> chat(const ChatRequest& request,
                             const CallOptions& options = {.origin = QStringLiteral("chat")})
    {
        std::optional<Result<ChatOutcome>> outcome;
        ChatCall* call = workbench->chat(request, options, workbench.get());
        QObject::connect(call, &Job::finished, call, [&] { outcome = call->result(); });
        EXPECT_TRUE(waitFor([&] { return outcome.has_value(); }));
        return outcome.value_or(Error::of(ErrorKind::TimedOut));
    }
    /// Whether an answer has been kept (that happens behind the call).
    bool isCached() const
    {
        return waitFor([&] {
            return !QDir(folder.path() + QStringLiteral("/results")).entryList(QDir::Files).isEmpty();
        });
    }
    /// Somebody else's call of today.
    void spend(Neurons neurons)
    {
        const Neurons before = totals().booked;
        Reservation row;
        row.id = qint64(++m_foreignCalls);
        row.accountUuid = account().uuid;
        row.startedAt = QDateTime::currentDateTimeUtc();
        row.task = row.model = row.origin = QStringLiteral("elsewhere");
        Booking booking;
        booking.id = row.id;
        booking.neurons = neurons;
        booking.bookedBy = BookedBy::Price;
        Ledger(*database).record(row, booking, nullptr, {});
        EXPECT_TRUE(waitFor([&] { return totals().booked >= before + neurons; }));
    }
    DayTotals totals()
    {
        std::optional<DayTotals> found;
        Ledger(*database).totals(
            account().uuid, QDateTime::currentDateTimeUtc().date(), workbench.get(),
            [&](const Result<DayTotals>& totals) { found = totals.value_or(DayTotals{}); });
        EXPECT_TRUE(waitFor([&] { return found.has_value(); }));
        return found.value_or(DayTotals{});
    }

private:
    int m_foreignCalls = 0;
};

/// A call of any task but text generation, waited for.
template <typename Request>
auto finish(CallShop& shop, const Request& request,
            const CallOptions& options = {.origin = QStringLiteral("test")})
{
    using Reply = typename Task<Request>::Reply;
    std::optional<Result<TaskOutcome<Reply>>> outcome;
    TaskCall<Reply>* call = run(*shop.workbench, request, options, shop.workbench.get());
    QObject::connect(call, &Job::finished, call, [&] { outcome = call->result(); });
    EXPECT_TRUE(waitFor([&] { return outcome.has_value(); }, 30'000));
    return outcome.value_or(Error::of(ErrorKind::TimedOut));
}

} // namespace orangery::test
