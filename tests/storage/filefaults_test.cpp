// SPDX-License-Identifier: GPL-3.0-or-later
#include "helperprocess.h"
#include "storage/migrations.h"
#include "storage/sqlconnection.h"
#include "storagefixture.h"

using namespace Qt::StringLiterals;

namespace orangery::test {

class FileFaults : public StorageTest
{
protected:
    void SetUp() override { ASSERT_TRUE(QDir().mkpath(folder())); }
    void put(const QByteArray& bytes)
    {
        QFile out(file());
        ASSERT_TRUE(out.open(QIODevice::WriteOnly));
        out.write(bytes);
    }
    QByteArray bytes()
    {
        QFile in(file());
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    /// A database of today's version with a chat in it, closed.
    qint64 makeSound()
    {
        const qint64 conversation = makeConversation();
        EXPECT_TRUE(ok(append({message(conversation, 0, u"precious"_s)})));
        close();
        return conversation;
    }
    void change(const QString& sql)
    {
        SqlConnection connection;
        ASSERT_TRUE(ok(connection.open(file(), SqlConnection::Access::ReadWrite)));
        ASSERT_TRUE(ok(execute(connection.database(), sql)));
    }
    /// The database refuses the file: every call says why, and not a byte of the folder changes.
    void expectRefusal(ErrorKind kind)
    {
        const auto before = contentsOf(folder());
        ASSERT_TRUE(waitForOpened(database()));
        ASSERT_TRUE(database().problem().has_value());
        EXPECT_EQ(database().problem()->kind, kind) << qPrintable(database().problem()->detail);
        EXPECT_FALSE(database().problem()->message.isEmpty());
        EXPECT_FALSE(database().problem()->detail.isEmpty());
        EXPECT_TRUE(failsWith(list(), kind));
        EXPECT_TRUE(failsWith(append({message(1, 0, u"x"_s)}), kind));
        ConversationStore(database()).purgeDeleted(QDateTime::currentDateTimeUtc());
        Ledger(database()).settleAbandoned(QDateTime::currentDateTimeUtc());
        database().reopen();
        EXPECT_TRUE(failsWith(list(), kind));
        close();
        EXPECT_EQ(contentsOf(folder()), before);
    }
};

TEST_F(FileFaults, A_newer_version_is_refused_and_untouched)
{
    makeSound();
    change(u"PRAGMA user_version = 999"_s);
    expectRefusal(ErrorKind::StorageTooNew);
}

TEST_F(FileFaults, A_newer_version_that_lies_in_the_log_only_is_refused_and_untouched)
{
    makeSound();
    const QTemporaryDir aside;
    {
        SqlConnection newer;
        ASSERT_TRUE(ok(newer.open(file(), SqlConnection::Access::ReadWrite)));
        ASSERT_TRUE(ok(execute(newer.database(), u"PRAGMA wal_autocheckpoint = 0"_s)));
        ASSERT_TRUE(ok(execute(newer.database(), u"PRAGMA user_version = 999"_s)));
        // as a kill would leave it: the log is not merged
        for (const QString& suffix : {QString(), u"-wal"_s})
            ASSERT_TRUE(QFile::copy(file() + suffix, aside.filePath(u"orangery.sqlite"_s + suffix)));
    }
    const auto before = contentsOf(aside.path());
    ASSERT_GT(QFileInfo(aside.filePath(u"orangery.sqlite-wal"_s)).size(), 0);
    {
        Database database(aside.path());
        ASSERT_TRUE(waitForOpened(database));
        ASSERT_TRUE(database.problem().has_value());
        EXPECT_EQ(database.problem()->kind, ErrorKind::StorageTooNew);
    }
    const auto after = contentsOf(aside.path());
    for (const QString& name : before.keys())
        EXPECT_EQ(after.value(name), before.value(name)) << qPrintable(name);
}

TEST_F(FileFaults, A_newer_file_that_was_cut_in_mid_change_is_not_even_rolled_back)
{
    const QTemporaryDir aside;
    {
        SqlConnection newer;
        ASSERT_TRUE(ok(newer.open(file(), SqlConnection::Access::ReadWrite)));
        for (const auto& sql : {u"PRAGMA user_version = 999"_s, u"CREATE TABLE t (n)"_s,
                                u"PRAGMA cache_size = 2"_s, u"INSERT INTO t VALUES (randomblob(100000))"_s,
                                u"BEGIN"_s, u"UPDATE t SET n = randomblob(100000)"_s})
            ASSERT_TRUE(ok(execute(newer.database(), sql)));
        for (const QString& suffix : {QString(), u"-journal"_s})
            ASSERT_TRUE(QFile::copy(file() + suffix, aside.filePath(u"orangery.sqlite"_s + suffix)));
    }
    const auto before = contentsOf(aside.path());
    {
        Database database(aside.path());
        ASSERT_TRUE(waitForOpened(database));
        ASSERT_TRUE(database.problem().has_value());
        EXPECT_EQ(database.problem()->kind, ErrorKind::StorageTooNew);
    }
    EXPECT_EQ(contentsOf(aside.path()), before);
}

TEST_F(FileFaults, Garbage_is_refused_and_untouched)
{
    for (const QByteArray& garbage :
         {QByteArray("x"), QByteArray(99, '\0'), QByteArray(511, 'y'), QByteArray(512, 'y'),
          QByteArray(4095, 'y'), QByteArray(100'000, '\x5a'), QByteArray("<html>not a database</html>"),
          QByteArray("SQLite format 3\0", 16)}) {
        SCOPED_TRACE(garbage.left(20).constData());
        put(garbage);
        expectRefusal(ErrorKind::StorageCorrupt);
        EXPECT_EQ(bytes(), garbage);
    }
}

TEST_F(FileFaults, A_damaged_first_page_is_refused_and_untouched)
{
    makeSound();
    QByteArray damaged = bytes();
    damaged.replace(100, 3996, QByteArray(3996, '\xa5'));
    put(damaged);
    expectRefusal(ErrorKind::StorageCorrupt);
    EXPECT_EQ(bytes(), damaged);
}

TEST_F(FileFaults, A_cut_file_is_refused_or_read_and_never_wiped)
{
    const qint64 conversation = makeSound();
    const QByteArray sound = bytes();
    for (const qsizetype size :
         {sound.size() - 1, sound.size() / 2, qsizetype(4096), qsizetype(512), qsizetype(60)}) {
        SCOPED_TRACE(size);
        put(sound.first(size));
        ASSERT_TRUE(waitForOpened(database()));
        const auto chats = messages(conversation);
        const auto written = append({message(conversation, 0, u"more"_s)});
        if (!chats) {
            EXPECT_EQ(chats.error().kind, ErrorKind::StorageCorrupt) << qPrintable(chats.error().detail);
        }
        if (!written) {
            EXPECT_EQ(written.error().kind, ErrorKind::StorageCorrupt) << qPrintable(written.error().detail);
        }
        close();
        EXPECT_GE(bytes().size(), size);
    }
}

TEST_F(FileFaults, Damage_that_shows_later_stops_the_writing_and_is_announced)
{
    const qint64 conversation = makeConversation();
    QList<StoredMessage> many;
    for (int i = 0; i < 200; ++i)
        many.append(message(conversation, 0, QString(2000, u'm')));
    ASSERT_TRUE(ok(append(many)));
    close();
    QByteArray damaged = bytes();
    ASSERT_GT(damaged.size(), 40 * 4096);
    // all but the first pages, which hold the schema
    damaged.replace(16 * 4096, damaged.size() - 16 * 4096, QByteArray(damaged.size() - 16 * 4096, '\x11'));
    put(damaged);
    ASSERT_TRUE(waitForOpened(database()));
    ASSERT_FALSE(database().problem().has_value());
    EXPECT_TRUE(failsWith(messages(conversation), ErrorKind::StorageCorrupt));
    ASSERT_TRUE(waitFor([&] { return database().problem().has_value(); }));
    EXPECT_EQ(database().problem()->kind, ErrorKind::StorageCorrupt);
    EXPECT_TRUE(failsWith(write(u"UPDATE message SET text = text || '!'"_s), ErrorKind::StorageCorrupt));
    EXPECT_TRUE(failsWith(write(u"INSERT INTO draft VALUES (1, 'x')"_s), ErrorKind::StorageCorrupt));
    EXPECT_TRUE(ok(read(u"PRAGMA user_version"_s))); // what can be read is
    EXPECT_TRUE(database().problem().has_value());
}

TEST_F(FileFaults, Another_programs_database_is_refused_and_untouched)
{
    change(u"CREATE TABLE photos (n INTEGER)"_s);
    expectRefusal(ErrorKind::StorageCorrupt);
}

TEST_F(FileFaults, A_folder_in_the_files_place_is_refused)
{
    ASSERT_TRUE(QDir().mkdir(file()));
    expectRefusal(ErrorKind::StorageReadOnly);
    EXPECT_TRUE(QFileInfo(file()).isDir());
}

TEST_F(FileFaults, A_locked_file_is_refused_untouched_and_opens_when_it_is_free)
{
    const qint64 conversation = makeSound();
    const auto before = contentsOf(folder());
    HelperProcess holder({u"hold"_s, folder()});
    ASSERT_EQ(holder.line(), u"held"_s);
    ASSERT_TRUE(waitForOpened(database()));
    ASSERT_TRUE(database().problem().has_value());
    EXPECT_EQ(database().problem()->kind, ErrorKind::StorageLocked);
    EXPECT_TRUE(failsWith(messages(conversation), ErrorKind::StorageLocked));
    EXPECT_TRUE(failsWith(append({message(conversation, 0, u"x"_s)}), ErrorKind::StorageLocked));
    EXPECT_EQ(holder.finish(), 0);

    database().reopen();
    EXPECT_TRUE(ok(append({message(conversation, 0, u"x"_s)})));
    EXPECT_FALSE(database().problem().has_value());
    EXPECT_EQ(messages(conversation).value_or(QList<StoredMessage>()).size(), 2);
    close();
    EXPECT_EQ(contentsOf(folder()).keys(), before.keys());
}

TEST_F(FileFaults, Reopening_works_after_a_refused_file_was_replaced_by_its_copy)
{
    const qint64 conversation = makeSound();
    const QByteArray sound = bytes();
    put(QByteArray(5000, 'z'));
    ASSERT_TRUE(waitForOpened(database()));
    ASSERT_TRUE(database().problem().has_value());
    put(sound); // no connection is open while there is a problem of this kind
    database().reopen();
    EXPECT_EQ(messages(conversation).value_or(QList<StoredMessage>()).size(), 1);
    EXPECT_FALSE(database().problem().has_value());
}

} // namespace orangery::test
