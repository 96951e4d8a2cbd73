// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/migrations.h"

#include "storage/backup.h"
#include "storage/sqlconnection.h"
#include "storage/transaction.h"
#include "storagefixture.h"

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace orangery::test {

class MigrationsTest : public testing::Test
{
protected:
    QString path(const QString& name) const { return m_folder.filePath(name); }
    QStringList backups() const
    {
        return QDir(m_folder.path()).entryList({u"*backup*"_s}, QDir::Files, QDir::Name);
    }
    /// Migrates the file to `steps` on a connection of its own.
    Result<void> migrateFile(const QString& name, const QList<Migration>& steps)
    {
        SqlConnection connection;
        if (const auto opened = connection.open(path(name), SqlConnection::Access::ReadWrite); !opened)
            return opened;
        return migrate(connection.database(), steps);
    }
    QStringList schema(const QString& name)
    {
        return column(name, u"SELECT type || ' ' || name || ' ' || tbl_name || ' ' || COALESCE(sql, '') "
                            u"FROM sqlite_schema ORDER BY name"_s);
    }
    QStringList column(const QString& name, const QString& sql)
    {
        QStringList values;
        SqlConnection connection;
        EXPECT_TRUE(ok(connection.open(path(name), SqlConnection::Access::ReadOnly)));
        Statement select(connection.database(), sql);
        EXPECT_TRUE(ok(select.each([&] { values.append(select.text(0)); })));
        return values;
    }
    void change(const QString& name, const QString& sql)
    {
        SqlConnection connection;
        ASSERT_TRUE(ok(connection.open(path(name), SqlConnection::Access::ReadWrite)));
        ASSERT_TRUE(ok(execute(connection.database(), sql)));
    }

    QTemporaryDir m_folder;
    const QList<Migration> m_steps = {
        {u"CREATE TABLE a (n INTEGER)"_s},
        {u"ALTER TABLE a ADD COLUMN text TEXT NOT NULL DEFAULT 'old'"_s},
        {u"CREATE TABLE b (n INTEGER)"_s, u"INSERT INTO b SELECT n + 1 FROM a"_s}};
};

TEST_F(MigrationsTest, Every_old_version_migrates_and_equals_a_fresh_one)
{
    ASSERT_TRUE(ok(migrateFile(u"fresh"_s, migrations())));
    EXPECT_TRUE(backups().isEmpty());
    const QStringList fresh = schema(u"fresh"_s);
    ASSERT_GT(fresh.size(), 3);
    for (int version = 1; version <= schemaVersion(); ++version) {
        const QString name = u"old%1"_s.arg(version);
        ASSERT_TRUE(ok(migrateFile(name, migrations().first(version))));
        ASSERT_TRUE(ok(migrateFile(name, migrations())));
        EXPECT_EQ(schema(name), fresh) << version;
        EXPECT_EQ(column(name, u"PRAGMA user_version"_s), QStringList{QString::number(schemaVersion())});
        EXPECT_EQ(column(name, u"PRAGMA integrity_check"_s), QStringList{u"ok"_s});
        EXPECT_EQ(QFile::exists(path(name) + u".backup-v%1"_s.arg(version)), version < schemaVersion())
            << version;
    }
}

TEST_F(MigrationsTest, Rows_of_the_old_version_come_along_and_stay_in_the_copy)
{
    ASSERT_TRUE(ok(migrateFile(u"m"_s, m_steps.first(1))));
    change(u"m"_s, u"INSERT INTO a VALUES (41)"_s);
    ASSERT_TRUE(ok(migrateFile(u"m"_s, m_steps)));
    EXPECT_EQ(column(u"m"_s, u"SELECT text FROM a"_s), QStringList{u"old"_s});
    EXPECT_EQ(column(u"m"_s, u"SELECT n FROM b"_s), QStringList{u"42"_s});
    ASSERT_EQ(backups(), QStringList{u"m.backup-v1"_s});
    EXPECT_EQ(column(u"m.backup-v1"_s, u"SELECT n FROM a"_s), QStringList{u"41"_s});
    EXPECT_EQ(column(u"m.backup-v1"_s, u"PRAGMA user_version"_s), QStringList{u"1"_s});
    struct stat status
    {};
    ASSERT_EQ(::stat(QFile::encodeName(path(u"m.backup-v1"_s)).constData(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST_F(MigrationsTest, The_current_version_is_neither_changed_nor_copied)
{
    ASSERT_TRUE(ok(migrateFile(u"m"_s, m_steps)));
    const auto before = contentsOf(m_folder.path());
    ASSERT_TRUE(ok(migrateFile(u"m"_s, m_steps)));
    EXPECT_EQ(contentsOf(m_folder.path()), before);
}

TEST_F(MigrationsTest, A_copy_is_never_replaced)
{
    for (const auto& name : {u"m.backup-v1"_s, u"m.backup-v1-2"_s}) {
        QFile precious(path(name));
        ASSERT_TRUE(precious.open(QIODevice::WriteOnly));
        precious.write(name.toUtf8());
    }
    ASSERT_TRUE(ok(migrateFile(u"m"_s, m_steps.first(1))));
    const auto before = contentsOf(m_folder.path());
    ASSERT_TRUE(ok(migrateFile(u"m"_s, m_steps)));
    EXPECT_EQ(backups(), (QStringList{u"m.backup-v1"_s, u"m.backup-v1-2"_s, u"m.backup-v1-3"_s}));
    const auto after = contentsOf(m_folder.path());
    EXPECT_EQ(after.value(u"m.backup-v1"_s), before.value(u"m.backup-v1"_s));
    EXPECT_EQ(after.value(u"m.backup-v1-2"_s), before.value(u"m.backup-v1-2"_s));
    EXPECT_EQ(column(u"m.backup-v1-3"_s, u"PRAGMA user_version"_s), QStringList{u"1"_s});
}

TEST_F(MigrationsTest, A_step_that_fails_changes_nothing)
{
    ASSERT_TRUE(ok(migrateFile(u"m"_s, m_steps.first(1))));
    auto steps = m_steps;
    steps.append(Migration{u"CREATE TABLE c (n INTEGER)"_s, u"INSERT INTO missing VALUES (1)"_s});
    const QStringList before = schema(u"m"_s);
    EXPECT_TRUE(failsWith(migrateFile(u"m"_s, steps), ErrorKind::StorageFailed));
    EXPECT_EQ(schema(u"m"_s), before);
    EXPECT_EQ(column(u"m"_s, u"PRAGMA user_version"_s), QStringList{u"1"_s});
    EXPECT_EQ(backups().size(), 1);
}

TEST_F(MigrationsTest, A_step_that_breaks_a_reference_changes_nothing)
{
    const QList<Migration> steps = {{u"CREATE TABLE p (id INTEGER PRIMARY KEY)"_s,
                                     u"CREATE TABLE c (p INTEGER REFERENCES p (id))"_s,
                                     u"INSERT INTO p VALUES (1)"_s, u"INSERT INTO c VALUES (1)"_s},
                                    {u"DELETE FROM p"_s}};
    ASSERT_TRUE(ok(migrateFile(u"m"_s, steps.first(1))));
    EXPECT_TRUE(failsWith(migrateFile(u"m"_s, steps), ErrorKind::StorageFailed));
    EXPECT_EQ(column(u"m"_s, u"SELECT COUNT(*) FROM p"_s), QStringList{u"1"_s});
}

TEST_F(MigrationsTest, A_newer_file_and_a_strangers_file_are_refused)
{
    ASSERT_TRUE(ok(migrateFile(u"newer"_s, m_steps)));
    change(u"stranger"_s, u"CREATE TABLE photos (n INTEGER)"_s);
    const auto before = contentsOf(m_folder.path());
    EXPECT_TRUE(failsWith(migrateFile(u"newer"_s, m_steps.first(2)), ErrorKind::StorageTooNew));
    EXPECT_TRUE(failsWith(migrateFile(u"stranger"_s, m_steps), ErrorKind::StorageCorrupt));
    EXPECT_EQ(contentsOf(m_folder.path()), before);
}

TEST_F(MigrationsTest, A_copy_that_cannot_be_made_prevents_the_migration)
{
    ASSERT_TRUE(ok(migrateFile(u"m"_s, m_steps.first(1))));
    const QString part = u"m.backup-v1.part-%1"_s.arg(QCoreApplication::applicationPid());
    ASSERT_TRUE(QDir(m_folder.path()).mkdir(part)); // a folder where the copy would be written
    EXPECT_FALSE(migrateFile(u"m"_s, m_steps).has_value());
    EXPECT_EQ(column(u"m"_s, u"PRAGMA user_version"_s), QStringList{u"1"_s});
    EXPECT_TRUE(backups().isEmpty());
}

} // namespace orangery::test
