// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/catalogjob.h"

#include "net/httpdate.h"
#include "workersai/apicall.h"
#include "workersai/apierror.h"
#include "workersai/apipage.h"
#include "workersai/endpoints.h"
#include "workersai/modelsearchcodec.h"

#include <QJsonObject>

namespace orangery {

namespace {

constexpr int modelsPerPage = 100;

} // namespace

CatalogJob::CatalogJob(HttpClient& client, ApiContext api, Catalog bundled, QObject* context)
    : ResultJob(context),
      m_api(std::move(api)),
      m_bundled(std::move(bundled)),
      m_call(std::make_unique<ApiCall>(client, *this))
{
    m_live.isLive = true;
}

CatalogJob::~CatalogJob() = default;

void CatalogJob::start()
{
    ask(1);
}

void CatalogJob::abort()
{
    m_call->abort();
}

void CatalogJob::ask(int page)
{
    m_call->send(endpoints::modelSearch(m_api, page, modelsPerPage),
                 [this, page](const Result<HttpReply>& reply) {
                     if (reply)
                         take(page, *reply);
                     else
                         finishWith(reply.error());
                 });
}

void CatalogJob::take(int page, const HttpReply& reply)
{
    const Result<ApiPage> read = readPage(reply, m_api.token);
    if (!read) {
        finishWith(read.error());
        return;
    }
    // The service's clock decides what day it is: ours may be off.
    if (!m_live.date.isValid())
        m_live.date = serverTime(reply.head);
    const qsizetype before = m_live.models.size();
    for (const QJsonValue& item : read->items) {
        const QJsonObject object = item.toObject();
        const Model* known = m_bundled.find(object.value(u"name").toString());
        Model model = modelsearchcodec::decode(object, known ? *known : Model(), m_live.date.date());
        if (model.id.isEmpty() || m_ids.contains(model.id))
            continue;
        m_ids.insert(model.id);
        m_live.models.append(std::move(model));
    }
    const bool isNew = m_live.models.size() > before;
    if (page == 1 && !isNew)
        finishWith(invalidAnswer(reply, m_api.token));
    else if (isNew && page < maxPages && read->mayHaveMore(modelsPerPage, m_live.models.size()))
        ask(page + 1);
    else
        finishCatalog();
}

void CatalogJob::finishCatalog()
{
    for (const Model& model : std::as_const(m_bundled.models)) {
        if (m_ids.contains(model.id))
            continue;
        m_live.models.append(model);
        m_live.models.last().listed = false;
    }
    finishWith(std::move(m_live));
}

} // namespace orangery
