// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation.h"

#include <QHash>
#include <QList>

namespace orangery {

/// All messages of an open conversation, and the path through them that is shown: from the first message to
/// one that nothing follows.
class ConversationTree
{
public:
    ConversationTree() = default;
    /// The path leads through the message that was shown last, and from there on by the newest branches.
    explicit ConversationTree(const StoredConversation& conversation);

    const QList<StoredMessage>& path() const { return m_path; }
    /// A message of the path may change all but its place in the tree.
    StoredMessage& at(int index) { return m_path[index]; }
    int indexOf(qint64 messageId) const; ///< −1: not on the path

    /// Of all branches, as the list shows it.
    Neurons neurons() const;
    /// What stands in the same place: this message and its other branches, oldest first.
    const QList<qint64>& branches(const StoredMessage& message) const;

    /// `messages` follow one another, and the first of them what is its parent. The path leads through them
    /// if it led through that parent: then their place in it, else −1.
    int append(const QList<StoredMessage>& messages);
    /// Takes a message's new state, wherever it is.
    void update(const StoredMessage& message);
    /// Leads the path through `messageId`. Returns the place where it leaves the old one, −1 if it does not.
    int show(qint64 messageId);

private:
    void insert(const StoredMessage& message);
    QList<StoredMessage> pathThrough(qint64 messageId) const;

    QHash<qint64, StoredMessage> m_messages; ///< those of the path are newer there
    QHash<qint64, QList<qint64>> m_children; ///< by parent, oldest first
    QList<StoredMessage> m_path;
};

} // namespace orangery
