// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mediafiles.h"
#include "wire/wirefixture.h"
#include "workersai/catalogjob.h"
#include "workersai/conversionformatsjob.h"
#include "workersai/conversionjob.h"
#include "workersai/imageclassificationjob.h"
#include "workersai/imagejob.h"
#include "workersai/imagetextjob.h"
#include "workersai/speechjob.h"
#include "workersai/transcriptionjob.h"

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;

/// Paints over a part of a picture and does nothing without both. No published schema says so.
bool isInpainting(const Model& model)
{
    return model.id.contains(u"inpainting"_s);
}

/// Every model of a task that can be called over HTTP, each with what the catalog knows of it.
class MediaWire : public WireTest
{
protected:
    QList<Model> modelsOf(const QString& task) const
    {
        QList<Model> found;
        for (const Model& model : catalog.models) {
            const bool isCallable = model.parameters.transport() != ParameterSet::Transport::WebSocket;
            if (model.task == task && model.listed && !model.deprecated && isCallable)
                found.append(model);
        }
        return found;
    }

    ImageReply image(const Model& model, ImageRequest request)
    {
        request.model = model.id;
        const auto reply = run<ImageJob>(api(), model, request);
        EXPECT_TRUE(reply) << qPrintable(model.id + u' ' + (reply ? QString() : reply.error().detail));
        return reply ? *reply : ImageReply();
    }

    QByteArray speech(const QString& text)
    {
        const Model model = *catalog.find(u"@cf/deepgram/aura-1"_s);
        const auto reply = run<SpeechJob>(
            api(), model,
            SpeechRequest{.model = model.id, .text = text, .encoding = u"linear16"_s, .container = u"wav"_s});
        EXPECT_TRUE(reply) << (reply ? "" : qPrintable(reply.error().detail));
        return reply ? reply->audio : QByteArray();
    }

    const Catalog catalog = bundledCatalog();
};

TEST_P(MediaWire, EveryModelPaints)
{
    const QList<Model> models = modelsOf(u"Text-to-Image"_s);
    EXPECT_GE(models.size(), 6);
    for (const Model& model : models) {
        if (isInpainting(model))
            continue;
        const ImageReply reply =
            image(model, {.model = {}, .prompt = u"An orange tree"_s, .size = QSize(512, 384), .steps = 2});
        const QImage painted = QImage::fromData(reply.data);
        EXPECT_FALSE(painted.isNull()) << qPrintable(model.id);
        EXPECT_TRUE(reply.mimeType.startsWith(u"image/"_s)) << qPrintable(model.id);
        if (model.parameters.has(u"width")) {
            EXPECT_EQ(painted.size(), QSize(512, 384)) << qPrintable(model.id);
        }
    }
}

TEST_P(MediaWire, PicturesGoInWhereTheModelTakesThem)
{
    const QByteArray red = png(256, 256, Qt::red);
    int bases = 0;
    int references = 0;
    for (const Model& model : modelsOf(u"Text-to-Image"_s)) {
        if (isInpainting(model)) {
            const QByteArray mask = png(256, 256, Qt::white);
            EXPECT_FALSE(image(model, {.model = {}, .prompt = u"A tree"_s, .image = red, .mask = mask})
                             .data.isEmpty());
        } else if (model.parameters.has(u"image_b64")) {
            ++bases;
            const ImageReply with = image(model, {.model = {},
                                                  .prompt = u"A tree"_s,
                                                  .size = QSize(256, 256),
                                                  .seed = 7,
                                                  .strength = 0.1,
                                                  .image = red});
            const ImageReply without =
                image(model, {.model = {}, .prompt = u"A tree"_s, .size = QSize(256, 256), .seed = 7});
            EXPECT_NE(with.data, without.data) << qPrintable(model.id);
        }
        if (model.parameters.has(u"input_image_3")) {
            ++references;
            EXPECT_FALSE(
                image(model, {.model = {}, .prompt = u"A tree"_s, .references = {red, red, red, red}})
                    .data.isEmpty());
        }
    }
    EXPECT_GE(bases, 1);
    EXPECT_EQ(references, 3);
}

