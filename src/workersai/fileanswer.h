// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/servicefacts.h"
#include "net/httprequest.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

/// Files in JSON, as models answer with pictures and speech (API.md §7, §9). An answer may hold tens of
/// megabytes, so nothing is parsed or copied but what is needed.
namespace orangery::fileanswer {

/// The bytes of the base64 text in the member `name` of `result`, or of the answer itself, or in the text
/// that `result` is; a data URI is base64 with a head. Nothing where there is none, or it is no base64 in
/// whole groups of four. What the answer says of its usage goes into `facts`.
std::optional<QByteArray> read(const QByteArray& json, QByteArrayView name, ServiceFacts& facts);

} // namespace orangery::fileanswer
