// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/modelcall.h"

namespace orangery::sandbox {

/// Text generation on `/ai/run/{model}`. API.md §3.
Reply textGeneration(const ModelCall& call);
/// `POST …/ai/v1/chat/completions`. API.md §4.
Reply chatCompletions(const ServerRequest& request, State& state, const Fault& fault);

} // namespace orangery::sandbox
