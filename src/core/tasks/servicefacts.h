// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"

#include <QString>
#include <optional>

namespace orangery {

struct TokenUsage
{
    int promptTokens = 0;
    int completionTokens = 0;
    int cachedTokens = 0; ///< the part of promptTokens that was cached

    bool operator==(const TokenUsage&) const = default;
};

/// What the service says about a call beside its answer. Every task's reply begins with it.
struct ServiceFacts
{
    std::optional<TokenUsage> usage; ///< as the service reported it
    std::optional<Neurons> neurons;  ///< as the service reported it (API.md §2): header, else usage.neurons
    bool isNeuronsInHead = false;    ///< of the answer, not only in its body
    int httpStatus = 0;
    QString rayId; ///< the service's request id, for its support

    bool operator==(const ServiceFacts&) const = default;
};

} // namespace orangery
