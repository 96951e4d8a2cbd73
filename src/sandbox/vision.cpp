// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/vision.h"

#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/jsonbody.h"
#include "sandbox/jsonwriter.h"
#include "sandbox/mediainput.h"
#include "sandbox/mediarules.h"
#include "sandbox/moondream.h"
#include "sandbox/picturecolours.h"
#include "sandbox/tokens.h"

#include <algorithm>
#include <cmath>

namespace orangery::sandbox {

namespace {

constexpr int mostLabels = 5;
constexpr qsizetype mostObjects = 20;

struct LookRequest
{
    QImage picture;
    QJsonObject options; ///< empty when the picture came raw
};

std::variant<LookRequest, Failure> parseLookRequest(const ModelCall& call)
{
    if (call.request.body.isEmpty())
        return errorRow(3003);
    LookRequest parsed;
    std::optional<QByteArray> file = call.request.body;
    if (call.request.header("Content-Type").toLower().contains("json")) {
        const auto read = jsonBody(call.request);
        if (const auto* failure = std::get_if<Failure>(&read))
            return *failure;
        parsed.options = std::get<QJsonObject>(read);
        if (const FieldRules* rules = mediaRulesOf(call.model)) {
            if (auto failure = bodyFailure(parsed.options, *rules))
                return *failure;
        }
        const QJsonValue image = parsed.options[QLatin1String("image")];
        const bool takesText = call.model.id.contains(u"/uform-");
        file = image.isString() && takesText ? bytesOfBase64(image.toString()) : bytesOfNumbers(image);
        if (!file && image.isString() && takesText)
            return errorRow(5004);
    }
    if (!file)
        return badInput(QStringLiteral("'/image' must be an array of numbers from 0 to 255"));
    parsed.picture = pictureOf(*file);
    if (parsed.picture.isNull())
        return badInput(QStringLiteral("'/image' is not a picture"));
    return parsed;
}

/// Answers with what `resultOf` makes of the picture, at the price of one picture.
template <typename ResultOf>
Reply answerLook(const ModelCall& call, ResultOf resultOf)
{
    const auto parsed = parseLookRequest(call);
    if (const auto* reason = std::get_if<Failure>(&parsed))
        return failure(*reason);
    const double perMillion = call.model.neuronsOf(QStringLiteral("imagesPerMillion"));
    return answerLater(call, [look = std::get<LookRequest>(parsed), resultOf, perMillion] {
        return priced(success(resultOf(look)), perMillion < 0 ? perMillion : perMillion / 1e6);
    });
}

/// No name of a thing: nobody recognised anything.
QString label(const QString& colour, const char* what)
{
    return QStringLiteral("%1 %2 (SANDBOX)").arg(colour.toUpper(), QString::fromLatin1(what));
}

QByteArray labelsOf(const LookRequest& look)
{
    const PictureColours colours = PictureColours::of(look.picture);
    ArrayWriter array;
    for (int i = 0; i < mostLabels; ++i) {
        const PictureColours::Share& share = colours.shares[i];
        array.raw(ObjectWriter()
                      .string("label", label(share.name, "PICTURE"))
                      .decimal("score", std::max(share.share, 0.001 / (i + 1)))
                      .bytes());
    }
    return array.bytes();
}

QByteArray objectsOf(const LookRequest& look)
{
    const PictureColours colours = PictureColours::of(look.picture);
    ArrayWriter array;
    for (const PictureColours::Area& area : colours.areas.mid(0, mostObjects)) {
        const auto pixels = [](double part, int length) {
            return std::clamp<qint64>(std::llround(part * length), 0, length);
        };
        const QByteArray box = ObjectWriter()
                                   .number("xmin", pixels(area.box.left(), colours.size.width()))
                                   .number("ymin", pixels(area.box.top(), colours.size.height()))
                                   .number("xmax", pixels(area.box.right(), colours.size.width()))
                                   .number("ymax", pixels(area.box.bottom(), colours.size.height()))
                                   .bytes();
        array.raw(ObjectWriter()
                      .decimal("score", std::clamp(area.fill, 0.3, 0.99))
                      .string("label", label(area.name, "AREA"))
                      .raw("box", box)
                      .bytes());
    }
    return array.bytes();
}

QByteArray descriptionOf(const LookRequest& look)
{
    const PictureColours colours = PictureColours::of(look.picture);
    QString text = QStringLiteral("Sandbox description, no model saw this: a picture of %1 by %2 pixels, %3.")
                       .arg(colours.size.width())
                       .arg(colours.size.height())
                       .arg(colours.sentence());
    const QString prompt = look.options[QLatin1String("prompt")].toString();
    if (!prompt.isEmpty())
        text += QStringLiteral(" The prompt was: ") + prompt;
    const qint64 most = look.options[QLatin1String("max_tokens")].toInteger(512);
    return ObjectWriter().string("description", firstTokens(text, most)).bytes();
}

} // namespace

Reply imageClassification(const ModelCall& call)
{
    return answerLook(call, labelsOf);
}

Reply objectDetection(const ModelCall& call)
{
    return answerLook(call, objectsOf);
}

Reply imageToText(const ModelCall& call)
{
    return call.model.id.contains(u"/moondream") ? moondream(call) : answerLook(call, descriptionOf);
}

} // namespace orangery::sandbox
