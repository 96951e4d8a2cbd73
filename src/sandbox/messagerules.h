// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/model.h"
#include "sandbox/reply.h"

#include <optional>

namespace orangery::sandbox {

/// What is wrong with the turns of a conversation: roles, contents, replayed tool calls. API.md §3.1, §3.4.
std::optional<Failure> messagesFailure(const QJsonValue& messages, const Model& model);

} // namespace orangery::sandbox
