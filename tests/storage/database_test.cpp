// SPDX-License-Identifier: GPL-3.0-or-later
#include "storagefixture.h"

#include "storage/migrations.h"

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace orangery::test {

using DatabaseTest = StorageTest;

mode_t modeOf(const QString& path)
{
    struct stat status
    {};
    EXPECT_EQ(::stat(QFile::encodeName(path).constData(), &status), 0) << qPrintable(path);
    return status.st_mode & 0777;
}

TEST_F(DatabaseTest, Opens_a_missing_one_for_its_owner_alone)
{
    const mode_t before = ::umask(0); // the most careless one
    ASSERT_TRUE(waitForOpened(database()));
    makeConversation();
    ::umask(before);
    EXPECT_FALSE(database().problem().has_value());
    EXPECT_EQ(database().file(), file());
    EXPECT_EQ(modeOf(folder()), 0700u);
    for (const QFileInfo& info : QDir(folder()).entryInfoList(QDir::Files))
        EXPECT_EQ(modeOf(info.filePath()), 0600u) << qPrintable(info.fileName());
    EXPECT_TRUE(QFile::exists(file() + u"-wal"_s));
}

TEST_F(DatabaseTest, Takes_an_existing_file_from_other_peoples_eyes_and_leaves_the_folder)
{
    ASSERT_TRUE(waitForOpened(database()));
    close();
    ASSERT_EQ(::chmod(QFile::encodeName(file()).constData(), 0644), 0);
    ASSERT_EQ(::chmod(QFile::encodeName(folder()).constData(), 0755), 0);
    ASSERT_TRUE(waitForOpened(database()));
    EXPECT_EQ(modeOf(file()), 0600u);
    EXPECT_EQ(modeOf(folder()), 0755u);
}

TEST_F(DatabaseTest, Is_set_up_as_the_design_says)
{
    EXPECT_EQ(read(u"PRAGMA journal_mode"_s).value_or(QString()), u"wal"_s);
    EXPECT_EQ(read(u"PRAGMA user_version"_s).value_or(QString()), QString::number(schemaVersion()));
    EXPECT_EQ(read(u"PRAGMA query_only"_s).value_or(QString()), u"0"_s);
    const auto pragma = [&](const QString& name) {
        return await<QString>([&](auto done) {
            database().writer().call<QString>(
                [name](QSqlDatabase& db) -> Result<QString> {
                    Statement statement(db, u"PRAGMA "_s + name);
                    const auto read = statement.first();
                    return read ? Result<QString>(statement.text(0)) : Result<QString>(read.error());
                },
                &m_context, done);
        });
    };
    EXPECT_EQ(pragma(u"foreign_keys"_s).value_or(QString()), u"1"_s);
    EXPECT_EQ(pragma(u"synchronous"_s).value_or(QString()), u"1"_s); // NORMAL
    EXPECT_EQ(pragma(u"busy_timeout"_s).value_or(QString()), u"50"_s);
    makeConversation(); // which asks for more, and gives it back
    EXPECT_EQ(pragma(u"synchronous"_s).value_or(QString()), u"1"_s);
}

TEST_F(DatabaseTest, The_reader_cannot_write)
{
    const auto answer = await<void>([&](auto done) {
        database().reader().call<void>([](QSqlDatabase& db) { return execute(db, u"DELETE FROM call"_s); },
                                       &m_context, done);
    });
    EXPECT_TRUE(failsWith(answer, ErrorKind::StorageReadOnly));
}

TEST_F(DatabaseTest, The_reader_sees_every_write_that_was_answered)
{
    const qint64 conversation = makeConversation();
    for (int i = 0; i < 50; ++i) {
        ASSERT_TRUE(ok(append({message(conversation, 0, QString::number(i))})));
        const auto found = messages(conversation);
        ASSERT_TRUE(ok(found));
        ASSERT_EQ(found->size(), i + 1);
    }
}

TEST_F(DatabaseTest, Calls_before_the_opening_has_ended_are_answered_after_it)
{
    Database fresh(folder());
    EXPECT_FALSE(fresh.isOpened());
    EXPECT_FALSE(fresh.problem().has_value());
    const auto list = await<QList<ConversationSummary>>(
        [&](auto done) { ConversationStore(fresh).list(&m_context, done); });
    EXPECT_TRUE(ok(list));
}

TEST_F(DatabaseTest, Closing_leaves_one_file_with_everything_in_it)
{
    const qint64 conversation = makeConversation();
    ASSERT_TRUE(ok(append({message(conversation, 0, u"kept"_s)})));
    close();
    EXPECT_EQ(QDir(folder()).entryList(QDir::Files), QStringList{u"orangery.sqlite"_s});
    EXPECT_EQ(messages(conversation).value_or(QList<StoredMessage>()).size(), 1);
}

TEST_F(DatabaseTest, A_problem_of_later_is_announced_and_ends_with_the_next_success)
{
    ASSERT_TRUE(waitForOpened(database()));
    int changes = 0;
    QObject::connect(&database(), &Database::problemChanged, &m_context, [&] { ++changes; });
    ASSERT_TRUE(ok(write(u"PRAGMA max_page_count = 1"_s))); // SQLite's own “disk full”
    const QString large = u"INSERT INTO draft VALUES (5, hex(randomblob(1000000)))"_s;
    EXPECT_TRUE(failsWith(write(large), ErrorKind::StorageFull));
    ASSERT_TRUE(waitFor([&] { return database().problem().has_value(); }));
    EXPECT_EQ(database().problem()->kind, ErrorKind::StorageFull);
    EXPECT_EQ(changes, 1);
    ASSERT_TRUE(ok(write(u"PRAGMA max_page_count = 1073741823"_s)));
    EXPECT_TRUE(ok(write(large)));
    ASSERT_TRUE(waitFor([&] { return !database().problem().has_value(); }));
    EXPECT_EQ(changes, 2);
}

TEST_F(DatabaseTest, Reopening_a_sound_one_changes_nothing)
{
    const qint64 conversation = makeConversation();
    ASSERT_TRUE(waitFor([&] { return database().isOpened(); })) << "the first opening is told";
    int problems = 0, opened = 0;
    QObject::connect(&database(), &Database::problemChanged, &m_context, [&] { ++problems; });
    QObject::connect(&database(), &Database::opened, &m_context, [&] { ++opened; });
    database().reopen();
    ASSERT_TRUE(ok(append({message(conversation, 0, u"after"_s)})));
    EXPECT_EQ(messages(conversation).value_or(QList<StoredMessage>()).size(), 1);
    ASSERT_TRUE(waitFor([&] { return opened == 1; }));
    EXPECT_EQ(problems, 0);
}

} // namespace orangery::test
