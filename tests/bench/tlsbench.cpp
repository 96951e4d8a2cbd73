// SPDX-License-Identifier: GPL-3.0-or-later
// What HttpClient and its jobs cost over TLS with HTTP/2, through nginx: small calls and uploads of 512 KiB
// one after the other beside a plain socket doing the same (plainhttp2.h); and 32 streams at once over the
// one connection beside plain sockets to the server behind nginx. In turn, time on the clock, medians.
#include "bench/calls.h"
#include "bench/cores.h"
#include "bench/nginxprocess.h"
#include "bench/plainhttp2.h"
#include "bench/report.h"
#include "bench/serverprocess.h"
#include "bench/timing.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>

namespace {

using namespace orangery;
using namespace orangery::bench;

constexpr int rounds = 25;
constexpr int smallCalls = 100;
constexpr int uploads = 10;

void compareCalls(HttpClient& client, PlainHttp2& socket, const HttpRequest& request, int count,
                  const std::string& name)
{
    callsOfOurs(client, request, count / 4, "HTTP/2.0");
    socket.calls(request, count / 4);
    std::vector<double> ratios;
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int round = 0; round < rounds; ++round) {
        theirs.push_back(socket.calls(request, count) * 1e3 / count);
        ours.push_back(callsOfOurs(client, request, count, "HTTP/2.0") * 1e3 / count);
        ratios.push_back(ours.back() / theirs.back());
    }
    report("client." + name + "_ratio", median(ratios), "ratio");
    report("client." + name + "_ms", median(ours), "ms");
    report("client." + name + "_plain_ms", median(theirs), "ms");
}

/// How much of a small call is Qt's own: ours beside the same through a bare manager.
void compareWithManager(HttpClient& client, const QString& caFile, const HttpRequest& request)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setCaCertificates(QSslCertificate::fromPath(caFile));
    QNetworkAccessManager manager;
    callsOfManager(manager, request, smallCalls, tls);
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        const double bare = callsOfManager(manager, request, smallCalls, tls);
        ratios.push_back(callsOfOurs(client, request, smallCalls, "HTTP/2.0") / bare);
    }
    report("client.h2_small_manager_ratio", median(ratios), "ratio");
}

} // namespace

int main(int argc, char** argv)
{
    const ServerProcess server;
    const QCoreApplication application(argc, argv);
    const NginxProcess nginx(server.port());
    stayOn(Core::First);
    const auto client = std::make_shared<HttpClient>();
    NetworkSettings settings;
    settings.extraCaFile = nginx.caFile();
    insist(client->setSettings(settings).has_value(), "the test's authority is refused");
    PlainHttp2 socket(nginx.port(), nginx.caFile());

    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(QStringLiteral("https://127.0.0.1:%1/call").arg(nginx.port()));
    request.contentType = "application/json";
    request.body = "{\"prompt\":\"Is an orange tree hardy?\",\"max_tokens\":64}";
    compareCalls(*client, socket, request, smallCalls, "h2_small");
    compareWithManager(*client, nginx.caFile(), request);
    request.body = QByteArray(512 * 1024, 'x');
    compareCalls(*client, socket, request, uploads, "upload512k");
    request.body = "{}";
    const StreamComparison found =
        compareStreams(request, server.port(), rounds, [&client] { return client; });
    report("client.h2_streams32_ratio", found.ratio, "ratio");
    report("client.h2_streams32_first_ms", found.firstMs, "ms");
    return 0;
}
