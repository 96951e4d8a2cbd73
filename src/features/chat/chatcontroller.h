// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation.h"
#include "core/result.h"
#include "core/tasks/chat.h"
#include "features/chat/chatplanner.h"
#include "features/chat/conversationtree.h"
#include "features/chat/drafts.h"
#include "features/chat/licenceconsent.h"
#include "features/chat/runninganswers.h"

#include <QList>
#include <QObject>
#include <QSet>

namespace orangery {

class ConversationStore;
class Preferences;
class Workbench;

/// One open conversation: its shown messages and what a person may do with them. Answers of conversations
/// that are not shown go on. What is sent is on disk before anything leaves. GUI thread.
class ChatController : public QObject
{
    Q_OBJECT

public:
    ChatController(Workbench& workbench, ConversationStore& store, Preferences& preferences,
                   QObject* parent = nullptr);

    /// The open conversation; 0: a new one that gets its row with the first message.
    qint64 conversationId() const { return m_conversationId; }
    const ConversationTree& tree() const { return m_tree; }
    const QList<StoredMessage>& messages() const { return m_tree.path(); } ///< the shown path
    /// The model that answers next; empty while the catalog has none.
    QString model() const { return m_planner.model(); }
    void setModel(const QString& id, bool onlyHere = false); ///< else for new chats, too
    bool isStreaming() const { return m_running.in(m_conversationId) != nullptr; }
    /// The shown conversation is loading, saving or being answered: nothing can be sent in it.
    bool isBusy() const { return m_isLoading || m_sending.contains(m_conversationId) || isStreaming(); }
    int runningAnswers() const { return m_running.count(); } ///< in all conversations

    void startNew();
    void open(qint64 conversationId);
    void abandon(qint64 conversationId); ///< it is being deleted: ends its running answer

    /// Saves and sends: at the end, or as another branch of the edited message. accepted() follows once the
    /// text is on disk; after failed() it stays with the caller. Returns false when there is nothing to send,
    /// or an answer is still on its way.
    bool send(const QString& text);
    /// The next text is another branch of this question; 0: it follows at the end. draftFound() comes.
    void edit(qint64 messageId);
    qint64 editedId() const { return m_editedId; }
    void show(qint64 messageId); ///< leads the path through another branch
    /// Opens a new conversation that begins as this one does, up to a shown message.
    void fork(qint64 messageId, const QString& title);
    void stop(); ///< ends the running answer; its text is kept
    /// Asks once more for the answer `messageId`. The old one stays in the tree, unless it is empty.
    void retry(qint64 messageId);
    void continueAnswer(qint64 messageId); ///< a cut or stopped one, in the same message
    LicenceConsent& licences() { return m_licences; }
    /// Keeps what was written and not sent, as Draft::stored() gives it; soon, and where it was written.
    void keepDraft(const QString& stored);

    /// What the running answer has cost to this moment, and its estimate.
    std::pair<std::optional<Neurons>, std::optional<Neurons>> runningCost() const;
    /// Of sending `draft`. Nothing while the price is not known.
    std::optional<Neurons> estimate(const QString& draft) const;
    /// Tokens that `draft` and what came before take of contextWindow().
    int contextTokens(const QString& draft) const;
    int contextWindow() const { return m_planner.contextWindow(); } ///< 0: not published

signals:
    void leaving(); ///< something else is about to be written: the last moment for keepDraft()
    void opened();
    void draftFound(const QString& stored); ///< what was written here before; maybe late
    /// `text` is on disk in this conversation, whichever is shown now, and is being sent.
    void accepted(qint64 conversationId, const QString& text);
    void pathChanged(int first); ///< other messages from here on
    void editingChanged();
    void messageChanged(int index);
    void deltaReceived(qint64 messageId, const orangery::ChatDelta& delta);
    void streamingChanged();
    void modelChanged();
    void listChanged(); ///< something that the list shows has changed on disk
    void failed(const orangery::Error& error);
    void savingFailed(const orangery::Error& error);
    void retrying(const orangery::Error& error, std::chrono::milliseconds pause, int attempt);
    void leftOutOfContext(int messages); ///< the oldest ones, which did not fit in

private:
    std::optional<ChatPlanner::Plan> plan(const QList<ChatMessage>& messages);
    bool takeStored(const QList<StoredMessage>& messages, const Result<void>& done);
    QDateTime now() const;
    void load();
    qint64 draftKey() const { return m_editedId ? m_editedId : m_conversationId; }
    QList<StoredMessage> pathBefore() const;
    void run(const ChatRequest& request, const StoredMessage& answer, RunningAnswer::Kind kind);
    void append(qint64 messageId, const ChatDelta& delta);
    void conclude(const StoredMessage& answer, const std::optional<Error>& error);
    void show(const StoredConversation& conversation);

    Workbench& m_workbench;
    ConversationStore& m_store;
    ChatPlanner m_planner;
    Drafts m_drafts;
    qint64 m_conversationId = 0;
    ConversationTree m_tree;
    qint64 m_editedId = 0; ///< 0: none
    RunningAnswers m_running;
    LicenceConsent m_licences;
    QHash<qint64, qint64> m_chosen; ///< messages that were shown last, by conversation: ahead of the disk
    QSet<qint64> m_sending;         ///< conversations that save in order to send
    int m_loads = 0;
    bool m_isLoading = false;
};

} // namespace orangery
