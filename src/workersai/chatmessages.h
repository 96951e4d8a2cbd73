// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/chat.h"
#include "workersai/modelquirks.h"

#include <QJsonArray>

namespace orangery::chatmessages {

/// The turns as `messages` (API.md §3.1, §3.4, §3.6). A text is a string, a turn with pictures a list of
/// parts with data URIs; a system turn without text is left out. Calls are replayed in OpenAI's spelling,
/// which every model reads, with arguments that are valid JSON and ids that pair them with their results:
/// where the model gave no ids, they are made from the place in the conversation, so that the prefix stays
/// the same.
QJsonArray encode(const QList<ChatMessage>& messages, const ModelQuirks& quirks);

} // namespace orangery::chatmessages
