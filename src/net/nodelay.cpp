// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/nodelay.h"

#include <QtGlobal>

#ifdef Q_OS_LINUX

#include <arpa/inet.h>
#include <cstdlib>
#include <dirent.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <optional>
#include <sys/socket.h>

namespace orangery {

namespace {

std::optional<int> option(int fd, int level, int name)
{
    int value = 0;
    socklen_t size = sizeof value;
    if (getsockopt(fd, level, name, &value, &size) != 0)
        return std::nullopt;
    return value;
}

std::optional<quint16> peerPort(int fd)
{
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (getpeername(fd, reinterpret_cast<sockaddr*>(&address), &size) != 0)
        return std::nullopt;
    if (address.ss_family == AF_INET)
        return ntohs(reinterpret_cast<const sockaddr_in*>(&address)->sin_port);
    if (address.ss_family == AF_INET6)
        return ntohs(reinterpret_cast<const sockaddr_in6*>(&address)->sin6_port);
    return std::nullopt;
}

bool isOurs(int fd, const QList<quint16>& peerPorts)
{
    if (option(fd, SOL_SOCKET, SO_PROTOCOL) != IPPROTO_TCP || option(fd, IPPROTO_TCP, TCP_NODELAY) != 0)
        return false;
    tcp_info info{};
    socklen_t size = sizeof info;
    if (getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &size) != 0)
        return false;
    if (info.tcpi_state == TCP_SYN_SENT) // the kernel does not tell the peer of a connecting socket
        return true;
    const std::optional<quint16> port = peerPort(fd);
    return info.tcpi_state == TCP_ESTABLISHED && port && peerPorts.contains(*port);
}

} // namespace

int disableNagle(const QList<quint16>& peerPorts)
{
    DIR* directory = opendir("/proc/self/fd");
    if (!directory)
        return 0;
    int changed = 0;
    while (const dirent* entry = readdir(directory)) {
        char* end = nullptr;
        const auto fd = static_cast<int>(std::strtol(entry->d_name, &end, 10));
        if (end == entry->d_name || !isOurs(fd, peerPorts))
            continue;
        const int on = 1;
        if (setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on) == 0)
            ++changed;
    }
    closedir(directory);
    return changed;
}

bool canDisableNagle()
{
    return true;
}

} // namespace orangery

#else

namespace orangery {

int disableNagle(const QList<quint16>&)
{
    return 0;
}

bool canDisableNagle()
{
    return false;
}

} // namespace orangery

#endif
