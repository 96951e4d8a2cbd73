// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/moondream.h"

#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/jsonbody.h"
#include "sandbox/jsonwriter.h"
#include "sandbox/mediainput.h"
#include "sandbox/mediarules.h"
#include "sandbox/picturecolours.h"
#include "sandbox/tokens.h"

#include <algorithm>

namespace orangery::sandbox {

namespace {

constexpr qint64 pictureTokens = 729;
constexpr qint64 tokensOfAPlace = 4;

struct Look
{
    QString task;
    QImage picture; ///< null: a query without one
    QString question;
    QString target;
    QString captionLength;
    bool reasons = true;
    bool streams = true;
    qint64 maxTokens = 768;
    qsizetype maxObjects = 150;

    bool isText() const { return task == u"query" || task == u"caption"; }
    qint64 inputTokens() const
    {
        return (picture.isNull() ? 0 : pictureTokens) + tokenCount(isText() ? question : target);
    }
};

std::variant<Look, Failure> parseLook(const ModelCall& call)
{
    const auto read = checkedBody(call.request, mediaRulesOf(call.model));
    if (const auto* failure = std::get_if<Failure>(&read))
        return *failure;
    const QJsonObject& body = std::get<QJsonObject>(read);
    const auto text = [&](const char* name, const QString& fallback) {
        return body[QLatin1String(name)].toString(fallback);
    };
    Look look;
    look.task = text("task", QStringLiteral("query"));
    look.question = text("question", QStringLiteral("What's in this image?"));
    look.target = text("target", QStringLiteral("person"));
    look.captionLength = text("caption_length", QStringLiteral("normal"));
    look.reasons = body[QLatin1String("reasoning")].toBool(true);
    look.streams = body[QLatin1String("stream")].toBool(true);
    look.maxTokens = body[QLatin1String("max_tokens")].toInteger(look.maxTokens);
    look.maxObjects = body[QLatin1String("max_objects")].toInteger(look.maxObjects);

    const QString image = text("image", {});
    if (image.isEmpty())
        return look.task == u"query" ? std::variant<Look, Failure>(look)
                                     : badInput(QStringLiteral("required properties at '/' are 'image'"));
    if (image.startsWith(u"https://"))
        return badInput(QStringLiteral("the sandbox fetches no pictures, send a data URI"));
    const auto bytes = bytesOfDataUri(image);
    if (!bytes)
        return badInput(QStringLiteral("'/image' must be an HTTPS URL or a base64 data URI"));
    look.picture = pictureOf(*bytes);
    if (look.picture.isNull())
        return badInput(QStringLiteral("'/image' is not a picture"));
    return look;
}

QString textOf(const Look& look, const PictureColours& colours)
{
    const QString what = look.picture.isNull() ? QStringLiteral("there is no picture")
                                               : QStringLiteral("the picture is %1").arg(colours.sentence());
    if (look.task == u"query")
        return QStringLiteral("Sandbox answer, no model saw this: %1. The question was: %2")
            .arg(what, look.question);
    QString caption = QStringLiteral("Sandbox caption, no model saw this: %1.").arg(what);
    if (look.captionLength != u"short")
        caption += QStringLiteral(" It measures %1 by %2 pixels.")
                       .arg(look.picture.width())
                       .arg(look.picture.height());
    if (look.captionLength == u"long")
        caption +=
            QStringLiteral(" Areas of one colour beside the background: %1.").arg(colours.areas.size());
    return caption;
}

/// Areas of the colour that the target names; all areas when it names none.
QList<PictureColours::Area> areasFor(const Look& look, const PictureColours& colours)
{
    const auto isNamed = [&](const QString& name) { return look.target.contains(name, Qt::CaseInsensitive); };
    const bool namesColour = std::any_of(colours.shares.begin(), colours.shares.end(),
                                         [&](const auto& share) { return isNamed(share.name); });
    QList<PictureColours::Area> areas;
    for (const PictureColours::Area& area : colours.areas) {
        if ((!namesColour || isNamed(area.name)) && areas.size() < look.maxObjects)
            areas.append(area);
    }
    return areas;
}

QByteArray placesOf(const Look& look, const QList<PictureColours::Area>& areas)
{
    ArrayWriter places;
    for (const PictureColours::Area& area : areas) {
        ObjectWriter place;
        if (look.task == u"point")
            place.decimal("x", area.box.center().x()).decimal("y", area.box.center().y());
        else
            place.decimal("x_min", area.box.left())
                .decimal("y_min", area.box.top())
                .decimal("x_max", area.box.right())
                .decimal("y_max", area.box.bottom());
        places.raw(place.bytes());
    }
    return places.bytes();
}

struct Seen
{
    QString text;      ///< of query and caption
    QByteArray places; ///< JSON, of point and detect
    bool isCut = false;
    qint64 outputTokens = 0;
};

Seen seenBy(const Look& look)
{
    const PictureColours colours =
        look.picture.isNull() ? PictureColours() : PictureColours::of(look.picture);
    Seen seen;
    if (look.isText()) {
        const QString text = textOf(look, colours);
        seen.text = firstTokens(text, look.maxTokens);
        seen.isCut = seen.text.size() < text.size();
        seen.outputTokens = tokenCount(seen.text);
    } else {
        const QList<PictureColours::Area> areas = areasFor(look, colours);
        seen.places = placesOf(look, areas);
        seen.outputTokens = tokensOfAPlace * areas.size();
    }
    return seen;
}

ObjectWriter ending(const Look& look, const Seen& seen)
{
    // Times follow from the tokens, so that equal requests get equal answers.
    const auto in = static_cast<double>(look.inputTokens());
    const auto out = static_cast<double>(seen.outputTokens);
    const QByteArray metrics = ObjectWriter()
                                   .number("input_tokens", look.inputTokens())
                                   .number("output_tokens", seen.outputTokens)
                                   .decimal("prefill_time_ms", in * 0.05)
                                   .decimal("decode_time_ms", out * 8)
                                   .decimal("ttft_ms", in * 0.05 + 8)
                                   .bytes();
    ObjectWriter object;
    object.string("finish_reason", seen.isCut ? QStringLiteral("length") : QStringLiteral("stop"))
        .raw("metrics", metrics);
    return object;
}

Reply wholeAnswer(const Look& look, const Seen& seen)
{
    const auto unless = [&](const char* task, const QByteArray& value) {
        return look.task == QLatin1String(task) ? value : QByteArray("null");
    };
    const QByteArray thought =
        ObjectWriter()
            .string("text", QStringLiteral("The sandbox counted colours; it does not think."))
            .raw("grounding", "[]")
            .bytes();
    return success(ending(look, seen)
                       .raw("answer", unless("query", jsonString(seen.text)))
                       .raw("caption", unless("caption", jsonString(seen.text)))
                       .raw("points", unless("point", seen.places))
                       .raw("objects", unless("detect", seen.places))
                       .raw("reasoning", look.reasons ? unless("query", thought) : QByteArray("null"))
                       .bytes());
}

Reply streamedAnswer(const Look& look, const Seen& seen)
{
    Reply reply;
    reply.headers = {{"Content-Type", "text/event-stream"}};
    const char* member = look.task == u"query" ? "answer" : "caption";
    for (const QString& piece : tokens(seen.text))
        reply.events.push_back("data: " + ObjectWriter().string(member, piece).bytes() + "\n\n");
    reply.events.push_back("data: " + ending(look, seen).bytes() + "\n\n");
    reply.events.push_back("data: [DONE]\n\n");
    return reply;
}

} // namespace

Reply moondream(const ModelCall& call)
{
    const auto parsed = parseLook(call);
    if (const auto* reason = std::get_if<Failure>(&parsed))
        return failure(*reason);
    Look look = std::get<Look>(parsed);
    look.streams = look.streams && look.isText() && !call.fault.is("json-for-stream");
    return answerLater(call, [look, model = call.model] {
        const Seen seen = seenBy(look);
        return priced(look.streams ? streamedAnswer(look, seen) : wholeAnswer(look, seen),
                      model.neurons(look.inputTokens(), seen.outputTokens), look.inputTokens(),
                      seen.outputTokens);
    });
}

} // namespace orangery::sandbox
