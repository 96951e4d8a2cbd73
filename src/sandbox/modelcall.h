// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/fault.h"
#include "sandbox/state.h"

namespace orangery::sandbox {

/// A call of a model that this account may run, before its body was looked at.
struct ModelCall
{
    const ServerRequest& request;
    const Model& model;
    State& state;
    const Fault& fault;
};

/// Answers a call: with a refusal, or with an answer made by answerLater().
using Task = Reply (*)(const ModelCall& call);

/// To be called once the request was found good: refuses when the quota is used up, else has `make` called on
/// any thread, so it must hold copies of all it needs. What `make` returns is answered as it is; with a
/// `cost` it is booked and tells its neurons.
Reply answerLater(const ModelCall& call, std::function<Reply()> make);

/// `reply` with what it costs; the model is filled in by answerLater().
Reply priced(Reply reply, double neurons, qint64 inputTokens = 0, qint64 outputTokens = 0);

/// Adds the header and books, if there is a cost; as lost where `fault` keeps it from the client.
void settle(Reply& reply, State& state, const Fault& fault, qint64 milliseconds);

} // namespace orangery::sandbox
