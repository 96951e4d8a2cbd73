// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation.h"
#include "core/result.h"

#include <QList>
#include <QObject>
#include <functional>

namespace orangery {

class Database;

/// Conversations and their messages. Writes go through the writer thread in the order of the calls, reads
/// through the reader thread and see every write that was answered before. All methods return at once; `done`
/// runs in the thread of `context` (which needs an event loop), if that still lives. `done` may be empty.
///
/// A call that fails has changed nothing. Errors: those of the storage, as Database::problem() has them, and
/// StorageFailed for a row that is not there or an id that is taken. Created and updated rows and appended
/// messages survive a power cut once they are answered, everything else the end of the process.
class ConversationStore
{
public:
    using Done = std::function<void(Result<void>)>;
    template <typename T>
    using Answer = std::function<void(Result<T>)>;

    explicit ConversationStore(Database& database);

    /// Newest first; deleted ones are left out.
    void list(QObject* context, Answer<QList<ConversationSummary>> done);
    void open(qint64 conversationId, QObject* context, Answer<StoredConversation> done);

    /// With its first messages, in one transaction.
    void create(const ConversationSummary& conversation, const QList<StoredMessage>& messages,
                QObject* context, Done done);
    void rename(qint64 conversationId, const QString& title, QObject* context, Done done);
    /// Hides it; restore() brings it back whole. purgeDeleted() ends the possibility, and is called for those
    /// hidden for over 30 days when the program starts.
    void remove(qint64 conversationId, QObject* context, Done done);
    void restore(qint64 conversationId, QObject* context, Done done);
    void purgeDeleted(const QDateTime& hiddenBefore);

    /// Inserts in one transaction: all or none. The last one is shown.
    void append(const QList<StoredMessage>& messages, QObject* context, Done done);
    /// Appends to a streaming message's texts; the row keeps its state. What could not be appended is the
    /// caller's to append again, before what follows, or to write whole with update().
    void appendText(qint64 messageId, const QString& text, const QString& reasoning, QObject* context,
                    Done done);
    /// Replaces every column of an existing message.
    void update(const StoredMessage& message, QObject* context, Done done);
    /// Leads the shown path through a message of the conversation.
    void show(qint64 conversationId, qint64 messageId, QObject* context, Done done);
    /// The text that was written but not sent, by the conversation or by the message that it is to replace
    /// (their ids never meet). Empty deletes it.
    void saveDraft(qint64 key, const QString& text, QObject* context, Done done);
    void draft(qint64 key, QObject* context, Answer<QString> done);

    /// Marks what a crash left streaming as interrupted; once, before anything else reads.
    void recoverInterrupted(QObject* context, Answer<int> done);

private:
    Database& m_database;
};

} // namespace orangery
