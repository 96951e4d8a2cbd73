// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/speakrequest.h"

#include "sandbox/errorrows.h"
#include "sandbox/jsonbody.h"
#include "sandbox/mediarules.h"

#include <algorithm>
#include <iterator>
#include <sndfile.h>

namespace orangery::sandbox {

namespace {

/// No limit is published; an hour of sound is enough for a sandbox.
constexpr qsizetype mostCharacters = 50'000;

struct Encoding
{
    const char* name;
    const char* container; ///< "" stands for the first of its encoding when none is asked for
    int format;
    int rate; ///< Hz when none is asked for; below 0: this one, whatever is asked for
    const char* mediaType;
};

constexpr Encoding encodings[] = {
    {"mp3", "none", SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III, -22050, "audio/mpeg"},
    {"linear16", "wav", SF_FORMAT_WAV | SF_FORMAT_PCM_16, 24000, "audio/wav"},
    {"linear16", "none", SF_FORMAT_RAW | SF_FORMAT_PCM_16 | SF_ENDIAN_LITTLE, 24000, "audio/l16"},
    {"flac", "none", SF_FORMAT_FLAC | SF_FORMAT_PCM_16, 24000, "audio/flac"},
    {"mulaw", "wav", SF_FORMAT_WAV | SF_FORMAT_ULAW, 8000, "audio/wav"},
    {"mulaw", "none", SF_FORMAT_RAW | SF_FORMAT_ULAW, 8000, "audio/basic"},
    {"alaw", "wav", SF_FORMAT_WAV | SF_FORMAT_ALAW, 8000, "audio/wav"},
    {"alaw", "none", SF_FORMAT_RAW | SF_FORMAT_ALAW, 8000, "audio/x-alaw"},
    {"opus", "ogg", SF_FORMAT_OGG | SF_FORMAT_OPUS, -48000, "audio/ogg"},
};

std::variant<SpeakRequest, Failure> parseAura(const QJsonObject& body, const FieldRules& rules)
{
    SpeakRequest parsed;
    parsed.text = body[QLatin1String("text")].toString();
    const QJsonValue usual = rules.field(QStringLiteral("speaker"))->fallback;
    // aura-2-es publishes no default; somebody has to speak.
    parsed.speaker = body[QLatin1String("speaker")].toString(usual.toString(QStringLiteral("sirio")));

    const QString encoding = body[QLatin1String("encoding")].toString(QStringLiteral("mp3"));
    const QString container = body[QLatin1String("container")].toString();
    const auto row = std::find_if(std::begin(encodings), std::end(encodings), [&](const Encoding& candidate) {
        return encoding == QLatin1String(candidate.name) &&
               (container.isEmpty() || container == QLatin1String(candidate.container));
    });
    if (row == std::end(encodings))
        return badInput(QStringLiteral("the sandbox writes no '%1' in the container '%2'")
                            .arg(encoding, container.isEmpty() ? QStringLiteral("none") : container));
    const double asked = body[QLatin1String("sample_rate")].toDouble(row->rate);
    if (row->rate > 0 && (asked < 8000 || asked > 48000))
        return badInput(QStringLiteral("'/sample_rate' must be between 8000 and 48000"));
    if (body[QLatin1String("bit_rate")].toDouble(1) <= 0)
        return badInput(QStringLiteral("'/bit_rate' must be positive"));
    parsed.format = row->format;
    parsed.rate = row->rate < 0 ? -row->rate : static_cast<int>(asked);
    parsed.mediaType = row->mediaType;
    return parsed;
}

SpeakRequest parseMelo(const QJsonObject& body, const QByteArray& accepted)
{
    SpeakRequest parsed;
    parsed.text = body[QLatin1String("prompt")].toString();
    parsed.speaker = QStringLiteral("melo ") + body[QLatin1String("lang")].toString(QStringLiteral("en"));
    parsed.format = SF_FORMAT_MPEG | SF_FORMAT_MPEG_LAYER_III;
    parsed.rate = 44100;
    parsed.mediaType = "audio/mpeg";
    // The schema allows both and says not when; here the client decides.
    parsed.isJson = !accepted.contains("audio/");
    return parsed;
}

} // namespace

std::variant<SpeakRequest, Failure> parseSpeakRequest(const ServerRequest& request, const Model& model)
{
    const auto read = jsonBody(request);
    if (const auto* failure = std::get_if<Failure>(&read))
        return *failure;
    const QJsonObject& body = std::get<QJsonObject>(read);
    const FieldRules* rules = mediaRulesOf(model);
    if (!rules)
        return errorRow(5007);
    if (auto failure = bodyFailure(body, *rules))
        return *failure;
    std::variant<SpeakRequest, Failure> parsed = parseMelo(body, request.header("Accept").toLower());
    if (model.id.contains(u"/aura-"))
        parsed = parseAura(body, *rules);
    if (const auto* speak = std::get_if<SpeakRequest>(&parsed); speak && speak->text.size() > mostCharacters)
        return errorRow(3006);
    return parsed;
}

} // namespace orangery::sandbox
