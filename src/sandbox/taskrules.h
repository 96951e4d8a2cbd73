// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/fieldrules.h"
#include "sandbox/model.h"

namespace orangery::sandbox {

/// What the service demands of a body for this model, from API.md §3, §6 and §13. Null for a model whose
/// body is not JSON or not published.
const FieldRules* rulesOf(const Model& model);

/// Texts of one call: 100, or 32 for qwen3-embedding. API.md §6.
constexpr int mostTexts = 100;
constexpr int mostQwenTexts = 32;

} // namespace orangery::sandbox
