// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/modelcall.h"

namespace orangery::sandbox {

/// bart-large-cnn: the first sentences that fit into `max_length` tokens. API.md §14.
Reply summary(const ModelCall& call);

} // namespace orangery::sandbox
