// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "service/callticket.h"
#include "service/resultcache.h"
#include "service/work.h"
#include "workersai/apicontext.h"
#include "workersai/callfate.h"
#include "workersai/worker.h"

#include <QPointer>
#include <QTimer>
#include <functional>

namespace orangery {

template <typename Reply>
class ModelJob;

/// What a call of a task came to.
template <typename Reply>
struct TaskOutcome
{
    Reply reply;
    CallCost cost;
};

/// One question to a model through the door: account → cache → queue → budget → send (tried again while that
/// can help and cannot cost twice) → book → cache. Made by Workbench. Canceling or destroying it books what
/// it may have cost.
template <typename Reply>
class TaskCall : public ResultJob<TaskOutcome<Reply>>
{
public:
    /// What the call asks, apart from who asks it.
    struct Question
    {
        std::function<ModelJob<Reply>*(HttpClient&, const ApiContext&, QObject*)> ask;
        std::function<WorkDone(const Reply&)> workOf;
        bool isDeterministic = false; ///< the same request gets the same answer
    };

    TaskCall(Door door, CallTerms terms, Question question, QObject* context);
    ~TaskCall() override;

    /// Known as soon as the call was made; nothing: the price is not known.
    const std::optional<Neurons>& estimate() const { return m_ticket->terms().estimate; }
    /// For its row in the ledger, and its place in the queue.
    const CallTicket& ticket() const { return *m_ticket; }

protected:
    void start() override;
    void abort() override;

private:
    using Answered = std::function<void(Result<std::optional<HttpReply>>)>;

    void ask();
    void pass(const HttpRequest& request, const Answered& answered);
    void admit(const Answered& answered);
    void concludeTry();
    void fail(const Error& error, const CallFate& fate = {});
    void succeed(const Reply& reply, const HttpReply& answer);
    bool usesCache() const;

    Door m_door;
    Question m_question;
    CallTicket* m_ticket;
    ApiContext m_api;
    QTimer m_pause;
    QPointer<QObject> m_job; ///< a ModelJob<Reply>
    Worker<std::optional<ResultCache::Answer>> m_lookUp;
    QByteArray m_cacheKey;
    std::optional<Neurons> m_spared; ///< set: the cache answers
    bool m_isCacheRefused = false;   ///< what it had could not be read
};

} // namespace orangery
