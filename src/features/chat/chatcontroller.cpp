// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/chatcontroller.h"

#include "features/chat/chatpath.h"
#include "features/chat/draft.h"
#include "service/workbench.h"
#include "storage/conversationstore.h"

namespace orangery {

ChatController::ChatController(Workbench& workbench, ConversationStore& store, Preferences& preferences,
                               QObject* parent)
    : QObject(parent),
      m_workbench(workbench),
      m_store(store),
      m_planner(workbench, preferences),
      m_drafts(store, preferences),
      m_running(workbench, store),
      m_licences(workbench)
{
    connect(&m_workbench, &Workbench::catalogChanged, this, &ChatController::modelChanged);
    // what it takes decides how it is asked
    connect(this, &ChatController::modelChanged, this,
            [this] { m_workbench.models().refreshParameters(model()); });
    connect(&m_drafts, &Drafts::failed, this, &ChatController::savingFailed);
    connect(&m_drafts, &Drafts::found, this, [this](qint64 conversationId, const QString& text) {
        if (conversationId != draftKey())
            return;
        const int edited = m_tree.indexOf(m_editedId);
        const bool isUntouched = text.isEmpty() && edited >= 0;
        emit draftFound(isUntouched ? Draft{.pasted = {}, .written = messages().at(edited).text}.stored()
                                    : text);
    });
    connect(&m_licences, &LicenceConsent::failed, this, &ChatController::failed);
    connect(&m_running, &RunningAnswers::deltaReceived, this, &ChatController::append);
    connect(&m_running, &RunningAnswers::savingFailed, this, &ChatController::savingFailed);
    connect(&m_running, &RunningAnswers::concluded, this, &ChatController::conclude);
    connect(&m_running, &RunningAnswers::retrying, this,
            [this](qint64 conversationId, const Error& error, std::chrono::milliseconds pause, int attempt) {
                if (conversationId == m_conversationId)
                    emit retrying(error, pause, attempt);
            });
    connect(&m_running, &RunningAnswers::settled, this, [this] {
        if (!m_isLoading)
            m_running.forgetSettled();
        emit listChanged();
    });
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
    show(StoredConversation());
}

void ChatController::open(qint64 conversationId)
{
    if (conversationId == 0)
        return startNew();
    emit leaving();
    m_conversationId = conversationId;
    m_tree = {};
    m_editedId = 0;
    load();
    emit streamingChanged();
}

// Until a load has succeeded nothing can be sent: it would begin a second root beside what is on disk.
void ChatController::load()
{
    m_isLoading = true;
    m_store.open(m_conversationId, this,
                 [this, load = ++m_loads](const Result<StoredConversation>& conversation) {
                     if (load != m_loads)
                         return;
                     if (!conversation)
                         return emit failed(conversation.error());
                     show(*conversation);
                 });
}

void ChatController::show(const StoredConversation& stored)
{
    StoredConversation conversation = stored;
    // what is in memory is ahead of the disk
    for (StoredMessage& message : conversation.messages)
        message = m_running.newest(message, m_sending.contains(m_conversationId));
    conversation.shownMessageId = m_chosen.value(m_conversationId, conversation.shownMessageId);
    m_tree = ConversationTree(conversation);
    m_editedId = 0;
    m_isLoading = false;
    m_running.forgetSettled();
    m_planner.adopt(lastModel(messages()));
    emit opened();
    emit editingChanged();
    emit modelChanged();
    emit streamingChanged();
    m_drafts.find(m_conversationId);
}

void ChatController::abandon(qint64 conversationId)
{
    m_sending.remove(conversationId);
    m_running.stop(conversationId);
}

void ChatController::stop()
{
    abandon(m_conversationId);
}

std::pair<std::optional<Neurons>, std::optional<Neurons>> ChatController::runningCost() const
{
    const StoredMessage* running = m_running.in(m_conversationId);
    if (!running || messages().isEmpty() || messages().last().id != running->id)
        return {};
    return {m_planner.costSoFar(messages()), messages().last().estimate};
}

std::optional<Neurons> ChatController::estimate(const QString& draft) const
{
    return m_planner.estimate(withQuestion(pathBefore(), draft));
}

int ChatController::contextTokens(const QString& draft) const
{
    return m_planner.contextTokens(withQuestion(pathBefore(), draft));
}

void ChatController::run(const ChatRequest& request, const StoredMessage& answer, RunningAnswer::Kind kind)
{
    m_running.start(request, answer, kind);
    if (const StoredMessage* running = m_running.in(answer.conversationId))
        m_tree.update(*running);
    emit streamingChanged();
}

void ChatController::append(qint64 messageId, const ChatDelta& delta)
{
    const int index = m_tree.indexOf(messageId);
    if (index < 0)
        return;
    m_tree.at(index).text += delta.text;
    m_tree.at(index).reasoning += delta.reasoning;
    emit deltaReceived(messageId, delta);
}

void ChatController::conclude(const StoredMessage& answer, const std::optional<Error>& error)
{
    m_tree.update(answer);
    const int index = m_tree.indexOf(answer.id);
    if (index >= 0)
        emit messageChanged(index);
    emit streamingChanged();
    // the failure of a chat that is not shown stands in that chat
    if (error && index >= 0)
        emit failed(*error);
}

QDateTime ChatController::now() const
{
    return m_workbench.clock().local().utcNow();
}

} // namespace orangery
