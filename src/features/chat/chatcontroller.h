// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation.h"
#include "core/result.h"
#include "core/tasks/chat.h"
#include "features/chat/chatplanner.h"
#include "features/chat/drafts.h"
#include "features/chat/runninganswer.h"

#include <QHash>
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
    ~ChatController() override;

    /// The open conversation; 0: a new one that gets its row with the first message.
    qint64 conversationId() const { return m_conversationId; }
    /// The shown path, oldest first.
    const QList<StoredMessage>& messages() const { return m_path; }
    Neurons neurons() const;
    /// The model that answers next; empty while the catalog has none.
    QString model() const { return m_planner.model(); }
    void setModel(const QString& id, bool onlyHere = false); ///< else for new chats, too
    bool isStreaming() const { return m_running.contains(m_conversationId) && m_conversationId != 0; }
    /// The shown conversation is loading, saving or being answered: nothing can be sent in it.
    bool isBusy() const { return m_isLoading || m_sending.contains(m_conversationId) || isStreaming(); }
    int runningAnswers() const { return static_cast<int>(m_running.size()); } ///< in all conversations

    void startNew();
    void open(qint64 conversationId);
    /// Ends the running answer of a conversation, if there is one: it is being deleted.
    void abandon(qint64 conversationId);

    /// Saves and sends. accepted() follows once the text is on disk; after failed() it stays with the caller.
    /// Returns false when there is nothing to send, or an answer is still on its way.
    bool send(const QString& text);
    void stop(); ///< ends the running answer; its text is kept
    /// Asks once more for the answer `messageId`. The old one stays in the tree, unless it is empty.
    void retry(qint64 messageId);
    void continueAnswer(qint64 messageId);    ///< a cut or stopped one, in the same message
    void acceptLicence(const QString& model); ///< error 5016; licenceAccepted() or failed() follows
    /// Keeps what was written and not sent, as Draft::stored() gives it; soon, and per conversation.
    void keepDraft(const QString& stored) { m_drafts.keep(m_conversationId, stored); }

    /// What the running answer has cost to this moment, and its estimate.
    std::pair<std::optional<Neurons>, std::optional<Neurons>> runningCost() const;
    /// Of sending `draft`. Nothing while the price is not known.
    std::optional<Neurons> estimate(const QString& draft) const;
    /// Tokens that `draft` and what came before take of contextWindow().
    int contextTokens(const QString& draft) const;
    int contextWindow() const { return m_planner.contextWindow(); } ///< 0: not published

signals:
    /// Another conversation is about to open: the last moment for keepDraft().
    void leaving();
    void opened();
    /// What was written here before and not sent; follows opened(), maybe late.
    void draftFound(const QString& stored);
    /// `text` is on disk in this conversation, whichever is shown now, and is being sent.
    void accepted(qint64 conversationId, const QString& text);
    void messagesAppended(int first);
    void messagesRemoved(int first);
    void messageChanged(int index);
    void deltaReceived(qint64 messageId, const orangery::ChatDelta& delta);
    void streamingChanged();
    void modelChanged();
    /// Something that the list shows has changed on disk.
    void listChanged();
    void failed(const orangery::Error& error);
    void savingFailed(const orangery::Error& error);
    void licenceAccepted(const QString& model, qint64 conversationId);
    void retrying(const orangery::Error& error, std::chrono::milliseconds pause, int attempt);
    /// This many of the oldest messages did not fit into the context and were not sent.
    void leftOutOfContext(int messages);

private:
    std::optional<ChatPlanner::Plan> plan(const QList<ChatMessage>& messages);
    bool takeStored(const QList<StoredMessage>& messages, const Result<void>& done);
    StoredMessage newMessage(ChatRole role, qint64 conversationId, qint64 parentId) const;
    StoredMessage newAnswer(qint64 conversationId, qint64 parentId, const QString& model) const;
    void load();
    void forgetSettled();
    void run(const ChatRequest& request, const StoredMessage& answer, RunningAnswer::Kind kind);
    void conclude(RunningAnswer* answer, const std::optional<Error>& error);
    void show(const QList<StoredMessage>& tree);
    int indexOf(qint64 messageId) const;

    Workbench& m_workbench;
    ConversationStore& m_store;
    ChatPlanner m_planner;
    Drafts m_drafts;
    qint64 m_conversationId = 0;
    QList<StoredMessage> m_path;
    QHash<qint64, RunningAnswer*> m_running; ///< by conversation
    QHash<qint64, StoredMessage> m_settling; ///< ended, on their way to disk; by message
    QList<qint64> m_settled;                 ///< of these, those on disk
    QSet<qint64> m_sending;                  ///< conversations that save in order to send
    QSet<QString> m_consenting;              ///< models whose licence is being accepted
    int m_loads = 0;
    bool m_isLoading = false;
};

} // namespace orangery
