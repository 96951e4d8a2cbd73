// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/fieldrules.h"
#include "sandbox/reply.h"

#include <QJsonObject>
#include <variant>

namespace orangery::sandbox {

/// The JSON object that a request carries, or why the service would not read it.
std::variant<QJsonObject, Failure> jsonBody(const ServerRequest& request);
/// The same, and it keeps the rules; nothing: there are none.
std::variant<QJsonObject, Failure> checkedBody(const ServerRequest& request, const FieldRules* rules);

} // namespace orangery::sandbox
