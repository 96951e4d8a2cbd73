// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpserver/server.h"

#include "httpserver/exchange.h"
#include "httpserver/httpdaemon.h"

#include <QPointer>

namespace orangery {

namespace {

// How soon a hang-up before the first byte is noticed, and how exact the total deadlines are.
constexpr std::chrono::milliseconds sweepInterval{200};

} // namespace

Server::Server(const ServerOptions& options, QObject* parent) : QObject(parent), m_options(options)
{
    m_sweepTimer.setParent(this);
    m_sweepTimer.setInterval(sweepInterval);
    connect(&m_sweepTimer, &QTimer::timeout, this, &Server::sweep);
}

Server::~Server()
{
    stop();
}

Result<quint16> Server::start()
{
    if (m_daemon)
        return m_port;

    // Only these events cross the threads: an Exchange is touched on this object's thread alone.
    auto notify = [this](const std::shared_ptr<Transfer>& transfer, Transfer::Event event) {
        QMetaObject::invokeMethod(
            this, [this, transfer, event] { handle(transfer, event); }, Qt::QueuedConnection);
    };
    auto opened = [this] {
        QMetaObject::invokeMethod(
            this, [this] { m_sweepTimer.start(); }, Qt::QueuedConnection);
    };
    auto daemon = std::make_unique<HttpDaemon>(m_options, notify, opened);
    const Result<quint16> port = daemon->start();
    if (!port)
        return port;
    m_daemon = std::move(daemon);
    m_port = *port;
    return m_port;
}

void Server::stop()
{
    if (!m_daemon)
        return;
    m_daemon->stop();
    m_daemon.reset();
    m_port = 0;
    m_sweepTimer.stop();
    const auto open = std::exchange(m_exchanges, {});
    for (const QPointer<Exchange>& exchange : open) {
        if (exchange)
            exchange->end(false);
    }
}

void Server::handle(const std::shared_ptr<Transfer>& transfer, Transfer::Event event)
{
    if (event == Transfer::Event::Arrived) {
        if (!m_daemon)
            return;
        auto* exchange = new Exchange(transfer, this);
        m_exchanges.insert(transfer.get(), exchange);
        emit requested(exchange);
        return;
    }
    const QPointer<Exchange> exchange = m_exchanges.value(transfer.get());
    if (event == Transfer::Event::Drained) {
        if (exchange)
            emit exchange->drained();
        return;
    }
    m_exchanges.remove(transfer.get());
    if (exchange)
        exchange->end(event == Transfer::Event::Completed);
}

void Server::sweep()
{
    if (!m_daemon || !m_daemon->sweep())
        m_sweepTimer.stop();
}

} // namespace orangery
