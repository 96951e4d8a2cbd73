// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "outcome.h"
#include "storage/conversationstore.h"
#include "storage/ledger.h"
#include "storage/statement.h"

#include <QTemporaryDir>
#include <gtest/gtest.h>
#include <memory>

namespace orangery::test {

/// An open database in a folder of its own, and shorthands for its calls.
class StorageTest : public testing::Test
{
protected:
    QString folder() const { return m_folder.filePath(QStringLiteral("data")); }
    QString file() const { return folder() + QStringLiteral("/orangery.sqlite"); }

    Database& database()
    {
        if (!m_database)
            m_database = std::make_unique<Database>(folder());
        return *m_database;
    }
    void close() { m_database.reset(); }

    /// Runs one statement through the writer.
    Result<void> write(const QString& sql)
    {
        return await<void>([&](auto done) {
            database().writer().call<void>([sql](QSqlDatabase& db) { return execute(db, sql); }, &m_context,
                                           done);
        });
    }
    /// The first column of the first row, through the reader.
    Result<QString> read(const QString& sql)
    {
        return await<QString>([&](auto done) {
            database().reader().call<QString>(
                [sql](QSqlDatabase& db) -> Result<QString> {
                    Statement statement(db, sql);
                    const auto hasRow = statement.first();
                    if (!hasRow)
                        return hasRow.error();
                    return *hasRow ? statement.text(0) : QString();
                },
                &m_context, done);
        });
    }

    qint64 makeConversation(const QString& title = QStringLiteral("Oranges"))
    {
        ConversationSummary conversation;
        conversation.id = newId();
        conversation.title = title;
        conversation.createdAt = conversation.changedAt = utc(QStringLiteral("2026-11-24T10:00:00.000"));
        EXPECT_TRUE(ok(await<void>(
            [&](auto done) { ConversationStore(database()).create(conversation, {}, &m_context, done); })));
        return conversation.id;
    }
    StoredMessage message(qint64 conversation, qint64 parent, const QString& text,
                          StoredMessage::State state = StoredMessage::State::Done)
    {
        StoredMessage made;
        made.id = newId();
        made.conversationId = conversation;
        made.parentId = parent;
        made.text = text;
        made.state = state;
        made.createdAt = utc(QStringLiteral("2026-11-24T10:00:01.234"));
        return made;
    }
    Result<void> append(const QList<StoredMessage>& messages)
    {
        return await<void>(
            [&](auto done) { ConversationStore(database()).append(messages, &m_context, done); });
    }
    Result<StoredConversation> open(qint64 conversation)
    {
        return await<StoredConversation>(
            [&](auto done) { ConversationStore(database()).open(conversation, &m_context, done); });
    }
    Result<QList<StoredMessage>> messages(qint64 conversation)
    {
        const auto opened = open(conversation);
        return opened ? Result<QList<StoredMessage>>(opened->messages) : opened.error();
    }
    Result<QList<ConversationSummary>> list()
    {
        return await<QList<ConversationSummary>>(
            [&](auto done) { ConversationStore(database()).list(&m_context, done); });
    }

    QTemporaryDir m_folder;
    QObject m_context;
    std::unique_ptr<Database> m_database;
};

} // namespace orangery::test
