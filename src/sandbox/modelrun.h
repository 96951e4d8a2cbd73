// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/fault.h"
#include "sandbox/state.h"

namespace orangery::sandbox {

/// `POST …/ai/run/{model}`: who may run it, then the model's task. API.md §2.
Reply runModel(const ServerRequest& request, const QString& modelId, State& state, const Fault& fault);

/// Why this account may not run the model now. `model` is what the catalog has for `id`, or null.
std::optional<Failure> accessFailure(const QString& id, const Model* model, const State& state);

/// 3040, when the fault `busy` meets a request with `options.rejectIfBusy`. API.md §2.
std::optional<Failure> busyFailure(const ServerRequest& request, const Fault& fault);

} // namespace orangery::sandbox
