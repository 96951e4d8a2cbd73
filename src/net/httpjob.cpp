// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpjob.h"

#include "net/httpclient.h"
#include "net/replywatch.h"

namespace orangery {

HttpJob::HttpJob(HttpClient& client, HttpRequest request, QObject* context)
    : ResultJob(context),
      m_client(&client),
      m_request(std::move(request))
{}

HttpJob::~HttpJob() = default;

bool HttpJob::mayHaveArrived() const
{
    return m_watch && m_watch->mayHaveArrived();
}

HttpHead HttpJob::head() const
{
    return m_watch ? m_watch->head().value_or(HttpHead()) : HttpHead();
}

void HttpJob::start()
{
    if (!m_client) {
        finishWith(Error::of(ErrorKind::Canceled, tr("The network access was closed.")));
        return;
    }
    m_watch = std::make_unique<ReplyWatch>(m_request, ReplyWatch::Mode::Collect);
    connect(m_watch.get(), &ReplyWatch::ended, this, &HttpJob::finishWith);
    m_watch->begin(*m_client);
}

void HttpJob::abort()
{
    m_watch.reset();
}

} // namespace orangery
