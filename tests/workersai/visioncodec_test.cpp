// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/visioncodec.h"

#include "workersai/mediafixture.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;
using Type = Parameter::Type;
using Transport = ParameterSet::Transport;

Model llava(Transport transport = Transport::Json)
{
    return modelWith({parameter("image", Type::Bytes), parameter("prompt"),
                      parameter("max_tokens", Type::Integer), parameter("temperature", Type::Number)},
                     transport);
}

Model moondream()
{
    return modelWith({parameter("task"), parameter("image"), parameter("question"), parameter("target"),
                      parameter("caption_length"), parameter("max_tokens", Type::Integer),
                      parameter("reasoning", Type::Boolean), parameter("stream", Type::Boolean)});
}

std::string bodyFor(const ImageTextRequest& request, const Model& model)
{
    const Result<WireBody> body = visioncodec::encode(request, model);
    return body ? body->body.toStdString() : "error: " + body.error().message.toStdString();
}

TEST(VisionEncode, PicturesToLabelsGoAsTheyAre)
{
    for (const Model& model : {Model(), modelWith({parameter("image", Type::Bytes)}),
                               modelWith({parameter("image", Type::Bytes)}, Transport::RawAudio)}) {
        const auto body = visioncodec::encode(ImageClassificationRequest{u"m"_s, pngFile()}, model);
        ASSERT_TRUE(body);
        EXPECT_EQ(body->contentType, "application/octet-stream");
        EXPECT_EQ(body->body, pngFile());
    }
    const auto base64 = visioncodec::encode(ImageClassificationRequest{u"m"_s, "\x01"},
                                            modelWith({parameter("image", Type::Base64)}));
    ASSERT_TRUE(base64);
    EXPECT_EQ(base64->body, R"({"image":"AQ=="})");
    const auto nothing = visioncodec::encode(ImageClassificationRequest{u"m"_s, {}}, Model());
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().kind, ErrorKind::InvalidInput);
}

TEST(VisionEncode, Llava)
{
    ImageTextRequest request{.model = u"m"_s, .image = "\x01\x02", .prompt = u"What?"_s};
    const std::string whole = R"({"max_tokens":512,"prompt":"What?","image":[1,2]})";
    EXPECT_EQ(bodyFor(request, llava()), whole);
    EXPECT_EQ(bodyFor(request, llava(Transport::RawAudio)), whole) << "the file alone has no prompt";
    EXPECT_EQ(bodyFor(request, {}), whole);
    request.extra = {{u"temperature"_s, 0.5}, {u"image"_s, u"x"_s}};
    request.maxTokens = 7;
    EXPECT_EQ(bodyFor(request, llava()),
              R"({"max_tokens":7,"prompt":"What?","temperature":0.5,"image":[1,2]})");
}

TEST(VisionEncode, TheFileAloneWhereNothingElseIsAsked)
{
    ImageTextRequest request{.model = u"m"_s, .image = pngFile()};
    const auto body = visioncodec::encode(request, llava(Transport::RawAudio));
    ASSERT_TRUE(body);
    EXPECT_EQ(body->contentType, "application/octet-stream");
    EXPECT_EQ(body->body, pngFile());
    request.maxTokens = 64;
    EXPECT_TRUE(
        bodyFor(request, llava(Transport::RawAudio)).starts_with(R"({"max_tokens":64,"image":[137,80)"));
}

TEST(VisionEncode, MoondreamNeverStreams)
{
    const std::string uri = R"("image":"data:image/png;base64,)" + pngFile().toBase64().toStdString() + "\"}";
    ImageTextRequest request{.model = u"m"_s, .image = pngFile(), .prompt = u"dog"_s};
    EXPECT_EQ(bodyFor(request, moondream()), R"({"max_tokens":512,"question":"dog","stream":false,)" + uri);
    request.extra = {{u"task"_s, u"detect"_s}, {u"stream"_s, true}};
    EXPECT_EQ(bodyFor(request, moondream()),
              R"({"max_tokens":512,"stream":false,"target":"dog","task":"detect",)" + uri);
    request.extra = {{u"task"_s, u"point"_s}};
    EXPECT_EQ(bodyFor(request, moondream()),
              R"({"max_tokens":512,"stream":false,"target":"dog","task":"point",)" + uri);
    request.extra = {{u"task"_s, u"caption"_s}, {u"caption_length"_s, u"short"_s}};
    EXPECT_EQ(bodyFor(request, moondream()),
              R"({"caption_length":"short","max_tokens":512,"stream":false,"task":"caption",)" + uri);
    request = {.model = u"m"_s, .image = {}, .prompt = u"Why?"_s};
    EXPECT_EQ(bodyFor(request, moondream()), R"({"max_tokens":512,"question":"Why?","stream":false})")
        << "a question needs no picture";
}

TEST(VisionEncode, WithoutAPictureNothingIsAsked)
{
    const auto body = visioncodec::encode(ImageTextRequest{.model = u"m"_s, .image = {}}, llava());
    ASSERT_FALSE(body);
    EXPECT_EQ(body.error().kind, ErrorKind::InvalidInput);
}

