// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "storage/callrow.h"

#include <optional>

namespace orangery {

/// How many requests a minute the service takes for this task and model (resources/catalog/limits.json).
/// Nothing where no limit is published.
std::optional<Reservation::Rate> rateLimitOf(const QString& task, const Model& model);

} // namespace orangery
