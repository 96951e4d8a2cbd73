// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/builders.h"
#include "workersai/imagecodec.h"
#include "workersai/speechcodec.h"
#include "workersai/transcriptioncodec.h"
#include "workersai/visioncodec.h"

namespace orangery::test {

namespace {

using namespace Qt::StringLiterals;

ImageRequest extremeImage(const Model& model, End end)
{
    const bool isHigh = end == End::Highest;
    const auto at = [&](QStringView name, double lowest, double highest) {
        return extreme(model.parameters, name, end, isHigh ? highest : lowest);
    };
    ImageRequest request;
    request.prompt = isHigh ? QString(2'000, u'ß') : u"x"_s;
    request.negativePrompt = isHigh ? QString(2'000, u'ß') : u"y"_s;
    request.size = QSize(static_cast<int>(at(u"width", 1, 4096)), static_cast<int>(at(u"height", 1, 4096)));
    const bool isSteps = model.parameters.has(u"steps");
    request.steps = static_cast<int>(at(isSteps ? u"steps" : u"num_steps", 1, 50));
    request.guidance = at(u"guidance", 0, 100);
    request.seed = static_cast<qint64>(at(u"seed", 0, 4'294'967'295));
    request.strength = at(u"strength", 0, 1);
    return request;
}

bool takesPicture(const Model& model)
{
    return model.parameters.has(u"image") || model.parameters.has(u"image_b64");
}

} // namespace

QList<Request> imageRequests(const Model& model)
{
    ImageRequest request;
    request.prompt = u"An orange tree"_s;
    QList<Request> requests{{"default", imagecodec::encode(request, model)},
                            {"lowest", imagecodec::encode(extremeImage(model, End::Lowest), model)},
                            {"highest", imagecodec::encode(extremeImage(model, End::Highest), model)}};
    if (takesPicture(model)) {
        request.image = pictureFile();
        requests.append({"base image", imagecodec::encode(request, model)});
    }
    if (model.parameters.has(u"mask")) {
        request.mask = pictureFile();
        requests.append({"mask", imagecodec::encode(request, model)});
    }
    if (model.parameters.has(u"input_image_0")) {
        request.references = QList<QByteArray>(4, pictureFile());
        requests.append({"references", imagecodec::encode(request, model)});
    }
    return requests;
}

QList<Request> transcriptionRequests(const Model& model)
{
    TranscriptionRequest request;
    request.audio = soundFile();
    request.mimeType = u"audio/wav"_s;
    QList<Request> requests{{"default", transcriptioncodec::encode(request, model)}};
    request.language = u"de"_s;
    request.initialPrompt = u"Orangery, ß"_s;
    request.translateToEnglish = request.diarize = request.optOutOfTraining = true;
    request.vadFilter = true;
    requests.append({"every wish", transcriptioncodec::encode(request, model)});
    for (const End end : {End::Lowest, End::Highest}) {
        request.extra = extremes(model.parameters, end);
        requests.append({"every parameter", transcriptioncodec::encode(request, model)});
    }
    return requests;
}

QList<Request> liveRequests(const Model& model)
{
    ModelInput input(model.parameters);
    input.add({{u"encoding"_s, u"linear16"_s}, {u"sample_rate"_s, u"16000"_s}});
    QList<Request> requests{{"default", input.raw({}, {})}};
    for (const End end : {End::Lowest, End::Highest}) {
        input.add(extremes(model.parameters, end));
        const Result<void> checked = input.check();
        requests.append({"every parameter", checked ? Result<WireBody>(input.raw({}, {})) : checked.error()});
    }
    return requests;
}

QList<Request> speechRequests(const Model& model)
{
    SpeechRequest request;
    request.text = u"Good morning"_s;
    QList<Request> requests{{"default", speechcodec::encode(request, model)}};
    for (const QString& name : {u"speaker"_s, u"encoding"_s, u"container"_s}) {
        const Parameter* parameter = model.parameters.find(name);
        for (const QString& choice : parameter ? parameter->choices : QStringList()) {
            SpeechRequest chosen = request;
            (name == u"speaker"    ? chosen.speaker
             : name == u"encoding" ? chosen.encoding
                                   : chosen.container) = choice;
            requests.append({choice.toStdString(), speechcodec::encode(chosen, model)});
        }
    }
    for (const QString& language :
         model.parameters.has(u"lang") ? QStringList{u"en"_s, u"jp"_s} : QStringList()) {
        request.language = language;
        requests.append({language.toStdString(), speechcodec::encode(request, model)});
    }
    request.text = QString(10'000, u'ß');
    request.sampleRate = 48'000;
    request.bitRate = 320'000;
    request.optOutOfTraining = true;
    requests.append({"highest", speechcodec::encode(request, model)});
    return requests;
}

QList<Request> voiceActivityRequests(const Model& model)
{
    ModelInput input(model.parameters);
    input.setFile(u"audio"_s, soundFile(), Parameter::Type::Base64);
    input.add(extremes(model.parameters, End::Highest));
    const Result<void> checked = input.check();
    return {{"default", checked ? Result<WireBody>(input.json()) : checked.error()}};
}

QList<Request> imageClassificationRequests(const Model& model)
{
    return {{"default", visioncodec::encode(ImageClassificationRequest{model.id, pictureFile()}, model)}};
}

QList<Request> imageTextRequests(const Model& model)
{
    ImageTextRequest request;
    request.image = pictureFile();
    QList<Request> requests{{"default", visioncodec::encode(request, model)}};
    request.prompt = u"What is this?"_s;
    requests.append({"question", visioncodec::encode(request, model)});
    for (const End end : {End::Lowest, End::Highest}) {
        request.maxTokens =
            static_cast<int>(extreme(model.parameters, u"max_tokens", end, end == End::Lowest ? 1 : 100'000));
        request.extra = extremes(model.parameters, end, {u"stream"_s});
        requests.append({"every parameter", visioncodec::encode(request, model)});
    }
    const Parameter* task = model.parameters.find(u"task");
    for (const QString& choice : task ? task->choices : QStringList()) {
        request.extra = {{u"task"_s, choice}};
        requests.append({choice.toStdString(), visioncodec::encode(request, model)});
    }
    return requests;
}

} // namespace orangery::test
