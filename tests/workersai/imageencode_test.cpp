// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/imagecodec.h"

#include "workersai/mediafixture.h"

#include <QJsonArray>
#include <gtest/gtest.h>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;
using Type = Parameter::Type;

// the families of API.md §7

Model fluxSchnell()
{
    return modelWith({parameter("prompt"), parameter("steps", Type::Integer)});
}

Model phoenix()
{
    return modelWith({parameter("prompt"), parameter("guidance", Type::Number),
                      parameter("seed", Type::Integer), parameter("width", Type::Integer),
                      parameter("height", Type::Integer), parameter("num_steps", Type::Integer),
                      parameter("negative_prompt")});
}

Model stableDiffusion()
{
    QList<Parameter> parameters = phoenix().parameters.parameters();
    parameters += {parameter("strength", Type::Number), parameter("image", Type::Bytes),
                   parameter("image_b64", Type::Base64), parameter("mask", Type::Bytes)};
    return modelWith(parameters);
}

Model flux2()
{
    return modelWith({parameter("prompt"), parameter("steps", Type::Integer),
                      parameter("guidance", Type::Number), parameter("width", Type::Integer),
                      parameter("height", Type::Integer), parameter("seed", Type::Integer),
                      parameter("input_image_0", Type::File), parameter("input_image_1", Type::File),
                      parameter("input_image_2", Type::File), parameter("input_image_3", Type::File)},
                     ParameterSet::Transport::Form);
}

ImageRequest everything()
{
    return {.model = u"@cf/somebody/something"_s,
            .prompt = u"a tree"_s,
            .negativePrompt = u"people"_s,
            .size = QSize(640, 512),
            .steps = 4,
            .guidance = 7.5,
            .seed = 9'999'999'999,
            .strength = 0.25};
}

std::string jsonFor(const ImageRequest& request, const Model& model)
{
    const Result<WireBody> body = imagecodec::encode(request, model);
    if (!body)
        return "error: " + body.error().message.toStdString();
    EXPECT_EQ(body->contentType, "application/json");
    return body->body.toStdString();
}

TEST(ImageEncode, OnlyWhatTheModelTakes)
{
    EXPECT_EQ(jsonFor(everything(), fluxSchnell()), R"({"prompt":"a tree","steps":4})");
    EXPECT_EQ(jsonFor(everything(), phoenix()),
              R"({"guidance":7.5,"height":512,"negative_prompt":"people","num_steps":4,"prompt":"a tree",)"
              R"("seed":9999999999,"width":640})");
    EXPECT_EQ(jsonFor(everything(), stableDiffusion()),
              R"({"guidance":7.5,"height":512,"negative_prompt":"people","num_steps":4,"prompt":"a tree",)"
              R"("seed":9999999999,"strength":0.25,"width":640})");
}

TEST(ImageEncode, OnlyWhatIsSet)
{
    const ImageRequest bare{.model = u"m"_s, .prompt = u"a tree"_s, .size = QSize(0, 0)};
    EXPECT_EQ(jsonFor(bare, stableDiffusion()), R"({"prompt":"a tree"})");
    EXPECT_EQ(jsonFor(bare, {}), R"({"prompt":"a tree"})");
}

TEST(ImageEncode, AnUnknownModelGetsTheCommonNames)
{
    EXPECT_EQ(jsonFor(everything(), {}),
              R"({"guidance":7.5,"height":512,"negative_prompt":"people","num_steps":4,"prompt":"a tree",)"
              R"("seed":9999999999,"strength":0.25,"width":640})");
}

TEST(ImageEncode, TheModelsOwnParameters)
{
    ImageRequest request{.model = u"m"_s, .prompt = u"p"_s, .extra = {{u"style"_s, u"ink"_s}}};
    EXPECT_EQ(jsonFor(request, fluxSchnell()), R"({"prompt":"p"})");
    EXPECT_EQ(jsonFor(request, {}), R"({"prompt":"p","style":"ink"})");
}

TEST(ImageEncode, WhatHasAFieldIsSaidThere)
{
    for (const QString& name : {u"steps"_s, u"num_steps"_s, u"width"_s, u"height"_s, u"image_b64"_s,
                                u"input_image_0"_s, u"seed"_s, u"prompt"_s}) {
        const ImageRequest request{.model = u"m"_s, .prompt = u"p"_s, .extra = {{name, 2000}}};
        for (const Model& model : {Model(), stableDiffusion(), flux2()}) {
            const auto refused = imagecodec::encode(request, model);
            ASSERT_FALSE(refused) << name.toStdString();
            EXPECT_EQ(refused.error().kind, ErrorKind::InvalidInput);
            EXPECT_TRUE(refused.error().message.contains(name));
        }
    }
}

