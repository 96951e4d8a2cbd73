// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/conversationstore.h"

#include "storage/database.h"
#include "storage/messagerow.h"
#include "storage/statement.h"
#include "storage/transaction.h"

using namespace Qt::StringLiterals;

namespace orangery {

namespace {

using Durability = Transaction::Durability;

QString noConversation(qint64 id)
{
    return u"there is no conversation %1"_s.arg(id);
}

QDateTime orNow(const QDateTime& time)
{
    return time.isValid() ? time : QDateTime::currentDateTimeUtc();
}

/// The conversation moves up in the list, and is known by the model of its latest reply.
Result<void> touch(const QSqlDatabase& database, const StoredMessage& message)
{
    Statement moved(database, u"UPDATE conversation SET changed_at = MAX(changed_at, ?) WHERE id = ?"_s);
    moved.bind(orNow(message.createdAt)).bind(message.conversationId);
    if (const auto done = moved.change(noConversation(message.conversationId)); !done)
        return done;
    if (message.role != ChatRole::Assistant || message.model.isEmpty())
        return {};
    return Statement(database, u"UPDATE conversation SET model = ? WHERE id = ?"_s)
        .bind(message.model)
        .bind(message.conversationId)
        .run();
}

Result<void> insertShown(const QSqlDatabase& database, const QList<StoredMessage>& messages)
{
    for (const StoredMessage& message : messages) {
        if (const auto inserted = insertMessage(database, message); !inserted)
            return inserted;
        if (const auto touched = touch(database, message); !touched)
            return touched;
    }
    if (messages.isEmpty())
        return {};
    Statement shown(database, u"UPDATE conversation SET shown_message_id = ? WHERE id = ?"_s);
    return shown.bind(messages.last().id).bind(messages.last().conversationId).run();
}

/// Both from one state of the file.
Result<StoredConversation> selectConversation(QSqlDatabase& database, qint64 conversationId)
{
    StoredConversation conversation;
    Statement shown(database, u"SELECT shown_message_id FROM conversation WHERE id = ?"_s);
    const auto hasRow = shown.bind(conversationId).first();
    if (!hasRow)
        return hasRow.error();
    if (*hasRow)
        conversation.shownMessageId = shown.integer(0);
    auto messages = selectMessages(database, conversationId);
    if (!messages)
        return messages.error();
    conversation.messages = *std::move(messages);
    return conversation;
}

Result<QList<ConversationSummary>> selectSummaries(const QSqlDatabase& database)
{
    QList<ConversationSummary> list;
    Statement select(database, uR"(SELECT id, title, model, created_at, changed_at, message_count, neurons
        FROM conversation WHERE deleted_at IS NULL ORDER BY changed_at DESC, id DESC)"_s);
    const auto ran = select.each([&] {
        list.append({select.integer(0), select.text(1), select.text(2), select.time(3), select.time(4),
                     int(select.integer(5)), select.neurons(6)});
    });
    if (!ran)
        return ran.error();
    return list;
}

/// One statement that must find its row.
Result<void> changeOne(Statement& statement, qint64 conversationId)
{
    return statement.change(noConversation(conversationId));
}

} // namespace

ConversationStore::ConversationStore(Database& database) : m_database(database) {}

void ConversationStore::list(QObject* context, Answer<QList<ConversationSummary>> done)
{
    m_database.reader().call<QList<ConversationSummary>>(selectSummaries, context, std::move(done));
}

void ConversationStore::open(qint64 conversationId, QObject* context, Answer<StoredConversation> done)
{
    m_database.reader().call<StoredConversation>(
        [conversationId](QSqlDatabase& database) { return selectConversation(database, conversationId); },
        context, std::move(done));
}

void ConversationStore::create(const ConversationSummary& conversation, const QList<StoredMessage>& messages,
                               QObject* context, Done done)
{
    m_database.writer().call<void>(
        [conversation, messages](QSqlDatabase& database) -> Result<void> {
            Transaction transaction(database, Durability::PowerLoss);
            if (const auto begun = transaction.begin(); !begun)
                return begun;
            Statement insert(database,
                             u"INSERT INTO conversation (id, title, model, created_at, changed_at) VALUES "
                             u"(?, ?, ?, ?, ?)"_s);
            insert.bind(conversation.id).bind(conversation.title).bind(conversation.model);
            insert.bind(orNow(conversation.createdAt)).bind(orNow(conversation.changedAt));
            if (const auto inserted = insert.run(); !inserted)
                return inserted;
            if (const auto inserted = insertShown(database, messages); !inserted)
                return inserted;
            return transaction.commit();
        },
        context, std::move(done));
}

void ConversationStore::show(qint64 conversationId, qint64 messageId, QObject* context, Done done)
{
    m_database.writer().call<void>(
        [conversationId, messageId](QSqlDatabase& database) {
            Statement update(database, u"UPDATE conversation SET shown_message_id = ? WHERE id = ?"_s);
            return changeOne(update.bind(messageId).bind(conversationId), conversationId);
        },
        context, std::move(done));
}

void ConversationStore::rename(qint64 conversationId, const QString& title, QObject* context, Done done)
{
    m_database.writer().call<void>(
        [conversationId, title](QSqlDatabase& database) {
            Statement update(database, u"UPDATE conversation SET title = ? WHERE id = ?"_s);
            return changeOne(update.bind(title).bind(conversationId), conversationId);
        },
        context, std::move(done));
}

void ConversationStore::remove(qint64 conversationId, QObject* context, Done done)
{
    m_database.writer().call<void>(
        [conversationId](QSqlDatabase& database) {
            Statement update(database,
                             u"UPDATE conversation SET deleted_at = COALESCE(deleted_at, ?) WHERE id = ?"_s);
            return changeOne(update.bind(QDateTime::currentDateTimeUtc()).bind(conversationId),
                             conversationId);
        },
        context, std::move(done));
}

void ConversationStore::restore(qint64 conversationId, QObject* context, Done done)
{
    m_database.writer().call<void>(
        [conversationId](QSqlDatabase& database) {
            Statement update(database, u"UPDATE conversation SET deleted_at = NULL WHERE id = ?"_s);
            return changeOne(update.bind(conversationId), conversationId);
        },
        context, std::move(done));
}

void ConversationStore::purgeDeleted(const QDateTime& hiddenBefore)
{
    m_database.writer().call<void>(
        [hiddenBefore](QSqlDatabase& database) -> Result<void> {
            Transaction transaction(database);
            if (const auto begun = transaction.begin(); !begun)
                return begun;
            Statement drafts(database, uR"(DELETE FROM draft WHERE conversation_id IN (
                SELECT id FROM conversation WHERE deleted_at < ? UNION ALL
                SELECT m.id FROM message m JOIN conversation c ON c.id = m.conversation_id
                    WHERE c.deleted_at < ?))"_s);
            if (const auto deleted = drafts.bind(hiddenBefore).bind(hiddenBefore).run(); !deleted)
                return deleted;
            Statement conversations(database, u"DELETE FROM conversation WHERE deleted_at < ?"_s);
            if (const auto deleted = conversations.bind(hiddenBefore).run(); !deleted)
                return deleted;
            return transaction.commit();
        },
        nullptr, {});
}

