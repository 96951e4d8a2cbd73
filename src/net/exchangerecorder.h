// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secretstring.h"
#include "net/httpexchange.h"

#include <QPointer>

namespace orangery {

class HttpClient;

/// Writes one exchange down while it happens and shows it to HttpClient::exchangeChanged(): when it begins,
/// and when it ends or is dropped. Costs nothing where nobody listens.
class ExchangeRecorder
{
public:
    ExchangeRecorder() = default;
    ~ExchangeRecorder();
    Q_DISABLE_COPY_MOVE(ExchangeRecorder)

    void begin(HttpClient& client, const HttpRequest& request);
    void takeHead(const HttpHead& head, bool isHttp2);
    void takeBytes(const QByteArray& bytes);
    /// Nothing: the body came to its proper end.
    void end(const Error* error);

private:
    QPointer<HttpClient> m_client; ///< nothing: not recording
    SecretString m_token;
    HttpExchange m_exchange;
    std::chrono::steady_clock::time_point m_startedAt;
};

} // namespace orangery
