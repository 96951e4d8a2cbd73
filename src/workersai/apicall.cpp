// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/apicall.h"

#include "net/httpclient.h"
#include "net/httpjob.h"
#include "workersai/apierror.h"

namespace orangery {

ApiCall::ApiCall(HttpClient& client, QObject& job) : m_client(&client), m_job(job) {}

ApiCall::~ApiCall()
{
    abort();
}

void ApiCall::send(const HttpRequest& request, Then then)
{
    sendRaw(request,
            [this, token = request.bearerToken, then = std::move(then)](const Result<HttpReply>& result) {
                std::optional<Error> error;
                if (result)
                    error = errorIn(*result, token);
                if (error)
                    m_fate = fateOf(*result);
                then(error ? Result<HttpReply>(*std::move(error)) : result);
            });
}

void ApiCall::sendRaw(const HttpRequest& request, Then then)
{
    abort();
    m_fate = {};
    if (!m_client) {
        then(Error::of(ErrorKind::Canceled)); // as HttpJob says when its client is gone
        return;
    }
    m_http = new HttpJob(*m_client, request, &m_job);
    QObject::connect(m_http, &HttpJob::finished, &m_job, [this, then = std::move(then)] {
        // Copied: `then` may finish the job, and whoever hears that may destroy all of this.
        const Result<HttpReply> result = m_http->result();
        if (!result)
            m_fate = fateOf(m_http->head(), m_http->mayHaveArrived());
        m_http = nullptr;
        const Then call = then;
        call(result);
    });
}

void ApiCall::abort()
{
    if (!m_http)
        return;
    HttpJob* http = m_http;
    m_http = nullptr;
    QObject::disconnect(http, nullptr, &m_job, nullptr);
    http->cancel();
}

} // namespace orangery
