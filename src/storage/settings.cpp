// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/settings.h"

#include "storage/databasefile.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace orangery {

namespace {

const auto accountList = "accounts"_L1;
const auto currentKey = "currentAccount"_L1;

QString inFolder(const QString& folder)
{
    return QDir(folder).absoluteFilePath(u"settings.ini"_s);
}

QString place(QStandardPaths::StandardLocation location)
{
    return QStandardPaths::writableLocation(location) + "/orangery"_L1;
}

} // namespace

Settings::Settings(const QString& configFolder)
    : m_folder(configFolder),
      m_settings(inFolder(configFolder), QSettings::IniFormat)
{
    m_settings.setFallbacksEnabled(false);
}

QVariant Settings::value(const QString& key, const QVariant& fallback) const
{
    return m_settings.value(key, fallback);
}

void Settings::setValue(const QString& key, const QVariant& value)
{
    prepareForWriting();
    m_settings.setValue(key, value);
}

void Settings::remove(const QString& key)
{
    prepareForWriting();
    m_settings.remove(key);
}

bool Settings::isWritable() const
{
    return m_settings.status() != QSettings::AccessError && m_settings.isWritable();
}

QList<Account> Settings::accounts() const
{
    QList<Account> accounts;
    const int count = m_settings.value(accountList + "/size"_L1).toInt();
    for (int i = 1; i <= count; ++i) {
        const auto read = [&](QLatin1StringView name) {
            return m_settings.value(u"%1/%2/%3"_s.arg(accountList).arg(i).arg(name));
        };
        Account account;
        account.uuid = read("uuid"_L1).toString();
        if (account.uuid.isEmpty())
            continue;
        account.accountId = read("accountId"_L1).toString();
        account.name = read("name"_L1).toString();
        account.plan = read("plan"_L1).toString() == "paid"_L1 ? Plan::Paid : Plan::Free;
        account.baseUrl = QUrl(read("baseUrl"_L1).toString());
        account.isSandbox = read("sandbox"_L1).toBool();
        // whoever edits the file must ask for spending in so many words
        account.neverPay = read("neverPay"_L1).toString() != "false"_L1;
        accounts.append(account);
    }
    return accounts;
}

void Settings::setAccounts(const QList<Account>& accounts)
{
    prepareForWriting();
    m_settings.remove(accountList);
    m_settings.beginWriteArray(accountList, int(accounts.size()));
    for (int i = 0; i < accounts.size(); ++i) {
        const Account& account = accounts.at(i);
        m_settings.setArrayIndex(i);
        m_settings.setValue("uuid"_L1, account.uuid);
        m_settings.setValue("accountId"_L1, account.accountId);
        m_settings.setValue("name"_L1, account.name);
        m_settings.setValue("plan"_L1, account.plan == Plan::Paid ? u"paid"_s : u"free"_s);
        m_settings.setValue("baseUrl"_L1,
                            account.baseUrl.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo));
        m_settings.setValue("sandbox"_L1, account.isSandbox);
        m_settings.setValue("neverPay"_L1, account.neverPay);
    }
    m_settings.endArray();
}

QString Settings::currentAccount() const
{
    return m_settings.value(currentKey).toString();
}

void Settings::setCurrentAccount(const QString& uuid)
{
    setValue(currentKey, uuid);
}

void Settings::prepareForWriting()
{
    if (m_isPrepared)
        return;
    m_isPrepared = true;
    makePrivateFolder(m_folder);
    if (m_settings.status() == QSettings::FormatError)
        QFile::copy(m_settings.fileName(), m_settings.fileName() + ".damaged"_L1);
}

Folders Folders::standard()
{
    return {place(QStandardPaths::GenericDataLocation), place(QStandardPaths::GenericCacheLocation),
            place(QStandardPaths::GenericConfigLocation)};
}

Folders Folders::below(const QString& folder)
{
    const QDir dir(QDir(folder).absolutePath());
    return {dir.path(), dir.filePath(u"cache"_s), dir.path()};
}

} // namespace orangery
