// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "net/httprequest.h"

#include <QNetworkReply>
#include <optional>

namespace orangery {

/// The head of a reply as far as it has arrived; nothing before its status line.
std::optional<HttpHead> headOf(const QNetworkReply& reply);

/// What stood in the way of a reply that has finished by itself; nothing when the service answered, whatever
/// its status. The status counts before Qt's error: Qt reports statuses as errors, too (429 even as
/// UnknownContentError). `secret` is taken out of the detail. `isProxied`: the connection led to a proxy, so
/// a refusal or an unknown host is its doing (Qt reports both as if there were none).
std::optional<Error> errorOf(const QNetworkReply& reply, bool isProxied, const SecretString& secret);

/// Whether a body of `received` bytes is shorter than the head announced (a server that hung up: Qt does not
/// always tell). Says nothing about a body that was decoded on the way.
bool isShorterThanAnnounced(const HttpHead& head, const QByteArray& method, qint64 received);

} // namespace orangery
