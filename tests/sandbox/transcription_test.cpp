// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mediafixture.h"

namespace orangery::test {

using namespace Qt::StringLiterals;

class TranscriptionWire : public MediaTest
{
protected:
    static QByteArray base64(const QByteArray& audio, const QByteArray& more = {})
    {
        return R"({"audio":")" + audio.toBase64() + '"' + more + '}';
    }
    QJsonValue heard(const QString& model, const QByteArray& audio) const
    {
        const WireReply reply = runRaw(model, audio, "audio/wav");
        EXPECT_EQ(reply.status, 200) << reply.body.left(200).toStdString();
        return reply.json()["result"_L1];
    }
    /// Every word lies in one of the parts, every part has words, to within a level's length.
    static void expectInside(const QJsonArray& words, const std::vector<Loud>& parts)
    {
        constexpr double slack = 0.021;
        std::vector<int> counts(parts.size());
        double last = 0;
        for (const QJsonValue& word : words) {
            const double start = word["start"_L1].toDouble();
            const double end = word["end"_L1].toDouble();
            EXPECT_GE(start, last - 1e-9);
            EXPECT_GT(end, start);
            last = end;
            bool isInside = false;
            for (std::size_t i = 0; i < parts.size(); ++i) {
                const bool inThis = start >= parts[i].start - slack && end <= parts[i].end + slack;
                counts[i] += inThis ? 1 : 0;
                isInside = isInside || inThis;
            }
            EXPECT_TRUE(isInside) << start << " to " << end;
        }
        EXPECT_THAT(counts, testing::Each(testing::Gt(0)));
    }

    const std::vector<Loud> parts{{0.5, 2.5}, {3.5, 5.0}, {8.0, 11.5}};
};

TEST_F(TranscriptionWire, WordsFollowTheLoudness)
{
    const QJsonValue result = heard(whisper, wav(12, parts));
    const QJsonArray words = result["words"_L1].toArray();
    expectInside(words, parts);
    EXPECT_EQ(result["word_count"_L1].toInt(), words.size());
    EXPECT_EQ(words.first()["start"_L1].toDouble(), 0.5);
    EXPECT_NEAR(words.last()["end"_L1].toDouble(), 11.5, 0.021);
    EXPECT_TRUE(result["text"_L1].toString().startsWith(u"Sandbox transcript, no model heard"));
    QStringList texts;
    for (const QJsonValue& word : words)
        texts << word["word"_L1].toString();
    EXPECT_EQ(texts.join(u' '), result["text"_L1].toString());
    EXPECT_EQ(heard(whisper, wav(12, parts)), result) << "deterministic";
}

TEST_F(TranscriptionWire, SilenceYieldsNothing)
{
    for (const QByteArray& audio : {wav(5, {}), wav(5, {{1.0, 1.03}})}) {
        const QJsonValue result = heard(whisper, audio);
        EXPECT_EQ(result["text"_L1].toString(), QString());
        EXPECT_TRUE(result["words"_L1].toArray().isEmpty());
        EXPECT_EQ(result["word_count"_L1].toInt(), 0);
        EXPECT_EQ(result["vtt"_L1].toString(), u"WEBVTT\n\n");
    }
    const QJsonValue deep = run(turbo, base64(wav(5, {}))).json()["result"_L1];
    EXPECT_TRUE(deep["segments"_L1].isArray());
    EXPECT_TRUE(deep["segments"_L1].toArray().isEmpty());
    EXPECT_EQ(deep["transcription_info"_L1]["duration_after_vad"_L1].toDouble(), 0);
    const QJsonValue alternative =
        heard(nova, wav(5, {}))["results"_L1]["channels"_L1][0]["alternatives"_L1][0];
    EXPECT_EQ(alternative["transcript"_L1].toString(), QString());
    EXPECT_EQ(alternative["confidence"_L1].toDouble(-1), 0);
}

TEST_F(TranscriptionWire, WhisperTakesBytesAndNumbers)
{
    const QByteArray audio = wav(3, {{0.5, 2}});
    const WireReply raw = runRaw(whisper, audio);
    EXPECT_EQ(raw.json(), run(whisper, R"({"audio":)" + numbers(audio) + "}").json());
    EXPECT_NEAR(neurons(raw), 41.14 * 3 / 60, 1e-6);
    const WireReply tiny = runRaw(u"@cf/openai/whisper-tiny-en"_s, audio);
    EXPECT_EQ(tiny.status, 200);
    EXPECT_TRUE(tiny.header("cf-ai-neurons").isNull()) << "no published price";
}

