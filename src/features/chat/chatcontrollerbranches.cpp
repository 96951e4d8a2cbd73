// SPDX-License-Identifier: GPL-3.0-or-later
// The part of ChatController that leads from one branch of a conversation to another.
#include "features/chat/chatcontroller.h"
#include "features/chat/chatpath.h"
#include "features/chat/draft.h"
#include "storage/conversationstore.h"

namespace orangery {

/// What the next question follows.
QList<StoredMessage> ChatController::pathBefore() const
{
    const int edited = m_tree.indexOf(m_editedId);
    return edited < 0 ? messages() : messages().mid(0, edited);
}

void ChatController::edit(qint64 messageId)
{
    const int index = m_tree.indexOf(messageId);
    const bool isQuestion = index >= 0 && messages().at(index).role == ChatRole::User;
    if (m_isLoading || messageId == m_editedId || (messageId != 0 && !isQuestion))
        return;
    emit leaving();
    m_editedId = messageId;
    emit editingChanged();
    m_drafts.find(draftKey());
}

// A question that was opened and not changed is not kept.
void ChatController::keepDraft(const QString& stored)
{
    const int edited = m_tree.indexOf(m_editedId);
    const bool isUntouched = edited >= 0 && Draft::fromStored(stored).text() == messages().at(edited).text;
    m_drafts.keep(draftKey(), isUntouched ? QString() : stored);
}

void ChatController::show(qint64 messageId)
{
    if (m_isLoading)
        return;
    const int first = m_tree.show(messageId);
    if (first < 0)
        return;
    m_chosen.insert(m_conversationId, messageId);
    if (m_tree.indexOf(m_editedId) < 0)
        edit(0);
    emit pathChanged(first);
    emit streamingChanged(); // what runs may be shown now, or no longer
    m_store.show(m_conversationId, messageId, this, [this](const Result<void>& done) {
        if (!done)
            emit savingFailed(done.error());
    });
}

void ChatController::fork(qint64 messageId, const QString& title)
{
    const int index = m_tree.indexOf(messageId);
    if (index < 0)
        return;
    const ConversationSummary conversation = newConversation(title, model(), now());
    m_store.create(conversation, copyOf(messages().mid(0, index + 1), conversation.id), this,
                   [this, id = conversation.id, from = m_conversationId](const Result<void>& done) {
                       if (!done)
                           return emit failed(done.error());
                       emit listChanged();
                       if (from == m_conversationId)
                           open(id);
                   });
}

} // namespace orangery
