// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/transcriptionvtt.h"

#include <gtest/gtest.h>

namespace orangery {
namespace {

using namespace Qt::StringLiterals;

struct Cue
{
    double start;
    double end;
    QString text;

    bool operator==(const Cue&) const = default;
};

void PrintTo(const Cue& cue, std::ostream* out)
{
    *out << cue.start << "–" << cue.end << " " << cue.text.toStdString();
}

QList<Cue> cues(const QString& vtt)
{
    QList<Cue> found;
    for (const auto& segment : transcriptionvtt::segments(vtt))
        found.append({segment.start, segment.end, segment.text});
    return found;
}

TEST(TranscriptionVtt, AllFormsOfTime)
{
    EXPECT_EQ(cues(u"WEBVTT\n\n00.500 --> 01.250\na\n\n01:02.000 --> 01:03.500\nb\n\n"
                   "01:00:00.000 --> 01:00:01.000\nc\n\n100:00:00.000 --> 100:00:01.000\nd\n\n"
                   "00:00:01,5 --> 00:00:02,25\ne\n\n3 --> 4\nf"_s),
              (QList<Cue>{{0.5, 1.25, u"a"_s},
                          {62, 63.5, u"b"_s},
                          {3600, 3601, u"c"_s},
                          {360000, 360001, u"d"_s},
                          {1.5, 2.25, u"e"_s},
                          {3, 4, u"f"_s}}));
}

TEST(TranscriptionVtt, WhatIsNoTextIsLeftOut)
{
    EXPECT_EQ(
        cues(
            u"\ufeffWEBVTT - a title\nKind: captions\n\nNOTE\nnot said\n\nSTYLE\n::cue { color: red }\n\n"
            "1\n00:01.000 --> 00:02.000 align:start position:0%\n<v Roger Bingham>Hello <b>you</b></v>\n"
            "a &lt; b &amp;lt; c &gt; d\n\nid\n00:02.000 --> 00:03.000\n\n00:03.000 --> 00:04.000\n1 < 2\n"_s),
        (QList<Cue>{{1, 2, u"Hello you\na < b &lt; c > d"_s}, {3, 4, u"1 < 2"_s}}));
}

TEST(TranscriptionVtt, LinesMayEndInEveryWay)
{
    const QList<Cue> expected{{1, 2, u"a\nb"_s}, {2, 3, u"c"_s}};
    EXPECT_EQ(cues(u"WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\na\r\nb\r\n\r\n00:02.000 --> 00:03.000\r\nc"_s),
              expected);
    EXPECT_EQ(cues(u"WEBVTT\r\r00:01.000 --> 00:02.000\ra\rb\r\r00:02.000 --> 00:03.000\rc"_s), expected);
    EXPECT_EQ(cues(u"00:01.000 --> 00:02.000\na\nb\n00:02.000 --> 00:03.000\nc\n\n"_s), expected);
}

TEST(TranscriptionVtt, BrokenCuesAreNone)
{
    for (const QString& vtt :
         {QString(), u"WEBVTT"_s, u"WEBVTT\n\nhello"_s, u"00:02.000 --> 00:01.000\na"_s,
          u"00:01.000 -> 00:02.000\na"_s, u"x --> y\na"_s, u"-1 --> 2\na"_s, u"1:2:3:4 --> 5:6:7:8\na"_s,
          u"0 --> "_s + QString(400, u'9') + u"\na"_s, u"00:01.000 -->\na"_s, u"1e3 --> 2e3\na"_s})
        EXPECT_EQ(cues(vtt), QList<Cue>()) << qPrintable(vtt);
}

TEST(TranscriptionVtt, AnOpenTagTakesNothingAlong)
{
    EXPECT_EQ(cues(u"0 --> 1\nx <y and <i>z</i>"_s), (QList<Cue>{{0, 1, u"x <y and z"_s}}));
    const QString open = QString(u"<a"_s).repeated(1'000'000);
    EXPECT_EQ(cues(u"0 --> 1\n"_s + open), (QList<Cue>{{0, 1, open}}));
}

} // namespace
} // namespace orangery
