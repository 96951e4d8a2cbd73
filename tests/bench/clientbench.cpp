// SPDX-License-Identifier: GPL-3.0-or-later
// What HttpClient and its jobs add over HTTP/1.1 on loopback: small calls one after the other beside a bare
// QNetworkAccessManager doing the same, and 32 streams at once beside plain sockets. One server for both
// sides, in turn, time on the clock, medians.
#include "bench/calls.h"
#include "bench/cores.h"
#include "bench/report.h"
#include "bench/serverprocess.h"
#include "bench/timing.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>

namespace {

using namespace orangery;
using namespace orangery::bench;

constexpr int calls = 1000;
constexpr int rounds = 9;
constexpr int streams = 32;
constexpr int events = 200;
constexpr int pause = 4000; // microseconds: 250 events a second and stream, faster than any model

void smallCalls(const HttpRequest& request)
{
    HttpClient client;
    QNetworkAccessManager manager;
    std::vector<double> ratios;
    std::vector<double> cost;
    callsOfOurs(client, request, 50);
    callsOfManager(manager, request, 50);
    for (int round = 0; round < rounds; ++round) {
        const double bare = callsOfManager(manager, request, calls);
        const double ours = callsOfOurs(client, request, calls);
        ratios.push_back(ours / bare);
        cost.push_back(ours * 1e6 / calls);
    }
    report("client.small_calls_ratio", median(ratios), "ratio");
    report("client.small_call_us", median(cost), "us");
}

void manyStreams(quint16 port, HttpRequest request)
{
    const QByteArray target = "/stream/" + QByteArray::number(events) + '/' + QByteArray::number(pause);
    request.url.setPath(QString::fromLatin1(target));
    std::vector<double> ratios;
    std::vector<double> firsts;
    std::vector<double> directFirsts;
    for (int round = 0; round < rounds; ++round) {
        const StreamRun direct = streamsOfSockets(port, target, streams);
        HttpClient client; // as sockets do, each round opens its connections
        const StreamRun ours = streamsOfOurs(client, request, streams);
        insist(ours.events >= streams * (events + 1), "events of ours are missing");
        insist(direct.events >= streams * (events + 1), "events are missing");
        ratios.push_back(direct.seconds / ours.seconds);
        firsts.push_back(ours.medianFirst * 1e3);
        directFirsts.push_back(direct.medianFirst * 1e3);
    }
    report("client.streams32_ratio", median(ratios), "ratio");
    report("client.streams32_first_ms", median(firsts), "ms");
    report("client.streams32_direct_first_ms", median(directFirsts), "ms");
}

} // namespace

int main(int argc, char** argv)
{
    const ServerProcess server;
    stayOn(Core::First);
    const QCoreApplication application(argc, argv);
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(QStringLiteral("http://127.0.0.1:%1/call").arg(server.port()));
    request.contentType = "application/json";
    request.body = "{\"prompt\":\"Is an orange tree hardy?\",\"max_tokens\":64}";
    smallCalls(request);
    manyStreams(server.port(), request);
    return 0;
}
