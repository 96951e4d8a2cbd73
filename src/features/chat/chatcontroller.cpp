// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/chatcontroller.h"

#include "features/chat/chatpath.h"
#include "service/workbench.h"
#include "storage/conversationstore.h"

#include <algorithm>
#include <utility>

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
    // what it takes decides how it is asked
    connect(this, &ChatController::modelChanged, this,
            [this] { m_workbench.models().refreshParameters(model()); });
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

void ChatController::setModel(const QString& id, bool onlyHere)
{
    if (onlyHere)
        m_planner.adopt(id);
    else
        m_planner.choose(id);
    emit modelChanged();
}

void ChatController::startNew()
{
    emit leaving();
    ++m_loads;
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
    load();
    emit streamingChanged();
}

// Until a load has succeeded nothing can be sent: it would begin a second root beside what is on disk.
void ChatController::load()
{
    m_isLoading = true;
    m_store.messages(m_conversationId, this,
                     [this, load = ++m_loads](const Result<QList<StoredMessage>>& tree) {
                         if (load != m_loads)
                             return;
                         if (!tree)
                             return emit failed(tree.error());
                         show(*tree);
                     });
}

void ChatController::show(const QList<StoredMessage>& tree)
{
    m_path = newestPath(tree);
    // what is in memory is ahead of the disk
    const RunningAnswer* running = m_running.value(m_conversationId);
    for (StoredMessage& message : m_path) {
        if (running && running->message().id == message.id)
            message = running->message();
        else
            message = m_settling.value(message.id, message);
        // nobody writes it any more, whatever a killed program left on disk
        if (!running && !m_sending.contains(m_conversationId) &&
            message.state == StoredMessage::State::Streaming)
            message.state = StoredMessage::State::Interrupted;
    }
    m_isLoading = false;
    forgetSettled();
    m_planner.adopt(lastModel(m_path));
    emit opened();
    emit modelChanged();
    emit streamingChanged();
    m_drafts.find(m_conversationId);
}

void ChatController::abandon(qint64 conversationId)
{
    m_sending.remove(conversationId);
    if (RunningAnswer* running = m_running.value(conversationId))
        running->stop();
}

void ChatController::stop()
{
    abandon(m_conversationId);
}

std::pair<std::optional<Neurons>, std::optional<Neurons>> ChatController::runningCost() const
{
    if (!isStreaming() || m_path.isEmpty())
        return {};
    return {m_planner.costSoFar(m_path), m_path.last().estimate};
}

std::optional<Neurons> ChatController::estimate(const QString& draft) const
{
    return m_planner.estimate(withQuestion(m_path, draft));
}

int ChatController::contextTokens(const QString& draft) const
{
    return m_planner.contextTokens(withQuestion(m_path, draft));
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
        m_settled.append(id);
        if (!m_isLoading)
            forgetSettled();
        emit listChanged();
    });
    const int index = indexOf(message.id);
    if (index >= 0) {
        m_path[index] = message;
        emit messageChanged(index);
    }
    emit streamingChanged();
    // the failure of a chat that is not shown stands in that chat
    if (error && index >= 0)
        emit failed(*error);
}

// A load that is under way may have read before the last save: until it is shown, memory wins.
void ChatController::forgetSettled()
{
    for (const qint64 id : std::exchange(m_settled, {}))
        m_settling.remove(id);
}

int ChatController::indexOf(qint64 messageId) const
{
    const auto found = std::ranges::find(m_path, messageId, &StoredMessage::id);
    return found == m_path.end() ? -1 : static_cast<int>(found - m_path.begin());
}

} // namespace orangery
