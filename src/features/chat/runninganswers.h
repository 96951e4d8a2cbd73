// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "features/chat/runninganswer.h"

#include <QHash>

namespace orangery {

/// The answers that are on their way, at most one a conversation, and those that have ended but are not on
/// disk yet. Destroyed, it leaves the running ones as interrupted, with all their text.
class RunningAnswers : public QObject
{
    Q_OBJECT

public:
    RunningAnswers(Workbench& workbench, ConversationStore& store, QObject* parent = nullptr);
    ~RunningAnswers() override;

    /// Begins at once. `answer` is on disk already, in state Streaming.
    void start(const ChatRequest& request, const StoredMessage& answer, RunningAnswer::Kind kind);
    /// The one that runs in a conversation, as it stands now; nothing when none does.
    const StoredMessage* in(qint64 conversationId) const;
    int count() const { return static_cast<int>(m_running.size()); }
    void stop(qint64 conversationId);

    /// A message that was read from disk, or what is newer in memory. `isAwaited`: one that is still to
    /// start may be in its conversation.
    StoredMessage newest(const StoredMessage& stored, bool isAwaited) const;
    /// What was read from disk before is no longer used.
    void forgetSettled();

signals:
    void deltaReceived(qint64 messageId, const orangery::ChatDelta& delta);
    void retrying(qint64 conversationId, const orangery::Error& error, std::chrono::milliseconds pause,
                  int attempt);
    void savingFailed(const orangery::Error& error);
    void concluded(const orangery::StoredMessage& answer, const std::optional<orangery::Error>& error);
    void settled(); ///< an ended one is on disk

private:
    void conclude(RunningAnswer* answer, const std::optional<Error>& error);

    Workbench& m_workbench;
    ConversationStore& m_store;
    QHash<qint64, RunningAnswer*> m_running; ///< by conversation
    QHash<qint64, StoredMessage> m_settling; ///< ended, on their way to disk; by message
    QList<qint64> m_settled;                 ///< of these, those on disk
};

} // namespace orangery
