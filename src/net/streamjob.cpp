// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/streamjob.h"

#include "net/httpclient.h"
#include "net/replywatch.h"

namespace orangery {

StreamJob::StreamJob(HttpClient& client, HttpRequest request, QObject* context)
    : ResultJob(context),
      m_client(&client),
      m_request(std::move(request))
{}

StreamJob::~StreamJob() = default;

bool StreamJob::mayHaveArrived() const
{
    return m_watch && m_watch->mayHaveArrived();
}

void StreamJob::start()
{
    if (!m_client) {
        finishWith(Error::of(ErrorKind::Canceled, tr("The network access was closed.")));
        return;
    }
    m_watch = std::make_unique<ReplyWatch>(m_request, ReplyWatch::Mode::Stream);
    connect(m_watch.get(), &ReplyWatch::headReceived, this, &StreamJob::headReceived);
    connect(m_watch.get(), &ReplyWatch::bytesReceived, this, &StreamJob::bytesReceived);
    connect(m_watch.get(), &ReplyWatch::ended, this, &StreamJob::finishWith);
    m_watch->begin(*m_client);
}

void StreamJob::abort()
{
    m_watch.reset();
}

} // namespace orangery
