// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/httpclient.h"
#include "support/waitfor.h"
#include "workersai/conversionformatsjob.h"
#include "workersai/conversionjob.h"
#include "workersai/imageclassificationjob.h"
#include "workersai/imagejob.h"
#include "workersai/mediafixture.h"
#include "workersai/speechjob.h"
#include "workersai/transcriptionjob.h"

#include <gtest/gtest.h>

namespace orangery::test {
namespace {

using namespace Qt::StringLiterals;

class MediaJobs : public testing::Test
{
protected:
    template <typename Reply>
    Result<Reply> resultOf(ResultJob<Reply>* job)
    {
        std::optional<Result<Reply>> result;
        QObject::connect(job, &Job::finished, &m_context, [&, job] { result = job->result(); });
        EXPECT_TRUE(waitFor([&] { return result.has_value(); }));
        return result ? *result : Result<Reply>(Error::of(ErrorKind::TimedOut));
    }
    ApiContext api() const { return apiAt(m_server.url("/client/v4/")); }
    const WireRequest& sent() const { return m_server.requests().last(); }
    static QByteArray path(const QByteArray& rest)
    {
        return "/client/v4/accounts/" + QByteArray(accountId) + "/ai/" + rest;
    }

    WireReply m_reply;
    TestServer m_server{[this](const WireRequest&) { return m_reply; }};
    HttpClient m_client;
    QObject m_context;
};

TEST_F(MediaJobs, AnImageWithWhatItCost)
{
    m_reply.contentType = "image/png";
    m_reply.body = pngFile();
    m_reply.headers = {{"cf-ai-neurons", "57.60"}, {"cf-ray", "8f-FRA"}};
    const auto image = resultOf<ImageReply>(
        new ImageJob(m_client, api(), modelWith({parameter("prompt")}),
                     {.model = u"@cf/somebody/something"_s, .prompt = u"a tree"_s}, &m_context));
    ASSERT_TRUE(image);
    EXPECT_EQ(image->data, pngFile());
    EXPECT_EQ(image->neurons, Neurons::of(57.6));
    EXPECT_EQ(image->rayId, u"8f-FRA"_s);
    EXPECT_EQ(image->httpStatus, 200);
    EXPECT_EQ(sent().method, "POST");
    EXPECT_EQ(sent().target, path("run/@cf/somebody/something"));
    EXPECT_EQ(sent().headers.value("content-type"), "application/json");
    EXPECT_EQ(sent().headers.value("accept"), "image/*, application/json");
    EXPECT_EQ(sent().headers.value("authorization"), "Bearer " + QByteArray(tokenText));
    EXPECT_EQ(sent().body, R"({"prompt":"a tree"})");
}

TEST_F(MediaJobs, AFormArrivesWhole)
{
    m_reply = json(envelope(R"({"image":")" + jpegFile().toBase64() + "\"}"));
    const QByteArray reference = pngFile() + QByteArray(600'000, '\x07');
    const auto image = resultOf<ImageReply>(
        new ImageJob(m_client, api(), Model(), {.model = u"m"_s, .prompt = u"p"_s, .references = {reference}},
                     &m_context));
    ASSERT_TRUE(image);
    EXPECT_EQ(image->mimeType, u"image/jpeg"_s);
    const QByteArray type = sent().headers.value("content-type");
    ASSERT_TRUE(type.startsWith("multipart/form-data; boundary="));
    const QByteArray boundary = type.mid(type.indexOf('=') + 1);
    EXPECT_TRUE(sent().body.endsWith(reference + "\r\n--" + boundary + "--\r\n"));
}

TEST_F(MediaJobs, AnInputThatCannotBeSentSendsNothing)
{
    const auto image = resultOf<ImageReply>(
        new ImageJob(m_client, api(), modelWith({parameter("prompt")}),
                     {.model = u"m"_s, .prompt = u"p"_s, .image = pngFile()}, &m_context));
    ASSERT_FALSE(image);
    EXPECT_EQ(image.error().kind, ErrorKind::InvalidInput);
    EXPECT_TRUE(m_server.requests().isEmpty());
}

TEST_F(MediaJobs, APictureToLabelsIsTheBody)
{
    m_reply = json(envelope(R"([{"label":"DOG","score":0.9}])"));
    ASSERT_TRUE(resultOf<ClassificationReply>(new ImageClassificationJob(
        m_client, api(), modelWith({}), ImageClassificationRequest{u"m"_s, pngFile()}, &m_context)));
    EXPECT_EQ(sent().headers.value("content-type"), "application/octet-stream");
    EXPECT_EQ(sent().body, pngFile());
}

TEST_F(MediaJobs, SoundWithItsOptionsInTheQuery)
{
    m_reply = json(envelope(R"({"results":{"channels":[{"alternatives":[{"transcript":"hi"}]}]}})"));
    const Model nova = modelWith({parameter("language"), parameter("diarize", Parameter::Type::Boolean)},
                                 ParameterSet::Transport::RawQuery);
    const auto transcript = resultOf<TranscriptionReply>(new TranscriptionJob(m_client, api(), nova,
                                                                              {.model = u"m"_s,
                                                                               .audio = mp3File(),
                                                                               .mimeType = u"audio/mpeg"_s,
                                                                               .language = u"en+x"_s,
                                                                               .diarize = true},
                                                                              &m_context));
    ASSERT_TRUE(transcript);
    EXPECT_EQ(transcript->text, u"hi"_s);
    EXPECT_EQ(transcript->language, u"en+x"_s);
    EXPECT_EQ(sent().target, path("run/@cf/somebody/something?diarize=true&language=en%2Bx"));
    EXPECT_EQ(sent().headers.value("content-type"), "audio/mpeg");
    EXPECT_EQ(sent().body, mp3File());
}

TEST_F(MediaJobs, Speech)
{
    m_reply.contentType = "audio/mpeg";
    m_reply.body = mp3File();
    const auto speech = resultOf<SpeechReply>(new SpeechJob(
        m_client, api(), modelWith({parameter("text")}), {.model = u"m"_s, .text = u"Hello"_s}, &m_context));
    ASSERT_TRUE(speech);
    EXPECT_EQ(speech->audio, mp3File());
    EXPECT_EQ(sent().headers.value("accept"), "audio/*, application/json");
}

TEST_F(MediaJobs, ConversionAndItsFormats)
{
    m_reply = json(envelope(R"([{"name":"a","format":"markdown","data":"# A","tokens":"3"}])"));
    const auto conversion = resultOf<ConversionReply>(new ConversionJob(
        m_client, api(), {.files = {{u"a"_s, u"text/html"_s, "<h1>A"}}, .options = {}}, &m_context));
    ASSERT_TRUE(conversion);
    EXPECT_EQ(conversion->files.first().markdown, u"# A"_s);
    EXPECT_EQ(sent().method, "POST");
    EXPECT_EQ(sent().target, path("tomarkdown"));
    EXPECT_TRUE(sent().headers.value("content-type").startsWith("multipart/form-data; boundary="));
    EXPECT_TRUE(sent().body.contains("<h1>A"));

    m_reply = json(envelope(R"([{"extension":".pdf","mimeType":"application/pdf"}])"));
    const auto formats =
        resultOf<QList<ConvertibleFormat>>(new ConversionFormatsJob(m_client, api(), &m_context));
    ASSERT_TRUE(formats);
    EXPECT_EQ(formats->size(), 1);
    EXPECT_EQ(sent().method, "GET");
    EXPECT_EQ(sent().target, path("tomarkdown/supported"));
}

} // namespace
} // namespace orangery::test
