// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/modelcall.h"

namespace orangery::sandbox {

/// Text to image in all three transports. API.md §7.
Reply imageGeneration(const ModelCall& call);

} // namespace orangery::sandbox
