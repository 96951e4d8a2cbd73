// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"
#include "net/httprequest.h"

#include <QSslConfiguration>
#include <functional>
#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace orangery::bench {

/// Seconds that `count` calls take, one after the other, through HttpClient and HttpJob. Each answer must be
/// a 200, and hold `inHead` in its header x-protocol where that is given.
double callsOfOurs(HttpClient& client, const HttpRequest& request, int count, const QByteArray& inHead = {});

/// The same through a bare QNetworkAccessManager; with `tls` over HTTP/2, with TCP_NODELAY set as we set it.
double callsOfManager(QNetworkAccessManager& manager, const HttpRequest& request, int count,
                      const std::optional<QSslConfiguration>& tls = {});

/// 32 streams at once, medians of so many rounds.
struct StreamComparison
{
    double ratio = 0; ///< our rate by that of plain sockets
    double firstMs = 0;
    double directFirstMs = 0;
};

/// Through HttpClient and StreamJob, with the client that `client` gives for a round, beside sockets of their
/// own at `directPort`, in one thread.
StreamComparison compareStreams(HttpRequest request, quint16 directPort, int rounds,
                                const std::function<std::shared_ptr<HttpClient>()>& client);

} // namespace orangery::bench
