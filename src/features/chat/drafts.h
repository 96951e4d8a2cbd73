// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace orangery {

class ConversationStore;
class Preferences;

/// What was written and not sent, one text a conversation, as Draft::stored() gives it; the new chat (id 0)
/// has one, too.
class Drafts : public QObject
{
    Q_OBJECT

public:
    Drafts(ConversationStore& store, Preferences& preferences, QObject* parent = nullptr);
    ~Drafts() override;

    /// Saved soon; many calls become one.
    void keep(qint64 conversationId, const QString& text);
    /// Deletes the draft if it still reads as `sent`.
    void clear(qint64 conversationId, const QString& sent);
    /// Saves now what waits.
    void save();
    /// found() follows, unless another conversation is asked for before. What was written here meanwhile is
    /// not in it.
    void find(qint64 conversationId);

signals:
    void found(qint64 conversationId, const QString& text);
    void failed(const orangery::Error& error);

private:
    ConversationStore& m_store;
    Preferences& m_preferences;
    QTimer m_timer;
    QHash<qint64, QString> m_texts; ///< written in this run, by conversation
    qint64 m_conversationId = 0;
    bool m_hasSaved = false; ///< since find(): what is on disk is no longer what was asked for
};

} // namespace orangery
