// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mediafixture.h"

#include <QtEndian>

namespace orangery::test {

using namespace Qt::StringLiterals;

class SpeechWire : public MediaTest
{
protected:
    WireReply spoken(const QByteArray& more = {}, const QByteArray& text = QByteArray(sentence)) const
    {
        const WireReply reply = run(aura, R"({"text":")" + text + '"' + more + '}');
        EXPECT_EQ(reply.status, 200) << reply.body.left(200).toStdString();
        return reply;
    }
    /// The samples of bare 16-bit sound.
    std::vector<qint16> samples(const QByteArray& text, const QByteArray& more = {}) const
    {
        const QByteArray bytes =
            spoken(R"(,"encoding":"linear16","container":"none","sample_rate":8000)" + more, text).body;
        std::vector<qint16> values;
        for (qsizetype i = 0; i + 1 < bytes.size(); i += 2)
            values.push_back(qFromLittleEndian<qint16>(bytes.constData() + i));
        return values;
    }
    QJsonValue heard(const QByteArray& file) const
    {
        return run(turbo, R"({"audio":")" + file.toBase64() + "\"}").json()["result"_L1];
    }

    static constexpr const char* sentence =
        "Good morning, this is the sandbox. It speaks in tones, as long as a person would speak. Is it loud?";
};

