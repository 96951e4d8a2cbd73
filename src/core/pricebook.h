// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/neurons.h"
#include "core/workunits.h"

#include <optional>

namespace orangery {

/// Neurons from the published prices. Published is not always billed: what the service reports wins.
namespace pricebook {

/// The price of a text exchange; nothing when the model's price is unknown. A model that is listed with no
/// price at all is unknown, one with price 0 is free. Cached input tokens cost their own price where one
/// exists.
std::optional<Neurons> chat(const Model& model, const TokenUsage& usage);

/// The price of a call of any task by the published table; nothing when the model has no price, or none for
/// what the call is billed by.
std::optional<Neurons> price(const Model& model, const WorkUnits& work);

/// 512×512 tiles that a picture is billed as; a part of one counts whole.
int tiles(QSize size);
/// Megapixels (1024×1024) that a picture is billed as; a part of one counts whole.
int megapixels(QSize size);

/// How many output tokens `rest` still pays for after `inputTokens`; nothing when the price is unknown or 0.
std::optional<int> affordableOutputTokens(const Model& model, int inputTokens, Neurons rest);

} // namespace pricebook

} // namespace orangery
