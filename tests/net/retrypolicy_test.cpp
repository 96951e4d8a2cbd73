// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retrypolicy.h"

#include "core/errortable.h"

#include <gtest/gtest.h>

#include <set>

namespace orangery {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using Pause = std::optional<milliseconds>;

struct Row
{
    ErrorKind kind;
    int tries;
    double jitter;
    std::optional<seconds> retryAfter;
    Pause pause;
};

TEST(RetryPolicy, Table)
{
    const Row rows[] = {
        // exponential, ±25 %
        {ErrorKind::Busy, 1, 0.5, {}, milliseconds(1000)},
        {ErrorKind::Busy, 2, 0.5, {}, milliseconds(2000)},
        {ErrorKind::Busy, 1, 0.0, {}, milliseconds(750)},
        {ErrorKind::Busy, 1, 1.0, {}, milliseconds(1250)},
        {ErrorKind::Busy, 2, 0.0, {}, milliseconds(1500)},
        {ErrorKind::Busy, 2, 1.0, {}, milliseconds(2500)},
        // at most three tries
        {ErrorKind::Busy, 3, 0.5, {}, {}},
        {ErrorKind::Busy, 99, 0.5, {}, {}},
        {ErrorKind::Busy, 3, 0.5, seconds(1), {}},
        // nonsense in, sense out
        {ErrorKind::Busy, 0, 0.5, {}, milliseconds(1000)},
        {ErrorKind::Busy, -5, 0.5, {}, milliseconds(1000)},
        {ErrorKind::Busy, 1, -3, {}, milliseconds(750)},
        {ErrorKind::Busy, 1, 7, {}, milliseconds(1250)},
        // Retry-After is kept to the letter, up to a minute
        {ErrorKind::RateLimited, 1, 0.5, seconds(7), milliseconds(7000)},
        {ErrorKind::RateLimited, 2, 1.0, seconds(7), milliseconds(7000)},
        {ErrorKind::RateLimited, 1, 0.5, seconds(0), milliseconds(0)},
        {ErrorKind::RateLimited, 1, 0.5, seconds(-4), milliseconds(0)},
        {ErrorKind::RateLimited, 1, 0.5, seconds(60), milliseconds(60000)},
        {ErrorKind::RateLimited, 1, 0.5, seconds(61), {}},
        {ErrorKind::ServiceFailed, 1, 0.5, seconds::max(), {}},
        // only what can pass by itself
        {ErrorKind::QuotaExhausted, 1, 0.5, {}, {}},
        {ErrorKind::QuotaExhausted, 1, 0.5, seconds(1), {}},
        {ErrorKind::Canceled, 1, 0.5, {}, {}},
        {ErrorKind::TokenRefused, 1, 0.5, seconds(1), {}},
    };
    for (const Row& row : rows) {
        Error error = Error::of(row.kind);
        error.retryAfter = row.retryAfter;
        const Pause pause = RetryPolicy::pauseAfter(error, row.tries, row.jitter);
        EXPECT_EQ(pause.has_value(), row.pause.has_value())
            << row.tries << " tries, " << factsOf(row.kind).name;
        EXPECT_EQ(pause, row.pause) << row.tries << " tries, " << factsOf(row.kind).name;
    }
}

TEST(RetryPolicy, AsksAgainExactlyForTheKindsOfTheTable)
{
    // API.md §19: 408, 409, 429 but for the quota, 5xx; and what happens on the way.
    const std::set<ErrorKind> again = {
        ErrorKind::Offline,     ErrorKind::ConnectionLost, ErrorKind::TimedOut,     ErrorKind::Busy,
        ErrorKind::RateLimited, ErrorKind::ServiceFailed,  ErrorKind::StorageLocked};
    for (const ErrorFacts& facts : allErrorFacts()) {
        EXPECT_EQ(RetryPolicy::pauseAfter(Error::of(facts.kind), 1, 0.5).has_value(),
                  again.contains(facts.kind))
            << facts.name;
    }
}

} // namespace
} // namespace orangery