TEST_F(SpeechWire, AnswersInTheEncodingAskedFor)
{
    const WireReply usual = spoken();
    EXPECT_EQ(usual.header("Content-Type"), "audio/mpeg");
    EXPECT_TRUE(usual.body.startsWith("ID3")) << "with a tag that says whose it is";
    EXPECT_TRUE(usual.body.left(400).contains("sandbox"));
    EXPECT_EQ(spoken(R"(,"encoding":"mp3","container":"none")").body, usual.body);

    const WireReply wave = spoken(R"(,"encoding":"linear16")");
    EXPECT_EQ(wave.header("Content-Type"), "audio/wav");
    EXPECT_TRUE(wave.body.startsWith("RIFF"));
    EXPECT_EQ(qFromLittleEndian<quint32>(wave.body.constData() + 24), 24'000U);
    EXPECT_EQ(
        qFromLittleEndian<quint32>(
            spoken(R"(,"encoding":"linear16","container":"wav","sample_rate":16000)").body.constData() + 24),
        16'000U);
    EXPECT_TRUE(spoken(R"(,"encoding":"flac")").body.startsWith("fLaC"));
    EXPECT_TRUE(spoken(R"(,"encoding":"opus")").body.startsWith("OggS"));
    EXPECT_TRUE(spoken(R"(,"encoding":"mulaw")").body.startsWith("RIFF"));
    EXPECT_FALSE(spoken(R"(,"encoding":"alaw","container":"none")").body.startsWith("RIFF"));
}

TEST_F(SpeechWire, IsAsLongAsItsText)
{
    for (const QByteArray& text :
         {QByteArray(sentence), QByteArray(sentence).repeated(4), QByteArray("你好世界，今天天气很好。")}) {
        const double seconds = static_cast<double>(samples(text).size()) / 8000;
        const double characters = static_cast<double>(QString::fromUtf8(text).size());
        const double aSecond = text.startsWith("Good") ? 14 : 4.5;
        EXPECT_GT(characters / seconds, aSecond * 0.85) << text.toStdString();
        EXPECT_LT(characters / seconds, aSecond * 1.15) << text.toStdString();
    }
}

TEST_F(SpeechWire, MarksArePausesAndWordsAreLoud)
{
    const auto quietest = [](const std::vector<qint16>& sound) {
        int longest = 0;
        int run = 0;
        for (const qint16 value : sound) {
            run = std::abs(value) < 50 ? run + 1 : 0;
            longest = std::max(longest, run);
        }
        return longest / 8000.0;
    };
    EXPECT_LT(quietest(samples("one two three")), 0.15);
    EXPECT_GT(quietest(samples("one, two three")), 0.2);
    EXPECT_GT(quietest(samples("one. Two three")), 0.4);
    const std::vector<qint16> sound = samples("one two three");
    EXPECT_GT(*std::max_element(sound.begin(), sound.end()), 3000);
    EXPECT_LT(*std::max_element(sound.begin(), sound.end()), 32767) << "not clipped";
}

TEST_F(SpeechWire, EverySpeakerHasAVoice)
{
    const QByteArray usual = spoken().body;
    EXPECT_EQ(spoken().body, usual) << "deterministic";
    EXPECT_EQ(spoken(R"(,"speaker":"angus")").body, usual) << "the default";
    EXPECT_NE(spoken(R"(,"speaker":"luna")").body, usual);
    const WireReply english = run(u"@cf/deepgram/aura-2-en"_s, R"({"text":"Hello","speaker":"thalia"})");
    EXPECT_EQ(english.status, 200);
    EXPECT_DOUBLE_EQ(neurons(english), 2727.27 * 5 / 1000);
    EXPECT_EQ(run(u"@cf/deepgram/aura-2-es"_s, R"({"text":"Hola","speaker":"selena"})").status, 200);
}

TEST_F(SpeechWire, CharactersAreThePrice)
{
    EXPECT_EQ(spoken({}, "Hello").header("cf-ai-neurons"), "6.8182");
    EXPECT_EQ(spoken({}, "H🌳llo").header("cf-ai-neurons"), "6.8182")
        << "one character outside the basic plane";
}

TEST_F(SpeechWire, MelottsAnswersInBothWays)
{
    const WireReply json = run(melotts, R"({"prompt":"Guten Morgen, alle zusammen.","lang":"de"})");
    EXPECT_EQ(json.header("Content-Type"), "application/json");
    const QByteArray file =
        QByteArray::fromBase64(json.json()["result"_L1]["audio"_L1].toString().toLatin1());
    EXPECT_TRUE(file.startsWith("ID3"));
    const WireReply raw =
        run(melotts, R"({"prompt":"Guten Morgen, alle zusammen.","lang":"de"})", {"Accept: audio/mpeg"});
    EXPECT_EQ(raw.header("Content-Type"), "audio/mpeg");
    EXPECT_EQ(raw.body, file);
    EXPECT_GT(neurons(json), 18.63 * 1.5 / 60);
    EXPECT_LT(neurons(json), 18.63 * 3.0 / 60);
    EXPECT_NE(run(melotts, R"({"prompt":"Guten Morgen, alle zusammen."})").body, json.body);
}

TEST_F(SpeechWire, CanBeTranscribedInEveryEncoding)
{
    double seconds = 0;
    for (const QByteArray encoding : {"mp3", "linear16", "flac", "mulaw", "alaw", "opus"}) {
        const QJsonValue result = heard(spoken(R"(,"encoding":")" + encoding + '"').body);
        const double duration = result["transcription_info"_L1]["duration"_L1].toDouble();
        if (seconds == 0)
            seconds = duration;
        EXPECT_NEAR(duration, seconds, 0.2) << encoding.toStdString();
        EXPECT_GT(result["word_count"_L1].toInt(), 10) << encoding.toStdString();
        EXPECT_LT(result["transcription_info"_L1]["duration_after_vad"_L1].toDouble(), duration - 0.8);
    }
}

TEST_F(SpeechWire, RefusesWhatItMust)
{
    for (const QByteArray body :
         {"{}", R"({"text":""})", R"({"text":1})", R"({"text":"x","speaker":"nobody"})",
          R"({"text":"x","speaker":"thalia"})", R"({"text":"x","encoding":"wav"})",
          R"({"text":"x","encoding":"aac"})", R"({"text":"x","encoding":"mp3","container":"wav"})",
          R"({"text":"x","encoding":"opus","container":"none"})", R"({"text":"x","container":"tar"})",
          R"({"text":"x","encoding":"linear16","sample_rate":100})", R"({"text":"x","sample_rate":"fast"})",
          R"({"text":"x","bit_rate":-1})"}) {
        const WireReply reply = run(aura, body);
        EXPECT_EQ(reply.status, 400) << body.toStdString();
        EXPECT_EQ(reply.code(), 5006) << body.toStdString();
    }
    EXPECT_EQ(run(aura, "").code(), 3003);
    EXPECT_EQ(run(aura, R"({"text":")" + QByteArray(50'001, 'x') + "\"}").code(), 3006);
    EXPECT_EQ(run(melotts, R"({"text":"x"})").code(), 5006);
    EXPECT_EQ(run(melotts, R"({"prompt":"x","lang":1})").code(), 5006);
    EXPECT_EQ(sandbox->quotaUsed(), 0);
}

} // namespace orangery::test
