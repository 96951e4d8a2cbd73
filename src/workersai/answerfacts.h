// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/servicefacts.h"
#include "net/httprequest.h"

#include <QJsonValue>

/// What an answer says about its call, beside the answer itself (API.md §2, §3.2).
namespace orangery::answerfacts {

/// Reads a `usage` object into `facts`; what it does not name stays. Both the chat and the Responses names.
void readUsage(const QJsonValue& usage, ServiceFacts& facts);
/// A count of neurons as the service reports it, as number or decimal text; nothing for what is no amount.
std::optional<Neurons> neurons(const QJsonValue& value);
/// Status, request id and, where the head reports them, the neurons: those win over a body's.
void readHead(const HttpHead& head, ServiceFacts& facts);

} // namespace orangery::answerfacts
