// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/tasks/chat.h"

#include <QObject>
#include <QTimer>

namespace orangery {

class ConversationStore;

/// Puts a streaming answer on disk, at most a second behind. What could not be written is kept and tried
/// again with the next piece.
class AnswerWriter : public QObject
{
    Q_OBJECT

public:
    AnswerWriter(ConversationStore& store, qint64 messageId, QObject* parent);

    void take(const ChatDelta& delta);
    /// Writes what is left now; the message's final row follows by the caller.
    void flush();

    /// The whole row is being written: what is left here is in it.
    void discard();

signals:
    void failed(const orangery::Error& error);

private:
    static constexpr int longestUnsavedMs = 900;

    ConversationStore& m_store;
    qint64 m_messageId;
    ChatDelta m_unsaved;
    ChatDelta m_inFlight;
    QTimer m_timer;
    bool m_isWriting = false;
    bool m_isDiscarded = false;
};

} // namespace orangery
