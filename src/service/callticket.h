// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "service/door.h"

#include <QObject>
#include <chrono>
#include <optional>

namespace orangery {

/// What a call came to.
struct CallCost
{
    Neurons neurons; ///< booked
    BookedBy bookedBy = BookedBy::Nothing;
    Neurons saved; ///< what the cache spared
    WorkUnits work;
    std::chrono::milliseconds latency{0};

    bool isReported() const { return bookedBy == BookedBy::Header || bookedBy == BookedBy::Usage; }
};

/// The error of a call that may have run all the same, with a sentence that says so where the service did not
/// say itself what it took.
Error withBill(Error error, const CallCost& cost);

/// Why a call does not go yet, and what is known of its end.
struct CallWait
{
    WaitReason reason = WaitReason::None;
    int position = 0; ///< as CallTicket::position()
    /// UTC, by the service's clock: when its rate may go again; for quota, the next day at the latest.
    std::optional<QDateTime> until = std::nullopt;
};

/// The row of one call in the ledger, from its place in the queue to its booking. Whoever sends the call owns
/// it and settles it, whatever happens; a ticket that is destroyed only leaves the queue.
class CallTicket : public QObject
{
    Q_OBJECT

public:
    CallTicket(Door door, CallTerms terms, QObject* parent);
    ~CallTicket() override;

    qint64 callId() const { return m_callId; }
    /// The same for all rows and tries of a call.
    qint64 inspectedId() const { return m_inspectedId; }
    const CallTerms& terms() const { return m_terms; }
    /// In the queue: 1 is the next. 0: not waiting. CallQueue::moved() tells of changes.
    int position() const;
    /// Waits for quota.
    bool isParked() const;
    CallWait waiting() const;

    /// Waits for the call's turn and reserves; `done` hears the most that it may come to, or why it may not
    /// go: QuotaExhausted, BudgetReached, CapReached, NeverFits, RateLimited with the time, or what the
    /// storage says. Not before the next turn of the event loop, and not at all once settled.
    void admit(std::function<void(Result<Neurons>)> done);
    bool isAdmitted() const { return m_state == State::Reserved; }
    /// Before another try of an admitted call: QuotaExhausted where that was heard meanwhile, by any process.
    /// May answer at once; not at all once settled.
    void admitAgain(std::function<void(Result<void>)> done);
    /// The request goes out now.
    void noteSent();
    /// The service has what was sent and takes its time: others may go.
    void leaveQueue();
    /// In place of admit(): another process sent it, and `callId` is its row.
    void takeOver(qint64 callId);
    /// What an error says about all calls: the day's quota is used up, or the minute is.
    /// `sentAt` (UTC, by the service's clock) is when that was asked.
    void hear(const Error& error, std::optional<std::chrono::milliseconds> pause, const QDateTime& sentAt);
    /// A try has failed that cannot have cost anything: how long to wait before the next; nothing: that was
    /// the last.
    std::optional<std::chrono::milliseconds> pauseAfter(const Error& error);
    int tries() const { return m_tries; }
    /// Whether the call may wait for tomorrow, with a row of its own, when the service says that the quota is
    /// used up. The old row is booked; admit() again.
    bool parkAfter(const Error& error);

    /// An answer came, or as much as came: books it. `isExact`: the work is what the service counted or what
    /// was asked for, no guess. `isBilled`: also without a report it cost something.
    CallCost settle(const ServiceFacts& facts, const WorkUnits& work, bool isExact, bool isBilled,
                    const Error* error);
    /// The cache had the answer; `cost` is what the service took for it then.
    CallCost settleCached(Neurons cost);

private:
    enum class State { New, Waiting, Reserving, Reserved, Settled };

    Reservation reservation();
    void reserve();
    void take(const Result<Grant>& grant);
    void answer(const Result<Neurons>& result);
    bool isParkedFor(const Error& error);
    QDateTime sentAt() const;
    std::optional<QDateTime> correctedStart(const Error* error) const;

    Door m_door;
    CallTerms m_terms;
    std::function<void(Result<Neurons>)> m_done;
    QDateTime m_believedStart; ///< UTC; by the clock as it was known before the service told the time
    std::chrono::steady_clock::time_point m_reservedAt;
    std::chrono::steady_clock::time_point m_sentAt;
    qint64 m_callId = 0;
    qint64 m_inspectedId;
    qint64 m_place = 0; ///< in the queue
    int m_tries = 0;
    bool m_wasSent = false;
    State m_state = State::New;
};

} // namespace orangery
