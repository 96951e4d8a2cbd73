// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>

namespace orangery {

/// The limits of a Server. The defaults suit a service for programs on this machine.
struct ServerOptions
{
    QString address =
        QStringLiteral("127.0.0.1");          ///< numeric; loopback unless somebody really means otherwise
    quint16 port = 0;                         ///< 0: the system chooses
    unsigned connectionLimit = 512;           ///< more wait in the system's queue
    std::size_t connectionMemory = 64 * 1024; ///< bytes a connection, for head and buffers
    qint64 bodyLimit = 32 * 1024 * 1024;      ///< bytes of a request body, chunked or not; above: 413
    qint64 drainLimit = 4 * 1024 * 1024; ///< bytes of a refused body read, so that the client sees the answer
    qint64 pendingLimit = 64 * 1024 * 1024; ///< bytes queued for a client that does not read; above: hang up
    std::chrono::milliseconds idleTimeout{60'000};     ///< silence on an open connection; whole seconds count
    std::chrono::milliseconds requestDeadline{30'000}; ///< for a whole request, however it drips
    std::chrono::milliseconds exchangeDeadline{3'600'000}; ///< from the request to the end of its answer
};

} // namespace orangery
