// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpserver/httpdaemon.h"

#include "httpserver/httpcallbacks.h"
#include "httpserver/listensocket.h"

#include <QCoreApplication>
#include <cerrno>
#include <cstring>
#include <microhttpd.h>
#include <sys/socket.h>

namespace orangery {

HttpDaemon::HttpDaemon(const ServerOptions& options, Transfer::Notify notify, std::function<void()> opened)
    : m_options(options),
      m_notify(std::move(notify)),
      m_opened(std::move(opened))
{}

HttpDaemon::~HttpDaemon()
{
    stop();
}

Result<quint16> HttpDaemon::start()
{
    auto socket = ListenSocket::open(m_options.address, m_options.port);
    if (!socket)
        return socket.error();

    const auto idleSeconds = std::chrono::ceil<std::chrono::seconds>(m_options.idleTimeout).count();
    m_stopping = false;
    m_daemon = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, socket->port(),
                                nullptr, nullptr, &HttpCallbacks::handle, this,                          //
                                MHD_OPTION_LISTEN_SOCKET, static_cast<MHD_socket>(socket->descriptor()), //
                                MHD_OPTION_CONNECTION_LIMIT, m_options.connectionLimit,                  //
                                MHD_OPTION_CONNECTION_TIMEOUT, static_cast<unsigned>(idleSeconds),       //
                                MHD_OPTION_CONNECTION_MEMORY_LIMIT, m_options.connectionMemory,          //
                                MHD_OPTION_NOTIFY_COMPLETED, &HttpCallbacks::completed, this,            //
                                MHD_OPTION_NOTIFY_CONNECTION, &HttpCallbacks::connection, this,          //
                                MHD_OPTION_URI_LOG_CALLBACK, &HttpCallbacks::requestLine, this,          //
                                MHD_OPTION_END);
    if (!m_daemon) {
        Error error = Error::of(ErrorKind::ServiceFailed, QString::fromLocal8Bit(std::strerror(errno)));
        error.message = QCoreApplication::translate(
            "orangery::HttpDaemon", "The local server could not start. Close other programs and try again.");
        return error;
    }
    socket->release(); // microhttpd closes it
    return socket->port();
}

void HttpDaemon::stop()
{
    if (!m_daemon)
        return;
    m_stopping = true;
    {
        // microhttpd aborts the process when it is stopped with a suspended connection.
        const std::lock_guard lock(m_mutex);
        for (const auto& [key, connection] : m_connections) {
            if (connection.transfer)
                connection.transfer->abort();
        }
    }
    MHD_stop_daemon(m_daemon);
    m_daemon = nullptr;
    m_connections.clear();
}

bool HttpDaemon::sweep()
{
    const auto now = std::chrono::steady_clock::now();
    const std::lock_guard lock(m_mutex);
    for (const auto& [key, connection] : m_connections) {
        if (connection.transfer) {
            connection.transfer->endIfPeerLeft();
            if (now - connection.since > m_options.exchangeDeadline)
                connection.transfer->expire();
        } else if (now - connection.since > m_options.requestDeadline) {
            ::shutdown(connection.socket, SHUT_RDWR);
        }
    }
    return !m_connections.empty();
}

void HttpDaemon::connectionOpened(MHD_Connection* connection, int socket)
{
    bool first = false;
    {
        const std::lock_guard lock(m_mutex);
        first = m_connections.empty();
        m_connections[connection] = {socket, std::chrono::steady_clock::now(), {}};
    }
    if (first)
        m_opened();
}

void HttpDaemon::connectionClosed(MHD_Connection* connection)
{
    const std::lock_guard lock(m_mutex);
    m_connections.erase(connection);
}

void HttpDaemon::requestComplete(MHD_Connection* connection, const std::shared_ptr<Transfer>& transfer)
{
    const std::lock_guard lock(m_mutex);
    Connection& entry = m_connections[connection];
    entry.since = std::chrono::steady_clock::now();
    entry.transfer = transfer;
    if (m_stopping)
        transfer->abort();
}

void HttpDaemon::requestEnded(MHD_Connection* connection)
{
    const std::lock_guard lock(m_mutex);
    Connection& entry = m_connections[connection];
    entry.since = std::chrono::steady_clock::now();
    entry.transfer.reset();
}

} // namespace orangery
