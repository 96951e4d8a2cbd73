// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/taskcall.h"

#include "net/httpclient.h"
#include "service/accounts.h"
#include "workersai/modeljob.h"

#include <QThreadPool>

namespace orangery {

template <typename Reply>
TaskCall<Reply>::TaskCall(Door door, CallTerms terms, Question question, QObject* context)
    : ResultJob<TaskOutcome<Reply>>(context),
      m_door(door),
      m_question(std::move(question)),
      m_ticket(new CallTicket(std::move(door), std::move(terms), this))
{
    m_pause.setSingleShot(true);
    QObject::connect(&m_pause, &QTimer::timeout, this, [this] { ask(); });
}

template <typename Reply>
TaskCall<Reply>::~TaskCall()
{
    if (this->isRunning())
        abort();
}

template <typename Reply>
void TaskCall<Reply>::start()
{
    if (!m_door.accounts || !m_door.client)
        return this->finishWith(Error::of(ErrorKind::Canceled));
    m_door.accounts->resolve(m_ticket->terms().accountUuid, this, [this](const Result<ApiContext>& api) {
        if (!this->isRunning())
            return;
        if (!api)
            return this->finishWith(api.error());
        m_api = *api;
        m_api.callId = m_ticket->inspectedId();
        ask();
    });
}

template <typename Reply>
void TaskCall<Reply>::ask()
{
    if (!m_door.client)
        return fail(Error::of(ErrorKind::Canceled));
    ModelJob<Reply>* job = m_question.ask(*m_door.client, m_api, this);
    m_job = job;
    job->setGate([this](const HttpRequest& request, const Answered& answered) { pass(request, answered); });
    QObject::connect(job, &Job::finished, this, [this] { concludeTry(); });
}

template <typename Reply>
bool TaskCall<Reply>::usesCache() const
{
    return m_door.cache && m_question.isDeterministic && m_ticket->terms().options.usesCache &&
           !m_isCacheRefused;
}

template <typename Reply>
void TaskCall<Reply>::pass(const HttpRequest& request, const Answered& answered)
{
    if (m_ticket->isAdmitted()) { // another try
        return m_ticket->admitAgain([this, answered](const Result<void>& admitted) {
            if (!admitted)
                return answered(admitted.error());
            m_ticket->noteSent();
            answered(std::optional<HttpReply>());
        });
    }
    if (!usesCache())
        return admit(answered);
    m_cacheKey = ResultCache::keyOf(request, m_api.accountId);
    m_lookUp.runElsewhere([cache = m_door.cache, key = m_cacheKey] { return cache->find(key); },
                          [this, answered](const std::optional<ResultCache::Answer>& known) {
                              if (!known)
                                  return admit(answered);
                              m_spared = known->cost;
                              answered(std::optional(known->reply));
                          });
}

template <typename Reply>
void TaskCall<Reply>::admit(const Answered& answered)
{
    m_ticket->admit([this, answered](const Result<Neurons>& held) {
        if (!held)
            return answered(held.error());
        m_ticket->noteSent();
        answered(std::optional<HttpReply>());
    });
}

template <typename Reply>
void TaskCall<Reply>::concludeTry()
{
    auto* job = static_cast<ModelJob<Reply>*>(m_job.data());
    m_job = nullptr;
    const Result<Reply> result = job->result();
    if (result)
        return succeed(*result, job->answer());
    const CallFate fate = job->fate();
    const Error& error = result.error();
    if (m_spared) {
        m_spared.reset();
        m_isCacheRefused = true;
        m_door.cache->forget(m_cacheKey);
        return ask();
    }
    if (!m_ticket->isAdmitted())
        return fail(error);
    if (fate.mayHaveRun)
        return fail(error, fate);
    const auto pause = m_ticket->pauseAfter(error);
    if (m_ticket->parkAfter(error))
        return ask();
    const bool hasBytes = error.httpStatus >= 200 && error.httpStatus < 300;
    if (pause && !hasBytes)
        return m_pause.start(*pause);
    fail(error, fate);
}

template <typename Reply>
void TaskCall<Reply>::fail(const Error& error, const CallFate& fate)
{
    WorkUnits work;
    if (fate.mayHaveRun)
        work = m_ticket->terms().expected;
    const bool isCounted = fate.facts.usage && work.tokens != TokenUsage();
    if (isCounted)
        work.tokens = *fate.facts.usage;
    const CallCost cost = m_ticket->settle(fate.facts, work, isCounted, fate.mayHaveRun, &error);
    this->finishWith(fate.mayHaveRun ? withBill(error, cost) : error);
}

template <typename Reply>
void TaskCall<Reply>::succeed(const Reply& reply, const HttpReply& answer)
{
    if (m_spared) {
        const CallCost cost = m_ticket->settleCached(*m_spared);
        return this->finishWith(TaskOutcome<Reply>{reply, cost});
    }
    const WorkDone done = m_question.workOf(reply);
    const CallCost cost = m_ticket->settle(reply, done.work, done.isExact, true, nullptr);
    if (usesCache()) {
        ResultCache::Answer kept;
        kept.reply.head.status = answer.head.status;
        kept.reply.head.headers = {{"content-type", answer.head.header("content-type")}};
        kept.reply.body = answer.body;
        kept.cost = cost.neurons;
        QThreadPool::globalInstance()->start(
            [cache = m_door.cache, key = m_cacheKey, kept] { cache->keep(key, kept); });
    }
    this->finishWith(TaskOutcome<Reply>{reply, cost});
}

template <typename Reply>
void TaskCall<Reply>::abort()
{
    m_pause.stop();
    m_lookUp.drop();
    if (m_job) {
        m_job->disconnect(this);
        delete m_job.data();
    }
    const Error canceled = Error::of(ErrorKind::Canceled);
    m_ticket->settle({}, m_ticket->terms().expected, false, false, &canceled);
}

template class TaskCall<ClassificationReply>;
template class TaskCall<ConversionReply>;
template class TaskCall<EmbeddingReply>;
template class TaskCall<ImageReply>;
template class TaskCall<ImageTextReply>;
template class TaskCall<RerankReply>;
template class TaskCall<SpeechReply>;
template class TaskCall<SummaryReply>;
template class TaskCall<TranscriptionReply>;
template class TaskCall<TranslationReply>;

} // namespace orangery
