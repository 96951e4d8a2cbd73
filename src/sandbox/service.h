// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpserver/server.h"
#include "sandbox/state.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QThreadPool>

namespace orangery {
class Exchange;
}

namespace orangery::sandbox {

/// The sandbox on its own thread: server, state and routes in one place.
class Service : public QObject
{
    Q_OBJECT

public:
    explicit Service(const SandboxOptions& options);
    ~Service() override;

    Result<quint16> start() { return m_server.start(); }
    State& state() { return m_state; }

private:
    void handle(Exchange* exchange);
    /// Has the answer made on a worker, so that a large picture holds up nobody else's stream.
    void make(Exchange* exchange, const Reply& promised, const Fault& fault, const QElapsedTimer& since);
    void deliver(Exchange& exchange, Reply reply, const Fault& fault, const QElapsedTimer& since);

    State m_state;
    Server m_server;
    QThreadPool m_workers;
};

} // namespace orangery::sandbox
