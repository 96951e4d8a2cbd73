// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/state.h"

namespace orangery::sandbox {

/// What lies under `/__sandbox`, for tests; no token is needed:
/// - `POST /faults {"fault": "cut:3", "count": 1, "path": "/ai/run"}` arms (count below 1: until cleared),
///   `DELETE /faults` clears, `GET /faults` lists the names with their meaning
/// - `GET /state` → {requests, faults, quota, booked: {calls, neurons}, now}
/// - `POST /quota {"used": 9999.5, "limit": 10000}`, either member
/// - `POST /clock {"offset": seconds}`, `POST /pace {"latency": ms, "tokensPerSecond": n, "batch": ms}`
/// - `POST /neurons {"omitEvery": 3}`: every third answer tells no neurons; 0: all tell them
/// - `POST /analytics {"allowed": false}`: the token loses Account Analytics
/// - `POST /reset`
Reply control(const ServerRequest& request, State& state);

} // namespace orangery::sandbox