TEST_F(TranscriptionWire, TurboGivesSegmentsAndCues)
{
    const WireReply reply = run(turbo, base64(wav(12, parts)));
    const QJsonValue result = reply.json()["result"_L1];
    EXPECT_NEAR(neurons(reply), 46.63 * 12 / 60, 1e-6);
    const QJsonArray segments = result["segments"_L1].toArray();
    ASSERT_EQ(segments.size(), 3);
    QJsonArray words;
    QStringList texts;
    QString vtt = u"WEBVTT\n\n"_s;
    for (const QJsonValue& segment : segments) {
        const QJsonArray own = segment["words"_L1].toArray();
        EXPECT_EQ(segment["start"_L1], own.first()["start"_L1]);
        EXPECT_EQ(segment["end"_L1], own.last()["end"_L1]);
        EXPECT_TRUE(segment["text"_L1].toString().endsWith(u'.'));
        for (const auto member :
             {"temperature"_L1, "avg_logprob"_L1, "compression_ratio"_L1, "no_speech_prob"_L1})
            EXPECT_TRUE(segment[member].isDouble());
        for (const QJsonValue& word : own)
            words.append(word);
        texts << segment["text"_L1].toString();
    }
    expectInside(words, parts);
    EXPECT_EQ(result["text"_L1].toString(), texts.join(u' '));
    const QStringList cues = result["vtt"_L1].toString().split(u"\n\n"_s, Qt::SkipEmptyParts);
    ASSERT_EQ(cues.size(), 4);
    EXPECT_EQ(cues[1], u"00:00.500 --> 00:02.500\n"_s + texts[0]);
    const QJsonValue info = result["transcription_info"_L1];
    EXPECT_EQ(info["duration"_L1].toDouble(), 12);
    EXPECT_NEAR(info["duration_after_vad"_L1].toDouble(), 7, 0.1);
    EXPECT_EQ(info["language"_L1].toString(), u"en");
}

TEST_F(TranscriptionWire, ALongSpeechIsCutAtItsSentences)
{
    const QJsonArray segments =
        run(turbo, base64(wav(40, {{0, 40}}))).json()["result"_L1]["segments"_L1].toArray();
    EXPECT_GT(segments.size(), 3);
    for (const QJsonValue& segment : segments)
        EXPECT_LT(segment["end"_L1].toDouble() - segment["start"_L1].toDouble(), 12);
}

TEST_F(TranscriptionWire, TheLanguageIsHonoured)
{
    const QByteArray audio = wav(4, {{0, 4}});
    const auto result = [&](const QByteArray& more) {
        return run(turbo, base64(audio, more)).json()["result"_L1];
    };
    const QJsonValue german = result(R"(,"language":"de")");
    EXPECT_TRUE(german["text"_L1].toString().startsWith(u"Sandbox-Abschrift"));
    EXPECT_EQ(german["transcription_info"_L1]["language"_L1].toString(), u"de");
    EXPECT_EQ(german["transcription_info"_L1]["language_probability"_L1].toDouble(), 1);
    EXPECT_TRUE(result(R"(,"language":"zh")")["text"_L1].toString().startsWith(u"沙箱转写"));
    EXPECT_TRUE(result(R"(,"language":"de","task":"translate")")["text"_L1].toString().startsWith(
        u"Sandbox transcript"));
    EXPECT_TRUE(result(R"(,"prefix":"Well then,")")["text"_L1].toString().startsWith(u"Well then, Sandbox"));
}

TEST_F(TranscriptionWire, NovaReadsItsQuery)
{
    const QByteArray audio = wav(12, parts);
    const auto alternative = [&](const QString& query) {
        const WireReply reply = runRaw(nova + query, audio, "audio/wav");
        EXPECT_EQ(reply.status, 200) << reply.body.toStdString();
        EXPECT_NEAR(neurons(reply), 472.73 * 12 / 60, 1e-6);
        return reply.json()["result"_L1]["results"_L1]["channels"_L1][0]["alternatives"_L1][0];
    };
    const QJsonValue plain = alternative({});
    expectInside(plain["words"_L1].toArray(), parts);
    EXPECT_TRUE(plain["transcript"_L1].toString().startsWith(u"sandbox transcript no model"));
    EXPECT_TRUE(plain["words"_L1][0]["speaker"_L1].isUndefined());
    EXPECT_TRUE(plain["words"_L1][0]["confidence"_L1].isDouble());
    const QJsonValue rich = alternative(u"?punctuate=true&diarize=true&language=de-AT&keyterm=a&keyterm=b"_s);
    EXPECT_TRUE(rich["transcript"_L1].toString().startsWith(u"Sandbox-Abschrift, "));
    QSet<int> speakers;
    for (const QJsonValue& word : rich["words"_L1].toArray())
        speakers.insert(word["speaker"_L1].toInt(-1));
    EXPECT_EQ(speakers, (QSet<int>{0, 1}));
    EXPECT_EQ(rich["words"_L1][0]["punctuated_word"_L1].toString(), u"Sandbox-Abschrift,");

    const QJsonValue results = runRaw(nova + u"?detect_language=true&sentiment=true"_s, audio, "audio/wav")
                                   .json()["result"_L1]["results"_L1];
    EXPECT_EQ(results["channels"_L1][0]["detected_language"_L1].toString(), u"en");
    EXPECT_EQ(results["sentiments"_L1]["segments"_L1].toArray().size(), 3);
    EXPECT_EQ(results["sentiments"_L1]["average"_L1]["sentiment"_L1].toString(), u"neutral");
}

