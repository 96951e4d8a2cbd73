// SPDX-License-Identifier: GPL-3.0-or-later
// The half of ChatController that sends: saved first, then asked.
#include "core/ids.h"
#include "features/chat/chatcontroller.h"
#include "features/chat/chatpath.h"
#include "service/chatcall.h"
#include "service/workbench.h"
#include "storage/conversationstore.h"

namespace orangery {

bool ChatController::send(const QString& text)
{
    if (text.trimmed().isEmpty() || isBusy())
        return false;
    std::optional<ChatPlanner::Plan> planned = plan(withQuestion(m_path, text));
    if (!planned)
        return true;
    const bool isNew = m_conversationId == 0;
    const ConversationSummary conversation =
        newConversation(text, planned->request.model, m_workbench.clock().local().utcNow());
    const qint64 id = isNew ? conversation.id : m_conversationId;
    planned->request.sessionAffinity = QString::number(id);
    StoredMessage question = newMessage(ChatRole::User, id, m_path.isEmpty() ? 0 : m_path.last().id);
    question.text = text;
    const StoredMessage answer = newAnswer(id, question.id, planned->request.model);
    m_sending.insert(id);
    m_conversationId = id;
    const auto conclude = [this, isNew, question, answer, plan = *planned](const Result<void>& done) {
        if (!done && isNew && m_conversationId == question.conversationId)
            m_conversationId = 0;
        if (!takeStored({question, answer}, done))
            return;
        m_drafts.clear(0, question.text);
        m_drafts.clear(question.conversationId, question.text);
        emit accepted(question.conversationId, question.text);
        emit leftOutOfContext(plan.leftOut);
        run(plan.request, answer, RunningAnswer::Kind::Fresh);
    };
    const auto append = [this, question, answer, conclude](const Result<void>& created) {
        if (!created)
            return conclude(created);
        m_store.append({question, answer}, this, conclude);
    };
    if (isNew)
        m_store.create(conversation, this, append);
    else
        append({});
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
    if (id == m_conversationId && m_isLoading) {
        load(); // the one under way may have read too early
    } else if (id == m_conversationId && indexOf(messages.first().id) < 0) {
        const int first = static_cast<int>(m_path.size());
        m_path.append(messages);
        emit messagesAppended(first);
    }
    emit listChanged();
    return true;
}

void ChatController::retry(qint64 messageId)
{
    const int index = indexOf(messageId);
    if (index < 1 || isBusy())
        return;
    const std::optional<ChatPlanner::Plan> planned = plan(sendable(m_path.mid(0, index)));
    if (!planned)
        return;
    const StoredMessage old = m_path[index];
    StoredMessage answer = newAnswer(m_conversationId, old.parentId, planned->request.model);
    const bool isEmpty = old.text.isEmpty() && old.reasoning.isEmpty();
    if (isEmpty)
        answer.id = old.id;
    m_sending.insert(m_conversationId);
    const auto conclude = [this, old, answer, plan = *planned](const Result<void>& done) {
        if (const int at = indexOf(old.id); done && at >= 0) {
            m_path.remove(at, m_path.size() - at);
            emit messagesRemoved(at);
        }
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
    const int index = indexOf(messageId);
    if (index < 0 || isBusy())
        return;
    QList<ChatMessage> messages = sendable(m_path.mid(0, index + 1));
    messages.append(continueInstruction());
    const std::optional<ChatPlanner::Plan> planned = plan(messages);
    if (!planned)
        return;
    StoredMessage& answer = m_path[index];
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

StoredMessage ChatController::newMessage(ChatRole role, qint64 conversationId, qint64 parentId) const
{
    StoredMessage message;
    message.id = newId();
    message.conversationId = conversationId;
    message.parentId = parentId;
    message.role = role;
    message.createdAt = m_workbench.clock().local().utcNow();
    return message;
}

StoredMessage ChatController::newAnswer(qint64 conversationId, qint64 parentId, const QString& model) const
{
    StoredMessage answer = newMessage(ChatRole::Assistant, conversationId, parentId);
    answer.model = model;
    answer.state = StoredMessage::State::Streaming;
    return answer;
}

// The service takes one certain prompt for the consent. Once: each is paid for.
void ChatController::acceptLicence(const QString& model)
{
    if (m_consenting.contains(model))
        return;
    m_consenting.insert(model);
    const ChatRequest consent{.model = model, .prompt = QStringLiteral("agree"), .stream = false};
    ChatCall* call = m_workbench.chat(consent, {.origin = QStringLiteral("chat"), .usesCache = false}, this);
    connect(call, &Job::finished, this, [this, call, model, conversationId = m_conversationId] {
        m_consenting.remove(model);
        if (call->result())
            emit licenceAccepted(model, conversationId);
        else
            emit failed(call->result().error());
    });
}

} // namespace orangery
