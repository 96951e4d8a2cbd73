// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/chatlistrows.h"

#include <QHash>
#include <QLocale>
#include <QSet>
#include <algorithm>

namespace orangery {

ChatListRows::ChatListRows(ConversationList& conversations, QObject* parent)
    : QAbstractListModel(parent),
      m_conversations(conversations)
{
    connect(&conversations, &QAbstractItemModel::rowsInserted, this, &ChatListRows::update);
    connect(&conversations, &QAbstractItemModel::rowsRemoved, this, &ChatListRows::update);
    connect(&conversations, &QAbstractItemModel::rowsMoved, this, &ChatListRows::update);
    connect(&conversations, &QAbstractItemModel::modelReset, this, &ChatListRows::update);
    connect(&conversations, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& changed) {
        update(); // it may belong under another heading now, or no longer match the filter
        const QModelIndex row = indexOf(m_conversations.at(changed.row()).id);
        if (row.isValid())
            emit dataChanged(row, row);
    });
    update();
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
        return row.id == 0;
    if (row.id == 0)
        return role == Qt::DisplayRole ? row.heading : QVariant();
    return row.source < 0 ? QVariant() : m_conversations.index(row.source).data(role);
}

bool ChatListRows::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || m_rows[index.row()].source < 0)
        return false;
    return m_conversations.setData(m_conversations.index(m_rows[index.row()].source), value, role);
}

Qt::ItemFlags ChatListRows::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (m_rows[index.row()].id == 0)
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemNeverHasChildren;
}

void ChatListRows::setFilter(const QString& text)
{
    const QString filter = text.trimmed();
    if (filter == m_filter)
        return;
    m_filter = filter;
    update();
}

QModelIndex ChatListRows::indexOf(qint64 conversationId) const
{
    const auto found = std::ranges::find(m_rows, conversationId, &Row::id);
    if (conversationId == 0 || found == m_rows.end())
        return {};
    return index(static_cast<int>(found - m_rows.begin()));
}

qint64 ChatListRows::idAt(const QModelIndex& index) const
{
    return index.isValid() ? m_rows[index.row()].id : 0;
}

qint64 ChatListRows::neighbourOf(qint64 conversationId) const
{
    const QModelIndex from = indexOf(conversationId);
    if (!from.isValid())
        return 0;
    for (int row = from.row() + 1; row < m_rows.size(); ++row) {
        if (m_rows[row].id != 0)
            return m_rows[row].id;
    }
    for (int row = from.row() - 1; row >= 0; --row) {
        if (m_rows[row].id != 0)
            return m_rows[row].id;
    }
    return 0;
}

QList<ChatListRows::Row> ChatListRows::wanted() const
{
    QList<Row> rows;
    const QDate today = QDate::currentDate();
    QSet<QString> used;
    QString heading;
    for (int source = 0; source < m_conversations.rowCount(); ++source) {
        const ConversationSummary& conversation = m_conversations.at(source);
        if (!m_filter.isEmpty() && !conversation.title.contains(m_filter, Qt::CaseInsensitive))
            continue;
        const QString next = headingFor(conversation.changedAt.toLocalTime().date(), today);
        // while the list is being sorted a row may stand among those of another day
        if (next != heading && !used.contains(next)) {
            heading = next;
            used.insert(next);
            rows.append({.heading = next, .id = 0, .source = -1});
        }
        rows.append({.heading = {}, .id = conversation.id, .source = source});
    }
    return rows;
}

void ChatListRows::update()
{
    const QList<Row> rows = wanted();
    if (m_rows.isEmpty() || rows.isEmpty()) { // at the start: one step for thousands
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else {
        arrange(rows);
    }
    emit updated();
}

void ChatListRows::arrange(const QList<Row>& rows)
{
    QHash<qint64, int> sources;
    QSet<QString> headings;
    for (const Row& row : rows) {
        if (row.id == 0)
            headings.insert(row.heading);
        else
            sources.insert(row.id, row.source);
    }
    for (Row& row : m_rows) // first of all: the view may read any row between two steps
        row.source = sources.value(row.id, -1);
    for (qsizetype last = m_rows.size() - 1; last >= 0; --last) {
        const auto isLeaving = [&](const Row& row) {
            return row.id == 0 ? !headings.contains(row.heading) : !sources.contains(row.id);
        };
        if (!isLeaving(m_rows[last]))
            continue;
        qsizetype first = last;
        while (first > 0 && isLeaving(m_rows[first - 1]))
            --first;
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(last));
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
    QSet<qint64> knownIds;
    QSet<QString> knownHeadings;
    for (const Row& row : m_rows) {
        knownIds.insert(row.id);
        knownHeadings.insert(row.heading);
    }
    const auto isNew = [&](const Row& row) {
        return row.id == 0 ? !knownHeadings.contains(row.heading) : !knownIds.contains(row.id);
    };
    for (int row = 0; row < rows.size();) {
        int end = row;
        while (end < rows.size() && isNew(rows[end]))
            ++end;
        if (end > row) {
            beginInsertRows({}, row, end - 1);
            for (; row < end; ++row)
                m_rows.insert(row, rows[row]);
            endInsertRows();
            continue;
        }
        const auto isHere = [&](const Row& known) { return known.isSame(rows[row]); };
        const auto found = std::find_if(m_rows.cbegin() + row, m_rows.cend(), isHere);
        if (const int old = static_cast<int>(found - m_rows.cbegin()); old != row) {
            beginMoveRows({}, old, old, {}, row);
            m_rows.move(old, row);
            endMoveRows();
        }
        ++row;
    }
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
