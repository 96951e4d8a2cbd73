// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/transcriptioncodec.h"

#include "workersai/mediafixture.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;
using Word = TranscriptionReply::Word;

Result<TranscriptionReply> decode(const QByteArray& result, const QString& language = {})
{
    return transcriptioncodec::decode(
        jsonReply(envelope(result)),
        {.model = u"m"_s, .audio = "x", .mimeType = u"audio/wav"_s, .language = language});
}

TEST(TranscriptionDecode, Whisper)
{
    const auto reply = decode(
        R"({"text":" It is a good day","word_count":5,"words":[{"word":"It","start":0.1,"end":0.3},)"
        R"({"word":" is","start":0.3,"end":0.5},{"word":"","start":0.5,"end":0.6},{"word":"no times"}],)"
        R"("vtt":"WEBVTT\n\n00.100 --> 00.900\nIt is\n\n00.900 --> 01.500\na good day\n"})",
        u"en"_s);
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->text, u"It is a good day"_s);
    EXPECT_EQ(reply->words, (QList<Word>{{u"It"_s, 0.1, 0.3, {}, {}}, {u"is"_s, 0.3, 0.5, {}, {}}}));
    ASSERT_EQ(reply->segments.size(), 2) << "the cues of its WebVTT";
    EXPECT_EQ(reply->segments.at(1).text, u"a good day"_s);
    EXPECT_DOUBLE_EQ(reply->segments.at(1).start, 0.9);
    EXPECT_DOUBLE_EQ(reply->segments.at(1).end, 1.5);
    EXPECT_TRUE(reply->vtt.startsWith(u"WEBVTT"_s));
    EXPECT_EQ(reply->language, u"en"_s) << "as given";
    EXPECT_FALSE(reply->duration);
}

TEST(TranscriptionDecode, Turbo)
{
    const auto reply = decode(
        R"({"text":"Hallo. Welt.","word_count":2,"vtt":"WEBVTT\n\n00:00.000 --> 00:09.000\nother","segments":[)"
        R"({"start":0,"end":1.5,"text":" Hallo.","temperature":0,"avg_logprob":-0.25,"compression_ratio":1.1,)"
        R"("no_speech_prob":0.01,"words":[{"word":" Hallo.","start":0.1,"end":1.4}]},)"
        R"({"start":1.5,"end":3,"text":" Welt.","words":[{"word":" Welt.","start":1.6,"end":2.9}]}],)"
        R"("transcription_info":{"language":"de","language_probability":0.99,"duration":3.2,"duration_after_vad":3}})",
        u"en"_s);
    ASSERT_TRUE(reply);
    ASSERT_EQ(reply->segments.size(), 2) << "its own, not those of the WebVTT";
    const auto& first = reply->segments.first();
    EXPECT_EQ(first.text, u"Hallo."_s);
    EXPECT_EQ(first.temperature, 0);
    EXPECT_EQ(first.averageLogProbability, -0.25);
    EXPECT_EQ(first.compressionRatio, 1.1);
    EXPECT_EQ(first.noSpeechProbability, 0.01);
    EXPECT_FALSE(reply->segments.last().noSpeechProbability);
    EXPECT_EQ(first.words, (QList<Word>{{u"Hallo."_s, 0.1, 1.4, {}, {}}}));
    EXPECT_EQ(reply->words.size(), 2) << "all of them";
    EXPECT_EQ(reply->language, u"de"_s);
    EXPECT_EQ(reply->languageProbability, 0.99);
    EXPECT_EQ(reply->duration, 3.2);
}

TEST(TranscriptionDecode, Nova)
{
    const auto reply = decode(
        R"({"metadata":{"duration":4.5},"results":{"channels":[{"detected_language":"en","language_confidence":0.9,)"
        R"("alternatives":[{"transcript":"hello there","confidence":0.98,"words":[)"
        R"({"word":"hello","start":0.1,"end":0.5,"confidence":0.99,"punctuated_word":"Hello"},)"
        R"({"word":"there","start":0.5,"end":0.9,"confidence":0.97}]},{"transcript":"hullo"}]}],)"
        R"("summary":{"result":"success","short":"x"},"sentiments":{}}})");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->text, u"hello there"_s);
    EXPECT_EQ(reply->words,
              (QList<Word>{{u"Hello"_s, 0.1, 0.5, 0.99, {}}, {u"there"_s, 0.5, 0.9, 0.97, {}}}));
    EXPECT_TRUE(reply->segments.isEmpty()) << "nobody told of any";
    EXPECT_EQ(reply->language, u"en"_s);
    EXPECT_EQ(reply->languageProbability, 0.9);
    EXPECT_EQ(reply->duration, 4.5);
}

TEST(TranscriptionDecode, SpeakersMakeTurns)
{
    const auto reply = decode(
        R"({"results":{"channels":[{"alternatives":[{"transcript":"a b c 你好","words":[)"
        R"({"word":"a","start":0,"end":1,"speaker":0},{"word":"b","start":1,"end":2,"speaker":0},)"
        R"({"word":"c","start":2,"end":3},{"word":"你","start":3,"end":4,"speaker":1},)"
        R"({"word":"好","start":4,"end":5,"speaker":1},{"word":"d","start":5,"end":6,"speaker":0}]}]}]}})");
    ASSERT_TRUE(reply);
    ASSERT_EQ(reply->segments.size(), 3);
    EXPECT_EQ(reply->segments.at(0).text, u"a b c"_s);
    EXPECT_EQ(reply->segments.at(0).speaker, 0);
    EXPECT_DOUBLE_EQ(reply->segments.at(0).end, 3);
    EXPECT_EQ(reply->segments.at(0).words.size(), 3);
    EXPECT_EQ(reply->segments.at(1).text, u"你好"_s) << "as it is written";
    EXPECT_EQ(reply->segments.at(1).speaker, 1);
    EXPECT_DOUBLE_EQ(reply->segments.at(1).start, 3);
    EXPECT_EQ(reply->segments.at(2).speaker, 0);
    EXPECT_EQ(reply->words.size(), 6);
}

