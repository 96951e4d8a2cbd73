// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/state.h"

namespace orangery::sandbox {

/// `GET …/ai/models/schema?model=<id>`: what the sandbox checks a body by, as JSON Schema. API.md §5.
Reply modelSchema(const QUrlQuery& query, const State& state);

} // namespace orangery::sandbox
