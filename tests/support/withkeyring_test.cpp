// SPDX-License-Identifier: GPL-3.0-or-later
// The session that with-keyring gives: a secret service whose default collection is there, open, and its own.
#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QDir>
#include <gtest/gtest.h>

namespace orangery::test {
namespace {

const QString secrets = QStringLiteral("org.freedesktop.secrets");

TEST(WithKeyring, DefaultCollectionIsUnlocked)
{
    QDBusInterface service(secrets, QStringLiteral("/org/freedesktop/secrets"),
                           QStringLiteral("org.freedesktop.Secret.Service"));
    ASSERT_TRUE(service.isValid()) << service.lastError().message().toStdString();
    const QDBusReply<QDBusObjectPath> path =
        service.call(QStringLiteral("ReadAlias"), QStringLiteral("default"));
    ASSERT_TRUE(path.isValid()) << path.error().message().toStdString();
    QDBusInterface collection(secrets, path.value().path(),
                              QStringLiteral("org.freedesktop.Secret.Collection"));
    const auto isLocked = collection.property("Locked");
    ASSERT_TRUE(isLocked.isValid());
    EXPECT_FALSE(isLocked.toBool());
}

TEST(WithKeyring, HomeIsItsOwn)
{
    EXPECT_NE(QDir::homePath().indexOf(QStringLiteral("orangery-keyring-")), -1);
    EXPECT_TRUE(QDir(QDir::homePath())
                    .entryList(QDir::AllEntries | QDir::NoDotAndDotDot)
                    .contains(QStringLiteral("run")));
}

} // namespace
} // namespace orangery::test
