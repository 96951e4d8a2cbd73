// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/imagecodec.h"

#include "workersai/apierror.h"
#include "workersai/fileanswer.h"
#include "workersai/mediarequest.h"
#include "workersai/mediatype.h"

#include <QCoreApplication>
#include <algorithm>

namespace orangery::imagecodec {

namespace {

using namespace Qt::StringLiterals;

template <typename T>
QVariant variant(const std::optional<T>& value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}

QString referenceName(qsizetype index)
{
    return u"input_image_%1"_s.arg(index);
}

// What ImageRequest has fields for: the estimate reads those, and a second way past them would be billed.
constexpr QStringView typed[] = {u"prompt",   u"negative_prompt", u"width",     u"height",
                                 u"steps",    u"num_steps",       u"guidance",  u"seed",
                                 u"strength", u"image",           u"image_b64", u"mask"};

std::optional<Error> twiceSaid(const QVariantMap& extra)
{
    for (auto value = extra.cbegin(); value != extra.cend(); ++value) {
        if (std::ranges::find(typed, QStringView(value.key())) != std::end(typed) ||
            value.key().startsWith("input_image_"_L1))
            return unusableInput(
                QCoreApplication::translate(
                    "ImageCodec",
                    "“%1” cannot be given as a parameter of the model's own. Set it in its field.")
                    .arg(value.key()));
    }
    return std::nullopt;
}

/// What stands in the way of the request's pictures: they have no place in this model.
std::optional<Error> refusal(const ImageRequest& request, const ParameterSet& parameters)
{
    if (!request.image.isEmpty() && !parameters.takes(u"image_b64") && !parameters.takes(u"image"))
        return unusableInput(QCoreApplication::translate(
            "ImageCodec", "This model takes no base image. Remove the image, or choose another model."));
    if (!request.mask.isEmpty() && !parameters.takes(u"mask"))
        return unusableInput(QCoreApplication::translate(
            "ImageCodec", "This model takes no mask. Remove the mask, or choose another model."));
    const qsizetype last = request.references.size() - 1;
    if (last >= 0 && !parameters.takes(referenceName(0)))
        return unusableInput(QCoreApplication::translate(
            "ImageCodec", "This model takes no reference images. Remove them, or choose another model."));
    // API.md §7: input_image_0 … input_image_3
    if (last >= 4 || (last >= 0 && !parameters.takes(referenceName(last))))
        return unusableInput(QCoreApplication::translate(
            "ImageCodec", "This model does not take so many reference images. Remove some of them."));
    return std::nullopt;
}

ModelInput inputOf(const ImageRequest& request, const ParameterSet& parameters)
{
    ModelInput input(parameters);
    input.set(u"prompt"_s, request.prompt);
    input.set(u"negative_prompt"_s, request.negativePrompt);
    if (request.size && !request.size->isEmpty()) {
        input.set(u"width"_s, request.size->width());
        input.set(u"height"_s, request.size->height());
    }
    input.set(parameters.has(u"steps") ? u"steps"_s : u"num_steps"_s, variant(request.steps));
    input.set(u"guidance"_s, variant(request.guidance));
    input.set(u"seed"_s, variant(request.seed));
    input.set(u"strength"_s, variant(request.strength));
    // base64 is a third larger than the file, numbers are three times larger still
    if (parameters.takes(u"image_b64"))
        input.setFile(u"image_b64"_s, request.image, Parameter::Type::Base64);
    else
        input.setFile(u"image"_s, request.image, Parameter::Type::Bytes);
    input.setFile(u"mask"_s, request.mask, Parameter::Type::Bytes);
    for (qsizetype i = 0; i < request.references.size(); ++i)
        input.setFile(referenceName(i), request.references.at(i), Parameter::Type::File);
    input.add(request.extra);
    return input;
}

} // namespace

Result<WireBody> encode(const ImageRequest& request, const Model& model)
{
    const ParameterSet& parameters = model.parameters;
    if (const auto error = twiceSaid(request.extra))
        return *error;
    if (const auto error = refusal(request, parameters))
        return *error;
    const ModelInput input = inputOf(request, parameters);
    if (const Result<void> checked = input.check(); !checked)
        return checked.error();
    const bool isForm = parameters.isEmpty() ? !request.references.isEmpty()
                                             : parameters.transport() == ParameterSet::Transport::Form;
    return isForm ? input.form() : input.json();
}

Result<ImageReply> decode(const HttpReply& reply)
{
    ImageReply image;
    image.mimeType = mediatype::ofPicture(reply.body);
    if (!image.mimeType.isEmpty()) {
        image.data = reply.body;
        return image;
    }
    if (auto data = fileanswer::read(reply.body, "image", image)) {
        image.data = *std::move(data);
        image.mimeType = mediatype::ofPicture(image.data);
    }
    if (image.mimeType.isEmpty())
        return invalidAnswer(reply);
    return image;
}

} // namespace orangery::imagecodec
