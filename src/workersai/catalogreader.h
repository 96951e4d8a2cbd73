// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonValue>

#include <optional>

namespace orangery {

/// The catalog in the project's own file format, 1: resources/catalog/models.json, or the copy of the live
/// catalog on disk (writeCatalogFile()). Prices there are in neurons. An entry without an id, a price in an
/// unknown unit, or a parameter of an unknown type is InvalidAnswer: the file is ours.
Result<Catalog> readCatalogFile(const QByteArray& json);

/// The reasoning levels in the service's own object (API.md §5); nothing when it offers no choice.
std::optional<ReasoningEffort> readReasoningEffort(const QJsonValue& value);

} // namespace orangery
