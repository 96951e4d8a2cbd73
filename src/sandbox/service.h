// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpserver/server.h"
#include "sandbox/state.h"

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

    Result<quint16> start() { return m_server.start(); }
    State& state() { return m_state; }

private:
    void handle(Exchange* exchange);

    State m_state;
    Server m_server;
};

} // namespace orangery::sandbox
