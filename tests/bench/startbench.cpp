// SPDX-License-Identifier: GPL-3.0-or-later
// Start to first painted window, and memory (PSS) after it: orangery beside the minimal program, in turn,
// medians. Both print `painted` when their first paint went out. The first start of each is not counted (cold
// files).
#include "bench/report.h"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr int rounds = 15;
constexpr auto patience = std::chrono::seconds(30);
// what a program does right after its first paint belongs to its memory, too
constexpr auto settling = std::chrono::milliseconds(500);

struct Sample
{
    double milliseconds = 0;
    double megabytes = 0;
};

struct Program
{
    std::vector<std::string> command;
    std::vector<double> milliseconds;
    std::vector<double> megabytes;
};

double pssOf(pid_t pid)
{
    std::ifstream in("/proc/" + std::to_string(pid) + "/smaps_rollup");
    std::string key;
    while (in >> key) {
        double kilobytes = 0;
        if (key == "Pss:" && in >> kilobytes)
            return kilobytes / 1024;
        in.clear();
    }
    throw std::runtime_error("no Pss in smaps_rollup");
}

void stop(pid_t pid)
{
    kill(pid, SIGTERM);
    for (int i = 0; i < 300; ++i) {
        if (waitpid(pid, nullptr, WNOHANG) != 0)
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    kill(pid, SIGKILL);
    waitpid(pid, nullptr, 0);
}

// Reads until a line says `painted`; false when the program ended or stayed silent.
bool waitForPaint(int fd)
{
    const auto deadline = Clock::now() + patience;
    std::string seen;
    std::array<char, 256> buffer{};
    while (seen.find("painted\n") == std::string::npos) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        pollfd wait{fd, POLLIN, 0};
        if (left <= 0 || poll(&wait, 1, static_cast<int>(left)) <= 0)
            return false;
        const auto count = read(fd, buffer.data(), buffer.size());
        if (count <= 0)
            return false;
        seen.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return true;
}

Sample start(const Program& program)
{
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0)
        throw std::runtime_error(std::strerror(errno));
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addclose(&actions, ends[0]);
    posix_spawn_file_actions_addclose(&actions, ends[1]);
    std::vector<char*> arguments;
    for (const auto& argument : program.command)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);

    pid_t pid = 0;
    const auto began = Clock::now();
    const int failure = posix_spawn(&pid, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (failure != 0) {
        close(ends[0]);
        throw std::runtime_error(program.command.front() + ": " + std::strerror(failure));
    }
    const bool isPainted = waitForPaint(ends[0]);
    const std::chrono::duration<double, std::milli> took = Clock::now() - began;
    Sample sample{took.count(), 0};
    if (isPainted) {
        std::this_thread::sleep_for(settling);
        sample.megabytes = pssOf(pid);
    }
    stop(pid);
    close(ends[0]);
    if (!isPainted)
        throw std::runtime_error(program.command.front() + " did not paint a window");
    return sample;
}

void measure(Program& own, Program& minimal)
{
    for (int round = -1; round < rounds; ++round) {
        for (Program* program : {&own, &minimal}) {
            const auto sample = start(*program);
            if (round < 0)
                continue;
            program->milliseconds.push_back(sample.milliseconds);
            program->megabytes.push_back(sample.megabytes);
        }
    }
}

void reportAll(const Program& own, const Program& minimal)
{
    using orangery::bench::median;
    using orangery::bench::report;
    const double ownTime = median(own.milliseconds);
    const double minimalTime = median(minimal.milliseconds);
    const double ownMemory = median(own.megabytes);
    const double minimalMemory = median(minimal.megabytes);
    report("start.warm_ms", ownTime, "ms");
    report("start.minimal_ms", minimalTime, "ms");
    report("start.warm_ratio", ownTime / minimalTime, "ratio");
    report("start.pss_mb", ownMemory, "MB");
    report("start.minimal_pss_mb", minimalMemory, "MB");
    report("start.pss_ratio", ownMemory / minimalMemory, "ratio");
}

} // namespace

int main()
{
    const fs::path folder = fs::read_symlink("/proc/self/exe").parent_path();
    std::string home = (fs::temp_directory_path() / "orangery-start-XXXXXX").string();
    if (!mkdtemp(home.data())) {
        std::perror("mkdtemp");
        return 1;
    }
    // a home of its own, kept from round to round: what counts is a start on data that is there
    setenv("HOME", home.c_str(), 1);
    for (const char* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
        unsetenv(name);
    setenv("ORANGERY_REPORT_PAINT", "1", 1);

    int code = 0;
    try {
        Program own{{folder / "orangery", "--sandbox"}, {}, {}};
        Program minimal{{folder / "minimal_window"}, {}, {}};
        measure(own, minimal);
        reportAll(own, minimal);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench_start: %s\n", error.what());
        code = 1;
    }
    std::error_code ignored;
    fs::remove_all(home, ignored);
    return code;
}
