// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"

#include <optional>

namespace orangery {

/// How many requests a minute the service takes of one account.
struct RateLimit
{
    int perMinute = 0;
    bool isOfModel = false; ///< else of the whole task

    bool operator==(const RateLimit&) const = default;
};

/// The limit for this task and model (resources/catalog/limits.json). Nothing where none is published.
std::optional<RateLimit> rateLimitOf(const QString& task, const Model& model);

} // namespace orangery
