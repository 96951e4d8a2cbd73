// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/speechcodec.h"

#include "workersai/mediafixture.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;
using Type = Parameter::Type;

Model melotts()
{
    return modelWith({parameter("prompt"), parameter("lang")});
}

Model aura(const QList<Parameter>& more = {})
{
    return modelWith(QList<Parameter>{parameter("text"), parameter("speaker"), parameter("encoding"),
                                      parameter("container"), parameter("sample_rate", Type::Number),
                                      parameter("bit_rate", Type::Number)} +
                     more);
}

SpeechRequest everything()
{
    return {.model = u"m"_s,
            .text = u"Grüß Gott"_s,
            .speaker = u"luna"_s,
            .language = u"de"_s,
            .encoding = u"linear16"_s,
            .container = u"wav"_s,
            .sampleRate = 24000,
            .bitRate = 48000,
            .optOutOfTraining = true};
}

std::string bodyFor(const SpeechRequest& request, const Model& model)
{
    const Result<WireBody> body = speechcodec::encode(request, model);
    if (!body)
        return "error: " + body.error().message.toStdString();
    EXPECT_EQ(body->contentType, "application/json");
    return body->body.toStdString();
}

TEST(SpeechEncode, InTheNamesOfTheModel)
{
    EXPECT_EQ(bodyFor(everything(), melotts()), R"({"lang":"de","prompt":"Grüß Gott"})");
    EXPECT_EQ(bodyFor(everything(), aura()),
              R"({"bit_rate":48000,"container":"wav","encoding":"linear16","sample_rate":24000,)"
              R"("speaker":"luna","text":"Grüß Gott"})");
    EXPECT_EQ(bodyFor(everything(), aura({parameter("mip_opt_out", Type::Boolean)})),
              R"({"bit_rate":48000,"container":"wav","encoding":"linear16","mip_opt_out":true,)"
              R"("sample_rate":24000,"speaker":"luna","text":"Grüß Gott"})");
}

TEST(SpeechEncode, OnlyWhatIsSet)
{
    const SpeechRequest bare{.model = u"m"_s, .text = u"hi"_s};
    EXPECT_EQ(bodyFor(bare, melotts()), R"({"prompt":"hi"})");
    EXPECT_EQ(bodyFor(bare, aura({parameter("mip_opt_out", Type::Boolean)})), R"({"text":"hi"})");
}

TEST(SpeechEncode, AnUnknownModelByWhatIsAsked)
{
    SpeechRequest request{.model = u"m"_s, .text = u"hi"_s};
    EXPECT_EQ(bodyFor(request, {}), R"({"text":"hi"})");
    request.language = u"fr"_s;
    EXPECT_EQ(bodyFor(request, {}), R"({"lang":"fr","prompt":"hi"})");
    request.speaker = u"luna"_s;
    EXPECT_EQ(bodyFor(request, {}), R"({"speaker":"luna","text":"hi"})");
    request.extra = {{u"speed"_s, 1.5}};
    EXPECT_EQ(bodyFor(request, {}), R"({"speaker":"luna","speed":1.5,"text":"hi"})");
    EXPECT_EQ(bodyFor(request, aura()), R"({"speaker":"luna","text":"hi"})");
}

TEST(SpeechEncode, WhatIsMissingIsNamed)
{
    Parameter text = parameter("text");
    text.isRequired = true;
    const auto body = speechcodec::encode({.model = u"m"_s, .text = u""_s}, modelWith({text}));
    ASSERT_FALSE(body);
    EXPECT_EQ(body.error().kind, ErrorKind::InvalidInput);
}

void expectSound(const HttpReply& reply, const QByteArray& audio, const QString& type)
{
    const Result<SpeechReply> speech = speechcodec::decode(reply);
    ASSERT_TRUE(speech) << reply.body.constData();
    EXPECT_EQ(speech->audio, audio);
    EXPECT_EQ(speech->mimeType, type);
}

TEST(SpeechDecode, RawByTheHeadElseByTheBytes)
{
    expectSound(replyOf("audio/mpeg", mp3File()), mp3File(), u"audio/mpeg"_s);
    expectSound(replyOf("Audio/WAV; rate=1", wavFile()), wavFile(), u"audio/wav"_s);
    expectSound(replyOf("application/octet-stream", mp3File()), mp3File(), u"audio/mpeg"_s);
    expectSound(replyOf("", "OggS"), "OggS", u"audio/ogg"_s);
    const QByteArray samples(100, '\0');
    expectSound(replyOf("audio/l16", samples), samples, u"audio/l16"_s);
}

TEST(SpeechDecode, Base64InEveryPlace)
{
    const QByteArray base64 = '"' + mp3File().toBase64() + '"';
    expectSound(jsonReply(envelope(R"({"audio":)" + base64 + "}")), mp3File(), u"audio/mpeg"_s);
    expectSound(jsonReply(R"({"audio":)" + base64 + "}"), mp3File(), u"audio/mpeg"_s);
    expectSound(jsonReply(envelope(base64)), mp3File(), u"audio/mpeg"_s);
    expectSound(jsonReply(envelope(R"({"audio":"data:audio/wav;base64,)" + wavFile().toBase64() + "\"}")),
                wavFile(), u"audio/wav"_s);
    const auto speech =
        speechcodec::decode(jsonReply(envelope(R"({"usage":{"neurons":18.63},"audio":)" + base64 + "}")));
    ASSERT_TRUE(speech && speech->neurons);
    EXPECT_EQ(*speech->neurons, Neurons::of(18.63));
}

TEST(SpeechDecode, WhatIsNoSoundIsRefused)
{
    QList<HttpReply> replies = unreadableReplies();
    replies += {replyOf("audio/mpeg", ""),
                replyOf("audio/mpeg", "<html>Sign in</html>"),
                replyOf("audio/mpeg", failure(3040, "busy")),
                replyOf("application/octet-stream", pngFile()),
                jsonReply(envelope(R"({"audio":")" + pngFile().toBase64() + "\"}")),
                jsonReply(envelope(R"({"audio":")" + mp3File().toBase64().chopped(1) + "\"}")),
                jsonReply(envelope(R"({"audio":""})"))};
    for (const HttpReply& reply : std::as_const(replies)) {
        const auto speech = speechcodec::decode(reply);
        ASSERT_FALSE(speech) << reply.body.left(80).constData();
        EXPECT_EQ(speech.error().kind, ErrorKind::InvalidAnswer);
    }
}

} // namespace
} // namespace orangery::test
