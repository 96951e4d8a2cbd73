// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation.h"

#include <QList>

namespace orangery {

/// What of a path is sent: texts of users and assistants; answers that brought nothing are left out.
QList<ChatMessage> sendable(const QList<StoredMessage>& path);

/// The same, followed by a question; an empty one adds nothing.
QList<ChatMessage> withQuestion(const QList<StoredMessage>& path, const QString& text);

/// The model that answered last; empty: none did.
QString lastModel(const QList<StoredMessage>& path);

/// A title from the first line of what was asked, at most 60 characters.
QString titleFrom(const QString& text);

/// Messages that are not stored yet; an answer is still to come.
StoredMessage newQuestion(qint64 conversationId, qint64 parentId, const QString& text,
                          const QDateTime& utcNow);
StoredMessage newAnswer(qint64 conversationId, qint64 parentId, const QString& model,
                        const QDateTime& utcNow);

/// A conversation that is not stored yet.
ConversationSummary newConversation(const QString& title, const QString& model, const QDateTime& utcNow);

/// `path` again, with ids of its own. What was paid for it stays with the original.
QList<StoredMessage> copyOf(const QList<StoredMessage>& path, qint64 conversationId);

} // namespace orangery
