// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"

#include <QString>

#include <optional>

namespace orangery {

/// A unit as the catalog words it, understood.
struct PricedUnit
{
    PriceUnit unit;
    double factor; ///< what a price in the catalog's unit is multiplied by to be one in `unit`

    bool operator==(const PricedUnit&) const = default;
};

/// The catalog's and the price page's wordings differ (API.md §5), so this looks for the words that matter.
/// Nothing for a unit that is not known.
std::optional<PricedUnit> pricedUnit(const QString& wording);

/// The unit of that name in resources/catalog/models.json.
std::optional<PriceUnit> priceUnitOfName(const QString& name);
QString priceUnitName(PriceUnit unit);

/// 1,000 neurons cost 0.011 USD (neuron-pricing: the two columns are one price in two units).
double neuronsOfUsd(double usd);

} // namespace orangery
