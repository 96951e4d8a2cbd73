// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "features/chat/conversationlist.h"

#include <QAbstractListModel>
#include <QDate>
#include <QList>

namespace orangery {

/// The rows of the sidebar: the conversations that match the filter, under headings by day. Headings can be
/// neither chosen nor focused.
class ChatListRows : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { IsHeadingRole = Qt::UserRole + 100 };

    explicit ChatListRows(ConversationList& conversations, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

    void setFilter(const QString& text);
    QModelIndex indexOf(qint64 conversationId) const;
    qint64 idAt(const QModelIndex& index) const; ///< 0: a heading
    bool isEmpty() const { return m_rows.isEmpty(); }

signals:
    /// The rows were built anew; the view chooses its current one again.
    void rebuilt();

private:
    struct Row
    {
        QString heading; ///< empty: a conversation
        int source = -1;
    };

    void rebuild();
    QString headingFor(const QDate& day, const QDate& today) const;

    ConversationList& m_conversations;
    QString m_filter;
    QList<Row> m_rows;
};

} // namespace orangery
