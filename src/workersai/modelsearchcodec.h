// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog.h"

#include <QDate>
#include <QJsonObject>

namespace orangery::modelsearchcodec {

/// `known` (the bundled entry, or an empty Model) with everything that this item of models/search says put
/// over it (API.md §5). A model that is there is listed; `today` decides whether its end has passed. The id
/// is empty when the item names no model.
Model decode(const QJsonObject& item, const Model& known, QDate today);

} // namespace orangery::modelsearchcodec
