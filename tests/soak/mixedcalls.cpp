// SPDX-License-Identifier: GPL-3.0-or-later
#include "soak/mixedcalls.h"

#include "service/chatcall.h"
#include "service/run.h"
#include "support/mediafiles.h"

#include <QImage>

namespace orangery::test {

using namespace Qt::StringLiterals;

namespace {

QByteArray paintedPicture()
{
    QImage image(96, 64, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(x * 2, y * 3, (x + y) % 256));
    }
    return png(image);
}

} // namespace

MixedCalls::MixedCalls(Workbench& workbench, unsigned seed)
    : m_workbench(workbench),
      m_random(seed),
      m_picture(paintedPicture()),
      m_sound(wav(1, {{0, 1}}))
{
    addTexts();
    addMedia();
}

QString MixedCalls::streamingModel()
{
    return u"@cf/zai-org/glm-4.7-flash"_s;
}

void MixedCalls::next(QObject* context, const Done& done)
{
    int rest = draw(m_weights);
    for (const auto& [weight, start] : m_starts) {
        rest -= weight;
        if (rest < 0)
            return start(context, done);
    }
}

void MixedCalls::add(int weight, Start start)
{
    m_weights += weight;
    m_starts.emplace_back(weight, std::move(start));
}

QString MixedCalls::sentence()
{
    static const QStringList words{u"garden"_s, u"orange"_s,  u"river"_s,  u"letter"_s, u"winter"_s,
                                   u"glass"_s,  u"morning"_s, u"engine"_s, u"music"_s,  u"bread"_s};
    QString text = u"The"_s;
    for (int count = 3 + draw(20); count > 0; --count)
        text += u' ' + words.at(draw(int(words.size())));
    return text + u'.';
}

template <typename Request>
void MixedCalls::begin(const QString& task, const Request& request, QObject* context, const Done& done)
{
    auto* call = run(m_workbench, request, {.origin = u"soak"_s}, context);
    QObject::connect(call, &Job::finished, context, [call, task, done] {
        MixedOutcome outcome{.task = task,
                             .model = call->ticket().terms().modelId,
                             .isSuccess = call->result().has_value(),
                             .error = {},
                             .cost = {}};
        if (outcome.isSuccess)
            outcome.cost = call->result()->cost;
        else
            outcome.error = call->result().error();
        done(outcome);
    });
}

void MixedCalls::chat(const QString& model, bool stream, QObject* context, const Done& done)
{
    ChatRequest request;
    request.model = model;
    request.messages = {{.role = ChatRole::User, .text = sentence()}};
    request.maxTokens = 24 + draw(40);
    request.stream = stream;
    ChatCall* call = m_workbench.chat(request, {.origin = u"soak"_s}, context);
    QObject::connect(call, &Job::finished, context, [call, stream, done] {
        const ChatOutcome& chat = call->result() ? *call->result() : call->partialOutcome();
        MixedOutcome outcome{.task = stream ? u"chat stream"_s : u"chat"_s,
                             .model = call->ticket().terms().modelId,
                             .isSuccess = call->result().has_value(),
                             .error = {},
                             .cost = {}};
        outcome.cost.neurons = chat.neurons;
        outcome.cost.bookedBy = chat.isReported ? BookedBy::Header : BookedBy::Price;
        if (!outcome.isSuccess)
            outcome.error = call->result().error();
        done(outcome);
    });
}

void MixedCalls::addTexts()
{
    add(5, [this](QObject* context, const Done& done) { chat(streamingModel(), true, context, done); });
    add(1, [this](QObject* context, const Done& done) {
        chat(u"@cf/meta/llama-3.2-3b-instruct"_s, false, context, done);
    });
    add(12, [this](QObject* context, const Done& done) {
        EmbeddingRequest request;
        request.model = u"@cf/baai/bge-m3"_s;
        request.texts = {sentence(), sentence()};
        begin(u"embedding"_s, request, context, done);
    });
    add(6, [this](QObject* context, const Done& done) {
        RerankRequest request;
        request.model = u"@cf/baai/bge-reranker-base"_s;
        request.query = sentence();
        request.contexts = {sentence(), sentence(), sentence()};
        begin(u"rerank"_s, request, context, done);
    });
    add(8, [this](QObject* context, const Done& done) {
        TranslationRequest request;
        request.model = u"@cf/meta/m2m100-1.2b"_s;
        request.texts = {sentence()};
        request.source = u"en"_s;
        request.target = u"de"_s;
        begin(u"translation"_s, request, context, done);
    });
}

void MixedCalls::addMedia()
{
    add(2, [this](QObject* context, const Done& done) {
        ImageRequest request;
        request.model = u"@cf/leonardo/lucid-origin"_s;
        request.prompt = sentence();
        request.size = QSize(512, 512);
        request.steps = 4 + draw(8);
        begin(u"image"_s, request, context, done);
    });
    add(4, [this](QObject* context, const Done& done) {
        TranscriptionRequest request;
        request.model = u"@cf/openai/whisper-large-v3-turbo"_s;
        request.audio = m_sound;
        request.mimeType = u"audio/wav"_s;
        request.seconds = 1;
        begin(u"transcription"_s, request, context, done);
    });
    add(2, [this](QObject* context, const Done& done) {
        SpeechRequest request;
        request.model = u"@cf/deepgram/aura-1"_s;
        request.text = sentence();
        begin(u"speech"_s, request, context, done);
    });
    for (const QString& model : {u"@cf/microsoft/resnet-50"_s, u"@cf/facebook/detr-resnet-50"_s}) {
        add(4, [this, model](QObject* context, const Done& done) {
            ImageClassificationRequest request;
            request.model = model;
            request.image = m_picture;
            begin(model.section(u'/', -1), request, context, done);
        });
    }
    add(3, [this](QObject* context, const Done& done) {
        ImageTextRequest request;
        request.model = u"@cf/llava-hf/llava-1.5-7b-hf"_s;
        request.image = m_picture;
        request.prompt = sentence();
        begin(u"image to text"_s, request, context, done);
    });
    add(3, [this](QObject* context, const Done& done) {
        ConversionRequest request;
        request.files = {{u"page.html"_s, u"text/html"_s, "<h1>" + sentence().toUtf8() + "</h1>"}};
        begin(u"conversion"_s, request, context, done);
    });
}

} // namespace orangery::test
