// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/model.h"
#include "sandbox/reply.h"

#include <optional>

namespace orangery::sandbox {

/// What is wrong with the members of a text request, none when nothing is. API.md §3.1 to §3.8.
std::optional<Failure> optionsFailure(const QJsonObject& body, const Model& model);

} // namespace orangery::sandbox
