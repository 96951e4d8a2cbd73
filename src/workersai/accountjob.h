// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "workersai/apicontext.h"

#include <QList>
#include <QSet>
#include <memory>

namespace orangery {

class ApiCall;
class HttpClient;
struct HttpReply;

struct RemoteAccount
{
    QString id;
    QString name;
};

/// The accounts that the token may see, all pages (API.md §17). A token limited to Workers AI may see none.
class AccountJob : public ResultJob<QList<RemoteAccount>>
{
    Q_OBJECT

public:
    AccountJob(HttpClient& client, ApiContext api, QObject* context);
    ~AccountJob() override;

protected:
    void start() override;
    void abort() override;

private:
    void ask(int page);
    void take(int page, const HttpReply& reply);

    ApiContext m_api;
    QList<RemoteAccount> m_accounts;
    QSet<QString> m_ids; ///< of m_accounts
    std::unique_ptr<ApiCall> m_call;
};

/// Whether Workers AI answers for this token and account: models/search?per_page=1 (API.md §17). To be asked
/// about a token that TokenJob found active: the service says “authentication error” (10000) for a missing
/// permission, too (API.md §16, §19), and so that is PermissionMissing here.
class AccessJob : public ResultJob<void>
{
    Q_OBJECT

public:
    AccessJob(HttpClient& client, ApiContext api, QObject* context);
    ~AccessJob() override;

protected:
    void start() override;
    void abort() override;

private:
    ApiContext m_api;
    std::unique_ptr<ApiCall> m_call;
};

/// Whether the account's analytics can be read (API.md §18); PermissionMissing when not.
class AnalyticsAccessJob : public ResultJob<void>
{
    Q_OBJECT

public:
    AnalyticsAccessJob(HttpClient& client, ApiContext api, QObject* context);
    ~AnalyticsAccessJob() override;

protected:
    void start() override;
    void abort() override;

private:
    ApiContext m_api;
    std::unique_ptr<ApiCall> m_call;
};

} // namespace orangery
