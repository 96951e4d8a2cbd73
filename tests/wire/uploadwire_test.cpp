// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/errortable.h"
#include "support/mediafiles.h"
#include "wire/wirefixture.h"
#include "workersai/catalogjob.h"
#include "workersai/conversionjob.h"
#include "workersai/imagejob.h"
#include "workersai/transcriptionjob.h"

#include <QJsonObject>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;

/// Bodies that leave in many pieces, and over HTTP/2 in several windows of its flow control.
class UploadWire : public WireTest
{
protected:
    QJsonObject lastRequest() const { return requests().last().toObject(); }
    qint64 lastSize() const { return lastRequest().value("bodySize"_L1).toInteger(); }

    TranscriptionRequest listening(const char* model) const
    {
        return {.model = QString::fromLatin1(model), .audio = audio, .mimeType = u"audio/wav"_s};
    }
    Result<TranscriptionReply> transcription(const TranscriptionRequest& asked)
    {
        return run<TranscriptionJob>(api(), *catalog.find(asked.model), asked);
    }

    /// 40 seconds, 1.28 MB; loud in two places.
    const QByteArray audio = wav(40, {{1, 9}, {20, 33}}, 16'000);
    const Catalog catalog = bundledCatalog();
};

TEST_P(UploadWire, ARecordingInEachForm)
{
    ASSERT_GT(audio.size(), 1'000'000);
    for (const char* model :
         {"@cf/openai/whisper", "@cf/openai/whisper-large-v3-turbo", "@cf/deepgram/nova-3"}) {
        const auto reply = transcription(listening(model));
        ASSERT_TRUE(reply) << model << ' ' << qPrintable(reply.error().detail);
        EXPECT_FALSE(reply->text.isEmpty()) << model;
        const bool isBase64 = model == std::string_view("@cf/openai/whisper-large-v3-turbo");
        if (isBase64)
            EXPECT_GT(lastSize(), audio.size() * 4 / 3);
        else
            EXPECT_EQ(lastSize(), audio.size());
        // What the sandbox hears follows the loudness: had a byte gone astray, this would not agree.
        const ApiContext direct{sandbox->baseUrl(), Sandbox::accountId(),
                                SecretString(Sandbox::token().toUtf8())};
        const auto same =
            run<TranscriptionJob>(direct, *catalog.find(QString::fromLatin1(model)), listening(model));
        ASSERT_TRUE(same);
        EXPECT_EQ(reply->text, same->text) << model;
        EXPECT_EQ(reply->words, same->words) << model;
        EXPECT_EQ(reply->segments, same->segments) << model;
    }
    EXPECT_EQ(requests().size(), 6);
}

TEST_P(UploadWire, PicturesInAForm)
{
    const Model model = *catalog.find(u"@cf/black-forest-labs/flux-2-dev"_s);
    const QByteArray picture = noise(511, 511);
    ASSERT_GT(picture.size(), 512 * 1024);
    const auto reply = run<ImageJob>(api(), model,
                                     ImageRequest{.model = model.id,
                                                  .prompt = u"A tree"_s,
                                                  .references = {picture, picture, picture, picture}});
    ASSERT_TRUE(reply) << qPrintable(reply.error().detail);
    EXPECT_GT(lastSize(), 4 * picture.size());
    int files = 0;
    for (const QJsonValue& part : lastRequest().value("form"_L1).toArray()) {
        if (!part["size"_L1].isUndefined()) {
            ++files;
            EXPECT_EQ(part["size"_L1].toInteger(), picture.size());
        }
    }
    EXPECT_EQ(files, 4);
}

TEST_P(UploadWire, ALargeFileAndALargeAnswer)
{
    const QString line = u"<p>Oranges are ripe in the winter.</p>\n"_s;
    const QByteArray page = line.repeated(40'000).toUtf8();
    const auto reply = run<ConversionJob>(
        api(), ConversionRequest{.files = {{u"page.html"_s, u"text/html"_s, page}}, .options = {}});
    ASSERT_TRUE(reply) << qPrintable(reply.error().detail);
    EXPECT_GT(lastSize(), page.size());
    EXPECT_EQ(reply->files.first().markdown.count(u"Oranges are ripe"_s), 40'000);
}

TEST_P(UploadWire, ManyAtOnce)
{
    QList<Result<TranscriptionReply>> replies;
    const TranscriptionRequest asked = listening("@cf/openai/whisper");
    for (int i = 0; i < 12; ++i) {
        auto* job = new TranscriptionJob(client, api(), *catalog.find(asked.model), asked, &context);
        QObject::connect(job, &Job::finished, &context, [&, job] { replies.append(job->result()); });
    }
    ASSERT_TRUE(waitFor([&] { return replies.size() == 12; }));
    for (const auto& reply : replies) {
        ASSERT_TRUE(reply) << qPrintable(reply.error().detail);
        EXPECT_EQ(reply->text, replies.first()->text);
    }
    EXPECT_EQ(requests().size(), 12);
}

TEST_P(UploadWire, StoppedOnItsWay)
{
    const TranscriptionRequest asked = listening("@cf/openai/whisper-large-v3-turbo");
    for (int turns = 0; turns < 12; ++turns) {
        auto* job = new TranscriptionJob(client, api(), *catalog.find(asked.model), asked, &context);
        std::optional<ErrorKind> end;
        QObject::connect(job, &Job::finished, &context, [&, job] {
            end = job->result() ? std::nullopt : std::optional(job->result().error().kind);
        });
        for (int turn = 0; turn < turns; ++turn)
            QCoreApplication::processEvents();
        job->cancel();
        EXPECT_EQ(end, ErrorKind::Canceled) << turns;
    }
    const auto after = transcription(asked);
    ASSERT_TRUE(after) << "the connection goes on: " << qPrintable(after.error().detail);
}

ORANGERY_BOTH_WAYS(UploadWire);

} // namespace
} // namespace orangery::test