void ConversationStore::append(const QList<StoredMessage>& messages, QObject* context, Done done)
{
    m_database.writer().call<void>(
        [messages](QSqlDatabase& database) -> Result<void> {
            Transaction transaction(database, Durability::PowerLoss);
            if (const auto begun = transaction.begin(); !begun)
                return begun;
            if (const auto inserted = insertShown(database, messages); !inserted)
                return inserted;
            return transaction.commit();
        },
        context, std::move(done));
}

void ConversationStore::appendText(qint64 messageId, const QString& text, const QString& reasoning,
                                   QObject* context, Done done)
{
    m_database.writer().call<void>(
        [messageId, text, reasoning](QSqlDatabase& database) {
            Statement update(
                database, u"UPDATE message SET text = text || ?, reasoning = reasoning || ? WHERE id = ?"_s);
            return update.bind(text).bind(reasoning).bind(messageId).change(
                u"there is no message %1"_s.arg(messageId));
        },
        context, std::move(done));
}

void ConversationStore::update(const StoredMessage& message, QObject* context, Done done)
{
    m_database.writer().call<void>(
        [message](QSqlDatabase& database) -> Result<void> {
            Transaction transaction(database, Durability::PowerLoss);
            if (const auto begun = transaction.begin(); !begun)
                return begun;
            if (const auto updated = updateMessage(database, message); !updated)
                return updated;
            if (const auto touched = touch(database, message); !touched)
                return touched;
            return transaction.commit();
        },
        context, std::move(done));
}

void ConversationStore::saveDraft(qint64 key, const QString& text, QObject* context, Done done)
{
    m_database.writer().call<void>(
        [key, text](QSqlDatabase& database) {
            if (text.isEmpty()) {
                return Statement(database, u"DELETE FROM draft WHERE conversation_id = ?"_s).bind(key).run();
            }
            return Statement(database,
                             u"INSERT OR REPLACE INTO draft (conversation_id, text) VALUES (?, ?)"_s)
                .bind(key)
                .bind(text)
                .run();
        },
        context, std::move(done));
}

void ConversationStore::draft(qint64 key, QObject* context, Answer<QString> done)
{
    m_database.reader().call<QString>(
        [key](QSqlDatabase& database) -> Result<QString> {
            Statement select(database, u"SELECT text FROM draft WHERE conversation_id = ?"_s);
            const auto hasRow = select.bind(key).first();
            if (!hasRow)
                return hasRow.error();
            return *hasRow ? select.text(0) : QString();
        },
        context, std::move(done));
}

void ConversationStore::recoverInterrupted(QObject* context, Answer<int> done)
{
    m_database.writer().call<int>(
        [&store = m_database](QSqlDatabase& database) -> Result<int> {
            if (!store.isFirstProcess())
                return 0;
            Statement update(database,
                             u"UPDATE message SET state = 'interrupted' WHERE state = 'streaming'"_s);
            if (const auto updated = update.run(); !updated)
                return updated.error();
            return update.affected();
        },
        context, std::move(done));
}

} // namespace orangery
