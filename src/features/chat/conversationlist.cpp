// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/conversationlist.h"

#include "storage/conversationstore.h"

#include <algorithm>

namespace orangery {

ConversationList::ConversationList(ConversationStore& store, QObject* parent)
    : QAbstractListModel(parent),
      m_store(store)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(0);
    connect(&m_refresh, &QTimer::timeout, this, &ConversationList::read);
}

int ConversationList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ConversationList::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConversationSummary& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return row.title.isEmpty() ? tr("Untitled chat") : row.title;
    case Qt::EditRole:
        return row.title;
    case Qt::AccessibleTextRole:
        return tr("%1, %n message(s)", nullptr, row.messageCount).arg(row.title);
    case IdRole:
        return row.id;
    case ModelRole:
        return row.model;
    case MessageCountRole:
        return row.messageCount;
    case NeuronsRole:
        return QVariant::fromValue(row.neurons);
    case ChangedAtRole:
        return row.changedAt;
    default:
        return {};
    }
}

bool ConversationList::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const QString title = value.toString().simplified().left(200);
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || title.isEmpty())
        return false;
    m_rows[index.row()].title = title;
    emit dataChanged(index, index);
    m_store.rename(m_rows[index.row()].id, title, this, [this](const Result<void>& done) {
        if (!done)
            emit failed(done.error());
        refresh();
    });
    return true;
}

Qt::ItemFlags ConversationList::flags(const QModelIndex& index) const
{
    return index.isValid() ? QAbstractListModel::flags(index) | Qt::ItemIsEditable : Qt::NoItemFlags;
}

int ConversationList::rowOf(qint64 conversationId) const
{
    const auto found = std::ranges::find(m_rows, conversationId, &ConversationSummary::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

void ConversationList::refresh()
{
    m_refresh.start();
}

void ConversationList::read()
{
    m_store.list(this, [this](const Result<QList<ConversationSummary>>& rows) {
        if (!rows)
            return emit failed(rows.error());
        apply(*rows);
        emit refreshed();
    });
}

// Rows that only moved or changed keep their persistent indexes, so a view keeps its selection and place.
void ConversationList::apply(const QList<ConversationSummary>& rows)
{
    if (m_rows.isEmpty()) { // at the start: one step for thousands
        beginResetModel();
        m_rows = rows;
        return endResetModel();
    }
    for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
        if (std::ranges::find(rows, m_rows[row].id, &ConversationSummary::id) != rows.end())
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < rows.size(); ++row) {
        const int old = rowOf(rows[row].id);
        if (old < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, rows[row]);
            endInsertRows();
            continue;
        }
        if (old != row) {
            beginMoveRows({}, old, old, {}, row > old ? row + 1 : row);
            m_rows.move(old, row);
            endMoveRows();
        }
        if (m_rows[row] != rows[row]) {
            m_rows[row] = rows[row];
            emit dataChanged(index(row), index(row));
        }
    }
}

void ConversationList::remove(qint64 conversationId)
{
    if (const int row = rowOf(conversationId); row >= 0) {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    m_store.remove(conversationId, this, [this](const Result<void>& done) {
        if (!done)
            emit failed(done.error());
        refresh();
    });
}

void ConversationList::restore(qint64 conversationId)
{
    m_store.restore(conversationId, this, [this](const Result<void>& done) {
        if (!done)
            emit failed(done.error());
        refresh();
    });
}

} // namespace orangery
