// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer of 100,000 tokens takes at its peak over what the program takes when idle: the whole way
// from a server's socket through HttpClient and ChatJob, one event a token, as fast as they can be read.
// Resident memory as the kernel counts it; idle is after a first short answer, so that what loads once is not
// counted.
#include "bench/report.h"
#include "bench/serverprocess.h"
#include "bench/timing.h"
#include "net/httpclient.h"
#include "workersai/chatjob.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <fstream>
#include <string>

namespace {

using namespace Qt::StringLiterals;
using namespace orangery;
using namespace orangery::bench;

constexpr int tokens = 100'000;
constexpr int rounds = 3;

/// A line of /proc/self/status, in MB.
double memory(const std::string& name)
{
    std::ifstream in("/proc/self/status");
    std::string key;
    while (in >> key) {
        double kilobytes = 0;
        if (key == name && in >> kilobytes)
            return kilobytes / 1024;
        in.clear();
        std::getline(in, key);
    }
    insist(false, "the kernel does not tell the memory");
    return 0;
}

void resetPeak()
{
    std::ofstream out("/proc/self/clear_refs");
    out << "5";
    out.close();
    insist(!out.fail(), "the peak cannot be reset");
}

void answer(HttpClient& client, quint16 port, int count)
{
    const ApiContext api{
        QUrl(u"http://127.0.0.1:%1/stream/%2/0/client/v4"_s.arg(port).arg(count)), u"account"_s, {}};
    Model model;
    model.id = u"@cf/meta/llama-3.3-70b-instruct-fp8-fast"_s;
    ChatRequest request;
    request.model = model.id;
    request.messages = {{ChatRole::User, u"Go on."_s}};
    QEventLoop loop;
    QString text; // as whoever shows or saves it has
    auto* job = new ChatJob(client, api, model, request, &loop);
    QObject::connect(job, &ChatJob::deltaReceived, &loop,
                     [&](const ChatDelta& delta) { text += delta.text; });
    QObject::connect(job, &Job::finished, &loop, [&] {
        insist(job->result() && job->result()->text == text, "the answer failed");
        loop.quit();
    });
    loop.exec();
    insist(text.size() == qsizetype(count) * 5, "tokens are missing");
}

} // namespace

int main(int argc, char** argv)
{
    const ServerProcess server;
    const QCoreApplication application(argc, argv);
    std::vector<double> peaks;
    for (int round = 0; round < rounds; ++round) {
        HttpClient client;
        answer(client, server.port(), 100);
        const double idle = memory("VmRSS:");
        resetPeak();
        answer(client, server.port(), tokens);
        peaks.push_back(memory("VmHWM:") - idle);
    }
    report("stream.memory100k_mb", *std::max_element(peaks.begin(), peaks.end()), "MB");
    return 0;
}
