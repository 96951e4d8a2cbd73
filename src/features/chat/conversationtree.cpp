// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/conversationtree.h"

#include <algorithm>

namespace orangery {

ConversationTree::ConversationTree(const StoredConversation& conversation)
{
    for (const StoredMessage& message : conversation.messages)
        insert(message);
    m_path = pathThrough(conversation.shownMessageId);
}

void ConversationTree::insert(const StoredMessage& message)
{
    m_messages.insert(message.id, message);
    QList<qint64>& siblings = m_children[message.parentId];
    const auto place = std::ranges::lower_bound(siblings, message.id);
    if (place == siblings.end() || *place != message.id)
        siblings.insert(place, message.id);
}

// Counted, because a damaged file may hold a circle.
QList<StoredMessage> ConversationTree::pathThrough(qint64 messageId) const
{
    QList<StoredMessage> path;
    for (auto up = m_messages.constFind(messageId); up != m_messages.constEnd();
         up = m_messages.constFind(up->parentId)) {
        if (path.size() == m_messages.size())
            return pathThrough(0);
        path.append(*up);
    }
    std::ranges::reverse(path);
    qint64 last = path.isEmpty() ? 0 : messageId;
    while (path.size() < m_messages.size()) {
        const auto next = m_children.constFind(last);
        if (next == m_children.constEnd())
            break;
        last = next->last();
        path.append(m_messages.value(last));
    }
    return path;
}

int ConversationTree::indexOf(qint64 messageId) const
{
    const auto found = std::ranges::find(m_path, messageId, &StoredMessage::id);
    return found == m_path.end() ? -1 : static_cast<int>(found - m_path.begin());
}

Neurons ConversationTree::neurons() const
{
    Neurons sum;
    for (const StoredMessage& message : m_messages)
        sum += message.neurons.value_or(Neurons());
    return sum;
}

const QList<qint64>& ConversationTree::branches(const StoredMessage& message) const
{
    static const QList<qint64> none;
    const auto found = m_children.constFind(message.parentId);
    return found == m_children.constEnd() ? none : *found;
}

int ConversationTree::append(const QList<StoredMessage>& messages)
{
    for (const StoredMessage& message : messages)
        insert(message);
    const qint64 parent = messages.first().parentId;
    const int first = parent == 0 ? 0 : indexOf(parent) + 1;
    if (first == 0 && parent != 0)
        return -1;
    for (const StoredMessage& left : m_path.mid(first)) {
        if (left.id != messages.first().id) // it may be the same one, asked anew
            m_messages.insert(left.id, left);
    }
    m_path.remove(first, m_path.size() - first);
    m_path.append(messages);
    return first;
}

void ConversationTree::update(const StoredMessage& message)
{
    const auto known = m_messages.find(message.id);
    if (known == m_messages.end())
        return;
    *known = message;
    if (const int index = indexOf(message.id); index >= 0)
        m_path[index] = message;
}

int ConversationTree::show(qint64 messageId)
{
    for (const StoredMessage& message : m_path)
        m_messages.insert(message.id, message);
    const QList<StoredMessage> path = pathThrough(messageId);
    const auto fork = std::ranges::mismatch(m_path, path, {}, &StoredMessage::id, &StoredMessage::id);
    if (fork.in1 == m_path.end() && fork.in2 == path.end())
        return -1;
    const auto first = static_cast<int>(fork.in1 - m_path.begin());
    m_path = path;
    return first;
}

} // namespace orangery
