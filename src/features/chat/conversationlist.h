// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/conversation.h"
#include "core/error.h"

#include <QAbstractListModel>
#include <QList>
#include <QTimer>

namespace orangery {

class ConversationStore;

/// The conversations, newest first, as rows for a view. Keeps itself true: refresh() after anything changed.
class ConversationList : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, ModelRole, MessageCountRole, NeuronsRole, ChangedAtRole };

    explicit ConversationList(ConversationStore& store, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /// Qt::EditRole renames; an empty title is refused.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    const ConversationSummary& at(int row) const { return m_rows[row]; }
    int rowOf(qint64 conversationId) const; ///< −1: not there

    /// Reads the list again, soon; many calls become one.
    void refresh();
    /// Hides it at once; restore() takes that back.
    void remove(qint64 conversationId);
    void restore(qint64 conversationId);

signals:
    void refreshed();
    void failed(const orangery::Error& error);

private:
    void read();
    void apply(const QList<ConversationSummary>& rows);

    ConversationStore& m_store;
    QList<ConversationSummary> m_rows;
    QTimer m_refresh;
};

} // namespace orangery
