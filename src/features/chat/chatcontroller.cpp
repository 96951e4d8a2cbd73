// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/chatcontroller.h"

#include "core/ids.h"
#include "features/chat/chatpath.h"
#include "service/workbench.h"
#include "storage/conversationstore.h"

#include <algorithm>

namespace orangery {

ChatController::ChatController(Workbench& workbench, ConversationStore& store, Preferences& preferences,
                               QObject* parent)
    : QObject(parent),
      m_workbench(workbench),
      m_store(store),
      m_planner(workbench, preferences),
      m_drafts(store, preferences)
{
    connect(&m_workbench, &Workbench::catalogChanged, this, &ChatController::modelChanged);
    connect(&m_drafts, &Drafts::failed, this, &ChatController::savingFailed);
    connect(&m_drafts, &Drafts::found, this, [this](qint64 conversationId, const QString& text) {
        if (conversationId == m_conversationId)
            emit draftFound(text);
    });
}

ChatController::~ChatController()
{
    qDeleteAll(m_running);
}

Neurons ChatController::neurons() const
{
    Neurons sum;
    for (const StoredMessage& message : m_path)
        sum += message.neurons.value_or(Neurons());
    return sum;
}

void ChatController::setModel(const QString& id)
{
    m_planner.choose(id);
    emit modelChanged();
}

void ChatController::startNew()
{
    emit leaving();
    m_conversationId = 0;
    show({});
}

void ChatController::open(qint64 conversationId)
{
    if (conversationId == 0)
        return startNew();
    emit leaving();
    m_conversationId = conversationId;
    m_path.clear();
    m_isBusy = true;
    m_store.messages(conversationId, this, [this, conversationId](const Result<QList<StoredMessage>>& tree) {
        if (conversationId != m_conversationId)
            return;
        m_isBusy = false;
        if (!tree)
            return emit failed(tree.error());
        show(*tree);
    });
}

void ChatController::show(const QList<StoredMessage>& tree)
{
    m_path = newestPath(tree);
    // what is in memory is ahead of the disk
    for (StoredMessage& message : m_path) {
        const RunningAnswer* running = m_running.value(m_conversationId);
        if (running && running->message().id == message.id)
            message = running->message();
        else
            message = m_settling.value(message.id, message);
        // nobody writes it any more, whatever a killed program left on disk
        if (!running && message.state == StoredMessage::State::Streaming)
            message.state = StoredMessage::State::Interrupted;
    }
    m_isBusy = false;
    m_planner.adopt(lastModel(m_path));
    emit opened();
    emit modelChanged();
    emit streamingChanged();
    m_drafts.find(m_conversationId);
}

void ChatController::abandon(qint64 conversationId)
{
    if (RunningAnswer* running = m_running.value(conversationId))
        running->stop();
}

bool ChatController::send(const QString& text)
{
    if (text.trimmed().isEmpty() || isStreaming() || m_isBusy)
        return false;
    std::optional<ChatRequest> request = plan(withQuestion(m_path, text));
    if (!request)
        return true;
    const bool isNew = m_conversationId == 0;
    const ConversationSummary conversation =
        newConversation(text, request->model, m_workbench.clock().local().utcNow());
    const qint64 id = isNew ? conversation.id : m_conversationId;
    request->sessionAffinity = QString::number(id);
    StoredMessage question = newMessage(ChatRole::User, id, m_path.isEmpty() ? 0 : m_path.last().id);
    question.text = text;
    StoredMessage answer = newMessage(ChatRole::Assistant, id, question.id);
    answer.model = request->model;
    answer.state = StoredMessage::State::Streaming;
    const auto sendStored = [this, request = *request, answer] {
        emit accepted();
        run(request, answer, RunningAnswer::Kind::Fresh);
    };
    if (!isNew) {
        store({question, answer}, sendStored);
        return true;
    }
    m_isBusy = true;
    m_store.create(conversation, this, [this, question, answer, sendStored](const Result<void>& done) {
        m_isBusy = false;
        if (!done)
            return emit failed(done.error());
        if (m_conversationId == 0)
            m_conversationId = question.conversationId;
        store({question, answer}, sendStored);
    });
    return true;
}

void ChatController::stop()
{
    abandon(m_conversationId);
}

void ChatController::retry(qint64 messageId)
{
    const int index = indexOf(messageId);
    if (index < 1 || isStreaming() || m_isBusy)
        return;
    const std::optional<ChatRequest> request = plan(sendable(m_path.mid(0, index)));
    if (!request)
        return;
    const StoredMessage& old = m_path[index];
    StoredMessage answer = newMessage(ChatRole::Assistant, m_conversationId, old.parentId);
    answer.model = request->model;
    answer.state = StoredMessage::State::Streaming;
    const bool isEmpty = old.text.isEmpty() && old.reasoning.isEmpty();
    if (isEmpty)
        answer.id = old.id;
    m_path.remove(index, m_path.size() - index);
    emit messagesRemoved(index);
    const auto sendStored = [this, request = *request, answer] {
        run(request, answer, RunningAnswer::Kind::Fresh);
    };
    if (!isEmpty)
        return store({answer}, sendStored);
    m_path.append(answer);
    emit messagesAppended(index);
    m_store.update(answer, this, [this, sendStored](const Result<void>& done) {
        if (!done)
            emit savingFailed(done.error());
        sendStored();
    });
}

void ChatController::continueAnswer(qint64 messageId)
{
    const int index = indexOf(messageId);
    if (index < 0 || isStreaming() || m_isBusy)
        return;
    QList<ChatMessage> messages = sendable(m_path.mid(0, index + 1));
    messages.append(continueInstruction());
    const std::optional<ChatRequest> request = plan(messages);
    if (!request)
        return;
    StoredMessage& answer = m_path[index];
    answer.state = StoredMessage::State::Streaming;
    answer.finishReason = FinishReason::Unknown;
    emit messageChanged(index);
    m_store.update(answer, nullptr, {});
    run(*request, answer, RunningAnswer::Kind::Continuation);
}

std::optional<Neurons> ChatController::estimate(const QString& draft) const
{
    return m_planner.estimate(withQuestion(m_path, draft));
}

int ChatController::contextTokens(const QString& draft) const
{
    return m_planner.contextTokens(withQuestion(m_path, draft));
}

/// Nothing when it cannot be sent; failed() has said why.
std::optional<ChatRequest> ChatController::plan(const QList<ChatMessage>& messages)
{
    if (const std::optional<Error>& problem = m_workbench.storageProblem()) {
        emit failed(*problem);
        return std::nullopt;
    }
    const Result<ChatPlanner::Plan> planned = m_planner.plan(messages, m_conversationId);
    if (!planned) {
        emit failed(planned.error());
        return std::nullopt;
    }
    emit leftOutOfContext(planned->leftOut);
    return planned->request;
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

void ChatController::store(const QList<StoredMessage>& messages, std::function<void()> stored)
{
    m_isBusy = true;
    m_store.append(messages, this, [this, messages, stored = std::move(stored)](const Result<void>& done) {
        m_isBusy = false;
        if (!done)
            return emit failed(done.error());
        if (messages.first().conversationId == m_conversationId) {
            const int first = static_cast<int>(m_path.size());
            m_path.append(messages);
            emit messagesAppended(first);
        }
        emit listChanged();
        stored();
    });
}

void ChatController::run(const ChatRequest& request, const StoredMessage& answer, RunningAnswer::Kind kind)
{
    auto* running = new RunningAnswer(m_workbench, m_store, request, answer, kind, this);
    m_running.insert(answer.conversationId, running);
    if (const int index = indexOf(answer.id); index >= 0)
        m_path[index] = running->message();
    connect(running, &RunningAnswer::deltaReceived, this, [this](qint64 messageId, const ChatDelta& delta) {
        const int index = indexOf(messageId);
        if (index < 0)
            return;
        m_path[index].text += delta.text;
        m_path[index].reasoning += delta.reasoning;
        emit deltaReceived(messageId, delta);
    });
    connect(
        running, &RunningAnswer::retrying, this,
        [this, id = answer.conversationId](const Error& error, std::chrono::milliseconds pause, int attempt) {
            if (id == m_conversationId)
                emit retrying(error, pause, attempt);
        });
    connect(running, &RunningAnswer::savingFailed, this, &ChatController::savingFailed);
    connect(running, &RunningAnswer::concluded, this,
            [this, running](const std::optional<Error>& error) { conclude(running, error); });
    emit streamingChanged();
}

void ChatController::conclude(RunningAnswer* answer, const std::optional<Error>& error)
{
    const StoredMessage message = answer->message();
    m_running.remove(message.conversationId);
    m_settling.insert(message.id, message);
    connect(answer, &QObject::destroyed, this, [this, id = message.id] {
        m_settling.remove(id);
        emit listChanged();
    });
    if (const int index = indexOf(message.id); index >= 0) {
        m_path[index] = message;
        emit messageChanged(index);
    }
    emit streamingChanged();
    if (error)
        emit failed(*error);
}

int ChatController::indexOf(qint64 messageId) const
{
    const auto found = std::ranges::find(m_path, messageId, &StoredMessage::id);
    return found == m_path.end() ? -1 : static_cast<int>(found - m_path.begin());
}

} // namespace orangery
