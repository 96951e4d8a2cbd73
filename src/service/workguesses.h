// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"

#include <initializer_list>

/// What is taken for amounts that a request does not tell.
namespace orangery::workguesses {

constexpr double spokenPerSecond = 14; ///< characters
constexpr int pictureTokens = 600;     ///< that a vision model makes of a picture, about

/// Seconds in audio whose length nobody measured: at the rate of speech as it is recorded for the service.
constexpr double usualSeconds(qsizetype bytes)
{
    return double(bytes) / 16'000;
}
/// The same at worst: speech at 32 kbit/s.
constexpr double mostSeconds(qsizetype bytes)
{
    return double(bytes) / 4000;
}

/// The model's default of the first of these parameters that it has.
inline int standard(const Model& model, std::initializer_list<QStringView> names, int fallback)
{
    for (const QStringView name : names) {
        const Parameter* parameter = model.parameters.find(name);
        if (parameter && parameter->standard.isValid())
            return parameter->standard.toInt();
    }
    return fallback;
}

} // namespace orangery::workguesses
