// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/visioncodec.h"

#include "workersai/answerfacts.h"
#include "workersai/answervalue.h"
#include "workersai/apierror.h"
#include "workersai/mediarequest.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace orangery::visioncodec {

namespace {

using namespace Qt::StringLiterals;
using answervalue::number;

constexpr int standardMaxTokens = 512; // the service's own, of llava (API.md §14)

Error noPicture()
{
    return unusableInput(QCoreApplication::translate("VisionCodec", "There is no picture. Choose one."));
}

/// By the names of detr (xmin …) or of moondream (x_min …).
std::optional<QRectF> box(const QJsonObject& object, const QString& separator)
{
    const auto side = [&](const char* axis, QLatin1String end) {
        return number(object.value(QLatin1String(axis) + separator + end));
    };
    const auto left = side("x", "min"_L1);
    const auto top = side("y", "min"_L1);
    const auto right = side("x", "max"_L1);
    const auto bottom = side("y", "max"_L1);
    if (!left || !top || !right || !bottom)
        return std::nullopt;
    const QRectF found(QPointF(*left, *top), QPointF(*right, *bottom));
    if (!std::isfinite(found.width()) || !std::isfinite(found.height()))
        return std::nullopt;
    return found.normalized();
}

/// The prompt under the name that the model has for it.
void setPrompt(const ImageTextRequest& request, const ParameterSet& parameters, ModelInput& input)
{
    if (!parameters.has(u"question")) {
        input.set(u"prompt"_s, request.prompt);
        return;
    }
    const QString task = request.extra.value(u"task"_s).toString();
    if (task == u"point" || task == u"detect")
        input.set(u"target"_s, request.prompt);
    else if (task != u"caption")
        input.set(u"question"_s, request.prompt);
}

void readPlaces(const QJsonObject& answer, ImageTextReply& reply)
{
    const QJsonArray points = answer.value(u"points").toArray();
    for (const QJsonValue& value : points) {
        const auto x = number(value[u"x"]);
        const auto y = number(value[u"y"]);
        if (x && y)
            reply.points.append({*x, *y});
    }
    const QJsonArray objects = answer.value(u"objects").toArray();
    for (const QJsonValue& value : objects) {
        if (const auto found = box(value.toObject(), u"_"_s))
            reply.boxes.append(*found);
    }
}

} // namespace

Result<WireBody> encode(const ImageClassificationRequest& request, const Model& model)
{
    if (request.image.isEmpty())
        return noPicture();
    const Parameter* image = model.parameters.find(u"image");
    if (image && image->type != Parameter::Type::Bytes && image->type != Parameter::Type::File &&
        model.parameters.transport() == ParameterSet::Transport::Json) {
        ModelInput input(model.parameters);
        input.setFile(u"image"_s, request.image, image->type);
        return input.json();
    }
    return WireBody{"application/octet-stream", request.image};
}

Result<ClassificationReply> decodeLabels(const HttpReply& reply)
{
    ClassificationReply classification;
    const QJsonValue result = answervalue::result(reply.body, classification);
    if (!result.isArray())
        return invalidAnswer(reply);
    const QJsonArray labels = result.toArray();
    for (const QJsonValue& value : labels) {
        const QString label = value[u"label"].toString();
        const auto score = number(value[u"score"]);
        if (!label.isEmpty() && score)
            classification.labels.append({label, *score, box(value[u"box"].toObject(), QString())});
    }
    if (classification.labels.isEmpty() && !labels.isEmpty())
        return invalidAnswer(reply);
    std::ranges::stable_sort(classification.labels, std::ranges::greater(),
                             &ClassificationReply::Label::score);
    return classification;
}

Result<WireBody> encode(const ImageTextRequest& request, const Model& model)
{
    const ParameterSet& parameters = model.parameters;
    if (request.image.isEmpty() && !parameters.has(u"question"))
        return noPicture();
    ModelInput input(parameters);
    setPrompt(request, parameters, input);
    if (request.maxTokens != standardMaxTokens)
        input.set(u"max_tokens"_s, request.maxTokens);
    input.add(request.extra);
    const bool isRaw = parameters.transport() == ParameterSet::Transport::RawAudio && input.isEmpty();
    if (isRaw)
        return WireBody{"application/octet-stream", request.image};
    input.set(u"max_tokens"_s, request.maxTokens);
    input.setFile(u"image"_s, request.image, Parameter::Type::Bytes);
    if (parameters.has(u"stream"))
        input.set(u"stream"_s, false);
    if (const Result<void> checked = input.check(); !checked)
        return checked.error();
    return input.json();
}

Result<ImageTextReply> decodeText(const HttpReply& reply)
{
    ImageTextReply text;
    const QJsonValue result = answervalue::result(reply.body, text);
    if (result.isString()) {
        text.text = result.toString();
        return text;
    }
    const QJsonObject answer = result.toObject();
    // moondream counts its tokens here, and is paid by them
    if (!text.usage)
        answerfacts::readUsage(answer.value(u"metrics"), text);
    text.reasoning = answer.value(u"reasoning")[u"text"].toString();
    readPlaces(answer, text);
    for (const auto* name : {u"description", u"answer", u"caption", u"response"}) {
        const QJsonValue value = answer.value(QStringView(name));
        if (value.isString()) {
            text.text = value.toString();
            return text;
        }
    }
    if (!answer.value(u"points").isArray() && !answer.value(u"objects").isArray())
        return invalidAnswer(reply);
    return text;
}

} // namespace orangery::visioncodec
