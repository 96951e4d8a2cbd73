// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/modelinput.h"

#include "workersai/mediafixture.h"

#include <gtest/gtest.h>
#include <limits>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;
using Type = Parameter::Type;

TEST(ModelInput, OnlyWhatIsSetAndTaken)
{
    const Model model = modelWith({parameter("a"), parameter("b", Type::Number), parameter("c")});
    ModelInput input(model.parameters);
    EXPECT_TRUE(input.isEmpty());
    input.set(u"a"_s, u""_s);
    input.set(u"b"_s, std::numeric_limits<double>::quiet_NaN());
    input.set(u"b"_s, std::numeric_limits<double>::infinity());
    input.set(u"c"_s, QVariant());
    input.set(u"d"_s, 1);
    input.add({{u"e"_s, true}});
    EXPECT_TRUE(input.isEmpty());
    EXPECT_EQ(input.json().body, "{}");
    input.set(u"b"_s, 7.5);
    EXPECT_FALSE(input.isEmpty());
    EXPECT_EQ(input.json().body, R"({"b":7.5})");
    EXPECT_EQ(input.json().contentType, "application/json");
}

TEST(ModelInput, FilesInJsonByTheParametersType)
{
    const QByteArray file("\x00\xff\x80,", 4);
    const Model model = modelWith(
        {parameter("n", Type::Bytes), parameter("b", Type::Base64), parameter("u"), parameter("x")});
    ModelInput input(model.parameters);
    input.setFile(u"n"_s, file, Type::Base64);
    EXPECT_EQ(input.json().body, R"({"n":[0,255,128,44]})");
    input.set(u"x"_s, u"é\"\n"_s);
    input.setFile(u"b"_s, file, Type::Bytes);
    input.setFile(u"u"_s, pngFile(), Type::Bytes);
    input.setFile(u"not"_s, file, Type::Bytes);
    input.setFile(u"x"_s, QByteArray(), Type::Bytes);
    EXPECT_EQ(input.json().body.toStdString(),
              (R"({"x":"é\"\n","n":[0,255,128,44],"b":"AP+ALA==","u":"data:image/png;base64,)" +
               pngFile().toBase64() + R"("})")
                  .toStdString());
}

TEST(ModelInput, OfAnUnknownModelTheCallerSaysHowAFileGoes)
{
    const ParameterSet nothing;
    ModelInput input(nothing);
    input.setFile(u"a"_s, "\x01", Type::Bytes);
    input.setFile(u"b"_s, "\x01", Type::Base64);
    EXPECT_EQ(input.json().body, R"({"a":[1],"b":"AQ=="})");
}

TEST(ModelInput, ExtraWinsButNotOverAFile)
{
    const ParameterSet nothing;
    ModelInput input(nothing);
    input.set(u"steps"_s, 4);
    input.setFile(u"image"_s, "\x01", Type::Bytes);
    input.add({{u"steps"_s, 8},
               {u"image"_s, u"https://example.invalid/x"_s},
               {u"list"_s, QVariantList{1, u"b"_s}}});
    EXPECT_EQ(input.json().body, R"({"list":[1,"b"],"steps":8,"image":[1]})");
}

TEST(ModelInput, QueriesAreEncodedAndListsRepeat)
{
    const ParameterSet nothing;
    ModelInput input(nothing);
    input.set(u"diarize"_s, true);
    input.set(u"keyterm"_s, QStringList{u"a+b & c"_s, u"50%"_s});
    input.set(u"utt_split"_s, 0.8);
    input.set(u"n"_s, 3);
    const WireBody body = input.raw("sound", "audio/mpeg");
    EXPECT_EQ(body.contentType, "audio/mpeg");
    EXPECT_EQ(body.body, "sound");
    EXPECT_EQ(body.query.toString(QUrl::FullyEncoded),
              u"diarize=true&keyterm=a%2Bb%20%26%20c&keyterm=50%25&n=3&utt_split=0.8"_s);
}

TEST(ModelInput, FormsHaveTextsAndFiles)
{
    const ParameterSet nothing;
    ModelInput input(nothing);
    input.set(u"guidance"_s, 0.1);
    input.set(u"prompt"_s, u"eins"_s);
    input.set(u"seed"_s, qint64(9'999'999'999));
    input.set(u"list"_s, QVariantList{1, 2});
    input.setFile(u"input_image_0"_s, jpegFile(), Type::File);
    const QByteArray body = input.form().body;
    for (const QByteArray& part :
         {QByteArray("name=\"guidance\"\r\n\r\n0.1\r\n"), QByteArray("name=\"prompt\"\r\n\r\neins\r\n"),
          QByteArray("name=\"seed\"\r\n\r\n9999999999\r\n"), QByteArray("name=\"list\"\r\n\r\n[1,2]\r\n"),
          QByteArray("name=\"input_image_0\"; filename=\"input_image_0.jpeg\"\r\nContent-Type: "
                     "image/jpeg\r\n\r\n") +
              jpegFile()})
        EXPECT_TRUE(body.contains(part)) << part.constData() << " in\n" << body.constData();
    EXPECT_TRUE(input.form().contentType.startsWith("multipart/form-data; boundary="));
}

TEST(ModelInput, AMissingInputIsNamed)
{
    Parameter prompt = parameter("prompt");
    prompt.isRequired = true;
    Parameter audio = parameter("audio", Type::Base64);
    audio.isRequired = true;
    const Model model = modelWith({prompt, audio});
    ModelInput input(model.parameters);
    input.setFile(u"audio"_s, "\x01", Type::Base64);
    const Result<void> missing = input.check();
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().kind, ErrorKind::InvalidInput);
    EXPECT_TRUE(missing.error().message.contains(u"prompt"_s)) << qPrintable(missing.error().message);
    input.set(u"prompt"_s, u"x"_s);
    EXPECT_TRUE(input.check());
}

TEST(ModelInput, AFileThatIsTheBodyIsNotMissing)
{
    Parameter audio = parameter("audio", Type::Bytes);
    audio.isRequired = true;
    const Model model = modelWith({audio}, ParameterSet::Transport::RawAudio);
    const ModelInput input(model.parameters);
    EXPECT_FALSE(input.check());
    EXPECT_TRUE(input.check(u"audio"_s));
}

} // namespace
} // namespace orangery::test
