// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "httpserver/serveroptions.h"
#include "httpserver/transfer.h"

#include <atomic>
#include <unordered_map>

struct MHD_Daemon;

namespace orangery {

class Inbound;

/// libmicrohttpd with one polling thread: parses, counts, refuses and queues; it never runs a route.
/// Construct, start, sweep and stop on one thread; notifications come on the polling thread.
class HttpDaemon
{
    Q_DISABLE_COPY_MOVE(HttpDaemon)

public:
    /// `opened` is called on the polling thread when the first connection of a quiet time came.
    HttpDaemon(const ServerOptions& options, Transfer::Notify notify, std::function<void()> opened);
    ~HttpDaemon();

    /// Returns the port. Errors: ErrorKind::InvalidInput (port taken, bad address), ServiceFailed.
    Result<quint16> start();
    /// Hangs up on everybody and returns when the polling thread has ended.
    void stop();
    /// Enforces the total deadlines and looks for clients that left. Returns whether connections remain.
    bool sweep();

private:
    friend class HttpCallbacks;

    struct Connection
    {
        int socket = -1;
        std::chrono::steady_clock::time_point since; ///< opened, last answer ended, or request complete
        std::shared_ptr<Transfer> transfer;          ///< set while a complete request is being answered
    };

    void connectionOpened(MHD_Connection* connection, int socket);
    void connectionClosed(MHD_Connection* connection);
    void requestComplete(MHD_Connection* connection, const std::shared_ptr<Transfer>& transfer);
    void requestEnded(MHD_Connection* connection);

    const ServerOptions m_options;
    const Transfer::Notify m_notify;
    const std::function<void()> m_opened;
    MHD_Daemon* m_daemon = nullptr;
    std::atomic<bool> m_stopping = false;
    std::mutex m_mutex;
    std::unordered_map<MHD_Connection*, Connection> m_connections;
};

} // namespace orangery
