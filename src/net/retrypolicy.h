// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <chrono>
#include <optional>

namespace orangery {

/// When to ask again, from the retry class of the error's kind (core/errortable.h): at most three tries,
/// exponential from 1 s with ±25 % jitter, or exactly what Retry-After says (API.md §19). Pure: no timer, no
/// clock.
class RetryPolicy
{
public:
    static constexpr int maxTries = 3;

    /// The pause before the next try after `tries` have failed with `error`; nothing: do not ask again, which
    /// is also the answer to a Retry-After of more than a minute. `jitter` is in 0 … 1.
    static std::optional<std::chrono::milliseconds> pauseAfter(const Error& error, int tries, double jitter);
};

} // namespace orangery
