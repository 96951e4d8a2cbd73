// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/chatlistrows.h"

#include <QLocale>

namespace orangery {

ChatListRows::ChatListRows(ConversationList& conversations, QObject* parent)
    : QAbstractListModel(parent),
      m_conversations(conversations)
{
    connect(&conversations, &QAbstractItemModel::rowsInserted, this, &ChatListRows::rebuild);
    connect(&conversations, &QAbstractItemModel::rowsRemoved, this, &ChatListRows::rebuild);
    connect(&conversations, &QAbstractItemModel::rowsMoved, this, &ChatListRows::rebuild);
    connect(&conversations, &QAbstractItemModel::modelReset, this, &ChatListRows::rebuild);
    connect(&conversations, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& changed) {
        // a new figure must not end the renaming of another row
        for (int row = 0; row < m_rows.size(); ++row) {
            if (m_rows[row].source == changed.row())
                emit dataChanged(index(row), index(row));
        }
    });
    rebuild();
}

int ChatListRows::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ChatListRows::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[index.row()];
    if (role == IsHeadingRole)
        return row.source < 0;
    if (row.source < 0)
        return role == Qt::DisplayRole ? row.heading : QVariant();
    return m_conversations.index(row.source).data(role);
}

bool ChatListRows::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || m_rows[index.row()].source < 0)
        return false;
    return m_conversations.setData(m_conversations.index(m_rows[index.row()].source), value, role);
}

Qt::ItemFlags ChatListRows::flags(const QModelIndex& index) const
{
    if (!index.isValid() || m_rows[index.row()].source < 0)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
}

void ChatListRows::setFilter(const QString& text)
{
    const QString filter = text.trimmed();
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
}

QModelIndex ChatListRows::indexOf(qint64 conversationId) const
{
    const int source = m_conversations.rowOf(conversationId);
    for (int row = 0; source >= 0 && row < m_rows.size(); ++row) {
        if (m_rows[row].source == source)
            return index(row);
    }
    return {};
}

qint64 ChatListRows::idAt(const QModelIndex& index) const
{
    if (!index.isValid() || m_rows[index.row()].source < 0)
        return 0;
    return m_conversations.at(m_rows[index.row()].source).id;
}

void ChatListRows::rebuild()
{
    beginResetModel();
    m_rows.clear();
    const QDate today = QDate::currentDate();
    QString heading;
    for (int source = 0; source < m_conversations.rowCount(); ++source) {
        const ConversationSummary& conversation = m_conversations.at(source);
        if (!m_filter.isEmpty() && !conversation.title.contains(m_filter, Qt::CaseInsensitive))
            continue;
        const QString next = headingFor(conversation.changedAt.toLocalTime().date(), today);
        if (next != heading) {
            heading = next;
            m_rows.append({.heading = heading, .source = -1});
        }
        m_rows.append({.heading = {}, .source = source});
    }
    endResetModel();
    emit rebuilt();
}

QString ChatListRows::headingFor(const QDate& day, const QDate& today) const
{
    const qint64 age = day.daysTo(today);
    if (age <= 0)
        return tr("Today");
    if (age == 1)
        return tr("Yesterday");
    if (age < 8)
        return tr("Last week");
    return QLocale().standaloneMonthName(day.month()) + QLatin1Char(' ') + QString::number(day.year());
}

} // namespace orangery
