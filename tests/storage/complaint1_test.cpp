// SPDX-License-Identifier: GPL-3.0-or-later
// Complaint 1: chats are lost. What was saved survives a kill, a full disk, an update and a way back.
#include "helperprocess.h"
#include "storage/migrations.h"
#include "storage/sqlconnection.h"
#include "storagefixture.h"

using namespace Qt::StringLiterals;

namespace orangery::test {

class Complaint_1 : public StorageTest
{
protected:
    void change(const QString& sql)
    {
        SqlConnection connection;
        ASSERT_TRUE(ok(connection.open(file(), SqlConnection::Access::ReadWrite)));
        ASSERT_TRUE(ok(execute(connection.database(), sql)));
    }
};

TEST_F(Complaint_1, Every_piece_that_was_saved_is_there_after_kill_9)
{
    qint64 conversation = 0;
    int last = -1;
    {
        HelperProcess helper({u"stream"_s, folder()});
        conversation = helper.line().toLongLong();
        ASSERT_NE(conversation, 0);
        for (int i = 0; i < 30; ++i)
            last = helper.line().toInt();
        ASSERT_EQ(last, 29);
        helper.kill();
        for (const QString& line : helper.rest().split(u'\n', Qt::SkipEmptyParts))
            last = line.toInt();
    }
    ASSERT_GT(QFileInfo(file() + u"-wal"_s).size(), 0); // it really was cut

    EXPECT_EQ(await<int>([&](auto done) {
                  ConversationStore(database()).recoverInterrupted(&m_context, done);
              }).value_or(-1),
              1);
    const auto found = messages(conversation);
    ASSERT_TRUE(ok(found));
    ASSERT_EQ(found->size(), 1);
    EXPECT_EQ(found->first().state, StoredMessage::State::Interrupted);
    // all that was answered, in order, without a gap; at most the piece on its way comes on top
    const QStringList pieces = found->first().text.split(u'\n', Qt::SkipEmptyParts);
    ASSERT_GE(pieces.size(), last + 1);
    ASSERT_LE(pieces.size(), last + 2);
    for (int i = 0; i < pieces.size(); ++i)
        EXPECT_EQ(pieces.at(i), u"piece %1 🍊"_s.arg(i));
    EXPECT_EQ(list().value_or(QList<ConversationSummary>()).size(), 1);
    EXPECT_EQ(read(u"PRAGMA integrity_check"_s).value_or(QString()), u"ok"_s);
}

TEST_F(Complaint_1, A_full_disk_loses_nothing_that_was_saved)
{
    runOnOwnDisk(u"full"_s);
}

/// The same without a disk of its own, for every system: SQLite's own limit ends in the same code as a full
/// disk.
TEST_F(Complaint_1, A_full_database_loses_nothing_that_was_saved)
{
    const qint64 conversation = makeConversation();
    const StoredMessage answer = message(conversation, 0, u"kept"_s, StoredMessage::State::Streaming);
    ASSERT_TRUE(ok(append({answer})));
    ASSERT_TRUE(ok(write(u"PRAGMA max_page_count = 1"_s)));
    const auto appendText = [&](const QString& text) {
        return await<void>([&](auto done) {
            ConversationStore(database()).appendText(answer.id, text, QString(), &m_context, done);
        });
    };
    EXPECT_TRUE(failsWith(appendText(QString(1 << 20, u'x')), ErrorKind::StorageFull));
    EXPECT_TRUE(failsWith(append({message(conversation, answer.id, QString(1 << 20, u'x'))}),
                          ErrorKind::StorageFull));
    ASSERT_EQ(messages(conversation).value_or(QList<StoredMessage>()), QList<StoredMessage>{answer});
    ASSERT_TRUE(ok(write(u"PRAGMA max_page_count = 1073741823"_s)));
    EXPECT_TRUE(ok(appendText(u", and on"_s)));
    EXPECT_EQ(messages(conversation).value().first().text, u"kept, and on"_s);
}

TEST_F(Complaint_1, A_newer_file_is_refused_and_untouched)
{
    const qint64 conversation = makeConversation();
    ASSERT_TRUE(ok(append({message(conversation, 0, u"precious"_s)})));
    close();
    change(u"PRAGMA user_version = 999"_s);
    const auto before = contentsOf(folder());
    EXPECT_TRUE(failsWith(list(), ErrorKind::StorageTooNew));
    EXPECT_TRUE(failsWith(append({message(conversation, 0, u"x"_s)}), ErrorKind::StorageTooNew));
    ASSERT_TRUE(database().problem().has_value());
    EXPECT_EQ(database().problem()->kind, ErrorKind::StorageTooNew);
    close();
    EXPECT_EQ(contentsOf(folder()), before);
    // the newer program opens it as if nothing had been
    change(u"PRAGMA user_version = %1"_s.arg(schemaVersion()));
    EXPECT_EQ(messages(conversation).value_or(QList<StoredMessage>()).size(), 1);
    EXPECT_FALSE(database().problem().has_value());
}

TEST_F(Complaint_1, A_backup_is_made_before_a_migration)
{
    ASSERT_TRUE(QDir().mkpath(folder()));
    {
        SqlConnection old;
        ASSERT_TRUE(ok(old.open(file(), SqlConnection::Access::ReadWrite)));
        ASSERT_TRUE(ok(migrate(old.database(), migrations().first(1))));
        ASSERT_TRUE(ok(execute(old.database(),
                               u"INSERT INTO conversation VALUES (1, 'old chat', '', 1, 1, NULL, 0, 0)"_s)));
    }
    const auto chats = list();
    ASSERT_TRUE(ok(chats));
    ASSERT_EQ(chats->size(), 1);
    EXPECT_EQ(chats->first().title, u"old chat"_s);
    SqlConnection copy;
    ASSERT_TRUE(ok(copy.open(file() + u".backup-v1"_s, SqlConnection::Access::Immutable)));
    Statement title(copy.database(), u"SELECT title FROM conversation"_s);
    EXPECT_TRUE(title.first().value_or(false));
    EXPECT_EQ(title.text(0), u"old chat"_s);
    Statement version(copy.database(), u"PRAGMA user_version"_s);
    EXPECT_TRUE(version.first().value_or(false));
    EXPECT_EQ(version.integer(0), 1);
}

} // namespace orangery::test
