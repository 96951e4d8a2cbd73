// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/fault.h"
#include "sandbox/state.h"

namespace orangery::sandbox {

/// `POST …/ai/run/{model}`: checks, answers, and books the neurons. API.md §2 and §3.
Reply runModel(const ServerRequest& request, const QString& modelId, State& state, const Fault& fault);
/// `POST …/ai/v1/chat/completions`. API.md §4.
Reply chatCompletions(const ServerRequest& request, State& state, const Fault& fault);

} // namespace orangery::sandbox
