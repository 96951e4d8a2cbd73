// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/accounts.h"

#include <QHash>

namespace orangery {

class SandboxControl;
class Settings;

/// The accounts in settings.ini, their tokens in the keychain, and the tokens in use in memory.
class AccountBook final : public Accounts
{
    Q_OBJECT

public:
    AccountBook(Settings& settings, SandboxControl& sandbox, QObject* parent = nullptr);

    QList<Account> all() const override { return m_accounts; }
    std::optional<Account> current() const override;
    void choose(const QString& uuid) override;
    void save(const Account& account, const SecretString& token, Keep keep, QObject* context,
              std::function<void(Result<void>)> done) override;
    void remove(const QString& uuid, QObject* context, std::function<void(Result<void>)> done) override;
    void chooseSandbox() override;
    void resolve(const QString& uuid, QObject* context,
                 std::function<void(Result<ApiContext>)> done) override;

    /// The sandbox for this run only; the next start finds the account that was chosen before.
    void useSandboxThisTime();

private:
    void adopt(const Account& account, const SecretString& token);
    bool addSandbox();
    const Account* find(const QString& uuid) const;

    Settings& m_settings;
    SandboxControl& m_sandbox;
    QList<Account> m_accounts;
    QString m_current;
    QHash<QString, SecretString> m_tokens; ///< by uuid
};

} // namespace orangery
