// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlconnection.h"
#include "storage/statement.h"
#include "storage/transaction.h"
#include "storagefixture.h"

using namespace Qt::StringLiterals;

namespace orangery::test {

class StatementTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(
            ok(m_connection.open(m_folder.filePath(u"s.sqlite"_s), SqlConnection::Access::ReadWrite)));
        ASSERT_TRUE(
            ok(execute(db(), u"CREATE TABLE t (id INTEGER PRIMARY KEY, text TEXT NOT NULL, n INTEGER)"_s)));
    }
    QSqlDatabase& db() { return m_connection.database(); }
    qint64 count()
    {
        Statement select(db(), u"SELECT COUNT(*) FROM t"_s);
        EXPECT_TRUE(ok(select.first()));
        return select.integer(0);
    }

    QTemporaryDir m_folder;
    SqlConnection m_connection;
};

TEST_F(StatementTest, A_null_string_is_written_as_an_empty_text)
{
    EXPECT_TRUE(ok(Statement(db(), u"INSERT INTO t VALUES (1, ?, NULL)"_s).bind(QString()).run()));
    Statement select(db(), u"SELECT typeof(text), length(text) FROM t"_s);
    ASSERT_TRUE(ok(select.first()));
    EXPECT_EQ(select.text(0), u"text"_s);
    EXPECT_EQ(select.integer(1), 0);
}

TEST_F(StatementTest, Carries_64_bits_nulls_times_and_any_character)
{
    const QString text = u"a\0b – ü 漢字 🍊 שלום"_s;
    ASSERT_EQ(text.at(1), QChar(0));
    const qint64 large = 9007199254740993; // not a double
    EXPECT_TRUE(
        ok(Statement(db(), u"INSERT INTO t VALUES (?, ?, ?)"_s).bind(large).bind(text).bindNull().run()));
    const QDateTime time = utc(u"2026-11-24T10:00:00.123"_s);
    EXPECT_TRUE(ok(Statement(db(), u"INSERT INTO t VALUES (2, ?, ?)"_s).bind(u"t"_s).bind(time).run()));
    EXPECT_TRUE(
        ok(Statement(db(), u"INSERT INTO t VALUES (3, ?, ?)"_s).bind(u"t"_s).bind(QDateTime()).run()));

    Statement select(db(), u"SELECT id, text, n FROM t WHERE id = ?"_s);
    ASSERT_TRUE(ok(select.bind(large).first()));
    EXPECT_EQ(select.integer(0), large);
    EXPECT_EQ(select.text(1), text);
    EXPECT_FALSE(select.optionalNeurons(2).has_value());
    Statement timed(db(), u"SELECT n FROM t WHERE id = 2"_s);
    ASSERT_TRUE(ok(timed.first()));
    EXPECT_EQ(timed.time(0), time);
    EXPECT_EQ(timed.time(0).timeSpec(), Qt::UTC);
    Statement untimed(db(), u"SELECT n FROM t WHERE id = 3"_s);
    ASSERT_TRUE(ok(untimed.first()));
    EXPECT_FALSE(untimed.time(0).isValid());
}

TEST_F(StatementTest, Says_what_is_wrong_with_a_statement)
{
    const auto broken = execute(db(), u"SELECT n FROM nowhere"_s);
    ASSERT_TRUE(failsWith(broken, ErrorKind::StorageFailed));
    EXPECT_TRUE(broken.error().detail.contains(u"nowhere"_s)) << qPrintable(broken.error().detail);
    EXPECT_FALSE(broken.error().message.isEmpty());
    EXPECT_TRUE(failsWith(Statement(db(), u"UPDATE t SET n = 1 WHERE id = 99"_s).change(u"no row"_s),
                          ErrorKind::StorageFailed));
    EXPECT_TRUE(failsWith(execute(db(), u"INSERT INTO t VALUES (1, NULL, 1)"_s), ErrorKind::StorageFailed));
}

