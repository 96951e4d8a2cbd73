// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace orangery {

/// Sets TCP_NODELAY on this process's own TCP sockets that are connecting, or are connected to one of these
/// peer ports, and have it not yet. Returns how many were changed. Does nothing but on Linux.
///
/// Why: QNetworkAccessManager never sets it, and its sockets are not reachable through the public API.
/// Nagle's algorithm against delayed acknowledgement then costs about 44 ms: over HTTP/1.1 on every body that
/// leaves in more than one write, over HTTP/2 on every small request (head and body are two writes). Called
/// on QNetworkReply::socketStartedConnecting, which is early enough.
int disableNagle(const QList<quint16>& peerPorts);

/// Whether disableNagle() works here; without it HTTP/1.1 is the faster way for small requests.
bool canDisableNagle();

} // namespace orangery
