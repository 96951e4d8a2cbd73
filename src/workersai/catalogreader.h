// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonValue>

#include <optional>

namespace orangery {

/// The catalog in the project's own file format (resources/catalog/models.json, format 1). Prices there are
/// in neurons. An entry without an id, or a price in an unknown unit, is InvalidAnswer: the file is ours.
Result<Catalog> readCatalogFile(const QByteArray& json);

/// The reasoning levels in the service's own object (API.md §5); nothing when it offers no choice.
std::optional<ReasoningEffort> readReasoningEffort(const QJsonValue& value);

} // namespace orangery
