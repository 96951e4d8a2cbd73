// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <netinet/in.h>
#include <string_view>
#include <sys/socket.h>

namespace orangery::test {

/// What a look-up of a host name may do in a test.
enum class NameVerdict {
    Local,       ///< answered on this machine: an address in digits, localhost, no name at all
    NeverExists, ///< reserved for names without a host (.invalid, .test): answered "no such host" without
                 ///< asking
    Foreign,     ///< would ask a name server: refused
};

/// Whether a socket address stays on this machine. Families other than IPv4 and IPv6 do (Unix, netlink), and
/// so does the unspecified address, which Linux takes for loopback. A length too short for the family goes to
/// the kernel, which refuses it.
bool isLoopback(const sockaddr* address, socklen_t length);

/// `node` as getaddrinfo takes it: null means this machine.
NameVerdict judgeName(const char* node);

} // namespace orangery::test
