// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/account.h"
#include "core/result.h"
#include "core/secretstring.h"
#include "workersai/apicontext.h"

#include <QList>
#include <QObject>
#include <functional>
#include <optional>

namespace orangery {

/// The accounts of this computer and their tokens. Windows and commands use it; `app` implements it.
/// All methods return at once; `done` runs in the caller's thread while `context` lives.
class Accounts : public QObject
{
    Q_OBJECT

public:
    /// Where a token is kept: the OS keychain, or memory only, until the program ends.
    enum class Keep { Keychain, SessionOnly };
    using QObject::QObject;

    virtual QList<Account> all() const = 0;
    virtual std::optional<Account> current() const = 0;
    bool isCurrent(const QString& uuid) const
    {
        const std::optional<Account> account = current();
        return account && account->uuid == uuid;
    }
    virtual void choose(const QString& uuid) = 0;
    /// Adds or changes the account and stores the token; chooses it. On an error (KeychainUnavailable, …)
    /// nothing was changed, and Keep::SessionOnly can be offered. An empty token keeps the stored one.
    virtual void save(const Account& account, const SecretString& token, Keep keep, QObject* context,
                      std::function<void(Result<void>)> done) = 0;
    /// Forgets the account and its token; the conversations and the ledger stay.
    virtual void remove(const QString& uuid, QObject* context, std::function<void(Result<void>)> done) = 0;
    /// Makes the sandbox account exist and chooses it.
    virtual void chooseSandbox() = 0;
    /// Where to send a call for this account, with its token; starts the sandbox for the sandbox account.
    /// Errors: NoAccount, KeychainUnavailable, KeychainRefused, SandboxFailed.
    virtual void resolve(const QString& uuid, QObject* context,
                         std::function<void(Result<ApiContext>)> done) = 0;

signals:
    void changed();
    void currentChanged();
};

} // namespace orangery
