// SPDX-License-Identifier: GPL-3.0-or-later
// The stream parser: however the bytes are cut, the events are the same, and they are those of the
// specification, which is written down here a second time, as it stands there.
#include "fuzz/check.h"
#include "fuzz/input.h"
#include "net/sseparser.h"

namespace orangery::fuzz {
namespace {

struct Outcome
{
    QList<SseEvent> events;
    bool hasPartialEvent = false;
    bool isOverflown = false;

    bool operator==(const Outcome&) const = default;
};

Outcome parsed(const Pieces& pieces)
{
    SseParser parser;
    Outcome outcome;
    for (const QByteArrayView piece : pieces)
        outcome.events += parser.feed(piece);
    outcome.hasPartialEvent = parser.hasPartialEvent();
    outcome.isOverflown = parser.isOverflown();
    return outcome;
}

/// The lines that came to their end.
QList<QByteArray> linesOf(QByteArray stream)
{
    if (stream.startsWith("\xEF\xBB\xBF"))
        stream.remove(0, 3);
    stream.replace("\r\n", "\n").replace('\r', '\n');
    QList<QByteArray> lines = stream.split('\n');
    lines.removeLast();
    return lines;
}

QList<SseEvent> expected(const QByteArray& stream)
{
    QList<SseEvent> events;
    QByteArray data;
    QByteArray type;
    QByteArray id;
    const QList<QByteArray> lines = linesOf(stream);
    for (const QByteArray& line : lines) {
        if (line.isEmpty()) {
            if (!data.isEmpty())
                events.append({type, data.chopped(1), id});
            data.clear();
            type.clear();
            continue;
        }
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = colon < 0 ? line : line.first(colon);
        QByteArray value = colon < 0 ? QByteArray() : line.mid(colon + 1);
        if (value.startsWith(' '))
            value.remove(0, 1);
        if (name == "data")
            data += value + '\n';
        else if (name == "event")
            type = value;
        else if (name == "id" && !value.contains('\0'))
            id = value;
    }
    return events;
}

} // namespace
} // namespace orangery::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace orangery::fuzz;
    Input input(data, size);
    const int seed = input.choose(256);
    const QByteArray stream = input.rest();
    const QList<Pieces> cuts = allCuts(stream, seed);
    const Outcome whole = parsed(cuts.first());
    for (const Pieces& pieces : cuts)
        check(parsed(pieces) == whole, "cuts do not change the events");
    check(whole.events == expected(stream), "the events are those of the specification");
    check(!whole.isOverflown, "a short stream does not overflow");
    return 0;
}
