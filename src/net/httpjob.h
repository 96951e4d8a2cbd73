// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "net/httprequest.h"

#include <QPointer>
#include <memory>

namespace orangery {

class HttpClient;
class ReplyWatch;

/// One request, its whole answer in memory. Every HTTP status is a result, whatever its number: what a status
/// means is for the layer above. Errors are those of the way: Offline, HostNotFound, ProxyFailed, TlsFailed,
/// ConnectionLost, TimedOut, RedirectRefused, InsecureAddress, InvalidAnswer (body over the limit), Canceled.
class HttpJob : public ResultJob<HttpReply>
{
    Q_OBJECT

public:
    HttpJob(HttpClient& client, HttpRequest request, QObject* context);
    ~HttpJob() override;

    /// Of a request that failed without an answer: some of its body may have reached the service. Without a
    /// body there is nothing to work on: false. Valid in finished().
    bool mayHaveArrived() const;
    /// The head of an answer that broke off; status 0: none came. Valid in finished().
    HttpHead head() const;

protected:
    void start() override;
    void abort() override;

private:
    QPointer<HttpClient> m_client;
    HttpRequest m_request;
    std::unique_ptr<ReplyWatch> m_watch;
};

} // namespace orangery
