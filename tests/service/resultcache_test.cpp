// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/resultcache.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace orangery::test {

namespace {

ResultCache::Answer answer(const QByteArray& body)
{
    ResultCache::Answer made;
    made.reply.head.status = 200;
    made.reply.head.headers = {{"content-type", "image/png"}};
    made.reply.body = body;
    made.cost = Neurons::of(57.6);
    return made;
}

HttpRequest request(const QString& url, const QByteArray& body = "{}")
{
    HttpRequest made;
    made.method = "POST";
    made.url = QUrl(url);
    made.contentType = "application/json";
    made.body = body;
    return made;
}

QString onlyFile(const QString& folder)
{
    const QStringList files = QDir(folder).entryList(QDir::Files);
    return files.size() == 1 ? folder + u'/' + files.first() : QString();
}

} // namespace

TEST(ResultCache, GivesBackWhatItWasGiven)
{
    const QTemporaryDir folder;
    ResultCache cache(folder.path() + QStringLiteral("/results"));
    EXPECT_FALSE(cache.find("key"));
    cache.keep("key", answer(QByteArray("\0\xff body", 7)));
    ResultCache later(folder.path() + QStringLiteral("/results"));
    const auto found = later.find("key");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->reply.body, QByteArray("\0\xff body", 7));
    EXPECT_EQ(found->reply.head.mediaType(), "image/png");
    EXPECT_EQ(found->reply.head.status, 200);
    EXPECT_EQ(found->cost, Neurons::of(57.6));
    EXPECT_FALSE(later.find("other"));
    later.forget("key");
    EXPECT_FALSE(later.find("key"));
}

TEST(ResultCache, NamesARequestByAllThatTheAnswerDependsOn)
{
    const QString base = QStringLiteral("https://api.example/client/v4/accounts/%1/ai/run/@cf/a/b");
    const QByteArray key = ResultCache::keyOf(request(base.arg(u"one")), QStringLiteral("one"));
    // another account of the same service gets the same answer
    EXPECT_EQ(ResultCache::keyOf(request(base.arg(u"two")), QStringLiteral("two")), key);
    EXPECT_NE(ResultCache::keyOf(request(base.arg(u"one"), "{ }"), QStringLiteral("one")), key);
    EXPECT_NE(ResultCache::keyOf(request(base.arg(u"one") + QStringLiteral("c")), QStringLiteral("one")),
              key);
    EXPECT_NE(ResultCache::keyOf(request(base.arg(u"one") + QStringLiteral("?a=b")), QStringLiteral("one")),
              key);
    const QString sandbox = QStringLiteral("http://127.0.0.1:1/client/v4/accounts/one/ai/run/@cf/a/b");
    EXPECT_NE(ResultCache::keyOf(request(sandbox), QStringLiteral("one")), key);
}

TEST(ResultCache, MissesWhatIsDamagedInAnyPlace)
{
    const QTemporaryDir folder;
    ResultCache cache(folder.path());
    cache.keep("key", answer("a body that is long enough to be hit"));
    QFile file(onlyFile(folder.path()));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    for (qsizetype cut = 0; cut < whole.size(); ++cut) {
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(whole.first(cut));
        file.close();
        EXPECT_FALSE(cache.find("key")) << cut;
    }
    QByteArray changed = whole;
    changed.back() = char(changed.back() + 1);
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write(changed);
    file.close();
    EXPECT_FALSE(cache.find("key"));
}

TEST(ResultCache, LetsTheLeastUsedGoAboveItsCap)
{
    const QTemporaryDir folder;
    ResultCache cache(folder.path(), 100'000);
    for (int i = 0; i < 12; ++i) {
        cache.keep(QByteArray::number(i), answer(QByteArray(10'000, 'x')));
        QFile file(folder.path() + u'/' + QString::number(i) + QStringLiteral(".answer"));
        if (file.open(QIODevice::ReadWrite))
            file.setFileTime(QDateTime::currentDateTimeUtc().addSecs(i - 1000),
                             QFileDevice::FileModificationTime);
        file.close();
        if (i == 5) {
            ASSERT_TRUE(cache.find("0")); // used, and so the newest
        }
    }
    EXPECT_LE(cache.size(), 100'000);
    EXPECT_TRUE(cache.find("0"));
    EXPECT_TRUE(cache.find("11"));
    EXPECT_FALSE(cache.find("1"));
    cache.keep("huge", answer(QByteArray(60'000, 'x'))); // would push out half of the rest
    EXPECT_FALSE(cache.find("huge"));
    cache.clear();
    EXPECT_EQ(cache.size(), 0);
    EXPECT_FALSE(cache.find("11"));
}

TEST(ResultCache, AFolderThatCannotBeIsAMiss)
{
    ResultCache cache(QStringLiteral("/dev/null/results"));
    cache.keep("key", answer("body"));
    EXPECT_FALSE(cache.find("key"));
    EXPECT_EQ(cache.size(), 0);
}

} // namespace orangery::test
