// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settings.h"

#include "storagefixture.h"

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace orangery::test {

class SettingsTest : public testing::Test
{
protected:
    QString folder() const { return m_folder.filePath(u"config"_s); }
    QString file() const { return folder() + u"/settings.ini"_s; }
    QByteArray content() const
    {
        QFile ini(file());
        return ini.open(QIODevice::ReadOnly) ? ini.readAll() : QByteArray();
    }

    QTemporaryDir m_folder;
};

TEST_F(SettingsTest, Values_are_kept_in_settings_ini)
{
    {
        Settings settings(folder());
        EXPECT_EQ(settings.value(u"chat/model"_s, u"none"_s).toString(), u"none"_s);
        EXPECT_FALSE(QFile::exists(folder())); // looking makes nothing
        settings.setValue(u"chat/model"_s, u"@cf/ä, b; c=\"d\""_s);
        settings.setValue(u"window/geometry"_s, QByteArray("\x00\xff\x01", 3));
        settings.setValue(u"gone"_s, 1);
        settings.remove(u"gone"_s);
        EXPECT_TRUE(settings.isWritable());
    }
    const Settings settings(folder());
    EXPECT_EQ(settings.value(u"chat/model"_s).toString(), u"@cf/ä, b; c=\"d\""_s);
    EXPECT_EQ(settings.value(u"window/geometry"_s).toByteArray(), QByteArray("\x00\xff\x01", 3));
    EXPECT_FALSE(settings.value(u"gone"_s).isValid());
    EXPECT_TRUE(QFile::exists(file()));
    struct stat status
    {};
    ASSERT_EQ(::stat(QFile::encodeName(folder()).constData(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0700u);
}

TEST_F(SettingsTest, Accounts_come_back_as_they_were)
{
    Account paid;
    paid.uuid = u"11111111-2222"_s;
    paid.accountId = QString(32, u'a');
    paid.name = u"Büro, “Labor”"_s;
    paid.plan = Plan::Paid;
    paid.baseUrl = QUrl(u"https://gateway.example/v1/a%2Fb?x=1"_s);
    paid.neverPay = false;
    Account sandbox;
    sandbox.uuid = u"s"_s;
    sandbox.name = u"Sandbox"_s;
    sandbox.baseUrl = QUrl(u"http://127.0.0.1:4711/client/v4"_s);
    sandbox.isSandbox = true;
    {
        Settings settings(folder());
        EXPECT_TRUE(settings.accounts().isEmpty());
        EXPECT_TRUE(settings.currentAccount().isEmpty());
        settings.setAccounts({paid, sandbox});
        settings.setCurrentAccount(paid.uuid);
    }
    {
        Settings settings(folder());
        EXPECT_EQ(settings.accounts(), (QList<Account>{paid, sandbox}));
        EXPECT_EQ(settings.currentAccount(), paid.uuid);
        settings.setAccounts({sandbox});
    }
    EXPECT_EQ(Settings(folder()).accounts(), QList<Account>{sandbox});
    EXPECT_FALSE(content().contains("aaaa")) << content().constData();
}

TEST_F(SettingsTest, Spending_needs_a_clear_word_in_the_file)
{
    QDir().mkpath(folder());
    QFile ini(file());
    ASSERT_TRUE(ini.open(QIODevice::WriteOnly));
    ini.write("[accounts]\nsize=3\n1\\uuid=a\n2\\uuid=b\n2\\neverPay=nonsense\n3\\name=without uuid\n");
    ini.close();
    const auto accounts = Settings(folder()).accounts();
    ASSERT_EQ(accounts.size(), 2);
    EXPECT_TRUE(accounts.at(0).neverPay);
    EXPECT_TRUE(accounts.at(1).neverPay);
}

TEST_F(SettingsTest, A_folder_that_cannot_be_written_is_reported_and_survived)
{
    QFile inTheWay(folder()); // a file where the folder should be: true for root, too
    ASSERT_TRUE(inTheWay.open(QIODevice::WriteOnly));
    inTheWay.write("mine");
    inTheWay.close();
    {
        Settings settings(folder());
        EXPECT_FALSE(settings.isWritable());
        settings.setValue(u"a"_s, 1);
        settings.setAccounts({Account{}});
        EXPECT_EQ(settings.value(u"a"_s).toInt(), 1); // for this session
        EXPECT_FALSE(settings.isWritable());
    }
    ASSERT_TRUE(inTheWay.open(QIODevice::ReadOnly));
    EXPECT_EQ(inTheWay.readAll(), "mine");
    EXPECT_FALSE(Settings(u"/proc/orangery-config"_s).isWritable());
}

TEST_F(SettingsTest, A_file_that_cannot_be_understood_is_copied_before_it_changes)
{
    QDir().mkpath(folder());
    const QByteArray garbage = "[broken\nno equals sign here\n\x00\xff\xfe";
    QFile ini(file());
    ASSERT_TRUE(ini.open(QIODevice::WriteOnly));
    ini.write(garbage);
    ini.close();
    {
        Settings settings(folder());
        EXPECT_FALSE(settings.value(u"a"_s).isValid());
        EXPECT_EQ(content(), garbage);
        settings.setValue(u"a"_s, 1);
    }
    EXPECT_EQ(Settings(folder()).value(u"a"_s).toInt(), 1);
    QFile copy(file() + u".damaged"_s);
    ASSERT_TRUE(copy.open(QIODevice::ReadOnly));
    EXPECT_EQ(copy.readAll(), garbage);
}

TEST_F(SettingsTest, A_password_in_an_address_is_not_written)
{
    Account account;
    account.uuid = u"a"_s;
    account.baseUrl = QUrl(u"https://user:geheim-7@gateway.example/v4"_s);
    {
        Settings settings(folder());
        settings.setAccounts({account});
    }
    EXPECT_TRUE(content().contains("gateway.example"));
    EXPECT_FALSE(content().contains("geheim-7"));
}

TEST(Folders, Follow_xdg_or_lie_below_one_folder)
{
    const Folders standard = Folders::standard();
    EXPECT_TRUE(standard.data.endsWith(u"/orangery"_s));
    EXPECT_TRUE(standard.cache.endsWith(u"/orangery"_s));
    EXPECT_TRUE(standard.config.endsWith(u"/orangery"_s));
    EXPECT_NE(standard.data, standard.config);
    const Folders below = Folders::below(u"/tmp/x/../y/"_s);
    EXPECT_EQ(below.data, u"/tmp/y"_s);
    EXPECT_EQ(below.config, u"/tmp/y"_s);
    EXPECT_EQ(below.cache, u"/tmp/y/cache"_s);
    EXPECT_TRUE(QDir::isAbsolutePath(Folders::below(u"relative"_s).data));
}

} // namespace orangery::test
