// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/modelcall.h"

namespace orangery::sandbox {

/// moondream3.1: query, caption, point and detect; the first two as an event stream unless told otherwise.
/// What its events look like is not published: here each carries the next piece of `answer` or `caption`,
/// the last one `finish_reason` and `metrics`. Coordinates are parts of the picture's sides. API.md §14.
Reply moondream(const ModelCall& call);

} // namespace orangery::sandbox
