// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/reply.h"

#include <QJsonObject>
#include <variant>

namespace orangery::sandbox {

/// The JSON object that a request carries, or why the service would not read it.
std::variant<QJsonObject, Failure> jsonBody(const ServerRequest& request);

} // namespace orangery::sandbox
