// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/batchcall.h"

#include "net/httpclient.h"
#include "net/retrypolicy.h"
#include "service/accounts.h"
#include "service/run.h"
#include "workersai/mediarequest.h"

#include <QRandomGenerator>

namespace orangery {

BatchCall::BatchCall(Door door, CallTerms terms, Model model, BatchRequest request, QObject* context)
    : ResultJob(context),
      m_door(door),
      m_ticket(new CallTicket(std::move(door), std::move(terms), this)),
      m_model(std::move(model)),
      m_request(std::move(request))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &BatchCall::ask);
}

BatchCall::~BatchCall()
{
    if (isRunning())
        abort();
}

void BatchCall::takeOver(const QueuedBatch& batch)
{
    m_ticket->takeOver(batch.callId);
    m_requestId = batch.requestId;
    m_isSent = true;
}

void BatchCall::start()
{
    if (!m_door.accounts || !m_door.client)
        return fail(Error::of(ErrorKind::Canceled), {}, m_isSent);
    const CallTerms& terms = m_ticket->terms();
    if (terms.model && !terms.model->asyncQueue && m_requestId.isEmpty())
        return fail(unusableInput(tr("This model takes no batches. Choose one that does.")), {}, false);
    m_door.accounts->resolve(terms.accountUuid, this, [this](const Result<ApiContext>& api) {
        if (!isRunning())
            return;
        if (!api)
            return fail(api.error(), {}, m_isSent);
        m_api = *api;
        m_api.callId = m_ticket->inspectedId();
        ask();
    });
}

void BatchCall::ask()
{
    if (!m_door.client)
        return fail(Error::of(ErrorKind::Canceled), {}, m_isSent);
    if (m_requestId.isEmpty()) {
        m_job = new BatchJob(*m_door.client, m_api, m_model, m_request, this);
        m_job->setGate([this](const HttpRequest&, const auto& answered) { admit(answered); });
    } else {
        m_job = BatchJob::resume(*m_door.client, m_api, m_model, m_requestId, this, m_request);
    }
    m_job->setPauses([this](int) {
        m_lostQuestions = 0; // this one was answered
        return m_pauses(m_questions++);
    });
    connect(m_job, &BatchJob::queued, this, &BatchCall::noteQueued);
    connect(m_job, &BatchJob::running, this, &BatchCall::running);
    connect(m_job, &Job::finished, this, &BatchCall::concludeTry);
}

void BatchCall::admit(const std::function<void(Result<std::optional<HttpReply>>)>& answered)
{
    const auto go = [this, answered](const auto& admitted) {
        if (!admitted)
            return answered(admitted.error());
        m_ticket->noteSent();
        m_isSent = true;
        answered(std::optional<HttpReply>());
    };
    if (m_ticket->isAdmitted()) // another try
        m_ticket->admitAgain(go);
    else
        m_ticket->admit(go);
}

void BatchCall::noteQueued(const QString& requestId)
{
    m_requestId = requestId;
    m_ticket->leaveQueue();
    emit queued(requestId);
}

void BatchCall::concludeTry()
{
    const Result<BatchReply> result = m_job->result();
    const CallFate fate = m_job->fate();
    m_job = nullptr;
    if (result)
        succeed(*result);
    else if (m_requestId.isEmpty())
        concludeSending(result.error(), fate);
    else
        concludeQuestion(result.error(), fate.facts);
}

void BatchCall::concludeSending(const Error& error, const CallFate& fate)
{
    if (!m_ticket->isAdmitted() || fate.mayHaveRun)
        return fail(error, fate.facts, fate.mayHaveRun);
    m_isSent = false;
    const auto pause = m_ticket->pauseAfter(error);
    if (m_ticket->parkAfter(error))
        return ask();
    if (pause)
        return m_pause.start(*pause);
    fail(error, fate.facts, false);
}

// A lost question costs nothing and changes nothing: the batch is asked for again.
void BatchCall::concludeQuestion(const Error& error, const ServiceFacts& facts)
{
    const auto pause =
        RetryPolicy::pauseAfter(error, ++m_lostQuestions, QRandomGenerator::global()->generateDouble());
    m_ticket->hear(error, pause, m_door.utcNow());
    if (!pause)
        return fail(error, facts, true);
    m_pause.start(std::max(*pause, m_pauses(m_questions++)));
}

void BatchCall::fail(Error error, const ServiceFacts& facts, bool mayBeBilled)
{
    m_mayStillBeBilled = mayBeBilled;
    m_cost = m_ticket->settle(facts, {}, false, mayBeBilled, &error);
    if (mayBeBilled)
        error.message += u' ' + billingNotice();
    finishWith(std::move(error));
}

QString BatchCall::billingNotice() const
{
    if (!m_mayStillBeBilled)
        return {};
    return tr("The service may still run the batch and bill it: a queued batch cannot be stopped.");
}

void BatchCall::succeed(const BatchReply& reply)
{
    const BatchDone all = batchDone(m_request, reply, m_model);
    const std::optional<Error> refused = quotaErrorIn(reply);
    if (refused)
        m_ticket->hear(*refused, {}, m_door.utcNow());
    m_cost = m_ticket->settle(all.facts, all.done.work, all.done.isExact, all.isBilled,
                              refused ? &*refused : nullptr);
    finishWith(TaskOutcome<BatchReply>{reply, m_cost});
}

void BatchCall::abort()
{
    m_pause.stop();
    if (m_job) {
        m_job->disconnect(this);
        delete m_job.data();
    }
    m_mayStillBeBilled = m_isSent;
    const Error canceled = Error::of(ErrorKind::Canceled);
    m_cost = m_ticket->settle({}, {}, false, m_isSent, &canceled);
}

namespace {

BatchCall* batchCall(Workbench& workbench, const BatchRequest& request, const CallOptions& options,
                     QObject* context)
{
    const Model model = workbench.modelOf(request.model);
    const QString task = model.task.isEmpty() ? QStringLiteral("Text Generation") : model.task;
    const QList<BatchInput> inputs = inputsOf(request);
    CallTerms terms = workbench.terms(task, model, options, expectedWork(inputs, model));
    terms.most = std::max(workbench.priceOf(model, mostWork(inputs, model)), terms.estimate);
    terms.least = terms.most;
    return new BatchCall(workbench.door(), std::move(terms), model, request, context);
}

} // namespace

BatchCall* run(Workbench& workbench, const BatchRequest& request, const CallOptions& options,
               QObject* context)
{
    BatchCall* call = batchCall(workbench, request, options, context);
    workbench.offerReplay(call->ticket(), replayOf(request, options));
    return call;
}

BatchCall* resume(Workbench& workbench, const QueuedBatch& batch, const CallOptions& options,
                  QObject* context)
{
    BatchCall* call = batchCall(workbench, batch.request, options, context);
    call->takeOver(batch);
    return call;
}

} // namespace orangery
