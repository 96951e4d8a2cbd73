// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation.h"
#include "gui/chat/messages/messageitem.h"

namespace orangery {

class ConversationTree;

/// How a stored message is shown, in its place in a conversation.
MessageItem messageItem(const StoredMessage& message, const ConversationTree& tree);

} // namespace orangery
