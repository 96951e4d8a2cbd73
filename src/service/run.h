// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/tasks.h"
#include "service/workbench.h"

#include <algorithm>

namespace orangery {

/// The same of another model; empty where there is no choice.
template <typename Request>
Inspector::Replay replayOf(const Request& request, const CallOptions& options);

/// A call of any task but text generation (core/tasks/), through the workbench's door, for the current
/// account.
template <typename Request>
TaskCall<typename Task<Request>::Reply>* run(Workbench& workbench, const Request& request,
                                             const CallOptions& options, QObject* context)
{
    using Reply = typename Task<Request>::Reply;
    const Model model = workbench.modelOf(modelIdOf(request));
    typename TaskCall<Reply>::Question question;
    question.ask = [model, request](HttpClient& client, const ApiContext& api, QObject* caller) {
        return Task<Request>::ask(client, api, model, request, caller);
    };
    question.workOf = [model, request](const Reply& reply) { return workDone(request, reply, model); };
    question.isDeterministic = Task<Request>::isDeterministic(request);
    // one request type may serve several of the service's tasks
    const QString task = model.task.isEmpty() ? Task<Request>::name() : model.task;
    CallTerms terms = workbench.terms(task, model, options, expectedWork(request, model));
    terms.most = std::max(workbench.priceOf(model, mostWork(request, model)), terms.estimate);
    terms.least = terms.most; // such a call cannot be told to come to less
    auto* call = new TaskCall<Reply>(workbench.door(), std::move(terms), std::move(question), context);
    workbench.offerReplay(call->ticket(), replayOf(request, options));
    return call;
}

template <typename Request>
Inspector::Replay replayOf(const Request& request, const CallOptions& options)
{
    if constexpr (requires { request.model; }) {
        return [request, options](Workbench& workbench, const QString& model, QObject* context,
                                  const Inspector::Done& done) {
            Request other = request;
            other.model = model;
            auto* call = run(workbench, other, replayOptions(options), context);
            QObject::connect(call, &Job::finished, context,
                             [call, done] { done(call->result() ? nullptr : &call->result().error()); });
        };
    }
    return {}; // the service chooses the model
}

/// What it will cost; nothing while the model's price is not known.
template <typename Request>
std::optional<Neurons> estimate(const Workbench& workbench, const Request& request)
{
    const Model model = workbench.modelOf(modelIdOf(request));
    return workbench.priceOf(model, expectedWork(request, model));
}

} // namespace orangery
