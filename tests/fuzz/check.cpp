// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/check.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace orangery::fuzz {

namespace {

constexpr qsizetype longestDetail = 16 * 1024;
constexpr std::chrono::seconds longestPause{7LL * 24 * 3600};
constexpr int mostTokens = 1'000'000'000;

} // namespace

void check(bool isTrue, const char* what)
{
    if (isTrue)
        return;
    std::fprintf(stderr, "ERROR: not so: %s\n", what);
    std::abort();
}

qsizetype mostCharacters(qsizetype bytes)
{
    return 16 * bytes + 64;
}

void checkFacts(const ServiceFacts& facts)
{
    check(!facts.neurons || facts.neurons->millionths() >= 0, "neurons are no debt");
    if (!facts.usage)
        return;
    for (const int tokens :
         {facts.usage->promptTokens, facts.usage->completionTokens, facts.usage->cachedTokens})
        check(tokens >= 0 && tokens <= mostTokens, "tokens are a count");
}

void checkError(const Error& error)
{
    check(!error.message.isEmpty(), "an error has a sentence");
    check(error.detail.size() <= longestDetail, "a detail is cut");
    check(error.detail.isValidUtf16(), "a detail is whole characters");
    check(!error.retryAfter || (error.retryAfter->count() >= 0 && *error.retryAfter <= longestPause),
          "a pause is between nothing and a week");
}

void checkInvalid(const Error& error)
{
    checkError(error);
    check(error.kind == ErrorKind::InvalidAnswer, "what cannot be read is an invalid answer");
}

void checkFinite(const std::optional<double>& number)
{
    check(!number || std::isfinite(*number), "a number is finite");
}

} // namespace orangery::fuzz
