// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/modelcall.h"

namespace orangery::sandbox {

/// Speech recognition in all its forms on the wire. API.md §8.
Reply transcription(const ModelCall& call);

} // namespace orangery::sandbox
