// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/calls.h"

#include "bench/report.h"
#include "bench/timing.h"
#include "net/httpjob.h"
#include "net/nodelay.h"
#include "net/streamjob.h"

#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>
#include <functional>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace orangery::bench {

namespace {

/// Counts blank lines in any split of the bytes; chunked framing in between does no harm.
struct BlankLines
{
    qint64 count = 0;
    bool wasLineEnd = false;

    void take(QByteArrayView bytes)
    {
        for (const char c : bytes) {
            count += c == '\n' && wasLineEnd;
            wasLineEnd = c == '\n';
        }
    }
};

struct Stream
{
    int fd = -1;
    double first = 0;
    bool isDone = false;
    QByteArray tail;
    BlankLines lines;
};

int connected(quint16 port)
{
    const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    insist(connect(fd, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0,
           "no connection to the server");
    const int on = 1;
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    fcntl(fd, F_SETFL, O_NONBLOCK);
    return fd;
}

void read(Stream& stream, double began)
{
    static char buffer[65536];
    const ssize_t count = recv(stream.fd, buffer, sizeof buffer, 0);
    if (count < 0 && errno == EAGAIN)
        return;
    insist(count > 0, "a stream ended early");
    if (stream.lines.count == 0 && stream.first == 0)
        stream.first = wallSeconds() - began;
    const QByteArrayView bytes(buffer, count);
    stream.lines.take(bytes);
    stream.tail = (stream.tail + bytes.last(std::min<qsizetype>(count, 7)).toByteArray()).right(7);
    stream.isDone = stream.tail == "\r\n0\r\n\r\n";
}

/// Seconds that `count` calls take. `begin` starts one, with its context and what to call at its end; both
/// live until the last has ended.
double oneAfterTheOther(int count,
                        const std::function<void(QObject*, const std::function<void()>& ended)>& begin)
{
    QEventLoop loop;
    const std::function<void()> ended = [&] {
        if (--count)
            begin(&loop, ended);
        else
            loop.quit();
    };
    const double began = wallSeconds();
    begin(&loop, ended);
    loop.exec();
    return wallSeconds() - began;
}

/// What many streams at once came to.
struct StreamRun
{
    double seconds = 0;     ///< from the first request to the last end
    double medianFirst = 0; ///< seconds until a stream's first byte
    qint64 events = 0;      ///< blank lines, [DONE] among them
};

StreamRun streamsOfOurs(HttpClient& client, const HttpRequest& request, int count)
{
    QEventLoop loop;
    StreamRun run;
    std::vector<double> firsts;
    int left = count;
    const double began = wallSeconds();
    for (int i = 0; i < count; ++i) {
        auto* job = new StreamJob(client, request, &loop);
        auto lines = std::make_shared<BlankLines>();
        QObject::connect(job, &StreamJob::bytesReceived, &loop, [&, lines](const QByteArray& bytes) {
            if (lines->count == 0)
                firsts.push_back(wallSeconds() - began);
            lines->take(bytes);
        });
        QObject::connect(job, &Job::finished, &loop, [&, job, lines] {
            insist(job->result().has_value(), "a stream of ours failed");
            run.events += lines->count;
            if (--left == 0)
                loop.quit();
        });
    }
    loop.exec();
    run.seconds = wallSeconds() - began;
    run.medianFirst = median(firsts);
    return run;
}

StreamRun streamsOfSockets(quint16 port, const QByteArray& target, int count)
{
    std::vector<Stream> streams(static_cast<std::size_t>(count));
    std::vector<pollfd> polled(streams.size());
    const QByteArray request =
        "POST " + target +
        " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    const double began = wallSeconds();
    for (std::size_t i = 0; i < streams.size(); ++i) {
        streams[i].fd = connected(port);
        insist(send(streams[i].fd, request.data(), static_cast<std::size_t>(request.size()), 0) ==
                   request.size(),
               "a request was not taken");
        polled[i] = {streams[i].fd, POLLIN, 0};
    }
    for (int left = count; left;) {
        poll(polled.data(), polled.size(), -1);
        for (std::size_t i = 0; i < streams.size(); ++i) {
            if (!polled[i].revents)
                continue;
            read(streams[i], began);
            if (!streams[i].isDone)
                continue;
            polled[i].fd = -1;
            polled[i].revents = 0;
            close(streams[i].fd);
            --left;
        }
    }
    StreamRun run;
    run.seconds = wallSeconds() - began;
    std::vector<double> firsts;
    for (const Stream& stream : streams) {
        firsts.push_back(stream.first);
        run.events += stream.lines.count;
    }
    run.medianFirst = median(firsts);
    return run;
}

} // namespace

double callsOfOurs(HttpClient& client, const HttpRequest& request, int count, const QByteArray& inHead)
{
    return oneAfterTheOther(count, [&](QObject* context, const std::function<void()>& ended) {
        auto* job = new HttpJob(client, request, context);
        QObject::connect(job, &Job::finished, context, [&, job] {
            const auto& result = job->result();
            insist(result && result->head.status == 200 && !result->body.isEmpty(), "a call of ours failed");
            insist(result->head.header("x-protocol") == inHead, "the wrong protocol was spoken");
            ended();
        });
    });
}

double callsOfManager(QNetworkAccessManager& manager, const HttpRequest& request, int count,
                      const std::optional<QSslConfiguration>& tls)
{
    QNetworkRequest wire(request.url);
    wire.setRawHeader("Content-Type", request.contentType);
    if (tls)
        wire.setSslConfiguration(*tls);
    const quint16 port = static_cast<quint16>(request.url.port());
    return oneAfterTheOther(count, [&](QObject* context, const std::function<void()>& ended) {
        QNetworkReply* reply = manager.post(wire, request.body);
        if (tls)
            QObject::connect(reply, &QNetworkReply::socketStartedConnecting, context,
                             [port] { disableNagle({port}); });
        QObject::connect(reply, &QNetworkReply::finished, context, [&, reply] {
            insist(reply->error() == QNetworkReply::NoError && !reply->readAll().isEmpty(),
                   "a bare call failed");
            reply->deleteLater();
            ended();
        });
    });
}

StreamComparison compareStreams(HttpRequest request, quint16 directPort, int rounds,
                                const std::function<std::shared_ptr<HttpClient>()>& client)
{
    constexpr int streams = 32;
    constexpr int events = 200;
    constexpr int pause = 4000; // microseconds: 250 events a second and stream, faster than any model
    const QByteArray target = "/stream/" + QByteArray::number(events) + '/' + QByteArray::number(pause);
    request.url.setPath(QString::fromLatin1(target));
    std::vector<double> ratios;
    std::vector<double> firsts;
    std::vector<double> directFirsts;
    for (int round = 0; round < rounds; ++round) {
        const StreamRun direct = streamsOfSockets(directPort, target, streams);
        const std::shared_ptr<HttpClient> own = client();
        const StreamRun ours = streamsOfOurs(*own, request, streams);
        insist(ours.events >= streams * (events + 1), "events of ours are missing");
        insist(direct.events >= streams * (events + 1), "events are missing");
        ratios.push_back(direct.seconds / ours.seconds);
        firsts.push_back(ours.medianFirst * 1e3);
        directFirsts.push_back(direct.medianFirst * 1e3);
    }
    return {median(ratios), median(firsts), median(directFirsts)};
}

} // namespace orangery::bench
