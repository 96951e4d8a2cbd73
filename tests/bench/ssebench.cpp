// SPDX-License-Identifier: GPL-3.0-or-later
// What one streamed answer costs on its way from bytes to deltas: the framing alone (beside a bare search for
// line ends in the same bytes), and framing with decoding per event (beside parsing the same JSON, and
// nothing else). Bytes come in pieces of a TCP segment. CPU time, rounds in turn, medians.
#include "bench/report.h"
#include "bench/timing.h"
#include "net/sseparser.h"
#include "workersai/chatstreamdecoder.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstring>
#include <vector>

namespace {

using orangery::bench::cpuSeconds;
using orangery::bench::insist;

constexpr int events = 20000;
constexpr int rounds = 11;
constexpr qsizetype segment = 1448;

// Both shapes of the wire, half of the events each: the native one with its padding, the OpenAI one with all
// it repeats.
std::vector<QByteArray> payloads()
{
    static const char* const words[] = {"The ", "tree",   " bears", " \\\"fruit\\\"",
                                        ",\\n", "Blüte ", "橙子",   "- item"};
    std::vector<QByteArray> all;
    for (int i = 0; i < events; ++i) {
        const QByteArray text = words[i % 8];
        if (i % 2 == 0) {
            all.push_back("{\"response\":\"" + text +
                          "\",\"p\":\"abcdefghijklmnopqrstuvwxyz0123456789abcdefghijkl\"}");
        } else {
            all.push_back("{\"id\":\"chatcmpl-0123456789abcdef\",\"object\":\"chat.completion.chunk\","
                          "\"created\":1795000000,"
                          "\"model\":\"a-model\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" +
                          text + "\"},\"finish_reason\":null}]}");
        }
    }
    return all;
}

QByteArray streamOf(const std::vector<QByteArray>& payloads)
{
    QByteArray stream;
    for (const auto& payload : payloads)
        stream += "data: " + payload + "\n\n";
    return stream + "data: [DONE]\n\n";
}

template <typename Work>
double timed(Work work)
{
    const double began = cpuSeconds();
    work();
    return cpuSeconds() - began;
}

template <typename Take>
void inSegments(const QByteArray& stream, Take take)
{
    for (qsizetype at = 0; at < stream.size(); at += segment)
        take(QByteArrayView(stream).sliced(at, std::min(segment, stream.size() - at)));
}

qsizetype lineEnds(const QByteArray& stream)
{
    qsizetype count = 0;
    inSegments(stream, [&count](QByteArrayView piece) {
        const char* at = piece.data();
        const char* const end = at + piece.size();
        while ((at = static_cast<const char*>(std::memchr(at, '\n', static_cast<std::size_t>(end - at))))) {
            ++count;
            if (++at == end)
                break;
        }
    });
    return count;
}

qsizetype framed(const QByteArray& stream)
{
    orangery::SseParser parser;
    qsizetype count = 0;
    inSegments(stream, [&](QByteArrayView piece) { count += parser.feed(piece).size(); });
    return count;
}

int decoded(const QByteArray& stream)
{
    orangery::SseParser parser;
    orangery::ChatStreamDecoder decoder;
    inSegments(stream, [&](QByteArrayView piece) {
        for (const auto& event : parser.feed(piece))
            decoder.take(event.data);
    });
    insist(decoder.isDone() && decoder.skippedEvents() == 0,
           "the decoder did not read the stream to its end");
    return decoder.readEvents();
}

int parsed(const std::vector<QByteArray>& payloads)
{
    int count = 0;
    for (const auto& payload : payloads)
        count += QJsonDocument::fromJson(payload).object().isEmpty() ? 0 : 1;
    return count;
}

} // namespace

int main()
{
    using orangery::bench::median;
    using orangery::bench::report;
    const auto all = payloads();
    const auto stream = streamOf(all);
    std::vector<double> plain;
    std::vector<double> framing;
    std::vector<double> decoding;
    std::vector<double> json;
    for (int round = 0; round < rounds; ++round) {
        plain.push_back(timed([&] { insist(lineEnds(stream) == 2 * (events + 1), "lines are missing"); }));
        framing.push_back(timed([&] { insist(framed(stream) == events + 1, "events are missing"); }));
        decoding.push_back(timed([&] { insist(decoded(stream) == events, "deltas are missing"); }));
        json.push_back(timed([&] { insist(parsed(all) == events, "objects are missing"); }));
    }
    const double megabytes = static_cast<double>(stream.size()) / 1e6;
    report("sse.mb_per_s", megabytes / median(framing), "MB/s");
    report("sse.plain_mb_per_s", megabytes / median(plain), "MB/s");
    report("sse.us_per_event", median(decoding) * 1e6 / events, "us");
    report("sse.json_us_per_event", median(json) * 1e6 / events, "us");
    return 0;
}
