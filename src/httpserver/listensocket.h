// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QCoreApplication>
#include <QString>
#include <utility>

namespace orangery {

/// A listening TCP socket that belongs to this process alone. Move-only; closes itself unless released.
class ListenSocket
{
    Q_DISABLE_COPY(ListenSocket)
    Q_DECLARE_TR_FUNCTIONS(orangery::ListenSocket)

public:
    /// Binds and listens. `address` is a numeric IPv4 or IPv6 address; port 0 lets the system choose.
    /// A port on which somebody listens already is refused with a sentence (ErrorKind::InvalidInput).
    static Result<ListenSocket> open(const QString& address, quint16 port);

    ListenSocket(ListenSocket&& other) noexcept : m_fd(std::exchange(other.m_fd, -1)), m_port(other.m_port) {}
    ListenSocket& operator=(ListenSocket&& other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        m_port = other.m_port;
        return *this;
    }
    ~ListenSocket();

    /// The port that was really taken.
    quint16 port() const { return m_port; }
    int descriptor() const { return m_fd; }
    /// Hands the descriptor over to the caller, who closes it.
    int release() { return std::exchange(m_fd, -1); }

private:
    ListenSocket(int fd, quint16 port) : m_fd(fd), m_port(port) {}

    int m_fd = -1;
    quint16 m_port = 0;
};

} // namespace orangery
