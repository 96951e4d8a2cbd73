// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parameterset.h"

#include <optional>

/// Limits that the service's documentation names and the schemas of some models leave out.
namespace orangery::publishedlimits {

struct Range
{
    double least = 0;
    double most = 0;
};

/// Of a number of text generation (API.md §3.1); nothing for a name that is not there.
std::optional<Range> rangeOf(QStringView name, bool isChatStyle);
/// Whether the model takes OpenAI's chat body; of a model of which nothing is known that is assumed, because
/// its ranges are the narrower ones.
bool isChatStyle(const ParameterSet& parameters);
/// With the limits that the schema does not name: ranges where there are messages, and how many texts
/// qwen3-embedding takes at once (API.md §6).
ParameterSet completed(const ParameterSet& parameters);

} // namespace orangery::publishedlimits
