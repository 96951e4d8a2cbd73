// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/runninganswers.h"

#include <utility>

namespace orangery {

RunningAnswers::RunningAnswers(Workbench& workbench, ConversationStore& store, QObject* parent)
    : QObject(parent),
      m_workbench(workbench),
      m_store(store)
{}

RunningAnswers::~RunningAnswers()
{
    qDeleteAll(m_running);
}

void RunningAnswers::start(const ChatRequest& request, const StoredMessage& answer, RunningAnswer::Kind kind)
{
    auto* running = new RunningAnswer(m_workbench, m_store, request, answer, kind, this);
    m_running.insert(answer.conversationId, running);
    connect(running, &RunningAnswer::deltaReceived, this, &RunningAnswers::deltaReceived);
    connect(running, &RunningAnswer::savingFailed, this, &RunningAnswers::savingFailed);
    connect(running, &RunningAnswer::retrying, this,
            [this, id = answer.conversationId](const Error& error, std::chrono::milliseconds pause,
                                               int attempt) { emit retrying(id, error, pause, attempt); });
    connect(running, &RunningAnswer::concluded, this,
            [this, running](const std::optional<Error>& error) { conclude(running, error); });
}

void RunningAnswers::conclude(RunningAnswer* answer, const std::optional<Error>& error)
{
    const StoredMessage message = answer->message();
    m_running.remove(message.conversationId);
    m_settling.insert(message.id, message);
    connect(answer, &QObject::destroyed, this, [this, id = message.id] {
        m_settled.append(id);
        emit settled();
    });
    emit concluded(message, error);
}

const StoredMessage* RunningAnswers::in(qint64 conversationId) const
{
    const RunningAnswer* running = m_running.value(conversationId);
    return running ? &running->message() : nullptr;
}

void RunningAnswers::stop(qint64 conversationId)
{
    if (RunningAnswer* running = m_running.value(conversationId))
        running->stop();
}

StoredMessage RunningAnswers::newest(const StoredMessage& stored, bool isAwaited) const
{
    const StoredMessage* running = in(stored.conversationId);
    if (running && running->id == stored.id)
        return *running;
    StoredMessage message = m_settling.value(stored.id, stored);
    // nobody writes it any more, whatever a killed program left on disk
    if (!running && !isAwaited && message.state == StoredMessage::State::Streaming)
        message.state = StoredMessage::State::Interrupted;
    return message;
}

// A load that is under way may have read before the last save: until it is shown, memory wins.
void RunningAnswers::forgetSettled()
{
    for (const qint64 id : std::exchange(m_settled, {}))
        m_settling.remove(id);
}

} // namespace orangery
