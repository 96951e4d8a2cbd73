// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/chat.h"

#include <QJsonObject>
#include <QJsonValue>

#include <optional>

namespace orangery::chatfields {

/// The text in a value that should be a string and is not always: numbers and objects become text, a list of
/// parts is joined (API.md §3.2, §3.3).
QString text(const QJsonValue& value);
/// The reasoning in a message or delta; two names are in use (API.md §3.7).
QString reasoning(const QJsonObject& message);
/// Nothing when the value names none.
std::optional<FinishReason> finishReason(const QJsonValue& value);

} // namespace orangery::chatfields
