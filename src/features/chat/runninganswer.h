// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation.h"
#include "core/error.h"
#include "core/tasks/chat.h"
#include "features/chat/answerwriter.h"
#include "features/chat/continuation.h"

#include <QObject>
#include <QPointer>
#include <chrono>
#include <optional>

namespace orangery {

class ChatCall;
class ConversationStore;
class Workbench;

/// An answer on its way: the call, the row it fills, and its way to disk. It goes on while another
/// conversation is shown; destroyed before its end, it leaves its row as interrupted, with all its text.
class RunningAnswer : public QObject
{
    Q_OBJECT

public:
    enum class Kind { Fresh, Continuation };

    /// Begins at once. `answer` is on disk already, in state Streaming.
    RunningAnswer(Workbench& workbench, ConversationStore& store, const ChatRequest& request,
                  const StoredMessage& answer, Kind kind, QObject* parent);
    ~RunningAnswer() override;

    /// The row as it stands now, in memory.
    const StoredMessage& message() const { return m_message; }
    void stop();

signals:
    void deltaReceived(qint64 messageId, const orangery::ChatDelta& delta);
    void retrying(const orangery::Error& error, std::chrono::milliseconds pause, int attempt);
    void savingFailed(const orangery::Error& error);
    /// The row stands as message(); the object deletes itself.
    void concluded(const std::optional<orangery::Error>& error);

private:
    void take(const ChatDelta& delta);
    void append(const ChatDelta& delta);
    void conclude();
    void addOutcome();
    void save();

    ConversationStore& m_store;
    StoredMessage m_message;
    AnswerWriter m_writer;
    std::optional<Continuation> m_continuation;
    QPointer<ChatCall> m_call;
    bool m_hasArrived = false;
    bool m_isSaved = false;
};

} // namespace orangery
