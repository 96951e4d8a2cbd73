// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/modelcall.h"

namespace orangery::sandbox {

/// m2m100 (one text, ISO codes) and indictrans2 (one or many, FLORES codes). API.md §13.
Reply translation(const ModelCall& call);

} // namespace orangery::sandbox
