// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "core/model.h"
#include "workersai/apicontext.h"
#include "workersai/batchcodec.h"
#include "workersai/modeljob.h"

#include <QPointer>
#include <QTimer>

#include <functional>

namespace orangery {

/// Many requests of one model, answered when there is room for them (batchcodec.h): queues them, then asks
/// how far they are until they are done. An error on the way ends the job but not the batch: with its id
/// another job, or another process, asks on. Canceling stops the asking; the service has no call that ends a
/// batch.
class BatchJob : public ResultJob<BatchReply>
{
    Q_OBJECT

public:
    /// How long to wait before the next question, after so many.
    using Pauses = std::function<std::chrono::milliseconds(int questions)>;

    BatchJob(HttpClient& client, const ApiContext& api, const Model& model, const BatchRequest& request,
             QObject* context);
    ~BatchJob() override;

    /// Asks for a batch that is queued already, at once. With what was asked, the answers are held against
    /// it.
    static BatchJob* resume(HttpClient& client, const ApiContext& api, const Model& model,
                            const QString& requestId, QObject* context,
                            std::optional<BatchRequest> request = std::nullopt);

    /// From 2 s, half as much again each time, to 30 s.
    static std::chrono::milliseconds usualPause(int questions);
    /// Before the job starts.
    void setPauses(Pauses pauses) { m_pauses = std::move(pauses); }
    using Gate = ModelJob<batchcodec::Ticket>::Gate;
    /// Asked before the batch is sent, but not before the questions. Before the job starts.
    void setGate(Gate gate) { m_gate = std::move(gate); }
    /// Of a job that failed: of the batch until it is queued, then of the last question. Valid in finished().
    const CallFate& fate() const { return m_fate; }

signals:
    /// The service has it: this id is enough to go on from.
    void queued(const QString& requestId);
    /// The service has begun with it.
    void running();

protected:
    void start() override;
    void abort() override;

private:
    using Step = ModelJob<batchcodec::Ticket>;

    BatchJob(HttpClient& client, const ApiContext& api, const Model& model, QString requestId,
             QObject* context);
    void submit();
    void poll();
    void send(Step::Encode body, qint64 bytes);
    void take(const Result<batchcodec::Ticket>& ticket, const HttpReply& answer);
    void waitOrFinish(const batchcodec::Ticket& ticket);

    QPointer<HttpClient> m_client;
    ApiContext m_api;
    QString m_model;
    std::optional<BatchRequest> m_request; ///< nothing for one that was resumed
    QString m_requestId;
    Gate m_gate;
    CallFate m_fate;
    Pauses m_pauses = &BatchJob::usualPause;
    int m_questions = 0;
    bool m_isRunningThere = false;
    QPointer<Step> m_step;
    QTimer m_pause;
};

} // namespace orangery
