// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/fieldrules.h"
#include "sandbox/model.h"

namespace orangery::sandbox {

/// The published members and ranges of models for pictures and sound, API.md §7 to §9 and §14. Null for what
/// takes no JSON or has no published schema.
const FieldRules* mediaRulesOf(const Model& model);

} // namespace orangery::sandbox
