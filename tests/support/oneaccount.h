// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/accounts.h"

#include <optional>

namespace orangery::test {

/// One account whose way to the service the test decides.
class OneAccount final : public Accounts
{
public:
    OneAccount(Account account, ApiContext api) : m_account(std::move(account)), m_api(std::move(api)) {}

    QList<Account> all() const override { return {m_account}; }
    std::optional<Account> current() const override { return m_account; }
    void choose(const QString&) override {}
    void save(const Account& account, const SecretString&, Keep, QObject*,
              std::function<void(Result<void>)> done) override
    {
        m_account = account;
        emit changed();
        done(Result<void>());
    }
    void remove(const QString&, QObject*, std::function<void(Result<void>)>) override {}
    void chooseSandbox() override {}
    void resolve(const QString&, QObject*, std::function<void(Result<ApiContext>)> done) override
    {
        if (problem)
            return done(*problem);
        done(m_api);
    }
    ApiContext& api() { return m_api; }

    std::optional<Error> problem;

private:
    Account m_account;
    ApiContext m_api;
};

} // namespace orangery::test
