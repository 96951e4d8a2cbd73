// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/job.h"
#include "net/httprequest.h"

#include <QPointer>
#include <memory>

namespace orangery {

class HttpClient;
class ReplyWatch;

/// One request whose answer is handed on as it arrives. Sends `Accept-Encoding: identity`, has its own
/// first-byte and idle timers, and no total time-out.
///
/// The result is the reply's head with an empty body, when the body came to its proper end; a broken body is
/// ErrorKind::ConnectionLost, a silent one ErrorKind::TimedOut: what had arrived was already handed on.
class StreamJob : public ResultJob<HttpReply>
{
    Q_OBJECT

public:
    StreamJob(HttpClient& client, HttpRequest request, QObject* context);
    ~StreamJob() override;

    /// Of a request that failed without an answer: some of its body may have reached the service. Without a
    /// body there is nothing to work on: false. Valid in finished().
    bool mayHaveArrived() const;

signals:
    /// Once, before the first bytes.
    void headReceived(const orangery::HttpHead& head);
    /// In order, any split. Never empty.
    void bytesReceived(const QByteArray& bytes);

protected:
    void start() override;
    void abort() override;

private:
    QPointer<HttpClient> m_client;
    HttpRequest m_request;
    std::unique_ptr<ReplyWatch> m_watch;
};

} // namespace orangery
