// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "features/chat/conversationlist.h"

#include <QAbstractListModel>
#include <QDate>
#include <QList>

namespace orangery {

/// The rows of the sidebar: the conversations that match the filter, under headings by day. Headings can be
/// neither chosen nor focused. A row that only moved or changed keeps its persistent index, so a view keeps
/// its current row, its place and a title that is being edited.
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
    /// The conversation below this one, else the one above; 0: there is none.
    qint64 neighbourOf(qint64 conversationId) const;
    bool isEmpty() const { return m_rows.isEmpty(); }

signals:
    /// The rows are as the list and the filter want them.
    void updated();

private:
    struct Row
    {
        QString heading; ///< empty: a conversation
        qint64 id = 0;   ///< 0: a heading
        int source = -1; ///< in the list; −1: a heading, or gone from there

        bool isSame(const Row& other) const { return id == other.id && heading == other.heading; }
    };

    void update();
    QList<Row> wanted() const;
    void arrange(const QList<Row>& rows);
    QString headingFor(const QDate& day, const QDate& today) const;

    ConversationList& m_conversations;
    QString m_filter;
    QList<Row> m_rows;
};

} // namespace orangery
