// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/loopbackpolicy.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cctype>
#include <cstring>
#include <string>

namespace orangery::test {

namespace {

bool isLoopback4(const in_addr& ip)
{
    const auto host = ntohl(ip.s_addr);
    return (host >> 24) == 127 || host == INADDR_ANY;
}

bool isLoopback6(const in6_addr& ip)
{
    if (IN6_IS_ADDR_V4MAPPED(&ip)) {
        in_addr inner{};
        std::memcpy(&inner, &ip.s6_addr[12], sizeof inner);
        return isLoopback4(inner);
    }
    return IN6_IS_ADDR_LOOPBACK(&ip) || IN6_IS_ADDR_UNSPECIFIED(&ip);
}

bool endsWithLabel(const std::string& name, std::string_view label)
{
    return name == label || (name.size() > label.size() && name.ends_with(label) &&
                             name[name.size() - label.size() - 1] == '.');
}

} // namespace

bool isLoopback(const sockaddr* address, socklen_t length)
{
    if (length < sizeof(sa_family_t))
        return true;
    if (address->sa_family == AF_INET && length >= sizeof(sockaddr_in)) {
        sockaddr_in inet{};
        std::memcpy(&inet, address, sizeof inet);
        return isLoopback4(inet.sin_addr);
    }
    if (address->sa_family == AF_INET6 && length >= sizeof(sockaddr_in6)) {
        sockaddr_in6 inet{};
        std::memcpy(&inet, address, sizeof inet);
        return isLoopback6(inet.sin6_addr);
    }
    return true;
}

NameVerdict judgeName(const char* node)
{
    if (!node || !*node)
        return NameVerdict::Local;
    std::string name = node;
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (name.ends_with('.'))
        name.pop_back();
    in6_addr binary{};
    const std::string withoutZone = name.substr(0, name.find('%'));
    if (inet_pton(AF_INET, name.c_str(), &binary) == 1 ||
        inet_pton(AF_INET6, withoutZone.c_str(), &binary) == 1)
        return NameVerdict::Local;
    if (endsWithLabel(name, "localhost"))
        return NameVerdict::Local;
    if (endsWithLabel(name, "invalid") || endsWithLabel(name, "test"))
        return NameVerdict::NeverExists;
    return NameVerdict::Foreign;
}

} // namespace orangery::test
