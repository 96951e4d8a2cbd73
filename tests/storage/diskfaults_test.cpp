// SPDX-License-Identifier: GPL-3.0-or-later
#include "helperprocess.h"
#include "storagefixture.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace orangery::test {

TEST(DiskFaults, A_disk_that_is_full_from_the_start)
{
    runOnOwnDisk(u"full-at-start"_s);
}

TEST(DiskFaults, A_disk_too_full_for_the_backup_prevents_the_migration)
{
    runOnOwnDisk(u"full-at-migration"_s);
}

TEST(DiskFaults, A_disk_that_is_read_only)
{
    runOnOwnDisk(u"read-only"_s);
}

class ImpossibleFolder : public testing::TestWithParam<const char*>
{};

TEST_P(ImpossibleFolder, Answers_every_call_with_the_reason)
{
    Database database(QString::fromLatin1(GetParam()));
    QObject context;
    const auto list = await<QList<ConversationSummary>>(
        [&](auto done) { ConversationStore(database).list(&context, done); });
    EXPECT_TRUE(failsWith(list, ErrorKind::StorageReadOnly));
    ASSERT_TRUE(database.problem().has_value());
    EXPECT_EQ(database.problem()->kind, ErrorKind::StorageReadOnly);
    EXPECT_TRUE(failsWith(await<void>([&](auto done) {
                              ConversationStore(database).create(ConversationSummary{}, {}, &context, done);
                          }),
                          ErrorKind::StorageReadOnly));
    database.reopen(); // does not help, and does not harm
    EXPECT_TRUE(failsWith(
        await<int>([&](auto done) { ConversationStore(database).recoverInterrupted(&context, done); }),
        ErrorKind::StorageReadOnly));
}

INSTANTIATE_TEST_SUITE_P(Places, ImpossibleFolder, testing::Values("/proc/orangery", "/dev/null"));

TEST(DiskFaults, A_file_where_the_folder_should_be_is_left_alone)
{
    const QTemporaryDir folder;
    QFile inTheWay(folder.filePath(u"data"_s));
    ASSERT_TRUE(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.write("mine");
    inTheWay.close();
    const auto before = contentsOf(folder.path());
    Database database(inTheWay.fileName());
    ASSERT_TRUE(waitForOpened(database));
    ASSERT_TRUE(database.problem().has_value());
    EXPECT_EQ(database.problem()->kind, ErrorKind::StorageReadOnly);
    EXPECT_EQ(contentsOf(folder.path()), before);
    ASSERT_TRUE(inTheWay.remove());
    database.reopen();
    ASSERT_TRUE(waitFor([&] { return !database.problem().has_value(); }));
}

TEST(DiskFaults, A_folder_without_the_right_to_write)
{
    if (::geteuid() == 0)
        GTEST_SKIP() << "permissions do not bind root; A_disk_that_is_read_only is its test";
    const QTemporaryDir folder;
    {
        Database database(folder.path());
        ASSERT_TRUE(waitForOpened(database));
    }
    const auto before = contentsOf(folder.path());
    ASSERT_TRUE(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
    {
        Database database(folder.path());
        ASSERT_TRUE(waitForOpened(database));
        ASSERT_TRUE(database.problem().has_value());
        EXPECT_EQ(database.problem()->kind, ErrorKind::StorageReadOnly);
    }
    ASSERT_TRUE(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    EXPECT_EQ(contentsOf(folder.path()), before);
}

} // namespace orangery::test
