// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/state.h"

namespace orangery::sandbox {

/// `POST /graphql`: aiInferenceAdaptiveGroups over the sandbox's own ledger, and `__type` for the type names
/// of API.md §18. Without the permission 200 with `data: null` and `errors`.
Reply analytics(const ServerRequest& request, const State& state);

} // namespace orangery::sandbox
