// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/fault.h"
#include "sandbox/state.h"

namespace orangery::sandbox {

/// The answer of the service to a request, before any fault of delivery.
Reply route(const ServerRequest& request, State& state, const Fault& fault);

/// Whether a model answers there, so that latency applies.
bool isModelCall(const ServerRequest& request);
bool isControl(const ServerRequest& request);

} // namespace orangery::sandbox
