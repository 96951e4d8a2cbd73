// SPDX-License-Identifier: GPL-3.0-or-later
// The net that catches every other test: seen to hold here, on addresses kept for documentation (never
// routed).
#include "support/loopbackpolicy.h"

#include <arpa/inet.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <netdb.h>
#include <string>
#include <sys/wait.h>
#include <tuple>
#include <unistd.h>

namespace orangery::test {
namespace {

sockaddr_in address4(const char* text)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(9);
    inet_pton(AF_INET, text, &address.sin_addr);
    return address;
}

sockaddr_in6 address6(const char* text)
{
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_port = htons(9);
    inet_pton(AF_INET6, text, &address.sin6_addr);
    return address;
}

template <typename Address>
bool loopback(const Address& address)
{
    return isLoopback(reinterpret_cast<const sockaddr*>(&address), sizeof address);
}

TEST(LoopbackPolicy, KnowsThisMachine)
{
    EXPECT_TRUE(loopback(address4("127.0.0.1")));
    EXPECT_TRUE(loopback(address4("127.8.8.8")));
    EXPECT_TRUE(loopback(address4("0.0.0.0")));
    EXPECT_TRUE(loopback(address6("::1")));
    EXPECT_TRUE(loopback(address6("::ffff:127.0.0.1")));
}

TEST(LoopbackPolicy, KnowsForeignHosts)
{
    EXPECT_FALSE(loopback(address4("192.0.2.1")));
    EXPECT_FALSE(loopback(address4("128.0.0.1")));
    EXPECT_FALSE(loopback(address4("10.0.0.1")));
    EXPECT_FALSE(loopback(address6("2001:db8::1")));
    EXPECT_FALSE(loopback(address6("::ffff:192.0.2.1")));
    EXPECT_FALSE(loopback(address6("fe80::1")));
}

TEST(LoopbackPolicy, JudgesNames)
{
    for (const char* local :
         {"", "localhost", "LocalHost.", "api.localhost", "127.0.0.1", "::1", "192.0.2.1", "fe80::1%lo"})
        EXPECT_EQ(judgeName(local), NameVerdict::Local) << local;
    EXPECT_EQ(judgeName(nullptr), NameVerdict::Local);
    for (const char* nowhere : {"nowhere.invalid", "a.b.test", "invalid"})
        EXPECT_EQ(judgeName(nowhere), NameVerdict::NeverExists) << nowhere;
    for (const char* foreign : {"example.org", "notlocalhost", "localhost.example.org", "contest", "1.2.3"})
        EXPECT_EQ(judgeName(foreign), NameVerdict::Foreign) << foreign;
}

// What a child did that was refused: how it ended, and what stands in the log.
struct Refusal
{
    int signal = 0;
    std::string log;
};

// A raw fork, not a death test: the parent must not notice anything but the child's end, as with any helper
// program.
template <typename Action>
Refusal refusalOf(Action action)
{
    char path[] = "/tmp/orangery-sockets-XXXXXX";
    const int fd = mkstemp(path);
    close(fd);
    const pid_t child = fork();
    if (child == 0) {
        setenv("ORANGERY_SOCKET_LOG", path, 1);
        std::freopen("/dev/null", "w", stderr);
        action();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    std::ifstream in(path);
    Refusal refusal{WIFSIGNALED(status) ? WTERMSIG(status) : 0, {std::istreambuf_iterator<char>(in), {}}};
    std::filesystem::remove(path);
    return refusal;
}

class LoopbackOnly : public testing::Test
{
protected:
    void SetUp() override
    {
        const char* preload = std::getenv("LD_PRELOAD");
        ASSERT_TRUE(preload && std::strstr(preload, "loopbackonly")) << "run this test through ctest";
    }

    sockaddr_in m_foreign = address4("192.0.2.1");
    int m_udp = socket(AF_INET, SOCK_DGRAM, 0);
};

TEST_F(LoopbackOnly, RefusesConnect)
{
    const auto refusal = refusalOf([this] {
        std::ignore = connect(m_udp, reinterpret_cast<const sockaddr*>(&m_foreign), sizeof m_foreign);
    });
    EXPECT_EQ(refusal.signal, SIGABRT);
    EXPECT_NE(refusal.log.find("refused connect to 192.0.2.1"), std::string::npos) << refusal.log;
}

TEST_F(LoopbackOnly, RefusesDatagrams)
{
    const auto sent = refusalOf([this] {
        sendto(m_udp, "x", 1, 0, reinterpret_cast<const sockaddr*>(&m_foreign), sizeof m_foreign);
    });
    EXPECT_NE(sent.log.find("refused sendto to 192.0.2.1"), std::string::npos) << sent.log;

    iovec data{const_cast<char*>("x"), 1};
    mmsghdr message{};
    message.msg_hdr.msg_name = &m_foreign;
    message.msg_hdr.msg_namelen = sizeof m_foreign;
    message.msg_hdr.msg_iov = &data;
    message.msg_hdr.msg_iovlen = 1;
    const auto one = refusalOf([&] { sendmsg(m_udp, &message.msg_hdr, 0); });
    EXPECT_NE(one.log.find("refused sendmsg to 192.0.2.1"), std::string::npos) << one.log;
    const auto many = refusalOf([&] { sendmmsg(m_udp, &message, 1, 0); });
    EXPECT_NE(many.log.find("refused sendmmsg to 192.0.2.1"), std::string::npos) << many.log;
}

TEST_F(LoopbackOnly, RefusesNameLookUps)
{
    const auto refusal = refusalOf([] {
        addrinfo* found = nullptr;
        [[maybe_unused]] const int code = getaddrinfo("example.org", "443", nullptr, &found);
    });
    EXPECT_EQ(refusal.signal, SIGABRT);
    EXPECT_NE(refusal.log.find("example.org"), std::string::npos) << refusal.log;
}

TEST_F(LoopbackOnly, AnswersReservedNamesItself)
{
    addrinfo* found = nullptr;
    EXPECT_EQ(getaddrinfo("api.invalid", "443", nullptr, &found), EAI_NONAME);
}

TEST_F(LoopbackOnly, FollowsIntoStartedPrograms)
{
    const auto refusal = refusalOf([] {
        execl("/bin/bash", "bash", "-c", "bash -c 'echo > /dev/tcp/192.0.2.1/9'; true",
              static_cast<char*>(nullptr));
    });
    EXPECT_EQ(refusal.signal, 0) << "the outer shell shrugs; the log does not";
    EXPECT_NE(refusal.log.find("refused connect to 192.0.2.1"), std::string::npos) << refusal.log;
}

TEST_F(LoopbackOnly, LetsLoopbackThrough)
{
    const auto refusal = refusalOf([this] {
        auto here = address4("127.0.0.1");
        std::ignore = connect(m_udp, reinterpret_cast<const sockaddr*>(&here), sizeof here);
        sendto(m_udp, "x", 1, 0, nullptr, 0);
    });
    EXPECT_EQ(refusal.signal, 0);
    EXPECT_EQ(refusal.log, "");
}

} // namespace
} // namespace orangery::test
