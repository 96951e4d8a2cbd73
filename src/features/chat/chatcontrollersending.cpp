// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ChatController that sends: saved first, then asked.
#include "features/chat/chatcontroller.h"
#include "features/chat/chatpath.h"
#include "service/workbench.h"
#include "storage/conversationstore.h"

namespace orangery {

bool ChatController::send(const QString& text)
{
    if (text.trimmed().isEmpty() || isBusy())
        return false;
    const QList<StoredMessage> before = pathBefore();
    std::optional<ChatPlanner::Plan> planned = plan(withQuestion(before, text));
    if (!planned)
        return true;
    const bool isNew = m_conversationId == 0;
    const ConversationSummary conversation = newConversation(titleFrom(text), planned->request.model, now());
    const qint64 id = isNew ? conversation.id : m_conversationId;
    planned->request.sessionAffinity = QString::number(id);
    const StoredMessage question = newQuestion(id, before.isEmpty() ? 0 : before.last().id, text, now());
    const StoredMessage answer = newAnswer(id, question.id, planned->request.model, now());
    m_sending.insert(id);
    m_conversationId = id;
    const auto conclude = [this, isNew, edited = m_editedId, question, answer,
                           plan = *planned](const Result<void>& done) {
        if (!done && isNew && m_conversationId == question.conversationId)
            m_conversationId = 0;
        if (!takeStored({question, answer}, done))
            return;
        for (const qint64 key : {qint64(0), question.conversationId, edited})
            m_drafts.clear(key, question.text);
        emit accepted(question.conversationId, question.text);
        if (edited != 0 && edited == m_editedId)
            edit(0);
        emit leftOutOfContext(plan.leftOut);
        run(plan.request, answer, RunningAnswer::Kind::Fresh);
    };
    if (isNew)
        m_store.create(conversation, {question, answer}, this, conclude);
    else
        m_store.append({question, answer}, this, conclude);
    return true;
}

/// What was saved in order to be sent. False: it is not to be sent, for it could not be saved or was
/// abandoned.
bool ChatController::takeStored(const QList<StoredMessage>& messages, const Result<void>& done)
{
    const qint64 id = messages.first().conversationId;
    const bool isWanted = m_sending.remove(id);
    if (!done) {
        emit failed(done.error());
        return false;
    }
    if (!isWanted) {
        StoredMessage answer = messages.last();
        answer.state = StoredMessage::State::Stopped;
        m_store.update(answer, nullptr, {});
        return false;
    }
    m_chosen.remove(id);
    if (id == m_conversationId && m_isLoading) {
        load(); // the one under way may have read too early
    } else if (id == m_conversationId) {
        if (const int first = m_tree.append(messages); first >= 0)
            emit pathChanged(first);
    }
    emit listChanged();
    return true;
}

void ChatController::retry(qint64 messageId)
{
    const int index = m_tree.indexOf(messageId);
    if (index < 1 || isBusy())
        return;
    const std::optional<ChatPlanner::Plan> planned = plan(sendable(messages().mid(0, index)));
    if (!planned)
        return;
    const StoredMessage old = messages().at(index);
    StoredMessage answer = newAnswer(m_conversationId, old.parentId, planned->request.model, now());
    const bool isEmpty = old.text.isEmpty() && old.reasoning.isEmpty();
    if (isEmpty)
        answer.id = old.id;
    m_sending.insert(m_conversationId);
    const auto conclude = [this, answer, plan = *planned](const Result<void>& done) {
        if (!takeStored({answer}, done))
            return;
        emit leftOutOfContext(plan.leftOut);
        run(plan.request, answer, RunningAnswer::Kind::Fresh);
    };
    if (isEmpty)
        m_store.update(answer, this, conclude);
    else
        m_store.append({answer}, this, conclude);
}

void ChatController::continueAnswer(qint64 messageId)
{
    const int index = m_tree.indexOf(messageId);
    if (index < 0 || isBusy())
        return;
    QList<ChatMessage> asked = sendable(messages().mid(0, index + 1));
    asked.append(continueInstruction());
    const std::optional<ChatPlanner::Plan> planned = plan(asked);
    if (!planned)
        return;
    StoredMessage& answer = m_tree.at(index);
    answer.state = StoredMessage::State::Streaming;
    answer.finishReason = FinishReason::Unknown;
    answer.errorKind.clear();
    emit messageChanged(index);
    m_store.update(answer, nullptr, {});
    run(planned->request, answer, RunningAnswer::Kind::Continuation);
}

/// Nothing when it cannot be sent; failed() has said why.
std::optional<ChatPlanner::Plan> ChatController::plan(const QList<ChatMessage>& messages)
{
    if (const std::optional<Error>& problem = m_workbench.storageProblem()) {
        emit failed(*problem);
        return std::nullopt;
    }
    Result<ChatPlanner::Plan> planned = m_planner.plan(messages, m_conversationId);
    if (!planned) {
        emit failed(planned.error());
        return std::nullopt;
    }
    return *std::move(planned);
}

} // namespace orangery
