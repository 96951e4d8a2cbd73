// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of 20 MB that comes as base64 in JSON: the whole way from the bytes of the answer to the bytes of
// the picture (looking for an error, then imagecodec::decode), beside `base64 -d` turning the same text into
// the same bytes, from file to file in memory, its start included. In turn, CPU time (the command's as the
// kernel counted it), medians.
#include "bench/report.h"
#include "bench/timing.h"
#include "workersai/apierror.h"
#include "workersai/imagecodec.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <fcntl.h>
#include <random>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

namespace {

using namespace Qt::StringLiterals;
using namespace orangery;
using namespace orangery::bench;

constexpr int rounds = 11;
constexpr qsizetype pictureBytes = 20'000'000;

QByteArray picture()
{
    QByteArray bytes("\x89PNG\r\n\x1a\n");
    std::mt19937 random(20'000'000);
    while (bytes.size() < pictureBytes)
        bytes += static_cast<char>(random());
    return bytes;
}

struct Took
{
    double cpu = 0;
    double wall = 0;
};

Took decodeHere(const HttpReply& reply, const QByteArray& expected)
{
    const double cpu = cpuSeconds();
    const double wall = wallSeconds();
    const auto error = errorIn(reply);
    const Result<ImageReply> image = imagecodec::decode(reply);
    const Took took{cpuSeconds() - cpu, wallSeconds() - wall};
    insist(!error && image && image->data == expected, "the picture is not what was sent");
    return took;
}

Took decodeThere(const QString& from, const QString& to, const QByteArray& expected)
{
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    const QByteArray input = from.toLocal8Bit();
    const QByteArray output = to.toLocal8Bit();
    posix_spawn_file_actions_addopen(&files, 0, input.constData(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, output.constData(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    char program[] = "base64";
    char option[] = "-d";
    char* arguments[] = {program, option, nullptr};
    const double wall = wallSeconds();
    pid_t pid = -1;
    insist(posix_spawnp(&pid, program, &files, nullptr, arguments, environ) == 0, "base64 does not start");
    int status = -1;
    rusage used{};
    insist(wait4(pid, &status, 0, &used) == pid && status == 0, "base64 failed");
    const double took = wallSeconds() - wall;
    posix_spawn_file_actions_destroy(&files);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    QFile decoded(to);
    insist(decoded.open(QIODevice::ReadOnly) && decoded.readAll() == expected,
           "base64 decoded something else");
    return {seconds(used.ru_utime) + seconds(used.ru_stime), took};
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QByteArray bytes = picture();
    const QByteArray text = bytes.toBase64();
    HttpReply reply;
    reply.head.status = 200;
    reply.head.headers = {{"content-type", "application/json"}};
    reply.body = R"({"result":{"image":")" + text + R"("},"success":true,"errors":[],"messages":[]})";

    const QTemporaryDir folder(QDir(u"/dev/shm"_s).exists() ? u"/dev/shm/orangery-XXXXXX"_s : QString());
    const QString from = folder.filePath(u"text"_s);
    QFile file(from);
    insist(file.open(QIODevice::WriteOnly) && file.write(text) == text.size(), "the text cannot be written");
    file.close();

    std::vector<double> cpuRatios;
    std::vector<double> wallRatios;
    std::vector<double> cost;
    for (int round = 0; round < rounds; ++round) {
        const Took theirs = decodeThere(from, folder.filePath(u"picture"_s), bytes);
        const Took ours = decodeHere(reply, bytes);
        cpuRatios.push_back(ours.cpu / theirs.cpu);
        wallRatios.push_back(ours.wall / theirs.wall);
        cost.push_back(ours.cpu * 1e3);
    }
    report("base64.decode_ratio", median(cpuRatios), "ratio");
    report("base64.decode_wall_ratio", median(wallRatios), "ratio");
    report("base64.decode_ms", median(cost), "ms");
    return 0;
}
