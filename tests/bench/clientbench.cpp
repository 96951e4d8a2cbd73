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

void manyStreams(quint16 port, const HttpRequest& request)
{
    // as sockets do, each round opens its connections
    const StreamComparison found =
        compareStreams(request, port, rounds, [] { return std::make_shared<HttpClient>(); });
    report("client.streams32_ratio", found.ratio, "ratio");
    report("client.streams32_first_ms", found.firstMs, "ms");
    report("client.streams32_direct_first_ms", found.directFirstMs, "ms");
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
