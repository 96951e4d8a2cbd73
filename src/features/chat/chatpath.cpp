// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/chatpath.h"

#include "core/ids.h"

#include <algorithm>
#include <utility>

namespace orangery {

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

StoredMessage newQuestion(qint64 conversationId, qint64 parentId, const QString& text,
                          const QDateTime& utcNow)
{
    StoredMessage question;
    question.id = newId();
    question.conversationId = conversationId;
    question.parentId = parentId;
    question.text = text;
    question.createdAt = utcNow;
    return question;
}

StoredMessage newAnswer(qint64 conversationId, qint64 parentId, const QString& model, const QDateTime& utcNow)
{
    StoredMessage answer = newQuestion(conversationId, parentId, {}, utcNow);
    answer.role = ChatRole::Assistant;
    answer.model = model;
    answer.state = StoredMessage::State::Streaming;
    return answer;
}

ConversationSummary newConversation(const QString& title, const QString& model, const QDateTime& utcNow)
{
    ConversationSummary conversation;
    conversation.id = newId();
    conversation.title = title;
    conversation.model = model;
    conversation.createdAt = conversation.changedAt = utcNow;
    return conversation;
}

QList<StoredMessage> copyOf(const QList<StoredMessage>& path, qint64 conversationId)
{
    QList<StoredMessage> copies = path;
    qint64 parentId = 0;
    for (StoredMessage& copy : copies) {
        copy.id = newId();
        copy.conversationId = conversationId;
        copy.parentId = std::exchange(parentId, copy.id);
        copy.neurons = copy.estimate = std::nullopt;
        copy.callId = 0;
        if (copy.state == StoredMessage::State::Streaming)
            copy.state = StoredMessage::State::Interrupted;
    }
    return copies;
}

} // namespace orangery
