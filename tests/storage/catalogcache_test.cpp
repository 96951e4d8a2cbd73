// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/catalogcache.h"

#include "workersai/catalogjob.h"
#include "workersai/catalogreader.h"
#include "workersai/catalogwriter.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <csignal>
#include <sys/resource.h>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;

class CatalogCacheTest : public testing::Test
{
protected:
    static QByteArray content(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void put(const QString& path, const QByteArray& content)
    {
        QFile file(path);
        ASSERT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(content);
    }

    QTemporaryDir m_folder;
    QString m_place = m_folder.filePath(u"cache/orangery"_s);
    CatalogCache m_cache{m_place, u"5e1f-A9"_s};
};

TEST_F(CatalogCacheTest, GivesBackWhatItTook)
{
    EXPECT_TRUE(m_cache.read().isEmpty());
    EXPECT_TRUE(m_cache.write("first"));
    EXPECT_EQ(m_cache.read(), "first");
    const QByteArray second("a\nb\0c\xff", 6);
    EXPECT_TRUE(m_cache.write(second));
    EXPECT_EQ(m_cache.read(), second);
    EXPECT_EQ(QDir(m_place).entryList(QDir::Files | QDir::Hidden).size(), 1) << "nothing is left beside it";
}

TEST_F(CatalogCacheTest, KeepsAccountsApartAndInItsFolder)
{
    const CatalogCache other(m_place, u"5e1f-B0"_s);
    EXPECT_TRUE(m_cache.write("mine"));
    EXPECT_TRUE(other.read().isEmpty());
    const CatalogCache outside(m_place, u"../../x"_s);
    EXPECT_EQ(outside.fileName(), m_place + u"/catalog-x"_s);
}

TEST_F(CatalogCacheTest, AWholeCatalogComesBack)
{
    Catalog catalog = bundledCatalog();
    catalog.isLive = true;
    catalog.date = QDateTime(QDate(2026, 11, 24), QTime(7, 8, 9, 10), Qt::UTC);
    ASSERT_TRUE(m_cache.write(writeCatalogFile(catalog)));
    const Result<Catalog> read = readCatalogFile(m_cache.read());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->models, catalog.models);
    EXPECT_EQ(read->date, catalog.date);
    EXPECT_TRUE(read->isLive);
}

TEST_F(CatalogCacheTest, ADamagedFileIsAsGoodAsNone)
{
    ASSERT_TRUE(m_cache.write(writeCatalogFile(bundledCatalog())));
    const QByteArray whole = content(m_cache.fileName());
    QByteArray flipped = whole;
    flipped[whole.size() / 2] = static_cast<char>(flipped.at(whole.size() / 2) ^ 1);
    for (const QByteArray& damaged :
         {QByteArray(), QByteArray("\n"), whole.chopped(1), whole.left(20), whole + ' ', flipped,
          QByteArray(whole).replace(0, 19, "orangery catalog 2 "), whole.mid(1),
          QByteArray(R"({"format":1,"models":[]})"), QByteArray(100'000, '\0')}) {
        put(m_cache.fileName(), damaged);
        EXPECT_TRUE(m_cache.read().isEmpty()) << damaged.left(30).constData();
        EXPECT_FALSE(readCatalogFile(m_cache.read()));
    }
    EXPECT_TRUE(m_cache.write("new")) << "and is replaced";
    EXPECT_EQ(m_cache.read(), "new");
}

TEST_F(CatalogCacheTest, AFileWithoutEndIsNotRead)
{
    ASSERT_TRUE(m_cache.write("small"));
    ASSERT_TRUE(QFile::resize(m_cache.fileName(), qint64(20) * 1024 * 1024 * 1024)); // sparse
    EXPECT_TRUE(m_cache.read().isEmpty());
    EXPECT_FALSE(m_cache.write(QByteArray())) << "nothing to write";
}

TEST_F(CatalogCacheTest, AFullDiskLeavesWhatWasThere)
{
    ASSERT_TRUE(m_cache.write("before"));
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit old{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &old), 0);
    const rlimit small{512, old.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
    const bool isWritten = m_cache.write(QByteArray(100'000, 'x'));
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &old), 0);
    (void)std::signal(SIGXFSZ, before);
    EXPECT_FALSE(isWritten);
    EXPECT_EQ(m_cache.read(), "before");
    EXPECT_EQ(QDir(m_place).entryList(QDir::Files | QDir::Hidden).size(), 1) << "nothing is left beside it";
}

TEST_F(CatalogCacheTest, AnImpossibleFolderIsNoHarm)
{
    put(m_folder.filePath(u"file"_s), "mine");
    for (const QString& place : {u"/proc/orangery"_s, u"/dev/null"_s, m_folder.filePath(u"file"_s),
                                 m_folder.filePath(u"file/below"_s)}) {
        const CatalogCache cache(place, u"a"_s);
        EXPECT_FALSE(cache.write("x")) << qPrintable(place);
        EXPECT_TRUE(cache.read().isEmpty()) << qPrintable(place);
    }
    EXPECT_EQ(content(m_folder.filePath(u"file"_s)), "mine");
}

TEST_F(CatalogCacheTest, AFolderInPlaceOfTheFileIsLeftAlone)
{
    ASSERT_TRUE(QDir().mkpath(m_cache.fileName()));
    EXPECT_FALSE(m_cache.write("x"));
    EXPECT_TRUE(m_cache.read().isEmpty());
    EXPECT_TRUE(QDir(m_cache.fileName()).exists());
}

} // namespace
} // namespace orangery::test
