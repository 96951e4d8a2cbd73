// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "net/httprequest.h"
#include "workersai/callfate.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace orangery {

class HttpClient;
class HttpJob;

/// The one HTTP exchange that a job of this layer is waiting for. A reply that carries an error, in whatever
/// form, comes out as that Error; so does a failure on the way.
class ApiCall
{
public:
    using Then = std::function<void(const Result<HttpReply>&)>;

    ApiCall(HttpClient& client, QObject& job);
    ~ApiCall();
    Q_DISABLE_COPY_MOVE(ApiCall)

    /// Calls `then` once, unless abort() comes first. One call at a time.
    void send(const HttpRequest& request, Then then);
    /// The same, but the reply comes as it is, whatever its status.
    void sendRaw(const HttpRequest& request, Then then);
    /// Stops silently.
    void abort();
    /// Of the last call, where it came out as an Error.
    const CallFate& fate() const { return m_fate; }

private:
    QPointer<HttpClient> m_client;
    QObject& m_job;
    QPointer<HttpJob> m_http;
    CallFate m_fate;
};

} // namespace orangery
