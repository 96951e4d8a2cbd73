// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accountbook.h"

#include "service/sandboxcontrol.h"
#include "storage/callrow.h"
#include "storage/secretstore.h"
#include "storage/settings.h"

#include <QPointer>
#include <QUuid>
#include <algorithm>

namespace orangery {

AccountBook::AccountBook(Settings& settings, SandboxControl& sandbox, QObject* parent)
    : Accounts(parent),
      m_settings(settings),
      m_sandbox(sandbox),
      m_accounts(settings.accounts()),
      m_current(settings.currentAccount())
{}

const Account* AccountBook::find(const QString& uuid) const
{
    const auto found = std::ranges::find(m_accounts, uuid, &Account::uuid);
    return found == m_accounts.end() ? nullptr : &*found;
}

std::optional<Account> AccountBook::current() const
{
    const Account* account = find(m_current);
    return account ? std::optional(*account) : std::nullopt;
}

void AccountBook::choose(const QString& uuid)
{
    if (!find(uuid) || uuid == m_current)
        return;
    m_current = uuid;
    m_settings.setCurrentAccount(uuid);
    emit currentChanged();
}

void AccountBook::save(const Account& account, const SecretString& token, Keep keep, QObject* context,
                       std::function<void(Result<void>)> done)
{
    Account saved = account;
    if (saved.uuid.isEmpty())
        saved.uuid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (token.isEmpty() || keep == Keep::SessionOnly || saved.isSandbox) {
        adopt(saved, token);
        if (done)
            done(Result<void>());
        return;
    }
    auto* job = new SecretWriteJob(saved.uuid, token, context);
    connect(job, &Job::finished, this, [this, job, saved, token, done = std::move(done)] {
        const Result<void> result = job->result();
        if (result)
            adopt(saved, token);
        if (done)
            done(result);
    });
}

void AccountBook::adopt(const Account& account, const SecretString& token)
{
    if (!token.isEmpty())
        m_tokens.insert(account.uuid, token);
    const auto known = std::ranges::find(m_accounts, account.uuid, &Account::uuid);
    if (known != m_accounts.end())
        *known = account;
    else
        m_accounts.append(account);
    m_settings.setAccounts(m_accounts);
    const bool isNew = m_current != account.uuid;
    m_current = account.uuid;
    m_settings.setCurrentAccount(m_current);
    emit changed();
    // a new token or address is a new way to the service, even for the same account
    if (isNew || !token.isEmpty())
        emit currentChanged();
}

void AccountBook::remove(const QString& uuid, QObject* context, std::function<void(Result<void>)> done)
{
    const Account* account = find(uuid);
    if (!account) {
        if (done)
            done(Result<void>());
        return;
    }
    const auto forget = [this, uuid] {
        m_tokens.remove(uuid);
        m_accounts.removeIf([&uuid](const Account& other) { return other.uuid == uuid; });
        m_settings.setAccounts(m_accounts);
        const bool wasCurrent = m_current == uuid;
        if (wasCurrent) {
            m_current = m_accounts.isEmpty() ? QString() : m_accounts.first().uuid;
            m_settings.setCurrentAccount(m_current);
        }
        emit changed();
        if (wasCurrent)
            emit currentChanged();
    };
    if (account->isSandbox) {
        forget();
        if (done)
            done(Result<void>());
        return;
    }
    auto* job = new SecretWriteJob(uuid, SecretString(), context);
    connect(job, &Job::finished, this, [job, uuid, forget, this, done = std::move(done)] {
        // without a keychain there is no token in it either: an account of one session goes all the same
        const Result<void> result = job->result();
        if (result || result.error().kind == ErrorKind::KeychainUnavailable)
            forget();
        if (done)
            done(find(uuid) ? result : Result<void>());
    });
}

bool AccountBook::addSandbox()
{
    if (find(sandboxAccountUuid))
        return false;
    Account account;
    account.uuid = sandboxAccountUuid;
    account.name = tr("Sandbox");
    account.isSandbox = true;
    m_accounts.append(account);
    return true;
}

void AccountBook::chooseSandbox()
{
    if (addSandbox()) {
        m_settings.setAccounts(m_accounts);
        emit changed();
    }
    choose(sandboxAccountUuid);
}

void AccountBook::useSandboxThisTime()
{
    addSandbox();
    m_current = sandboxAccountUuid;
    emit changed();
    emit currentChanged();
}

void AccountBook::resolve(const QString& uuid, QObject* context, std::function<void(Result<ApiContext>)> done)
{
    const Account* account = find(uuid);
    if (!account)
        return done(Error::of(ErrorKind::NoAccount));
    if (account->isSandbox)
        return done(m_sandbox.ensureRunning());
    const ApiContext api{
        .baseUrl = account->baseUrl, .accountId = account->accountId, .token = m_tokens.value(uuid)};
    if (!api.token.isEmpty())
        return done(api);
    auto* job = new SecretReadJob(uuid, context);
    connect(job, &Job::finished, context, [self = QPointer<AccountBook>(this), job, uuid, api, done] {
        if (!job->result())
            return done(job->result().error());
        if (job->result()->isEmpty())
            return done(Error::of(ErrorKind::TokenRefused));
        if (self)
            self->m_tokens.insert(uuid, *job->result());
        ApiContext complete = api;
        complete.token = *job->result();
        done(complete);
    });
}

} // namespace orangery
