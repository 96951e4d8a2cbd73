// SPDX-License-Identifier: GPL-3.0-or-later
// Decoding the event stream of a chat: SseParser and ChatStreamDecoder beside what a program on Node does
// with `eventsource-parser` and JSON.parse (node/decode.mjs). Both read the same bytes in the same pieces,
// gather the text and are in turn; Node stays one process, so that its compiler is warm. The ratio is Node's
// time by ours, CPU time of the process and, as a second figure, time on the clock.
#include "bench/report.h"
#include "bench/timing.h"
#include "net/sseparser.h"
#include "workersai/chatstreamdecoder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace {

using namespace Qt::StringLiterals;
using namespace orangery;
using namespace orangery::bench;

constexpr int events = 200'000;
constexpr int warmUps = 2;
constexpr int rounds = 9;
constexpr qsizetype piece = 16384; // what one read of a socket yields while an answer is in full flow

/// Chunks as the service sends them; some models repeat their growing usage in each (API.md §3.3).
QByteArray streamOf(bool hasUsage)
{
    static const char* const words[] = {
        "The",      " orange",  " tree",          " needs",  " a",     " cool", ",",
        " frost",   "-free",    " room",          ".",       "\\n\\n", "Blüte", " und",
        " Früchte", "橙子",     " \\\"so",        "\\\"",    " it",    " is",   " said",
        ":",        "\\n- ",    "item",           " number", " 42",    " – ",   " done",
        " °C",      " \\u2013", " overwintering", " 🍊"};
    const QByteArray head = "data: {\"id\":\"chatcmpl-0123456789abcdef0123456789abcdef\",\"object\":"
                            "\"chat.completion.chunk\",\"created\":1795000000,"
                            "\"model\":\"@cf/meta/llama-3.3-70b-instruct-fp8-fast\",\"choices\":";
    const auto usage = [](int count) {
        return ",\"usage\":{\"prompt_tokens\":1234,\"total_tokens\":" + QByteArray::number(1234 + count) +
               ",\"completion_tokens\":" + QByteArray::number(count) +
               ",\"prompt_tokens_details\":{\"cached_tokens\":0}}";
    };
    QByteArray stream;
    for (int i = 0; i < events - 1; ++i)
        stream += head + "[{\"index\":0,\"delta\":{\"content\":\"" + words[i % 32] +
                  "\"},\"logprobs\":null,\"finish_reason\":null}]" +
                  (hasUsage ? usage(i + 1) : QByteArray()) + "}\n\n";
    return stream + head + "[]" + usage(events - 1) + "}\n\ndata: [DONE]\n\n";
}

struct Outcome
{
    double cpu = 0;
    double wall = 0;
    int events = 0;
    int tokens = 0;
    QByteArray hash;
};

Outcome decodeHere(const QByteArray& stream)
{
    Outcome outcome;
    const double cpu = cpuSeconds();
    const double wall = wallSeconds();
    SseParser parser;
    ChatStreamDecoder decoder;
    for (qsizetype at = 0; at < stream.size(); at += piece) {
        for (const auto& event :
             parser.feed(QByteArrayView(stream).sliced(at, std::min(piece, stream.size() - at))))
            decoder.take(event.data);
    }
    const ChatReply reply = decoder.reply();
    outcome.cpu = cpuSeconds() - cpu;
    outcome.wall = wallSeconds() - wall;
    outcome.events = decoder.readEvents();
    outcome.tokens = reply.usage ? reply.usage->completionTokens : 0;
    outcome.hash = QCryptographicHash::hash(reply.text.toUtf8(), QCryptographicHash::Sha1).toHex();
    return outcome;
}

Outcome decodeThere(QProcess& node)
{
    node.write("\n");
    while (!node.canReadLine())
        insist(node.waitForReadyRead(120'000), "Node does not answer");
    const QJsonObject said = QJsonDocument::fromJson(node.readLine()).object();
    return {said.value(u"cpu").toDouble(), said.value(u"wall").toDouble(), said.value(u"events").toInt(),
            said.value(u"tokens").toInt(), said.value(u"hash").toString().toLatin1()};
}

void compare(const QByteArray& stream, const std::string& name, const QString& script)
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"stream"_s));
    insist(file.open(QIODevice::WriteOnly) && file.write(stream) == stream.size(),
           "the stream cannot be written");
    file.close();
    QProcess node;
    node.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    node.start(u"node"_s, {script, file.fileName(), QString::number(piece)});
    std::vector<double> cpuRatios;
    std::vector<double> wallRatios;
    std::vector<double> cost;
    for (int round = 0; round < warmUps + rounds; ++round) {
        const Outcome ours = decodeHere(stream);
        const Outcome theirs = decodeThere(node);
        insist(ours.events == events && ours.tokens == events - 1, "our decoder did not read every event");
        insist(ours.hash == theirs.hash && ours.events == theirs.events && ours.tokens == theirs.tokens,
               "Node read something else");
        if (round < warmUps)
            continue;
        cpuRatios.push_back(theirs.cpu / ours.cpu);
        wallRatios.push_back(theirs.wall / ours.wall);
        cost.push_back(ours.cpu * 1e6 / events);
    }
    report(name, median(cpuRatios), "ratio");
    report(name + "_wall", median(wallRatios), "ratio");
    report(name + "_us_per_event", median(cost), "us");
    node.closeWriteChannel();
    node.waitForFinished();
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const QString script = QDir(QCoreApplication::applicationDirPath()).filePath(u"../node/decode.mjs"_s);
    const QByteArray reason = qgetenv("ORANGERY_NO_NODE"); // script/bench tells
    if (!reason.isEmpty() || !QFile::exists(script)) {
        leftOut("stream.decode_vs_node",
                reason.isEmpty() ? "script/bench did not fetch the npm package" : reason.toStdString());
        return 0;
    }
    compare(streamOf(false), "stream.decode_vs_node", script);
    compare(streamOf(true), "stream.decode_usage_vs_node", script);
    return 0;
}
