// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/accounts.h"

#include <algorithm>

namespace orangery::test {

inline QString someId()
{
    return QStringLiteral("0123456789abcdef0123456789abcdef");
}
inline QString someToken()
{
    return QStringLiteral("tok_ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
}

/// Accounts in memory; a set problem answers instead.
class FakeAccounts final : public Accounts
{
    Q_OBJECT

public:
    QList<Account> all() const override { return accounts; }
    std::optional<Account> current() const override
    {
        const auto found = std::ranges::find(accounts, currentUuid, &Account::uuid);
        return found == accounts.end() ? std::nullopt : std::optional(*found);
    }
    void choose(const QString& uuid) override
    {
        currentUuid = uuid;
        emit currentChanged();
    }
    void save(const Account& account, const SecretString& token, Keep keep, QObject*,
              std::function<void(Result<void>)> done) override
    {
        keeps.append(keep);
        tokens.append(token);
        if (saveProblem && keep == Keep::Keychain)
            return done(*saveProblem);
        const auto known = std::ranges::find(accounts, account.uuid, &Account::uuid);
        if (known == accounts.end())
            accounts.append(account);
        else
            *known = account;
        currentUuid = account.uuid;
        emit changed();
        emit currentChanged();
        done(Result<void>());
    }
    void remove(const QString& uuid, QObject*, std::function<void(Result<void>)> done) override
    {
        if (removeProblem)
            return done(*removeProblem);
        accounts.removeIf([&](const Account& account) { return account.uuid == uuid; });
        if (currentUuid == uuid)
            currentUuid = accounts.isEmpty() ? QString() : accounts.first().uuid;
        emit changed();
        done(Result<void>());
    }
    void chooseSandbox() override
    {
        Account sandbox;
        sandbox.uuid = QStringLiteral("sandbox");
        sandbox.isSandbox = true;
        if (!std::ranges::count(accounts, sandbox.uuid, &Account::uuid))
            accounts.append(sandbox);
        choose(sandbox.uuid);
    }
    void resolve(const QString& uuid, QObject*, std::function<void(Result<ApiContext>)> done) override
    {
        resolved.append(uuid);
        if (resolveProblem)
            return done(*resolveProblem);
        done(ApiContext{
            .baseUrl = defaultBaseUrl(), .accountId = someId(), .token = SecretString(someToken().toUtf8())});
    }

    QList<Account> accounts;
    QString currentUuid;
    QList<Keep> keeps;
    QList<SecretString> tokens;
    QStringList resolved;
    std::optional<Error> saveProblem;
    std::optional<Error> removeProblem;
    std::optional<Error> resolveProblem;
};

} // namespace orangery::test
