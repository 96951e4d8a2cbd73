// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"

#include <QHash>
#include <QString>
#include <optional>

namespace orangery {

/// Limits that the user has set beside the day's allowance (U6).
struct SpendingLimits
{
    QHash<QString, Neurons> ofOrigins; ///< a day, by CallOptions::origin: a tab, a gateway's client
    std::optional<Neurons> ofSubject;  ///< for all time, each CallOptions::subject: a conversation

    bool operator==(const SpendingLimits&) const = default;
};

} // namespace orangery
