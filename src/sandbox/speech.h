// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/modelcall.h"

namespace orangery::sandbox {

/// Text to speech. API.md §9.
Reply speech(const ModelCall& call);

} // namespace orangery::sandbox
