// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation.h"

#include <QList>

namespace orangery {

/// The path through a conversation's tree that is shown: at each fork the newest branch. `tree` has parents
/// before children.
QList<StoredMessage> newestPath(const QList<StoredMessage>& tree);

/// What of a path is sent: texts of users and assistants; answers that brought nothing are left out.
QList<ChatMessage> sendable(const QList<StoredMessage>& path);

/// The same, followed by a question; an empty one adds nothing.
QList<ChatMessage> withQuestion(const QList<StoredMessage>& path, const QString& text);

/// The model that answered last; empty: none did.
QString lastModel(const QList<StoredMessage>& path);

/// A title from the first line of what was asked, at most 60 characters.
QString titleFrom(const QString& text);

/// A conversation that begins with `firstText`.
ConversationSummary newConversation(const QString& firstText, const QString& model, const QDateTime& utcNow);

} // namespace orangery
