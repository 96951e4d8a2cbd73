// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/chatpath.h"

#include "core/ids.h"

#include <QHash>
#include <algorithm>

namespace orangery {

QList<StoredMessage> newestPath(const QList<StoredMessage>& tree)
{
    QHash<qint64, qsizetype> newestChild; // parent → index in tree
    for (qsizetype i = 0; i < tree.size(); ++i) {
        const auto known = newestChild.constFind(tree[i].parentId);
        if (known == newestChild.constEnd() || tree[*known].id < tree[i].id)
            newestChild[tree[i].parentId] = i;
    }
    QList<StoredMessage> path;
    auto next = newestChild.constFind(0);
    while (next != newestChild.constEnd() && path.size() < tree.size()) {
        path.append(tree[*next]);
        next = newestChild.constFind(path.last().id);
    }
    return path;
}

QList<ChatMessage> sendable(const QList<StoredMessage>& path)
{
    QList<ChatMessage> messages;
    for (const StoredMessage& message : path) {
        if (!message.text.isEmpty())
            messages.append({.role = message.role, .text = message.text});
    }
    return messages;
}

QList<ChatMessage> withQuestion(const QList<StoredMessage>& path, const QString& text)
{
    QList<ChatMessage> messages = sendable(path);
    if (!text.isEmpty())
        messages.append({.role = ChatRole::User, .text = text});
    return messages;
}

QString lastModel(const QList<StoredMessage>& path)
{
    const auto last = std::find_if(path.crbegin(), path.crend(),
                                   [](const StoredMessage& message) { return !message.model.isEmpty(); });
    return last == path.crend() ? QString() : last->model;
}

QString titleFrom(const QString& text)
{
    constexpr qsizetype longest = 60;
    const QString start = text.trimmed().left(400);
    QString line = start.section(QLatin1Char('\n'), 0, 0).simplified();
    while (line.startsWith(QLatin1Char('#')) || line.startsWith(QLatin1Char('>')))
        line = line.mid(1).trimmed();
    if (line.size() <= longest)
        return line;
    const qsizetype cut = line.lastIndexOf(QLatin1Char(' '), longest - 1);
    return line.left(cut > longest / 2 ? cut : longest - 1) + QChar(0x2026);
}

ConversationSummary newConversation(const QString& firstText, const QString& model, const QDateTime& utcNow)
{
    ConversationSummary conversation;
    conversation.id = newId();
    conversation.title = titleFrom(firstText);
    conversation.model = model;
    conversation.createdAt = conversation.changedAt = utcNow;
    return conversation;
}

} // namespace orangery