TEST_F(StatementTest, Maps_what_sqlite_reports)
{
    // each provoked for real, on connections of its own
    SqlConnection reader;
    ASSERT_TRUE(ok(reader.open(m_folder.filePath(u"s.sqlite"_s), SqlConnection::Access::ReadOnly)));
    EXPECT_TRUE(failsWith(execute(reader.database(), u"DELETE FROM t"_s), ErrorKind::StorageReadOnly));

    SqlConnection other;
    ASSERT_TRUE(ok(other.open(m_folder.filePath(u"s.sqlite"_s), SqlConnection::Access::ReadWrite)));
    ASSERT_TRUE(ok(execute(other.database(), u"BEGIN EXCLUSIVE"_s)));
    EXPECT_TRUE(failsWith(execute(db(), u"DELETE FROM t"_s), ErrorKind::StorageLocked));
    ASSERT_TRUE(ok(execute(other.database(), u"ROLLBACK"_s)));

    ASSERT_TRUE(ok(execute(db(), u"PRAGMA max_page_count = 1"_s)));
    EXPECT_TRUE(failsWith(execute(db(), u"INSERT INTO t VALUES (7, randomblob(100000), 1)"_s),
                          ErrorKind::StorageFull));

    SqlConnection nowhere;
    EXPECT_TRUE(
        failsWith(nowhere.open(m_folder.filePath(u"no/folder/s.sqlite"_s), SqlConnection::Access::ReadWrite),
                  ErrorKind::StorageReadOnly));
    QFile garbage(m_folder.filePath(u"garbage"_s));
    ASSERT_TRUE(garbage.open(QIODevice::WriteOnly));
    garbage.write(QByteArray(5000, 'x'));
    garbage.close();
    SqlConnection bad;
    ASSERT_TRUE(ok(bad.open(garbage.fileName(), SqlConnection::Access::ReadWrite)));
    EXPECT_TRUE(failsWith(execute(bad.database(), u"SELECT COUNT(*) FROM sqlite_schema"_s),
                          ErrorKind::StorageCorrupt));
}

TEST_F(StatementTest, A_transaction_without_commit_leaves_nothing)
{
    {
        Transaction transaction(db(), Transaction::Durability::PowerLoss);
        ASSERT_TRUE(ok(transaction.begin()));
        ASSERT_TRUE(ok(execute(db(), u"INSERT INTO t VALUES (1, 'x', 1)"_s)));
    }
    EXPECT_EQ(count(), 0);
    {
        Transaction transaction(db());
        ASSERT_TRUE(ok(transaction.begin()));
        ASSERT_TRUE(ok(execute(db(), u"INSERT INTO t VALUES (1, 'x', 1)"_s)));
        ASSERT_TRUE(ok(transaction.commit()));
    }
    EXPECT_EQ(count(), 1);
}

TEST_F(StatementTest, A_transaction_that_began_keeps_other_writers_out)
{
    SqlConnection other;
    ASSERT_TRUE(ok(other.open(m_folder.filePath(u"s.sqlite"_s), SqlConnection::Access::ReadWrite)));
    Transaction mine(db());
    ASSERT_TRUE(ok(mine.begin()));
    Transaction theirs(other.database());
    EXPECT_TRUE(failsWith(theirs.begin(), ErrorKind::StorageLocked));
}

TEST_F(StatementTest, Connections_leave_no_registration_behind)
{
    const auto before = QSqlDatabase::connectionNames().size();
    {
        SqlConnection connection;
        ASSERT_TRUE(ok(connection.open(m_folder.filePath(u"o.sqlite"_s), SqlConnection::Access::ReadWrite)));
        ASSERT_TRUE(ok(connection.open(m_folder.filePath(u"p.sqlite"_s), SqlConnection::Access::ReadWrite)));
        EXPECT_EQ(QSqlDatabase::connectionNames().size(), before + 1);
    }
    EXPECT_EQ(QSqlDatabase::connectionNames().size(), before);
}

} // namespace orangery::test
