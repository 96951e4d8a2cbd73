// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/transcriptioncodec.h"

#include "workersai/mediafixture.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;
using Type = Parameter::Type;
using Transport = ParameterSet::Transport;

Model whisper()
{
    return modelWith({parameter("audio", Type::Bytes)}, Transport::RawAudio);
}

Model turbo()
{
    return modelWith({parameter("audio", Type::Base64), parameter("task"), parameter("language"),
                      parameter("vad_filter", Type::Boolean), parameter("initial_prompt"),
                      parameter("beam_size", Type::Integer)});
}

Model nova()
{
    return modelWith({parameter("diarize", Type::Boolean), parameter("punctuate", Type::Boolean),
                      parameter("smart_format", Type::Boolean), parameter("detect_language", Type::Boolean),
                      parameter("language"), parameter("mip_opt_out", Type::Boolean),
                      parameter("keyterm", Type::List)},
                     Transport::RawQuery);
}

Model nemotron()
{
    Parameter encoding = parameter("encoding", Type::Choice);
    encoding.choices = {u"wav"_s, u"flac"_s, u"ogg"_s, u"linear16"_s};
    return modelWith({parameter("audio", Type::Base64), encoding, parameter("sample_rate", Type::Integer)});
}

TranscriptionRequest sound(const QString& mimeType = u"audio/flac"_s)
{
    return {.model = u"m"_s, .audio = "fLaC", .mimeType = mimeType};
}

TranscriptionRequest everything()
{
    TranscriptionRequest request = sound();
    request.language = u"de"_s;
    request.translateToEnglish = true;
    request.initialPrompt = u"Orangery"_s;
    request.vadFilter = false;
    request.diarize = true;
    request.optOutOfTraining = true;
    return request;
}

std::string jsonFor(const TranscriptionRequest& request, const Model& model)
{
    const Result<WireBody> body = transcriptioncodec::encode(request, model);
    if (!body)
        return "error: " + body.error().message.toStdString();
    EXPECT_EQ(body->contentType, "application/json");
    EXPECT_TRUE(body->query.isEmpty());
    return body->body.toStdString();
}

QString queryFor(const TranscriptionRequest& request, const Model& model)
{
    const Result<WireBody> body = transcriptioncodec::encode(request, model);
    return body ? body->query.toString(QUrl::FullyEncoded) : u"error"_s;
}

TEST(TranscriptionEncode, WhisperGetsTheFileAlone)
{
    const auto body = transcriptioncodec::encode(everything(), whisper());
    ASSERT_TRUE(body);
    EXPECT_EQ(body->contentType, "application/octet-stream");
    EXPECT_EQ(body->body, "fLaC");
    EXPECT_TRUE(body->query.isEmpty());
}

TEST(TranscriptionEncode, TurboGetsBase64)
{
    EXPECT_EQ(jsonFor(sound(), turbo()), R"({"audio":"ZkxhQw=="})");
    EXPECT_EQ(jsonFor(everything(), turbo()),
              R"({"initial_prompt":"Orangery","language":"de","task":"translate","vad_filter":false,)"
              R"("audio":"ZkxhQw=="})");
    TranscriptionRequest request = sound();
    request.vadFilter = true;
    request.extra = {{u"beam_size"_s, 3}, {u"unheard_of"_s, 1}, {u"audio"_s, u"x"_s}};
    EXPECT_EQ(jsonFor(request, turbo()), R"({"beam_size":3,"vad_filter":true,"audio":"ZkxhQw=="})");
}

TEST(TranscriptionEncode, NumbersWhereOnlyThoseAreTaken)
{
    EXPECT_EQ(jsonFor(sound(), modelWith({parameter("audio", Type::Bytes)})), R"({"audio":[102,76,97,67]})");
}

TEST(TranscriptionEncode, NovaGetsTheFileAndAQuery)
{
    const auto body = transcriptioncodec::encode(everything(), nova());
    ASSERT_TRUE(body);
    EXPECT_EQ(body->contentType, "audio/flac");
    EXPECT_EQ(body->body, "fLaC");
    EXPECT_EQ(queryFor(everything(), nova()),
              u"diarize=true&language=de&mip_opt_out=true&punctuate=true&smart_format=true"_s);
    EXPECT_EQ(queryFor(sound(), nova()), u"detect_language=true&punctuate=true&smart_format=true"_s);
    TranscriptionRequest request = sound();
    request.extra = {{u"smart_format"_s, false}, {u"keyterm"_s, QStringList{u"A&B"_s, u"c"_s}}};
    EXPECT_EQ(queryFor(request, nova()),
              u"detect_language=true&keyterm=A%26B&keyterm=c&punctuate=true&smart_format=false"_s);
}

TEST(TranscriptionEncode, NovaIsToldTheTypeThatTheBytesShow)
{
    for (const QString& vague : {QString(), u"application/octet-stream"_s}) {
        const auto body = transcriptioncodec::encode(sound(vague), nova());
        ASSERT_TRUE(body);
        EXPECT_EQ(body->contentType, "audio/flac");
        TranscriptionRequest unknown = sound(vague);
        unknown.audio = "who knows";
        const auto refused = transcriptioncodec::encode(unknown, nova());
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().kind, ErrorKind::InvalidInput);
    }
}

TEST(TranscriptionEncode, NemotronIsToldTheEncoding)
{
    EXPECT_EQ(jsonFor(sound(), nemotron()), R"({"encoding":"flac","audio":"ZkxhQw=="})");
    EXPECT_EQ(jsonFor(sound(u"audio/x-wav"_s), nemotron()), R"({"encoding":"wav","audio":"ZkxhQw=="})");
    EXPECT_EQ(jsonFor(sound(u"audio/ogg; codecs=opus"_s), nemotron()),
              R"({"encoding":"ogg","audio":"ZkxhQw=="})");
    EXPECT_EQ(jsonFor(sound(u"audio/mpeg"_s), nemotron()), R"({"audio":"ZkxhQw=="})");
    TranscriptionRequest request = sound();
    request.extra = {{u"encoding"_s, u"linear16"_s}, {u"sample_rate"_s, 16000}};
    EXPECT_EQ(jsonFor(request, nemotron()),
              R"({"encoding":"linear16","sample_rate":16000,"audio":"ZkxhQw=="})");
}

TEST(TranscriptionEncode, AnUnknownModelGetsTheCommonNames)
{
    EXPECT_EQ(jsonFor(sound(), {}), R"({"audio":"ZkxhQw=="})");
    EXPECT_EQ(jsonFor(everything(), {}),
              R"({"diarize":true,"initial_prompt":"Orangery","language":"de","mip_opt_out":true,)"
              R"("task":"translate","vad_filter":false,"audio":"ZkxhQw=="})");
}

TEST(TranscriptionEncode, WhatCannotBeHeardIsNotSent)
{
    TranscriptionRequest silence = sound();
    silence.audio.clear();
    for (const auto& [request, model] :
         {std::pair(silence, turbo()), std::pair(silence, nova()),
          std::pair(sound(), modelWith({parameter("encoding")}, Transport::WebSocket))}) {
        const auto body = transcriptioncodec::encode(request, model);
        ASSERT_FALSE(body);
        EXPECT_EQ(body.error().kind, ErrorKind::InvalidInput);
        EXPECT_FALSE(body.error().message.isEmpty());
    }
}

} // namespace
} // namespace orangery::test
