// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "outcome.h"
#include "storage/conversationstore.h"

#include <cstdio>
#include <cstdlib>

namespace orangery::test {

inline void say(const QString& line)
{
    std::puts(line.toUtf8().constData());
    std::fflush(stdout);
}

/// The first condition that does not hold ends the program.
inline void demand(bool condition, const QString& what)
{
    if (condition)
        return;
    say(QStringLiteral("not so: ") + what);
    std::exit(1);
}

template <typename T>
void demandOk(const Result<T>& result, const QString& what)
{
    demand(result.has_value(),
           result ? what
                  : QStringLiteral("%1: %2 (%3)").arg(what, result.error().message, result.error().detail));
}

template <typename T>
void demandError(const Result<T>& result, ErrorKind kind, const QString& what)
{
    demand(!result, what + QStringLiteral(" succeeded"));
    demand(result.error().kind == kind,
           QStringLiteral("%1: %2 (%3)").arg(what, result.error().message, result.error().detail));
}

/// A conversation with one message that streams.
class Chat
{
public:
    explicit Chat(Database& database) : m_store(database)
    {
        m_message.id = newId();
        m_message.conversationId = newId();
        m_message.role = ChatRole::Assistant;
        m_message.state = StoredMessage::State::Streaming;
    }
    Result<void> begin()
    {
        ConversationSummary summary;
        summary.id = m_message.conversationId;
        const auto created = await<void>([&](auto done) { m_store.create(summary, {}, &m_context, done); });
        return created ? await<void>([&](auto done) { m_store.append({m_message}, &m_context, done); })
                       : created;
    }
    Result<void> write(const QString& text)
    {
        return await<void>(
            [&](auto done) { m_store.appendText(m_message.id, text, QString(), &m_context, done); });
    }
    QString text()
    {
        const auto found = await<StoredConversation>(
            [&](auto done) { m_store.open(m_message.conversationId, &m_context, done); });
        return found && found->messages.size() == 1 ? found->messages.first().text : QStringLiteral("?");
    }
    Result<void> addTen()
    {
        QList<StoredMessage> ten;
        for (int i = 0; i < 10; ++i) {
            StoredMessage message = m_message;
            message.id = newId();
            message.parentId = m_message.id;
            message.state = StoredMessage::State::Done;
            message.text = QString(5000, QLatin1Char('x'));
            ten.append(message);
        }
        return await<void>([&](auto done) { m_store.append(ten, &m_context, done); });
    }
    qint64 id() const { return m_message.conversationId; }

private:
    ConversationStore m_store;
    StoredMessage m_message;
    QObject m_context;
};

} // namespace orangery::test
