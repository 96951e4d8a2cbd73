// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/conversioncodec.h"

#include "workersai/mediafixture.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;

TEST(ConversionEncode, EveryFileIsAPart)
{
    const auto body = conversioncodec::encode(
        {.files = {{u"a \"1\".pdf"_s, u"application/pdf"_s, "%PDF"}, {u"b.html"_s, u""_s, "<p>"}},
         .options = {}});
    ASSERT_TRUE(body);
    EXPECT_TRUE(body->contentType.startsWith("multipart/form-data; boundary="));
    EXPECT_EQ(body->body.count("name=\"files\""), 2);
    EXPECT_TRUE(
        body->body.contains("filename=\"a %221%22.pdf\"\r\nContent-Type: application/pdf\r\n\r\n%PDF\r\n"));
    EXPECT_TRUE(
        body->body.contains("filename=\"b.html\"\r\nContent-Type: application/octet-stream\r\n\r\n<p>\r\n"));
    EXPECT_FALSE(body->body.contains("conversionOptions"));
}

TEST(ConversionEncode, Options)
{
    const auto body = conversioncodec::encode(
        {.files = {{u"a"_s, u"text/html"_s, "x"}}, .options = R"({"html":{"cssSelector":"main"}})"});
    ASSERT_TRUE(body);
    EXPECT_TRUE(
        body->body.contains("name=\"conversionOptions\"\r\n\r\n{\"html\":{\"cssSelector\":\"main\"}}\r\n"));
}

TEST(ConversionEncode, NothingAndNonsenseAreNotSent)
{
    const QList<ConversionRequest::File> files{{u"a"_s, u"text/html"_s, "x"}};
    for (const ConversionRequest& request :
         {ConversionRequest{}, ConversionRequest{.files = files, .options = "{"},
          ConversionRequest{.files = files, .options = "[]"}}) {
        const auto body = conversioncodec::encode(request);
        ASSERT_FALSE(body);
        EXPECT_EQ(body.error().kind, ErrorKind::InvalidInput);
    }
}

TEST(ConversionDecode, OneFailureFailsNoOther)
{
    const auto reply = conversioncodec::decode(jsonReply(envelope(
        R"([{"id":"1","name":"a.pdf","mimeType":"application/pdf","format":"markdown","tokens":12,"data":"# A"},)"
        R"({"id":"2","name":"b.bin","mimeType":"x/y","format":"error","tokens":"0","error":"Unsupported"},)"
        R"({"name":"c.txt","mimeType":"text/plain","format":"text","tokens":"7","data":""},)"
        R"({"name":"d","format":"error"},{"name":"e","error":{"message":"Too large"}}])")));
    ASSERT_TRUE(reply);
    ASSERT_EQ(reply->files.size(), 5);
    EXPECT_EQ(reply->files.at(0),
              (ConversionReply::File{u"1"_s, u"a.pdf"_s, u"application/pdf"_s, u"# A"_s, u""_s, 12}));
    EXPECT_EQ(reply->files.at(1),
              (ConversionReply::File{u"2"_s, u"b.bin"_s, u"x/y"_s, u""_s, u"Unsupported"_s, 0}));
    EXPECT_EQ(reply->files.at(2).tokens, 7);
    EXPECT_TRUE(reply->files.at(2).error.isEmpty());
    EXPECT_FALSE(reply->files.at(3).error.isEmpty()) << "an error without words is one";
    EXPECT_EQ(reply->files.at(4).error, u"Too large"_s);
}

TEST(ConversionDecode, OddCountsOfTokens)
{
    for (const auto& [tokens, count] : {std::pair("null", 0), std::pair("-3", 0), std::pair("\"x\"", 0),
                                        std::pair("1e99", 1'000'000'000), std::pair("2.0", 2)}) {
        const auto reply = conversioncodec::decode(
            jsonReply(envelope(R"([{"format":"markdown","data":"x","tokens":)" + QByteArray(tokens) + "}]")));
        ASSERT_TRUE(reply);
        EXPECT_EQ(reply->files.first().tokens, count) << tokens;
    }
}

TEST(ConversionDecode, Formats)
{
    const auto formats = conversioncodec::decodeFormats(jsonReply(
        envelope(R"([{"extension":".pdf","mimeType":"application/pdf"},{"extension":".svg"},{},1])")));
    ASSERT_TRUE(formats);
    EXPECT_EQ(*formats, (QList<ConvertibleFormat>{{u".pdf"_s, u"application/pdf"_s}, {u".svg"_s, u""_s}}));
    EXPECT_FALSE(conversioncodec::decodeFormats(jsonReply(envelope("[1,2]"))));
}

TEST(ConversionDecode, WhatCannotBeReadIsRefused)
{
    for (const HttpReply& reply : unreadableReplies()) {
        const auto conversion = conversioncodec::decode(reply);
        ASSERT_FALSE(conversion) << reply.body.left(80).constData();
        EXPECT_EQ(conversion.error().kind, ErrorKind::InvalidAnswer);
        EXPECT_FALSE(conversioncodec::decodeFormats(reply)) << reply.body.left(80).constData();
    }
    for (const char* result : {R"([{"name":"a","format":"markdown"}])", "[1]", "[[]]", R"([{"data":{}}])"})
        EXPECT_FALSE(conversioncodec::decode(jsonReply(envelope(result)))) << result;
}

} // namespace
} // namespace orangery::test
