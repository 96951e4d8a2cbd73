// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into test programs and what they start: ends the process on any attempt to reach a host that is
// not this machine, and notes it in the file that ORANGERY_SOCKET_LOG names, so that the run fails even where
// a parent shrugs at a child's death. getaddrinfo is covered by name: glibc's resolver sends its questions by
// internal calls that no preload sees.
#include "support/loopbackpolicy.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

using orangery::test::isLoopback;
using orangery::test::NameVerdict;

// No allocation and no stream of the program's: the caller may be anywhere, also in a forked child.
[[noreturn]] void refuse(const char* call, const char* target)
{
    char line[512];
    const int written =
        std::snprintf(line, sizeof line, "loopbackonly: refused %s to %s (process %d, %s)\n", call, target,
                      static_cast<int>(getpid()), program_invocation_short_name);
    const size_t size = written > 0 ? std::min(static_cast<size_t>(written), sizeof line - 1) : 0;
    if (const char* path = std::getenv("ORANGERY_SOCKET_LOG")) {
        const int fd = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
        if (fd >= 0) {
            [[maybe_unused]] const auto ignored = write(fd, line, size);
            close(fd);
        }
    }
    [[maybe_unused]] const auto ignored = write(STDERR_FILENO, line, size);
    std::abort();
}

void check(const char* call, const void* address, socklen_t length)
{
    const auto* generic = static_cast<const sockaddr*>(address);
    if (!generic || isLoopback(generic, length))
        return;
    char text[INET6_ADDRSTRLEN] = "?";
    if (generic->sa_family == AF_INET)
        inet_ntop(AF_INET, &static_cast<const sockaddr_in*>(address)->sin_addr, text, sizeof text);
    else
        inet_ntop(AF_INET6, &static_cast<const sockaddr_in6*>(address)->sin6_addr, text, sizeof text);
    refuse(call, text);
}

template <typename Function>
Function next(const char* name)
{
    return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

int connect(int fd, const sockaddr* address, socklen_t length)
{
    static const auto real = next<decltype(&connect)>("connect");
    check("connect", address, length);
    return real(fd, address, length);
}

ssize_t sendto(int fd, const void* data, size_t size, int flags, const sockaddr* address, socklen_t length)
{
    static const auto real = next<decltype(&sendto)>("sendto");
    check("sendto", address, length);
    return real(fd, data, size, flags, address, length);
}

ssize_t sendmsg(int fd, const msghdr* message, int flags)
{
    static const auto real = next<decltype(&sendmsg)>("sendmsg");
    if (message)
        check("sendmsg", message->msg_name, message->msg_namelen);
    return real(fd, message, flags);
}

int sendmmsg(int fd, mmsghdr* messages, unsigned int count, int flags)
{
    static const auto real = next<decltype(&sendmmsg)>("sendmmsg");
    for (unsigned int i = 0; messages && i < count; ++i)
        check("sendmmsg", messages[i].msg_hdr.msg_name, messages[i].msg_hdr.msg_namelen);
    return real(fd, messages, count, flags);
}

int getaddrinfo(const char* node, const char* service, const addrinfo* hints, addrinfo** result)
{
    static const auto real = next<decltype(&getaddrinfo)>("getaddrinfo");
    switch (orangery::test::judgeName(node)) {
    case NameVerdict::Local:
        return real(node, service, hints, result);
    case NameVerdict::NeverExists:
        return EAI_NONAME;
    case NameVerdict::Foreign:
        break;
    }
    refuse("a name look-up", node);
}

} // extern "C"
