// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "httpserver/serveroptions.h"

#include "httpserver/transfer.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <memory>

namespace orangery {

class Exchange;
class HttpDaemon;

/// An HTTP/1.1 server for programs on this machine, without routes. One thread of its own polls and parses;
/// requests are handed to the thread this object lives on, which needs an event loop.
///
/// Answered before anybody sees the request: 413 (body over the limit, chunked bodies too), 415 (any
/// Content-Encoding), 431 and 400 (by libmicrohttpd). A refusal closes the connection.
class Server : public QObject
{
    Q_OBJECT

public:
    explicit Server(const ServerOptions& options = {}, QObject* parent = nullptr);
    ~Server() override;

    /// Listens and returns the port. Errors: ErrorKind::InvalidInput (the port is taken, may not be opened,
    /// or the address is none), ServiceFailed. Starting a running server returns its port.
    Result<quint16> start();
    /// Hangs up on everybody; open exchanges emit `clientGone` before this returns.
    void stop();
    /// 0 unless running.
    quint16 port() const { return m_port; }

signals:
    /// A complete request. Answer `exchange` now or later; the server owns it.
    void requested(orangery::Exchange* exchange);

private:
    void handle(const std::shared_ptr<Transfer>& transfer, Transfer::Event event);
    void sweep();

    const ServerOptions m_options;
    std::unique_ptr<HttpDaemon> m_daemon;
    QHash<const Transfer*, QPointer<Exchange>> m_exchanges;
    QTimer m_sweepTimer;
    quint16 m_port = 0;
};

} // namespace orangery
