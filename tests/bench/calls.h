// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/httpclient.h"
#include "net/httprequest.h"

#include <QSslConfiguration>
#include <optional>

class QNetworkAccessManager;

namespace orangery::bench {

/// What many streams at once came to.
struct StreamRun
{
    double seconds = 0;     ///< from the first request to the last end
    double medianFirst = 0; ///< seconds until a stream's first byte
    qint64 events = 0;      ///< blank lines, [DONE] among them
};

/// Seconds that `count` calls take, one after the other, through HttpClient and HttpJob. Each answer must be
/// a 200, and hold `inHead` in its header x-protocol where that is given.
double callsOfOurs(HttpClient& client, const HttpRequest& request, int count, const QByteArray& inHead = {});

/// The same through a bare QNetworkAccessManager; with `tls` over HTTP/2, with TCP_NODELAY set as we set it.
double callsOfManager(QNetworkAccessManager& manager, const HttpRequest& request, int count,
                      const std::optional<QSslConfiguration>& tls = {});

/// `count` streams at once through HttpClient and StreamJob.
StreamRun streamsOfOurs(HttpClient& client, const HttpRequest& request, int count);
/// The same through sockets of their own, in one thread.
StreamRun streamsOfSockets(quint16 port, const QByteArray& target, int count);

} // namespace orangery::bench