TEST_F(TranscriptionWire, NemotronTakesNamedEncodings)
{
    const QString model = u"@cf/nvidia/nemotron-speech-streaming-en-0.6b"_s;
    const QJsonValue file = run(model, base64(wav(3, {{1, 2}}), R"(,"encoding":"wav")")).json()["result"_L1];
    EXPECT_EQ(file["duration"_L1].toDouble(), 3);
    EXPECT_TRUE(file["text"_L1].toString().startsWith(u"Sandbox"));
    const QJsonValue bare =
        run(model, base64(pcm(3, {{1, 2}}), R"(,"encoding":"linear16","sample_rate":8000,"channels":1)"))
            .json()["result"_L1];
    EXPECT_EQ(bare, file);
    for (const char* more : {R"(,"encoding":"mp3")", R"(,"sample_rate":0)", R"(,"channels":"one")"})
        EXPECT_EQ(run(model, base64("AAAA", more)).code(), 5006) << more;
}

TEST_F(TranscriptionWire, RefusesWhatTheServiceRefuses)
{
    const auto expect = [&](const WireReply& reply, int status, int code) {
        EXPECT_EQ(reply.status, status);
        EXPECT_EQ(reply.code(), code) << reply.body.left(200).toStdString();
        EXPECT_EQ(sandbox->quotaUsed(), 0);
    };
    expect(runRaw(whisper, {}), 400, 3003);
    expect(runRaw(whisper, "this is no sound at all"), 400, 3010);
    expect(run(whisper, R"({"audio":"UklGRg=="})"), 400, 5006);
    expect(run(whisper, R"({"audio":[1,2,300]})"), 400, 5006);
    expect(run(turbo, base64("no sound")), 400, 3010);
    expect(run(turbo, R"({"audio":"not base64!"})"), 400, 5004);
    expect(run(turbo, R"({"audio":{"body":{},"contentType":"audio/wav"}})"), 400, 5006);
    expect(run(turbo, R"({"audio":"AAAA","beam_size":"five"})"), 400, 5006);
    expect(run(turbo, R"({"audio":"AAAA","task":"sing"})"), 400, 5006);
    expect(run(nova, R"({"audio":{}})"), 400, 5006);
    expect(runRaw(nova, wav(1, {}), "application/octet-stream"), 400, 5006);
    expect(runRaw(nova + u"?punctuate=yes"_s, wav(1, {}), "audio/wav"), 400, 5006);
    expect(runRaw(nova + u"?mode=legal"_s, wav(1, {}), "audio/wav"), 400, 5006);
    expect(runRaw(u"@cf/deepgram/flux"_s, wav(1, {}), "audio/wav"), 400, 5006);
}

TEST_F(TranscriptionWire, WhisperHasItsLimits)
{
    EXPECT_EQ(runRaw(whisper, wav(75, {{0, 75}})).status, 200);
    const WireReply tooLong = runRaw(whisper, wav(75.1, {{0, 75}}));
    EXPECT_EQ(tooLong.status, 400);
    EXPECT_EQ(tooLong.code(), 3010);
    EXPECT_EQ(run(turbo, base64(wav(76, {}))).code(), 3010);
    EXPECT_EQ(runRaw(nova, wav(76, {}), "audio/wav").status, 200);
    const QByteArray large = wav(45, {{0, 2}}, 32'000); // 2.88 MB
    EXPECT_EQ(runRaw(whisper, large).status, 200);
    const WireReply tooLarge = runRaw(whisper, large + QByteArray(30'000, '\0'));
    EXPECT_EQ(tooLarge.status, 413);
    EXPECT_EQ(tooLarge.code(), 3006);
    EXPECT_EQ(run(turbo, base64(large)).code(), 3006) << "base64 counts as it is sent";
}

} // namespace orangery::test
