// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"

#include <QDateTime>

namespace orangery {

/// Free a day for every account and all its models (developers' pricing page, August 2026).
inline constexpr Neurons freeNeuronsPerDay = Neurons::ofMillionths(10'000'000'000);

/// Today's neurons of the current account, as this program knows them.
struct Quota
{
    Neurons booked;
    Neurons reserved; ///< by running calls
    Neurons saved;    ///< by the result cache
    Neurons allowance = freeNeuronsPerDay;
    bool isHardLimit = true;           ///< nothing is sent past the allowance (free plan, or “never pay”)
    bool isExhaustedByService = false; ///< the service said so; other programs used the rest
    bool isKnown = false;              ///< false until the ledger was read
    QDateTime resetsAt;                ///< UTC

    Neurons left() const
    {
        if (isExhaustedByService || booked + reserved >= allowance)
            return {};
        return allowance - booked - reserved;
    }
    bool operator==(const Quota&) const = default;
};

} // namespace orangery
