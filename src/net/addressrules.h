// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace orangery {

/// Whether the host is this machine: `localhost`, 127.0.0.0/8 or ::1. A name that merely resolves there is
/// not.
bool isLoopback(const QUrl& url);

/// Whether a request may go there at all: https anywhere, http to loopback only.
bool isSafeAddress(const QUrl& url);

} // namespace orangery
