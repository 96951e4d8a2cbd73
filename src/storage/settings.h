// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"

#include <QByteArray>
#include <QList>
#include <QSettings>
#include <QVariant>

namespace orangery {

/// `settings.ini` in the configuration folder: preferences, window states and the list of accounts; never a
/// secret (a password in an account's address is cut off). GUI thread. A file that cannot be written is
/// reported by isWritable(), never by a crash. One that cannot be understood is copied to
/// `settings.ini.damaged` before the first change.
class Settings
{
public:
    explicit Settings(const QString& configFolder);

    QVariant value(const QString& key, const QVariant& fallback = {}) const;
    void setValue(const QString& key, const QVariant& value);
    void remove(const QString& key);
    bool isWritable() const;

    QList<Account> accounts() const;
    void setAccounts(const QList<Account>& accounts);
    QString currentAccount() const; ///< uuid; empty: none chosen
    void setCurrentAccount(const QString& uuid);

private:
    void prepareForWriting();

    QString m_folder;
    QSettings m_settings;
    bool m_isPrepared = false;
};

/// The folders of the program: XDG places under `orangery`, or, with `--data DIR`, DIR itself for data and
/// settings and DIR/cache. Absolute; not created here.
struct Folders
{
    QString data;
    QString cache;
    QString config;

    static Folders standard();
    static Folders below(const QString& folder);
};

} // namespace orangery
