// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/serverprocess.h"

#include "bench/cores.h"
#include "bench/timing.h"

#include <arpa/inet.h>
#include <chrono>
#include <csignal>
#include <cstring>
#include <netinet/tcp.h>
#include <string>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace orangery::bench {

namespace {

bool writeAll(int fd, const std::string& bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const ssize_t count = send(fd, bytes.data() + at, bytes.size() - at, MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        at += static_cast<std::size_t>(count);
    }
    return true;
}

std::string chunk(const std::string& data)
{
    char size[32];
    std::snprintf(size, sizeof size, "%zx\r\n", data.size());
    return size + data + "\r\n";
}

bool writeStream(int fd, int events, int pause)
{
    if (!writeAll(fd,
                  "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n"))
        return false;
    static const std::string event =
        "data: "
        "{\"id\":\"chatcmpl-0123456789abcdef\",\"object\":\"chat.completion.chunk\",\"created\":1795000000,"
        "\"model\":\"@cf/meta/"
        "llama-3.3-70b-instruct-fp8-fast\",\"choices\":[{\"index\":0,\"delta\":{\"content\":"
        "\" word\"},\"logprobs\":null,\"finish_reason\":null}]}\n\n";
    const std::string piece = chunk(event);
    const auto began = std::chrono::steady_clock::now();
    for (int i = 0; i < events; ++i) {
        if (pause)
            std::this_thread::sleep_until(began + i * std::chrono::microseconds(pause));
        if (!writeAll(fd, piece))
            return false;
    }
    return writeAll(fd, chunk("data: [DONE]\n\n") + chunk({}));
}

bool answer(int fd, const std::string& target)
{
    int events = 0;
    int pause = 0;
    if (std::sscanf(target.c_str(), "/stream/%d/%d", &events, &pause) == 2)
        return writeStream(fd, events, pause);
    static const std::string body =
        "{\"success\":true,\"errors\":[],\"messages\":[],\"result\":{\"response\":\"A small "
        "answer.\",\"usage\":{\"prompt_tokens\":12,\"completion_tokens\":4}}}";
    return writeAll(fd, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " +
                            std::to_string(body.size()) + "\r\n\r\n" + body);
}

void serve(int fd)
{
    const int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    static thread_local char buffer[1 << 18];
    std::string seen;
    while (true) {
        std::size_t end = 0;
        while ((end = seen.find("\r\n\r\n")) == std::string::npos) {
            const ssize_t count = recv(fd, buffer, sizeof buffer, 0);
            if (count <= 0)
                return void(close(fd));
            seen.append(buffer, static_cast<std::size_t>(count));
        }
        const std::string head = seen.substr(0, end + 2);
        seen.erase(0, end + 4);
        const char* length = strcasestr(head.c_str(), "\r\nContent-Length:");
        std::size_t left = length ? std::strtoul(length + 17, nullptr, 10) : 0;
        const std::size_t here = std::min(left, seen.size());
        seen.erase(0, here);
        left -= here;
        while (left) {
            const ssize_t count = recv(fd, buffer, std::min(left, sizeof buffer), 0);
            if (count <= 0)
                return void(close(fd));
            left -= static_cast<std::size_t>(count);
        }
        const std::size_t from = head.find(' ') + 1;
        if (!answer(fd, head.substr(from, head.find(' ', from) - from)))
            return void(close(fd));
    }
}

[[noreturn]] void run(int listener)
{
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    stayOn(Core::Last);
    while (true) {
        const int fd = accept(listener, nullptr, nullptr);
        if (fd >= 0)
            std::thread(serve, fd).detach();
    }
}

} // namespace

ServerProcess::ServerProcess()
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* const plain = reinterpret_cast<sockaddr*>(&address);
    socklen_t size = sizeof address;
    insist(bind(listener, plain, size) == 0 && listen(listener, 128) == 0 &&
               getsockname(listener, plain, &size) == 0,
           "no port on loopback");
    m_port = ntohs(address.sin_port);
    m_pid = fork();
    insist(m_pid >= 0, "no process for the server");
    if (m_pid == 0)
        run(listener);
    close(listener);
}

ServerProcess::~ServerProcess()
{
    kill(m_pid, SIGKILL);
    waitpid(m_pid, nullptr, 0);
}

} // namespace orangery::bench
