// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/imagerequest.h"

#include "httpserver/multipartreader.h"
#include "sandbox/errorrows.h"
#include "sandbox/fieldrules.h"
#include "sandbox/jsonbody.h"
#include "sandbox/mediainput.h"
#include "sandbox/mediarules.h"

#include <algorithm>
#include <iterator>

namespace orangery::sandbox {

namespace {

using Answer = ImageRequest::Answer;

/// How the families differ on the wire, and what they take when nothing is asked for. Sizes of the SD family,
/// and steps of lucid and FLUX.2, are published nowhere: what is here is the sandbox's own choice.
struct Family
{
    const char* part = nullptr; ///< of the model's id
    Answer answer = Answer::Base64Png;
    bool isForm = false; ///< multipart/form-data only
    QSize size;
    int steps = 0;
    double guidance = 0;
};

constexpr Family families[] = {
    {"/flux-1-", Answer::Base64Jpeg, false, {1024, 1024}, 4, 7.5},
    {"/flux-2-dev", Answer::Base64Png, true, {1024, 768}, 25, 7.5},
    {"/flux-2-", Answer::Base64Png, true, {1024, 768}, 4, 7.5},
    {"/lucid-", Answer::Base64Jpeg, false, {1120, 1120}, 20, 4.5},
    {"/phoenix-", Answer::Jpeg, false, {1024, 1024}, 25, 2},
    {"/stable-diffusion-xl-", Answer::Png, false, {1024, 1024}, 20, 7.5},
    {"/", Answer::Png, false, {512, 512}, 20, 7.5},
};

const Family& familyOf(const Model& model)
{
    return *std::find_if(std::begin(families), std::end(families),
                         [&](const Family& family) { return model.id.contains(QLatin1String(family.part)); });
}

constexpr int mostReferences = 4;
constexpr int referenceLimit = 512; ///< pixels of a side; each must be smaller

Failure noPicture(const QString& where)
{
    return badInput(QStringLiteral("'/%1' is not a picture").arg(where));
}

/// The text of a form as JSON, so that the same rules check it: what a rule wants as a number is one.
QJsonObject fieldsOf(const QList<FormPart>& parts, const FieldRules& rules)
{
    QJsonObject fields;
    for (const FormPart& part : parts) {
        const QString name = QString::fromUtf8(part.name);
        const QString text = QString::fromUtf8(part.data);
        const FieldRule* rule = rules.field(name);
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        const bool wantsNumber =
            rule && (rule->type == FieldRule::Type::Number || rule->type == FieldRule::Type::Integer);
        if (part.fileName.isNull())
            fields[name] = wantsNumber && isNumber ? QJsonValue(number) : QJsonValue(text);
    }
    return fields;
}

std::optional<Failure> readReferences(const QList<FormPart>& parts, PictureOrder& order)
{
    for (int i = 0; i < mostReferences; ++i) {
        const QByteArray name = "input_image_" + QByteArray::number(i);
        for (const FormPart& part : parts) {
            if (part.name != name)
                continue;
            const QImage image = pictureOf(part.data);
            if (image.isNull())
                return noPicture(QString::fromLatin1(name));
            if (image.width() >= referenceLimit || image.height() >= referenceLimit)
                return badInput(
                    QStringLiteral("'/%1' must be smaller than 512x512").arg(QString::fromLatin1(name)));
            order.references.append(image);
        }
    }
    return std::nullopt;
}

/// A member of a JSON body that holds a picture in either form; null when it is not there.
std::variant<QImage, Failure> pictureIn(const QJsonObject& body, const QString& member)
{
    const QJsonValue value = body[member];
    if (value.isUndefined())
        return QImage();
    const auto bytes = value.isString() ? bytesOfBase64(value.toString()) : bytesOfNumbers(value);
    if (!bytes && value.isString())
        return errorRow(5004);
    if (!bytes)
        return badInput(QStringLiteral("'/%1' must be an array of numbers from 0 to 255").arg(member));
    const QImage image = pictureOf(*bytes);
    if (image.isNull())
        return noPicture(member);
    return image;
}

std::optional<Failure> readBase(const QJsonObject& body, const Model& model, PictureOrder& order)
{
    for (const QString& member :
         {QStringLiteral("image"), QStringLiteral("image_b64"), QStringLiteral("mask")}) {
        const auto picture = pictureIn(body, member);
        if (const auto* failure = std::get_if<Failure>(&picture))
            return *failure;
        const QImage image = std::get<QImage>(picture);
        if (!image.isNull())
            (member == u"mask" ? order.mask : order.base) = image;
    }
    const bool isInpainting = model.id.endsWith(u"-inpainting");
    if (order.base.isNull() && (isInpainting || model.id.endsWith(u"-img2img")))
        return badInput(QStringLiteral("required properties at '/' are 'image' or 'image_b64'"));
    if (order.mask.isNull() && isInpainting)
        return badInput(QStringLiteral("required properties at '/' are 'mask'"));
    return std::nullopt;
}

std::optional<Failure> promptFailure(const QJsonObject& body, const Model& model)
{
    if (body[QLatin1String("prompt")].toString().contains(u"nsfw-test"))
        return errorRow(3030);
    for (const QString& member : body.keys()) {
        // The one model of which a published schema is closed.
        if (model.id.contains(u"/flux-1-") && member != u"prompt" && member != u"steps" &&
            member != u"options")
            return badInput(QStringLiteral("Unevaluated properties at '/' are '%1'").arg(member));
    }
    return std::nullopt;
}

void readOptions(const QJsonObject& body, const Family& family, ImageRequest& request)
{
    PictureOrder& order = request.order;
    order.prompt = body[QLatin1String("prompt")].toString();
    order.negativePrompt = body[QLatin1String("negative_prompt")].toString();
    const QSize fallback = order.base.isNull() ? family.size : order.base.size();
    const int width = body[QLatin1String("width")].toInt();
    const int height = body[QLatin1String("height")].toInt();
    order.size = {width > 0 ? width : fallback.width(), height > 0 ? height : fallback.height()};
    const QJsonValue steps = body[QLatin1String("steps")];
    order.steps =
        std::max(1, (steps.isUndefined() ? body[QLatin1String("num_steps")] : steps).toInt(family.steps));
    order.guidance = body[QLatin1String("guidance")].toDouble(family.guidance);
    order.strength = body[QLatin1String("strength")].toDouble(1);
    request.hasSeed = body[QLatin1String("seed")].isDouble();
    order.seed = static_cast<quint64>(body[QLatin1String("seed")].toInteger());
}

} // namespace

std::variant<ImageRequest, Failure> parseImageRequest(const ServerRequest& request, const Model& model)
{
    const FieldRules* rules = mediaRulesOf(model);
    if (!rules)
        return errorRow(5007);
    const Family& family = familyOf(model);
    ImageRequest parsed;
    parsed.answer = family.answer;
    QJsonObject body;
    if (family.isForm) {
        const auto parts = MultipartReader::read(request.header("Content-Type"), request.body);
        if (!parts)
            return request.body.isEmpty()
                       ? errorRow(3003)
                       : badInput(QStringLiteral("required properties at '/' are 'multipart'"));
        body = fieldsOf(*parts, *rules);
        if (auto failure = readReferences(*parts, parsed.order))
            return *failure;
    } else {
        const auto read = jsonBody(request);
        if (const auto* failure = std::get_if<Failure>(&read))
            return *failure;
        body = std::get<QJsonObject>(read);
    }
    if (auto failure = bodyFailure(body, *rules))
        return *failure;
    if (auto failure = promptFailure(body, model))
        return *failure;
    if (!family.isForm) {
        if (auto failure = readBase(body, model, parsed.order))
            return *failure;
    }
    readOptions(body, family, parsed);
    return parsed;
}

double neuronsOf(const ImageRequest& request, const Model& model)
{
    constexpr double tileSide = 512;
    constexpr double megapixel = 1024.0 * 1024.0;
    const auto tiles = [](QSize size) {
        return std::ceil(size.width() / tileSide) * std::ceil(size.height() / tileSide);
    };
    const auto megapixels = [](QSize size) {
        return std::ceil(size.width() * static_cast<double>(size.height()) / megapixel);
    };
    double inputTiles = 0;
    double inputMegapixels = 0;
    for (const QImage& reference : request.order.references) {
        inputTiles += tiles(reference.size());
        inputMegapixels += megapixels(reference.size());
    }
    const double steps = request.order.steps;
    const std::pair<const char*, double> amounts[] = {
        {"tile512", tiles(request.size())},
        {"step", steps},
        {"inputTile512", inputTiles},
        {"outputTile512", tiles(request.size())},
        {"inputTileStep", inputTiles * steps},
        {"outputTileStep", tiles(request.size()) * steps},
        {"firstMegapixel", 1},
        {"furtherMegapixel", megapixels(request.size()) - 1},
        {"inputMegapixel", inputMegapixels},
    };
    double neurons = -1;
    for (const auto& [unit, amount] : amounts) {
        const double price = model.neuronsOf(QString::fromLatin1(unit));
        if (price >= 0)
            neurons = std::max(neurons, 0.0) + price * amount;
    }
    return neurons;
}

} // namespace orangery::sandbox
