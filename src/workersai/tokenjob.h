// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "workersai/apicontext.h"

#include <QDateTime>
#include <memory>

namespace orangery {

class ApiCall;
class HttpClient;
struct HttpReply;

enum class TokenStatus { Active, Disabled, Expired };

struct TokenFacts
{
    QString id;
    TokenStatus status = TokenStatus::Active;
    QDateTime expiresOn;         ///< UTC; null: never
    QDateTime notBefore;         ///< UTC; null: valid already
    bool isAccountOwned = false; ///< verified at the account's own address
};

/// Verifies the token: as a user token, and when that is refused and an account id is known, as an
/// account-owned one (API.md §17). Says nothing about permissions.
class TokenJob : public ResultJob<TokenFacts>
{
    Q_OBJECT

public:
    TokenJob(HttpClient& client, ApiContext api, QObject* context);
    ~TokenJob() override;

protected:
    void start() override;
    void abort() override;

private:
    void askAccount(const Error& userError);
    void take(const HttpReply& reply, bool isAccountOwned);

    ApiContext m_api;
    std::unique_ptr<ApiCall> m_call;
};

} // namespace orangery
