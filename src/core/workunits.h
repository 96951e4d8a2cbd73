// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/servicefacts.h"

#include <QList>
#include <QSize>

namespace orangery {

/// What a call is billed by: an amount of everything that some model has a price for. What does not apply is
/// zero or empty.
struct WorkUnits
{
    TokenUsage tokens = {};
    int steps = 0;
    QSize size = {};               ///< pixels of the picture that is made
    QList<QSize> inputImages = {}; ///< pixels of the pictures that are given
    int looks = 0;                 ///< pictures that are classified
    double audioSeconds = 0;       ///< heard or spoken
    bool isRealtime = false;       ///< over a WebSocket
    int characters = 0;            ///< spoken

    /// The same amounts as one short text, for the ledger; two calls with equal texts cost the same.
    /// Empty where nothing applies.
    QString text() const;

    bool operator==(const WorkUnits&) const = default;
};

} // namespace orangery
