// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpexchange.h"
#include "service/inspectedcall.h"

namespace orangery {

/// Both sides of an exchange, to read. A binary body is named by its size; a line of more than a few thousand
/// characters is cut with a note, because text views lay a line out as a whole.
InspectedTexts inspectedTexts(const HttpExchange& exchange);

} // namespace orangery
