// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/tasks/batch.h"
#include "service/batchwork.h"
#include "service/taskcall.h"
#include "workersai/apicontext.h"
#include "workersai/batchjob.h"

#include <QPointer>
#include <QTimer>

namespace orangery {

class Workbench;

/// A batch that the service has, as far as another process needs to know to ask on.
struct QueuedBatch
{
    qint64 callId = 0; ///< its row in the ledger
    QString requestId;
    BatchRequest request;
};

/// The asynchronous queue through the door: account → queue → budget for all items → send (tried again while
/// that can help) → ask until it is done → book. Sending again what may have arrived would be paid twice, so
/// a batch whose answer was lost is not.
///
/// The service has no call that ends a batch: what is canceled, destroyed or fails after it was queued is
/// booked with its estimate, and so is the reservation of a process that died. Booking it again, from the
/// answers, replaces that.
class BatchCall : public ResultJob<TaskOutcome<BatchReply>>
{
    Q_OBJECT

public:
    BatchCall(Door door, CallTerms terms, Model model, BatchRequest request, QObject* context);
    ~BatchCall() override;

    /// Asks on for one that is queued already. Before the call starts.
    void takeOver(const QueuedBatch& batch);
    /// As in BatchJob, for tests; `questions` goes on counting after a lost one. Before the call starts.
    void setPauses(BatchJob::Pauses pauses) { m_pauses = std::move(pauses); }

    /// Known as soon as the call was made; nothing: the price is not known.
    const std::optional<Neurons>& estimate() const { return m_ticket->terms().estimate; }
    const CallTicket& ticket() const { return *m_ticket; }
    /// With what queued() told.
    QueuedBatch queuedBatch() const { return {m_ticket->callId(), m_requestId, m_request}; }
    /// What it was booked with when it failed or was stopped. Valid in finished().
    const CallCost& bookedCost() const { return m_cost; }
    /// Of a call that failed or was stopped: the service may run the batch, and bill it, all the same.
    bool mayStillBeBilled() const { return m_mayStillBeBilled; }
    /// That as a sentence, or nothing. A failed call's message ends with it; one for canceled calls, whose
    /// error has the sentence of its kind alone, is here. Valid in finished().
    QString billingNotice() const;

signals:
    /// The service has it.
    void queued(const QString& requestId);
    /// The service has begun with it.
    void running();

protected:
    void start() override;
    void abort() override;

private:
    void ask();
    void admit(const std::function<void(Result<std::optional<HttpReply>>)>& answered);
    void noteQueued(const QString& requestId);
    void concludeTry();
    void concludeSending(const Error& error, const CallFate& fate);
    void concludeQuestion(const Error& error, const ServiceFacts& facts);
    void succeed(const BatchReply& reply);
    void fail(Error error, const ServiceFacts& facts, bool mayBeBilled);

    Door m_door;
    CallTicket* m_ticket;
    Model m_model;
    BatchRequest m_request;
    ApiContext m_api;
    QString m_requestId;
    BatchJob::Pauses m_pauses = &BatchJob::usualPause;
    QPointer<BatchJob> m_job;
    QTimer m_pause;
    CallCost m_cost;
    int m_questions = 0;
    int m_lostQuestions = 0; ///< in a row
    bool m_isSent = false;   ///< and not known to be refused
    bool m_mayStillBeBilled = false;
};

/// A batch through the workbench's door, for the current account. A model that is known not to take batches
/// is refused without a byte (InvalidInput).
BatchCall* run(Workbench& workbench, const BatchRequest& request, const CallOptions& options,
               QObject* context);
/// Asks on for a batch of an earlier call, also of another process; the account is the current one.
BatchCall* resume(Workbench& workbench, const QueuedBatch& batch, const CallOptions& options,
                  QObject* context);

} // namespace orangery
