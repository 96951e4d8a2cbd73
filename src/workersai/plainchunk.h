// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/chat.h"

#include <QByteArrayView>

#include <optional>

namespace orangery {

/// What one event of a chat's stream adds, where it says nothing out of the ordinary.
struct PlainChunk
{
    QString text;
    QString reasoning;
    std::optional<FinishReason> finishReason;
    std::optional<TokenUsage> usage;
};

/// Reads an event of either shape (API.md §3.3) in one pass over its bytes. Nothing for an event that has
/// more to say (an error, calls of tools, neurons, a whole message), that is of no usual form, or no JSON:
/// those few take the way over QJsonDocument, which costs five times as much. What is read here means the
/// same there.
std::optional<PlainChunk> readPlainChunk(QByteArrayView json);

} // namespace orangery
