// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/accountjob.h"

#include "workersai/apicall.h"
#include "workersai/apipage.h"
#include "workersai/endpoints.h"

#include <QJsonObject>

namespace orangery {

AccountJob::AccountJob(HttpClient& client, ApiContext api, QObject* context)
    : ResultJob(context),
      m_api(std::move(api)),
      m_call(std::make_unique<ApiCall>(client, *this))
{}

AccountJob::~AccountJob() = default;

void AccountJob::start()
{
    ask(1);
}

void AccountJob::abort()
{
    m_call->abort();
}

void AccountJob::ask(int page)
{
    m_call->send(endpoints::accounts(m_api, page), [this, page](const Result<HttpReply>& reply) {
        if (reply)
            take(page, *reply);
        else
            finishWith(reply.error());
    });
}

void AccountJob::take(int page, const HttpReply& reply)
{
    const Result<ApiPage> read = readPage(reply, m_api.token);
    if (!read) {
        finishWith(read.error());
        return;
    }
    const qsizetype before = m_accounts.size();
    for (const QJsonValue& item : read->items) {
        const QJsonObject object = item.toObject();
        RemoteAccount account{object.value(u"id").toString(), object.value(u"name").toString()};
        if (account.id.isEmpty() || m_ids.contains(account.id))
            continue;
        m_ids.insert(account.id);
        m_accounts.append(std::move(account));
    }
    const bool isNew = m_accounts.size() > before;
    if (isNew && page < maxPages && read->mayHaveMore(endpoints::accountsPerPage, m_accounts.size()))
        ask(page + 1);
    else
        finishWith(std::move(m_accounts));
}

} // namespace orangery
