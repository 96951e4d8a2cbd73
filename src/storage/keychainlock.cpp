// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keychainlock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QMap>

using namespace Qt::StringLiterals;

namespace orangery {

namespace {

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

constexpr int patienceMs = 500;

} // namespace

void askWhetherLocked(const QString& service, const QString& key, QObject* context,
                      std::function<void(bool)> done)
{
    qDBusRegisterMetaType<Attributes>();
    // Secret Service API, method SearchItems: the unlocked and the locked items that have these attributes,
    // which are those that QtKeychain gives them.
    auto search = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                                 u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
    search.setAutoStartService(false);
    search << QVariant::fromValue(Attributes{{u"user"_s, key}, {u"server"_s, service}});
    auto* watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(search, patienceMs), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        const QDBusPendingReply<Paths, Paths> reply = *watcher;
        done(reply.isValid() && !reply.argumentAt<1>().isEmpty());
    });
}

} // namespace orangery
