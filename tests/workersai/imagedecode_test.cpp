// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/imagecodec.h"

#include "workersai/apierror.h"
#include "workersai/mediafixture.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;

QByteArray quoted(const QByteArray& text)
{
    return '"' + text + '"';
}

void expectPng(const HttpReply& reply, const char* what, const QByteArray& file = pngFile())
{
    const Result<ImageReply> image = imagecodec::decode(reply);
    ASSERT_TRUE(image) << what;
    EXPECT_EQ(image->data, file) << what;
    EXPECT_EQ(image->mimeType, u"image/png"_s) << what;
}

TEST(ImageDecode, RawFilesWhateverTheyAreCalled)
{
    expectPng(replyOf("image/png", pngFile()), "as it is");
    expectPng(replyOf("image/jpeg", pngFile()), "under another name");
    expectPng(replyOf("application/octet-stream", pngFile()), "without a name");
    expectPng(replyOf("", pngFile()), "without a type");
    const auto jpeg = imagecodec::decode(replyOf("image/png", jpegFile()));
    ASSERT_TRUE(jpeg);
    EXPECT_EQ(jpeg->mimeType, u"image/jpeg"_s);
    EXPECT_EQ(imagecodec::decode(replyOf("image/webp", webpFile()))->mimeType, u"image/webp"_s);
}

TEST(ImageDecode, Base64InEveryPlace)
{
    const QByteArray base64 = pngFile().toBase64();
    expectPng(jsonReply(envelope(R"({"image":)" + quoted(base64) + "}")), "result.image");
    expectPng(jsonReply(R"({"image":)" + quoted(base64) + "}"), "image");
    expectPng(jsonReply(envelope(quoted(base64))), "result");
    expectPng(jsonReply(envelope(R"({"image":"data:image/png;base64,)" + base64 + "\"}")), "data URI");
    expectPng(replyOf("text/plain", R"({"image":)" + quoted(base64) + "}"), "under another type");
    expectPng(jsonReply("\n {\"success\" : true , \"result\" : { \"x\":[{}], \"image\" : " + quoted(base64) +
                        " } }\r\n"),
              "with white space");
}

TEST(ImageDecode, Base64WithEscapes)
{
    const QByteArray file = pngFile() + "\xff\xff\xfb\xef\xbe\xff\x01";
    const QByteArray base64 = file.toBase64();
    ASSERT_TRUE(base64.contains('/') && base64.contains('+') && base64.endsWith('='));
    for (const auto& [plain, escaped] :
         {std::pair("/", "\\/"), std::pair("=", "\\u003d"), std::pair("+", "\\u002B"),
          std::pair("NS", "NS\\r\\n"), std::pair("==", "==\\n")})
        expectPng(
            jsonReply(envelope(R"({"image":)" + quoted(QByteArray(base64).replace(plain, escaped)) + "}")),
            escaped, file);
}

TEST(ImageDecode, WhatTheAnswerSaysOfItsCost)
{
    const QByteArray image = R"("image":)" + quoted(pngFile().toBase64());
    const auto inside =
        imagecodec::decode(jsonReply(envelope("{" + image + R"(,"usage":{"neurons":57.6}})")));
    ASSERT_TRUE(inside && inside->neurons);
    EXPECT_EQ(*inside->neurons, Neurons::of(57.6));
    const auto beside = imagecodec::decode(
        jsonReply(R"({"result":{)" + image + R"(},"usage":{"neurons":"4.8"},"success":true})"));
    ASSERT_TRUE(beside && beside->neurons);
    EXPECT_EQ(*beside->neurons, Neurons::of(4.8));
}

TEST(ImageDecode, WhatIsNoPictureIsRefused)
{
    for (const HttpReply& reply : unreadableReplies()) {
        const auto image = imagecodec::decode(reply);
        ASSERT_FALSE(image) << reply.body.left(80).constData();
        EXPECT_EQ(image.error().kind, ErrorKind::InvalidAnswer);
    }
    const QByteArray base64 = pngFile().toBase64();
    for (const QByteArray& text :
         {QByteArray(), QByteArray("aGVsbG8="), QByteArray("=="), base64.chopped(1), base64.left(41),
          base64.left(40) + "*" + base64.mid(41), base64.left(40) + " " + base64.mid(41),
          "https://example.invalid/a.png" + QByteArray(), "data:image/png," + base64,
          QByteArray("data:image/png;base64"), QByteArray("data:image/png;base64,"),
          base64 + "====", wavFile().toBase64()})
        EXPECT_FALSE(imagecodec::decode(jsonReply(envelope(R"({"image":)" + quoted(text) + "}"))))
            << text.constData();
    EXPECT_FALSE(imagecodec::decode(jsonReply(R"({"result":{"image":)" + quoted(base64) + "}"))) << "cut";
    EXPECT_FALSE(imagecodec::decode(replyOf("image/png", "PNG")));
    EXPECT_FALSE(imagecodec::decode(replyOf("image/png", wavFile())));
    EXPECT_FALSE(imagecodec::decode(replyOf("image/svg+xml", "<svg/>")));
}

TEST(LongAnswers, AreLookedAtForErrorsWithoutReadingThePicture)
{
    const QByteArray picture = quoted(QByteArray(2'000'000, 'A'));
    const QByteArray fine =
        R"({"result":{"image":)" + picture + R"(},"success":true,"errors":[],"messages":[]})";
    EXPECT_FALSE(errorIn(jsonReply(fine)));
    const auto failed = errorIn(jsonReply(R"({"result":{"image":)" + picture +
                                          R"(},"success":false,"errors":[{"code":3030,"message":"NSFW"}]})"));
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->kind, ErrorKind::PromptRefused);
    const auto only = errorIn(jsonReply(R"({"errors":[{"message":"3040: busy"},)" + picture + "]}"));
    ASSERT_TRUE(only);
    EXPECT_EQ(only->kind, ErrorKind::Busy);
    const auto status = errorIn(replyOf("application/json", fine, 500));
    ASSERT_TRUE(status);
    EXPECT_EQ(status->kind, ErrorKind::ServiceFailed);
    EXPECT_FALSE(errorIn(jsonReply(fine.chopped(3)))) << "what is cut is for the decoder to refuse";
    EXPECT_TRUE(errorIn(replyOf("text/html", "<html>" + picture)));
    const QByteArray deep = QByteArray(40'000, '[') + QByteArray(40'000, ']');
    const auto unparsed = errorIn(
        jsonReply(R"({"result":)" + deep + R"(,"success":false,"errors":[{"code":3040,"message":"busy"}]})"));
    ASSERT_TRUE(unparsed) << "what is long is not parsed";
    EXPECT_EQ(unparsed->kind, ErrorKind::Busy);
}

TEST(LongAnswers, MediaIsNoError)
{
    EXPECT_FALSE(errorIn(replyOf("image/png", pngFile())));
    EXPECT_FALSE(errorIn(replyOf("audio/mpeg", mp3File())));
    EXPECT_TRUE(errorIn(replyOf("image/png", failure(3040, "busy"), 429)));
}

} // namespace
} // namespace orangery::test
