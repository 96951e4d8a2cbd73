// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation.h"
#include "gui/chat/messages/messageitem.h"

namespace orangery {

/// How a stored message is shown.
MessageItem messageItem(const StoredMessage& message);
QList<MessageItem> messageItems(const QList<StoredMessage>& messages);

} // namespace orangery
