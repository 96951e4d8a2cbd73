// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retrypolicy.h"

#include "core/errortable.h"

#include <algorithm>

namespace orangery {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds firstPause{1000};
constexpr std::chrono::seconds longestRetryAfter{60};

} // namespace

std::optional<milliseconds> RetryPolicy::pauseAfter(const Error& error, int tries, double jitter)
{
    if (factsOf(error.kind).retry != RetryClass::AfterPause || tries >= maxTries)
        return std::nullopt;
    if (error.retryAfter) {
        if (*error.retryAfter > longestRetryAfter)
            return std::nullopt;
        return std::max(milliseconds(*error.retryAfter), milliseconds(0));
    }
    const double factor = 0.75 + 0.5 * std::clamp(jitter, 0.0, 1.0);
    const milliseconds pause = firstPause * (1 << (std::max(tries, 1) - 1));
    return milliseconds(static_cast<milliseconds::rep>(static_cast<double>(pause.count()) * factor));
}

} // namespace orangery
