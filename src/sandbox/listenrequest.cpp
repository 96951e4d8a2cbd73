// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/listenrequest.h"

#include "sandbox/errorrows.h"
#include "sandbox/jsonbody.h"
#include "sandbox/mediainput.h"
#include "sandbox/mediarules.h"

#include <QUrlQuery>

namespace orangery::sandbox {

namespace {

using Family = ListenRequest::Family;
using Type = FieldRule::Type;

// Measured by others, API.md §8: 2.9 MB and 70 s pass, 2.95 MB and 80 s do not.
constexpr qsizetype whisperBytes = 2'900'000;
constexpr double whisperSeconds = 75;

std::optional<Family> familyOf(const Model& model)
{
    if (model.id.contains(u"/whisper-large"))
        return Family::Turbo;
    if (model.id.contains(u"/whisper"))
        return Family::Whisper;
    if (model.id.contains(u"/nova-"))
        return Family::Nova;
    if (model.id.contains(u"/nemotron-speech"))
        return Family::Streaming;
    return std::nullopt;
}

bool isJson(const ServerRequest& request)
{
    return request.header("Content-Type").toLower().contains("json");
}

/// nova-3's options; the schema has its audio as a member, which is for Workers only.
const FieldRules& novaRules()
{
    static const FieldRules rules = [] {
        FieldRules made;
        for (const char* flag :
             {"detect_entities", "detect_language", "diarize", "dictation", "filler_words", "measurements",
              "mip_opt_out", "multichannel", "numerals", "paragraphs", "profanity_filter", "punctuate",
              "sentiment", "smart_format", "topics", "utterances", "interim_results", "vad_events"})
            made.fields.push_back({.name = QString::fromLatin1(flag), .type = Type::Boolean});
        for (const char* number : {"utt_split", "channels"})
            made.fields.push_back({.name = QString::fromLatin1(number), .type = Type::Number});
        const QStringList topicModes{QStringLiteral("extended"), QStringLiteral("strict")};
        const std::pair<const char*, QStringList> choices[] = {
            {"custom_topic_mode", topicModes},
            {"custom_intent_mode", topicModes},
            {"mode", {QStringLiteral("general"), QStringLiteral("medical"), QStringLiteral("finance")}},
            {"encoding",
             {QStringLiteral("linear16"), QStringLiteral("flac"), QStringLiteral("mulaw"),
              QStringLiteral("amr-nb"), QStringLiteral("amr-wb"), QStringLiteral("opus"),
              QStringLiteral("speex"), QStringLiteral("g729")}},
        };
        for (const auto& [name, allowed] : choices)
            made.fields.push_back(
                {.name = QString::fromLatin1(name), .type = Type::Text, .allowed = allowed});
        return made;
    }();
    return rules;
}

QJsonObject optionsIn(const QByteArray& query)
{
    QJsonObject options;
    const auto items = QUrlQuery(QString::fromUtf8(query)).queryItems(QUrl::FullyDecoded);
    for (const auto& [name, text] : items) {
        const FieldRule* rule = novaRules().field(name);
        bool isNumber = false;
        const double number = text.toDouble(&isNumber);
        QJsonValue value = text;
        if (rule && rule->type == Type::Boolean && (text == u"true" || text == u"false"))
            value = text == u"true";
        else if (rule && rule->type == Type::Number && isNumber)
            value = number;
        options[name] = value;
    }
    return options;
}

using Parsed = std::variant<ListenRequest, Failure>;

Parsed parseWhisper(const ServerRequest& request, ListenRequest parsed)
{
    parsed.audio = request.body;
    if (!isJson(request))
        return parsed;
    const auto body = jsonBody(request);
    if (const auto* failure = std::get_if<Failure>(&body))
        return *failure;
    const auto bytes = bytesOfNumbers(std::get<QJsonObject>(body)[QLatin1String("audio")]);
    if (!bytes)
        return badInput(QStringLiteral("'/audio' must be an array of numbers from 0 to 255"));
    parsed.audio = *bytes;
    return parsed;
}

Parsed parseBase64(const ServerRequest& request, const Model& model, ListenRequest parsed)
{
    const auto read = checkedBody(request, mediaRulesOf(model));
    if (const auto* failure = std::get_if<Failure>(&read))
        return *failure;
    const QJsonObject body = std::get<QJsonObject>(read);
    const auto bytes = bytesOfBase64(body[QLatin1String("audio")].toString());
    if (!bytes)
        return errorRow(5004);
    parsed.audio = *bytes;
    if (parsed.family == Family::Turbo) {
        parsed.prefix = body[QLatin1String("prefix")].toString();
        // Translation goes to English whatever is spoken.
        parsed.language = body[QLatin1String("task")] == QLatin1String("translate")
                              ? QStringLiteral("en")
                              : body[QLatin1String("language")].toString();
        return parsed;
    }
    parsed.isPcm = body[QLatin1String("encoding")] == QLatin1String("linear16");
    parsed.rate = body[QLatin1String("sample_rate")].toInt(parsed.rate);
    parsed.channels = body[QLatin1String("channels")].toInt(parsed.channels);
    if (parsed.rate < 1 || parsed.channels < 1 || parsed.channels > 16)
        return badInput(QStringLiteral("'/sample_rate' and '/channels' must be positive"));
    return parsed;
}

Parsed parseNova(const ServerRequest& request, ListenRequest parsed)
{
    const QByteArray type = request.header("Content-Type").toLower();
    if (!type.startsWith("audio/") && !type.startsWith("video/"))
        return badInput(QStringLiteral("required properties at '/' are 'audio'"));
    const QJsonObject options = optionsIn(request.query);
    if (auto failure = bodyFailure(options, novaRules()))
        return *failure;
    const auto flag = [&](const char* name) { return options[QLatin1String(name)].toBool(); };
    parsed.audio = request.body;
    parsed.language = options[QLatin1String("language")].toString();
    parsed.punctuates = flag("punctuate") || flag("smart_format");
    parsed.diarizes = flag("diarize");
    parsed.detectsLanguage = flag("detect_language");
    parsed.isMultichannel = flag("multichannel");
    parsed.hasSentiment = flag("sentiment");
    return parsed;
}

} // namespace

std::optional<AudioLevels> ListenRequest::levels() const
{
    return isPcm ? std::optional(AudioLevels::ofPcm(audio, rate, channels)) : AudioLevels::of(audio);
}

std::variant<ListenRequest, Failure> parseListenRequest(const ServerRequest& request, const Model& model)
{
    const auto family = familyOf(model);
    if (!family)
        return badInput(QStringLiteral("%1 is reached by WebSocket only").arg(model.id));
    if (request.body.isEmpty())
        return errorRow(3003);
    ListenRequest parsed;
    parsed.family = *family;
    if (*family == Family::Whisper || *family == Family::Turbo) {
        if (request.body.size() > whisperBytes)
            return errorRow(3006);
        parsed.mostSeconds = whisperSeconds;
    }
    switch (*family) {
    case Family::Whisper:
        return parseWhisper(request, parsed);
    case Family::Nova:
        return parseNova(request, parsed);
    case Family::Turbo:
    case Family::Streaming:
        break;
    }
    return parseBase64(request, model, parsed);
}

} // namespace orangery::sandbox
