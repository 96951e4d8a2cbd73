// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"
#include "core/tasks/servicefacts.h"

#include <QDateTime>
#include <QString>
#include <optional>

namespace orangery {

/// The account of the built-in sandbox: what its calls came to says nothing about the service.
inline constexpr QLatin1String sandboxAccountUuid("sandbox");

/// A call before it is sent.
struct Reservation
{
    /// How many requests a minute the service takes, counted over all processes.
    struct Rate
    {
        int perMinute = 0;
        bool isOfModel = false; ///< else of the whole task
    };

    qint64 id = 0;
    QString accountUuid;
    QDateTime startedAt; ///< UTC by the service's clock
    QString task;
    QString model;
    QString origin;  ///< which door asked: "chat", "images", "gateway:NAME", "cli", "doctor"
    QString subject; ///< what it is about, e.g. a conversation; empty: nothing that is limited
    Neurons estimate;
    std::optional<Neurons> most;  ///< what it can come to at worst; nothing: the estimate
    std::optional<Neurons> least; ///< what it must be allowed, to be worth sending; nothing: the estimate
    std::optional<Neurons> dailyLimit;   ///< of all that is booked and held today
    std::optional<Neurons> originLimit;  ///< of the origin's share of today
    std::optional<Neurons> subjectLimit; ///< of all that the subject ever came to
    std::optional<Rate> rate;
    bool isPriced = true;           ///< false: known to cost nothing
    bool waitsForReset = false;     ///< a refusal for today makes it wait for tomorrow
    bool ignoresExhaustion = false; ///< goes although the service called the day's quota used up
};

/// Where a booked amount comes from, best first.
enum class BookedBy { Header, Usage, Price, Estimate, Cache, Nothing };

/// A call after it ended.
struct Booking
{
    qint64 id = 0; ///< of the reservation
    TokenUsage usage;
    int countedPrompt = 0; ///< the prompt's tokens as counted here; 0: not counted, or not comparable
    QString units;         ///< WorkUnits::text of what was done
    Neurons neurons;
    BookedBy bookedBy = BookedBy::Nothing;
    std::optional<Neurons> listPrice; ///< of the same units by the published table; nothing: unknown
    Neurons saved;                    ///< what the result cache spared
    int httpStatus = 0;               ///< 0: no answer arrived
    qint64 latencyMs = 0;
    QString errorKind;                  ///< ErrorFacts::name; empty: success
    std::optional<QDateTime> startedAt; ///< UTC; where the reservation was made by a clock that proved wrong
    QString rayId;
};

struct DayTotals
{
    Neurons booked;
    Neurons reserved;
    Neurons saved;            ///< by the result cache
    bool isExhausted = false; ///< the service said so on that day, to any process
};

/// What a reservation was given.
struct Grant
{
    Neurons held;       ///< the most that the call may come to
    DayTotals totals{}; ///< of its day, this call's estimate included
};

/// What a call came to beside what the table says, for estimates of the next.
struct Measured
{
    QString model;
    QString units; ///< WorkUnits::text
    Neurons booked;
    Neurons listPrice;
};

/// A prompt's tokens as this program counted them, and as the service did.
struct CountedPrompt
{
    QString model;
    int counted = 0;
    int reported = 0;
};

} // namespace orangery