TEST(TranscriptionDecode, UtterancesAreSegments)
{
    const auto reply = decode(
        R"({"results":{"channels":[{"alternatives":[{"transcript":"a b","words":[)"
        R"({"word":"a","start":0,"end":1,"speaker":0},{"word":"b","start":1,"end":2,"speaker":1}]}]}],)"
        R"("utterances":[{"start":0,"end":2,"transcript":"A, b.","speaker":3,"confidence":0.9,"words":[]}]}})");
    ASSERT_TRUE(reply);
    ASSERT_EQ(reply->segments.size(), 1);
    EXPECT_EQ(reply->segments.first().text, u"A, b."_s);
    EXPECT_EQ(reply->segments.first().speaker, 3);
}

TEST(TranscriptionDecode, ChannelsAreReadTogether)
{
    const auto reply = decode(
        R"({"results":{"channels":[{"alternatives":[{"transcript":"one three","words":[)"
        R"({"word":"one","start":0,"end":1},{"word":"three","start":2,"end":3}]}]},{"alternatives":[]},)"
        R"({"alternatives":[{"transcript":"two","words":[{"word":"two","start":1,"end":2}]}]}]}})");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->text, u"one three\ntwo"_s);
    ASSERT_EQ(reply->words.size(), 3);
    EXPECT_EQ(reply->words.at(1).word, u"two"_s);
}

TEST(TranscriptionDecode, Nemotron)
{
    const auto reply = decode(R"({"text":"hello","duration":2.5,"usage":{"neurons":1.25}})");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->text, u"hello"_s);
    EXPECT_EQ(reply->duration, 2.5);
    EXPECT_EQ(reply->neurons, Neurons::of(1.25));
    EXPECT_TRUE(reply->language.isEmpty());
}

TEST(TranscriptionDecode, SilenceIsAnAnswer)
{
    for (const char* result :
         {R"({"text":"","word_count":0,"words":[],"vtt":"WEBVTT\n\n"})", R"({"text":"","segments":[]})",
          R"({"results":{"channels":[{"alternatives":[{"transcript":"","confidence":0,"words":[]}]}]}})"}) {
        const auto reply = decode(result);
        ASSERT_TRUE(reply) << result;
        EXPECT_TRUE(reply->text.isEmpty() && reply->segments.isEmpty() && reply->words.isEmpty()) << result;
    }
}

TEST(TranscriptionDecode, TheTextIsPutTogetherWhereItIsMissing)
{
    EXPECT_EQ(
        decode(R"({"segments":[{"start":0,"end":1,"text":" a"},{"start":1,"end":2,"text":"b"}]})")->text,
        u"a b"_s);
    EXPECT_EQ(decode(R"({"vtt":"WEBVTT\n\n00:01.000 --> 00:02.000\na\n"})")->text, u"a"_s);
}

TEST(TranscriptionDecode, OddTimesAreMadePossible)
{
    const auto reply =
        decode(R"({"text":"x","words":[{"word":"a","start":-1,"end":-0.5},)"
               R"({"word":"b","start":2,"end":1},{"word":"c","start":"3","end":"4.5"},)"
               R"({"word":"d","start":null,"end":1},{"word":"e","start":0,"end":1,"speaker":-1}]})");
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->words, (QList<Word>{{u"a"_s, 0, 0, {}, {}},
                                         {u"b"_s, 2, 2, {}, {}},
                                         {u"c"_s, 3, 4.5, {}, {}},
                                         {u"e"_s, 0, 1, {}, {}}}));
}

TEST(TranscriptionDecode, ALengthBelowNothingIsNone)
{
    EXPECT_FALSE(decode(R"({"text":"a","duration":-1})")->duration);
    EXPECT_FALSE(decode(R"({"text":"a","transcription_info":{"duration":"-0.5"}})")->duration);
}

TEST(TranscriptionDecode, WithoutEnvelope)
{
    const auto reply = transcriptioncodec::decode(
        jsonReply(R"({"text":"hi"})"), {.model = u"m"_s, .audio = "x", .mimeType = u"audio/wav"_s});
    ASSERT_TRUE(reply);
    EXPECT_EQ(reply->text, u"hi"_s);
}

TEST(TranscriptionDecode, WhatCannotBeReadIsRefused)
{
    const TranscriptionRequest request{.model = u"m"_s, .audio = "x", .mimeType = u"audio/wav"_s};
    for (const HttpReply& reply : unreadableReplies()) {
        const auto transcript = transcriptioncodec::decode(reply, request);
        ASSERT_FALSE(transcript) << reply.body.left(80).constData();
        EXPECT_EQ(transcript.error().kind, ErrorKind::InvalidAnswer);
    }
    for (const char* result : {R"({"results":{"channels":[]}})", R"({"results":{"channels":[{}]}})",
                               R"({"results":{"channels":[{"alternatives":[{"confidence":1}]}]}})",
                               R"({"text":null,"words":[]})", R"([{"text":"x"}])", R"("text")"})
        EXPECT_FALSE(decode(result)) << result;
}

} // namespace
} // namespace orangery::test
