// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/jobcontract.h"
#include "workersai/conversionformatsjob.h"
#include "workersai/conversionjob.h"
#include "workersai/imageclassificationjob.h"
#include "workersai/imagejob.h"
#include "workersai/imagetextjob.h"
#include "workersai/mediafixture.h"
#include "workersai/speechjob.h"
#include "workersai/transcriptionjob.h"

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;

Model anyModel()
{
    Model model;
    model.id = u"@cf/a/b"_s;
    return model;
}

template <typename JobType, typename Request>
JobClass modelJob(const std::string& name, const Request& request, const WireReply& okReply)
{
    return {name,
            [request](const World& world) -> Job* {
                return new JobType(world.client, apiAt(world.baseUrl), anyModel(), request, world.context);
            },
            outcomeOf<JobType>, okReply, serviceOutcomes()};
}

WireReply file(const QByteArray& contentType, const QByteArray& body)
{
    WireReply reply;
    reply.contentType = contentType;
    reply.body = body;
    return reply;
}

JobClass image(const std::string& name, const WireReply& okReply)
{
    return modelJob<ImageJob>(name, ImageRequest{.model = u"@cf/a/b"_s, .prompt = u"a tree"_s}, okReply);
}

/// Both ways through the worker: half a megabyte each.
JobClass largeImage()
{
    ImageRequest request{.model = u"@cf/a/b"_s, .prompt = u"a tree"_s, .image = QByteArray(500'000, 'x')};
    const QByteArray picture = (pngFile() + QByteArray(500'000, 'y')).toBase64();
    return modelJob<ImageJob>("LargeImage", request, json(envelope(R"({"image":")" + picture + "\"}")));
}

JobClass labels()
{
    return modelJob<ImageClassificationJob>("ImageClassification",
                                            ImageClassificationRequest{u"@cf/a/b"_s, pngFile()},
                                            json(envelope(R"([{"label":"DOG","score":0.9}])")));
}

JobClass imageText()
{
    return modelJob<ImageTextJob>("ImageText", ImageTextRequest{.model = u"@cf/a/b"_s, .image = pngFile()},
                                  json(envelope(R"({"description":"A dog."})")));
}

JobClass transcription()
{
    return modelJob<TranscriptionJob>(
        "Transcription",
        TranscriptionRequest{.model = u"@cf/a/b"_s, .audio = wavFile(), .mimeType = u"audio/wav"_s},
        json(envelope(R"({"text":"Hello"})")));
}

JobClass speech(const std::string& name, const WireReply& okReply)
{
    return modelJob<SpeechJob>(name, SpeechRequest{.model = u"@cf/a/b"_s, .text = u"Hello"_s}, okReply);
}

JobClass conversion()
{
    return {"Conversion",
            [](const World& world) -> Job* {
                return new ConversionJob(world.client, apiAt(world.baseUrl),
                                         {.files = {{u"a.html"_s, u"text/html"_s, "<p>"}}, .options = {}},
                                         world.context);
            },
            outcomeOf<ConversionJob>,
            json(envelope(R"([{"name":"a.html","format":"markdown","data":"# A","tokens":2}])")),
            serviceOutcomes()};
}

JobClass formats()
{
    return {"ConversionFormats",
            [](const World& world) -> Job* {
                return new ConversionFormatsJob(world.client, apiAt(world.baseUrl), world.context);
            },
            outcomeOf<ConversionFormatsJob>,
            json(envelope(R"([{"extension":".pdf","mimeType":"application/pdf"}])")), serviceOutcomes()};
}

// the case itself is in contract_test.cpp

INSTANTIATE_TEST_SUITE_P(RawImage, JobContract, everyCaseOf(image("RawImage", file("image/png", pngFile()))),
                         caseName);
INSTANTIATE_TEST_SUITE_P(JsonImage, JobContract,
                         everyCaseOf(image("JsonImage",
                                           json(envelope(R"({"image":")" + pngFile().toBase64() + "\"}")))),
                         caseName);
INSTANTIATE_TEST_SUITE_P(LargeImage, JobContract, everyCaseOf(largeImage()), caseName);
INSTANTIATE_TEST_SUITE_P(ImageClassification, JobContract, everyCaseOf(labels()), caseName);
INSTANTIATE_TEST_SUITE_P(ImageText, JobContract, everyCaseOf(imageText()), caseName);
INSTANTIATE_TEST_SUITE_P(Transcription, JobContract, everyCaseOf(transcription()), caseName);
INSTANTIATE_TEST_SUITE_P(RawSpeech, JobContract,
                         everyCaseOf(speech("RawSpeech", file("audio/mpeg", mp3File()))), caseName);
INSTANTIATE_TEST_SUITE_P(JsonSpeech, JobContract,
                         everyCaseOf(speech("JsonSpeech",
                                            json(envelope(R"({"audio":")" + mp3File().toBase64() + "\"}")))),
                         caseName);
INSTANTIATE_TEST_SUITE_P(Conversion, JobContract, everyCaseOf(conversion()), caseName);
INSTANTIATE_TEST_SUITE_P(ConversionFormats, JobContract, everyCaseOf(formats()), caseName);

} // namespace
} // namespace orangery::test