TEST(ImageEncode, ABaseImageAsBase64WhereTheModelTakesThat)
{
    ImageRequest request{.model = u"m"_s, .prompt = u"p"_s, .image = "\x01\xff", .mask = "\x02"};
    EXPECT_EQ(jsonFor(request, stableDiffusion()), R"({"prompt":"p","image_b64":"Af8=","mask":[2]})");
    EXPECT_EQ(jsonFor(request, {}), R"({"prompt":"p","image_b64":"Af8=","mask":[2]})");
    EXPECT_EQ(jsonFor(request, modelWith({parameter("prompt"), parameter("image", Type::Bytes),
                                          parameter("mask", Type::Bytes)})),
              R"({"prompt":"p","image":[1,255],"mask":[2]})");
}

TEST(ImageEncode, AFormForABarePromptToo)
{
    const auto body = imagecodec::encode({.model = u"m"_s, .prompt = u"a tree"_s}, flux2());
    ASSERT_TRUE(body);
    EXPECT_TRUE(body->contentType.startsWith("multipart/form-data; boundary="));
    EXPECT_TRUE(body->body.contains("name=\"prompt\"\r\n\r\na tree\r\n"));
    EXPECT_EQ(body->body.count("Content-Disposition"), 1);
}

TEST(ImageEncode, AFormWithReferences)
{
    ImageRequest request = everything();
    request.references = {pngFile(), jpegFile(), webpFile(), pngFile()};
    const auto body = imagecodec::encode(request, flux2());
    ASSERT_TRUE(body);
    EXPECT_EQ(body->body.count("Content-Disposition"), 10) << body->body.constData();
    for (const char* part :
         {"name=\"steps\"\r\n\r\n4\r\n", "name=\"guidance\"\r\n\r\n7.5\r\n", "name=\"width\"\r\n\r\n640\r\n",
          "name=\"height\"\r\n\r\n512\r\n", "name=\"seed\"\r\n\r\n9999999999\r\n",
          "name=\"input_image_0\"; filename=\"input_image_0.png\"\r\nContent-Type: image/png\r\n\r\n\x89PNG",
          "name=\"input_image_1\"; filename=\"input_image_1.jpeg\"\r\nContent-Type: "
          "image/jpeg\r\n\r\n\xff\xd8",
          "name=\"input_image_3\""})
        EXPECT_TRUE(body->body.contains(part)) << part;
    EXPECT_FALSE(body->body.contains("negative_prompt"));
    EXPECT_FALSE(body->body.contains("strength"));
}

TEST(ImageEncode, ReferencesOfAnUnknownModelGoInAForm)
{
    const auto body = imagecodec::encode({.model = u"m"_s, .prompt = u"p"_s, .references = {pngFile()}}, {});
    ASSERT_TRUE(body);
    EXPECT_TRUE(body->contentType.startsWith("multipart/form-data"));
    EXPECT_TRUE(body->body.contains("name=\"input_image_0\""));
}

TEST(ImageEncode, APictureWithoutAPlaceIsRefused)
{
    const ImageRequest prompt{.model = u"m"_s, .prompt = u"p"_s};
    ImageRequest image = prompt;
    image.image = pngFile();
    ImageRequest mask = prompt;
    mask.mask = pngFile();
    ImageRequest reference = prompt;
    reference.references = {pngFile()};
    ImageRequest five = prompt;
    five.references = {pngFile(), pngFile(), pngFile(), pngFile(), pngFile()};
    const std::pair<ImageRequest, Model> cases[] = {{image, fluxSchnell()}, {mask, phoenix()},
                                                    {image, flux2()},       {reference, stableDiffusion()},
                                                    {five, flux2()},        {five, {}}};
    QStringList sentences;
    for (const auto& [request, model] : cases) {
        const auto body = imagecodec::encode(request, model);
        ASSERT_FALSE(body);
        EXPECT_EQ(body.error().kind, ErrorKind::InvalidInput);
        sentences.append(body.error().message);
    }
    EXPECT_EQ(sentences.count(sentences.first()), 2) << "each picture has a sentence of its own";
    EXPECT_EQ(QSet<QString>(sentences.cbegin(), sentences.cend()).size(), 4);
}

TEST(ImageEncode, AValueOutOfRangeIsNotSent)
{
    Parameter steps = parameter("steps", Type::Integer);
    steps.maximum = 8;
    const Model model = modelWith({parameter("prompt"), steps});
    const auto body = imagecodec::encode({.model = u"m"_s, .prompt = u"p"_s, .steps = 9}, model);
    ASSERT_FALSE(body);
    EXPECT_EQ(body.error().kind, ErrorKind::InvalidInput);
    EXPECT_TRUE(imagecodec::encode({.model = u"m"_s, .prompt = u"p"_s, .steps = 8}, model));
}

} // namespace
} // namespace orangery::test