TEST(VisionDecode, LabelsBestFirst)
{
    const auto labels = visioncodec::decodeLabels(
        jsonReply(envelope(R"([{"label":"CAT","score":0.2},{"label":"DOG","score":0.7},{"score":1},7,)"
                           R"({"label":"FOX","score":"0.3"},{"label":"","score":1}])")));
    ASSERT_TRUE(labels);
    ASSERT_EQ(labels->labels.size(), 3);
    EXPECT_EQ(labels->labels.at(0), (ClassificationReply::Label{u"DOG"_s, 0.7, {}}));
    EXPECT_EQ(labels->labels.at(1).label, u"FOX"_s);
    EXPECT_EQ(labels->labels.at(2).label, u"CAT"_s);
    EXPECT_TRUE(visioncodec::decodeLabels(jsonReply("[{\"label\":\"a\",\"score\":1}]")))
        << "without envelope";
    const auto nothing = visioncodec::decodeLabels(jsonReply(envelope("[]")));
    ASSERT_TRUE(nothing);
    EXPECT_TRUE(nothing->labels.isEmpty());
}

TEST(VisionDecode, Boxes)
{
    const auto found = visioncodec::decodeLabels(
        jsonReply(envelope(R"([{"label":"dog","score":0.9,"box":{"xmin":1,"ymin":2,"xmax":11,"ymax":22.5}},)"
                           R"({"label":"cat","score":0.8,"box":{"xmin":1,"ymin":2,"xmax":null}}])")));
    ASSERT_TRUE(found);
    ASSERT_EQ(found->labels.size(), 2);
    EXPECT_EQ(found->labels.at(0).box, QRectF(1, 2, 10, 20.5));
    EXPECT_FALSE(found->labels.at(1).box);
}

TEST(VisionDecode, ABoxBeyondAllNumbersIsNone)
{
    const auto found = visioncodec::decodeLabels(jsonReply(
        envelope(R"([{"label":"dog","score":1,"box":{"xmin":-1e308,"ymin":0,"xmax":1e308,"ymax":1}}])")));
    ASSERT_TRUE(found);
    ASSERT_EQ(found->labels.size(), 1);
    EXPECT_FALSE(found->labels.first().box);
}

TEST(VisionDecode, TextsInEveryForm)
{
    for (const char* result :
         {R"({"description":" A dog."})", R"({"answer":" A dog.","caption":null})",
          R"({"caption":" A dog.","answer":null})", R"({"response":" A dog."})", R"(" A dog.")"}) {
        const auto text = visioncodec::decodeText(jsonReply(envelope(result)));
        ASSERT_TRUE(text) << result;
        EXPECT_EQ(text->text, u" A dog."_s) << result;
        EXPECT_FALSE(text->usage) << result;
    }
    EXPECT_TRUE(visioncodec::decodeText(jsonReply(R"({"description":""})"))) << "an empty text is one";
}

TEST(VisionDecode, Moondream)
{
    const QByteArray end = R"(,"finish_reason":"stop","metrics":{"input_tokens":740,"output_tokens":12,)"
                           R"("prefill_time_ms":30.5,"decode_time_ms":90,"ttft_ms":31}})";
    const auto answer = visioncodec::decodeText(jsonReply(envelope(
        R"({"answer":"Two.","caption":null,"points":null,"objects":null,"reasoning":{"text":"I count.",)"
        R"("grounding":[]})" +
        end)));
    ASSERT_TRUE(answer);
    EXPECT_EQ(answer->text, u"Two."_s);
    EXPECT_EQ(answer->reasoning, u"I count."_s);
    EXPECT_EQ(answer->usage, (TokenUsage{740, 12, 0}));
    const auto points = visioncodec::decodeText(
        jsonReply(envelope(R"({"answer":null,"points":[{"x":0.5,"y":0.25},{"x":1}],"objects":null)" + end)));
    ASSERT_TRUE(points);
    EXPECT_EQ(points->points, QList<QPointF>{QPointF(0.5, 0.25)});
    EXPECT_TRUE(points->text.isEmpty());
    const auto boxes = visioncodec::decodeText(jsonReply(envelope(
        R"({"objects":[{"x_min":0.1,"y_min":0.2,"x_max":0.3,"y_max":0.6}],"reasoning":null)" + end)));
    ASSERT_TRUE(boxes);
    EXPECT_EQ(boxes->boxes, QList<QRectF>{QRectF(QPointF(0.1, 0.2), QPointF(0.3, 0.6))});
    EXPECT_TRUE(visioncodec::decodeText(jsonReply(envelope(R"({"objects":[])" + end))))
        << "nothing was found";
}

TEST(VisionDecode, AUsageWinsOverMetrics)
{
    const auto text = visioncodec::decodeText(
        jsonReply(envelope(R"({"answer":"x","metrics":{"input_tokens":1,"output_tokens":2},)"
                           R"("usage":{"prompt_tokens":5,"completion_tokens":6,"neurons":0.5}})")));
    ASSERT_TRUE(text);
    EXPECT_EQ(text->usage, (TokenUsage{5, 6, 0}));
    EXPECT_EQ(text->neurons, Neurons::of(0.5));
}

TEST(VisionDecode, WhatCannotBeReadIsRefused)
{
    for (const HttpReply& reply : unreadableReplies()) {
        const auto text = visioncodec::decodeText(reply);
        ASSERT_FALSE(text) << reply.body.left(80).constData();
        EXPECT_EQ(text.error().kind, ErrorKind::InvalidAnswer);
        const auto labels = visioncodec::decodeLabels(reply);
        ASSERT_FALSE(labels) << reply.body.left(80).constData();
        EXPECT_EQ(labels.error().kind, ErrorKind::InvalidAnswer);
    }
    EXPECT_FALSE(visioncodec::decodeLabels(jsonReply(envelope(R"([1,{"label":"x"}])"))));
    EXPECT_FALSE(visioncodec::decodeText(replyOf("text/event-stream", "data: {\"answer\":\"x\"}\n\n")));
}

} // namespace
} // namespace orangery::test
