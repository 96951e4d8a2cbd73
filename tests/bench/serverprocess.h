// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <sys/types.h>

namespace orangery::bench {

/// An HTTP/1.1 server on loopback in a process of its own, a thread a connection, written with plain sockets
/// so that it costs little and owes nothing to what it measures. Ends with this object, or with its process.
///
/// A target that begins with /stream/EVENTS/PAUSE is answered with so many events of an OpenAI stream, one a
/// write, PAUSE microseconds between them (the clock's, not added to the work); anything else with a small
/// JSON object. Bodies are read to their end first. Construct it before the process has threads.
class ServerProcess
{
public:
    ServerProcess();
    ~ServerProcess();
    ServerProcess(const ServerProcess&) = delete;
    ServerProcess& operator=(const ServerProcess&) = delete;

    std::uint16_t port() const { return m_port; }

private:
    pid_t m_pid = -1;
    std::uint16_t m_port = 0;
};

} // namespace orangery::bench
