// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sseparser.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

namespace orangery {

void PrintTo(const SseEvent& event, std::ostream* out)
{
    *out << '{' << event.type.toStdString() << '|' << event.data.toStdString() << '|'
         << event.id.toStdString() << '}';
}

namespace {

using Events = QList<SseEvent>;

Events parsed(const QByteArray& stream, std::vector<qsizetype> cuts = {})
{
    SseParser parser;
    Events events;
    cuts.push_back(stream.size());
    qsizetype at = 0;
    for (const qsizetype cut : cuts) {
        events += parser.feed(QByteArrayView(stream).sliced(at, cut - at));
        at = cut;
    }
    return events;
}

SseEvent message(const QByteArray& data)
{
    return {{}, data, {}};
}

struct Sample
{
    const char* name;
    QByteArray stream;
    Events events;
};

const QByteArray umlaut("\xC3\xA4\xE6\xBC\xA2\xF0\x9F\x8D\x8A"); // ä, 漢, 🍊

std::vector<Sample> samples()
{
    return {
        {"Nothing", "", {}},
        {"Lf", "data: a\n\ndata: b\n\n", {message("a"), message("b")}},
        {"Cr", "data: a\r\rdata: b\r\r", {message("a"), message("b")}},
        {"CrLf", "data: a\r\n\r\ndata: b\r\n\r\n", {message("a"), message("b")}},
        {"MixedEnds",
         "data: a\r\n\ndata: b\n\r\ndata: c\r\r\ndata: d\n\r",
         {message("a"), message("b"), message("c"), message("d")}},
        {"CrThenLf", "data: a\r\ndata: b\r\n\r\n", {message("a\nb")}},
        {"Comments", ": hi\n:\n:data: no\ndata: a\n: in between\n\n: end\n\n", {message("a")}},
        {"SeveralLines", "data: a\ndata:\ndata: c\n\n", {message("a\n\nc")}},
        {"Bom",
         "\xEF\xBB\xBF"
         "data: a\n\n",
         {message("a")}},
        {"BomBeforeComment", "\xEF\xBB\xBF: hi\ndata: a\n\n", {message("a")}},
        {"BomOnlyAtStart",
         "data: a\n\n\xEF\xBB\xBF"
         "data: b\n\n",
         {message("a")}},
        {"TwoBoms",
         "\xEF\xBB\xBF\xEF\xBB\xBF"
         "data: a\n\n",
         {}},
        {"Done",
         "data: {\"response\":\"x\"}\n\ndata: [DONE]\n\n",
         {message("{\"response\":\"x\"}"), message("[DONE]")}},
        {"Utf8", "data: " + umlaut + "\n\n", {message(umlaut)}},
        {"TextContainsField", "data: say data: x\ndata:data: y\n\n", {message("say data: x\ndata: y")}},
        {"Ids",
         "id: 1\ndata: a\n\ndata: b\n\nid\ndata: c\n\n",
         {{{}, "a", "1"}, {{}, "b", "1"}, {{}, "c", {}}}},
        {"IdWithNul",
         QByteArray("id: 1\ndata: a\n\nid: 2\0x\ndata: b\n\n", 32),
         {{{}, "a", "1"}, {{}, "b", "1"}}},
        {"IdWithoutData", "id: 7\n\ndata: a\n\n", {{{}, "a", "7"}}},
        {"Types",
         "event: ping\ndata: a\n\ndata: b\n\nevent: x\nevent: y\ndata: c\n\n",
         {{"ping", "a", {}}, {{}, "b", {}}, {"y", "c", {}}}},
        {"TypeWithoutData", "event: ping\n\ndata: a\n\n", {message("a")}},
        {"EmptyData", "data\n\ndata:\n\ndata: \n\n", {message(""), message(""), message("")}},
        {"TwoEmptyData", "data\ndata\n\n", {message("\n")}},
        {"NoColon", "data\nretry\nnonsense\n\n", {message("")}},
        {"OneSpace",
         "data:a\n\ndata: b\n\ndata:  c\n\ndata:\td\n\n",
         {message("a"), message("b"), message(" c"), message("\td")}},
        {"SpaceBeforeColon", "data : a\n\ndata: b\n\n", {message("b")}},
        {"UnknownFields", "retry: 10\nDATA: a\ndat: b\ndatax: c\ndata: d\n\n", {message("d")}},
        {"Nul", QByteArray("data: a\0b\n\n", 11), {message(QByteArray("a\0b", 3))}},
        {"EndInEvent", "data: a\n\ndata: b\n", {message("a")}},
        {"EndInLine", "data: a\n\ndata: b", {message("a")}},
        {"OnlyBlankLines", "\n\r\n\r\r\n\n", {}},
        {"Padding",
         "data: {\"response\":\"Hi\",\"p\":\"abcdefghijklmnopqrstuvwxyz0123456789abc\"}\n\n",
         {message("{\"response\":\"Hi\",\"p\":\"abcdefghijklmnopqrstuvwxyz0123456789abc\"}")}},
    };
}

class SseSamples : public testing::TestWithParam<Sample>
{};

TEST_P(SseSamples, Whole)
{
    EXPECT_EQ(parsed(GetParam().stream), GetParam().events);
}

TEST_P(SseSamples, ByteByByte)
{
    std::vector<qsizetype> cuts(static_cast<size_t>(GetParam().stream.size()));
    std::iota(cuts.begin(), cuts.end(), 0);
    EXPECT_EQ(parsed(GetParam().stream, cuts), GetParam().events);
}

TEST_P(SseSamples, SplitAtEveryPosition)
{
    for (qsizetype cut = 0; cut <= GetParam().stream.size(); ++cut)
        ASSERT_EQ(parsed(GetParam().stream, {cut}), GetParam().events) << "split at " << cut;
}

TEST_P(SseSamples, SplitAtEveryPairOfPositions)
{
    const qsizetype size = GetParam().stream.size();
    for (qsizetype first = 0; first <= size; ++first) {
        for (qsizetype second = first; second <= size; ++second)
            ASSERT_EQ(parsed(GetParam().stream, {first, second}), GetParam().events)
                << first << ", " << second;
    }
}

INSTANTIATE_TEST_SUITE_P(All, SseSamples, testing::ValuesIn(samples()),
                         [](const auto& sample) { return sample.param.name; });

TEST(SseParser, AllSamplesInOneStreamInRandomPieces)
{
    QByteArray stream;
    Events events;
    for (const Sample& sample : samples()) {
        const QByteArray name(sample.name);
        if (name.startsWith("Bom") || name.startsWith("TwoBoms") || name.startsWith("EndIn") ||
            name.startsWith("Id"))
            continue; // tied to the start or the end of a stream, or heard for ever after
        stream += sample.stream;
        events += sample.events;
    }
    std::mt19937 random(20261124);
    for (int round = 0; round < 500; ++round) {
        std::vector<qsizetype> cuts(random() % 40);
        for (qsizetype& cut : cuts)
            cut = static_cast<qsizetype>(random() % static_cast<unsigned>(stream.size()));
        std::sort(cuts.begin(), cuts.end());
        ASSERT_EQ(parsed(stream, cuts), events) << "round " << round;
    }
}

TEST(SseParser, GivesAnEventAsSoonAsItsBlankLineIsThere)
{
    SseParser parser;
    EXPECT_TRUE(parser.feed("data: a\r\n").isEmpty());
    EXPECT_EQ(parser.feed("\r"), Events{message("a")}) << "the LF of the last CRLF need not be waited for";
    EXPECT_TRUE(parser.feed("\n").isEmpty());
}

TEST(SseParser, KnowsWhetherTheStreamEndedInsideAnEvent)
{
    struct
    {
        const char* stream;
        bool isPartial;
    } const rows[] = {
        {"", false},      {"data: a\n\n", false}, {"data: a\n", true},        {"data: a", true},
        {"d", true},      {"event: x\n", true},   {"data: a\n\n: hi", false}, {"\xEF\xBB", false},
        {"data\n", true}, {"\n", false},          {"\xEF\xBB\xBF", false},
    };
    for (const auto& row : rows) {
        SseParser parser;
        parser.feed(row.stream);
        EXPECT_EQ(parser.hasPartialEvent(), row.isPartial) << row.stream;
    }
}

TEST(SseParser, AnEndlessLineOverflows)
{
    SseParser parser;
    const QByteArray piece(1024 * 1024, 'x');
    parser.feed("data: before\n\ndata: ");
    for (int i = 0; i < 15; ++i)
        parser.feed(piece);
    EXPECT_FALSE(parser.isOverflown());
    parser.feed(piece);
    EXPECT_TRUE(parser.isOverflown());
    EXPECT_TRUE(parser.feed("\n\ndata: after\n\n").isEmpty());
}

TEST(SseParser, AnEndlessEventOverflows)
{
    SseParser parser;
    const QByteArray line = "data: " + QByteArray(1024 * 1024, 'x') + "\n";
    for (int i = 0; i < 17; ++i)
        EXPECT_TRUE(parser.feed(line).isEmpty());
    EXPECT_TRUE(parser.isOverflown());
    EXPECT_TRUE(parser.feed("\ndata: after\n\n").isEmpty());
    EXPECT_FALSE(parser.hasPartialEvent());
}

TEST(SseParser, ALargeEventWithinTheLimitIsWhole)
{
    const QByteArray text(SseParser::maxEventBytes - 16, 'x');
    EXPECT_EQ(parsed("data: " + text + "\n\n", {100, 5'000'000}), Events{message(text)});
}

TEST(SseParser, WholeLinesOfALargeEventCountTogetherWithTheirEvent)
{
    // The whole stream in one piece must not evade the limit that a split one meets.
    SseParser parser;
    const QByteArray stream = "data: " + QByteArray(SseParser::maxEventBytes + 1, 'x') + "\n\n";
    EXPECT_TRUE(parser.feed(stream).isEmpty());
    EXPECT_TRUE(parser.isOverflown());
}

TEST(SseParser, LinesThatEndInCrAloneAreAsQuickInOnePiece)
{
    SseParser parser;
    EXPECT_EQ(parser.feed("data: a\r\r" + QByteArray(8'000'000, '\r') + "data: b\r\r"),
              (Events{message("a"), message("b")}));
}

TEST(SseParser, ALineThatIsNoDataHasTheSameLimitInOnePiece)
{
    SseParser parser;
    const QByteArray stream = ':' + QByteArray(SseParser::maxEventBytes, 'x') + "\ndata: a\n\n";
    EXPECT_TRUE(parser.feed(stream).isEmpty());
    EXPECT_TRUE(parser.isOverflown());
}

} // namespace
} // namespace orangery
