// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpserver/listensocket.h"

#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace orangery {

namespace {

struct Address
{
    sockaddr_storage storage{};
    socklen_t length = 0;
};

bool parse(const QString& text, quint16 port, Address& address)
{
    const QByteArray numeric = text.toLatin1();
    auto* v4 = reinterpret_cast<sockaddr_in*>(&address.storage);
    if (inet_pton(AF_INET, numeric.constData(), &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
        address.length = sizeof(sockaddr_in);
        return true;
    }
    auto* v6 = reinterpret_cast<sockaddr_in6*>(&address.storage);
    if (inet_pton(AF_INET6, numeric.constData(), &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(port);
        address.length = sizeof(sockaddr_in6);
        return true;
    }
    return false;
}

quint16 portOf(const sockaddr_storage& storage)
{
    if (storage.ss_family == AF_INET)
        return ntohs(reinterpret_cast<const sockaddr_in*>(&storage)->sin_port);
    return ntohs(reinterpret_cast<const sockaddr_in6*>(&storage)->sin6_port);
}

Error failure(int error, const QString& address, quint16 port)
{
    QString message;
    if (error == EADDRINUSE)
        message = ListenSocket::tr(
            "Port %1 on %2 is used by another program. Choose another port or end that program.");
    else if (error == EACCES)
        message = ListenSocket::tr("This user may not open port %1 on %2. Choose a port of 1024 or above.");
    else
        message =
            ListenSocket::tr("Port %1 on %2 could not be opened. Check the address and choose another port.");
    Error result = Error::of(ErrorKind::InvalidInput);
    result.message = message.arg(port).arg(address);
    result.detail = QString::fromLocal8Bit(std::strerror(error));
    return result;
}

} // namespace

Result<ListenSocket> ListenSocket::open(const QString& address, quint16 port)
{
    Address parsed;
    if (!parse(address, port, parsed))
        return failure(EINVAL, address, port);

    const int fd = ::socket(parsed.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (fd < 0)
        return failure(errno, address, port);
    ListenSocket socket(fd, 0);

    // SO_REUSEADDR only lets a restart pass old connections in TIME_WAIT; beside a listening socket Linux
    // still refuses the bind. SO_REUSEPORT, which would let a second program share the port, stays off.
    const int yes = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (::bind(fd, reinterpret_cast<const sockaddr*>(&parsed.storage), parsed.length) != 0)
        return failure(errno, address, port);
    if (::listen(fd, SOMAXCONN) != 0)
        return failure(errno, address, port);

    Address actual;
    actual.length = sizeof actual.storage;
    if (::getsockname(fd, reinterpret_cast<sockaddr*>(&actual.storage), &actual.length) != 0)
        return failure(errno, address, port);
    socket.m_port = portOf(actual.storage);
    return socket;
}

ListenSocket::~ListenSocket()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

} // namespace orangery