TEST_P(MediaWire, EveryModelSpeaks)
{
    const QList<Model> models = modelsOf(u"Text-to-Speech"_s);
    EXPECT_EQ(models.size(), 4);
    for (const Model& model : models) {
        const auto reply = run<SpeechJob>(
            api(), model, SpeechRequest{.model = model.id, .text = u"Good morning."_s, .language = u"en"_s});
        ASSERT_TRUE(reply) << qPrintable(model.id + u' ' + reply.error().detail);
        EXPECT_GT(reply->audio.size(), 100) << qPrintable(model.id);
        EXPECT_TRUE(reply->mimeType.startsWith(u"audio/"_s)) << qPrintable(model.id);
    }
}

TEST_P(MediaWire, EveryModelListens)
{
    const QByteArray audio = speech(u"Oranges are ripe in the winter."_s);
    const QList<Model> models = modelsOf(u"Automatic Speech Recognition"_s);
    EXPECT_GE(models.size(), 4);
    for (const Model& model : models) {
        TranscriptionRequest request{.model = model.id, .audio = audio, .mimeType = u"audio/wav"_s};
        request.diarize = true;
        request.optOutOfTraining = true;
        const auto reply = run<TranscriptionJob>(api(), model, request);
        ASSERT_TRUE(reply) << qPrintable(model.id + u' ' + reply.error().detail);
        EXPECT_FALSE(reply->text.isEmpty()) << qPrintable(model.id);
        if (model.parameters.has(u"diarize")) {
            ASSERT_FALSE(reply->segments.isEmpty()) << qPrintable(model.id);
            EXPECT_TRUE(reply->segments.first().speaker) << qPrintable(model.id);
        }
    }
}

TEST_P(MediaWire, PicturesAreLookedAt)
{
    const QByteArray red = png(64, 48, Qt::red);
    for (const char* id : {"@cf/microsoft/resnet-50", "@cf/facebook/detr-resnet-50"}) {
        const Model* model = catalog.find(QString::fromLatin1(id));
        ASSERT_TRUE(model) << id;
        const auto reply =
            run<ImageClassificationJob>(api(), *model, ImageClassificationRequest{model->id, red});
        ASSERT_TRUE(reply) << id << qPrintable(reply.error().detail);
        for (const auto& label : reply->labels)
            EXPECT_EQ(label.box.has_value(), QByteArray(id).contains("detr")) << id;
    }
    int texts = 0;
    for (const Model& model : modelsOf(u"Image-to-Text"_s)) {
        ++texts;
        const auto reply = run<ImageTextJob>(
            api(), model,
            ImageTextRequest{.model = model.id, .image = red, .prompt = u"What colour is it?"_s});
        ASSERT_TRUE(reply) << qPrintable(model.id + u' ' + reply.error().detail);
        EXPECT_FALSE(reply->text.isEmpty()) << qPrintable(model.id);
    }
    EXPECT_GE(texts, 1);
}

TEST_P(MediaWire, EverySkillOfMoondream)
{
    const Model model = *catalog.find(u"@cf/moondream/moondream3.1-9B-A2B"_s);
    for (const QString& task : {u"query"_s, u"caption"_s, u"point"_s, u"detect"_s}) {
        const auto reply = run<ImageTextJob>(api(), model,
                                             ImageTextRequest{.model = model.id,
                                                              .image = png(64, 48, Qt::red),
                                                              .prompt = u"red"_s,
                                                              .extra = {{u"task"_s, task}}});
        ASSERT_TRUE(reply) << qPrintable(task + u' ' + reply.error().detail);
        EXPECT_EQ(reply->text.isEmpty(), task == u"point" || task == u"detect") << qPrintable(task);
    }
}

TEST_P(MediaWire, FilesBecomeMarkdown)
{
    const auto reply = run<ConversionJob>(
        api(),
        ConversionRequest{.files = {{u"a \"b\".html"_s, u"text/html"_s, "<h1>Oranges</h1><p>Ripe.</p>"},
                                    {u"x.unknown"_s, u"application/x-unknown"_s, "?"}},
                          .options = {}});
    ASSERT_TRUE(reply) << qPrintable(reply.error().detail);
    ASSERT_EQ(reply->files.size(), 2);
    EXPECT_TRUE(reply->files.first().markdown.contains(u"Oranges"_s));
    EXPECT_TRUE(reply->files.first().error.isEmpty());
    EXPECT_FALSE(reply->files.last().error.isEmpty());
    const auto formats = run<ConversionFormatsJob>(api());
    ASSERT_TRUE(formats);
    EXPECT_GT(formats->size(), 5);
}

ORANGERY_BOTH_WAYS(MediaWire);

} // namespace
} // namespace orangery::test
