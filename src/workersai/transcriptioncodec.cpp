// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/transcriptioncodec.h"

#include "workersai/answervalue.h"
#include "workersai/apierror.h"
#include "workersai/mediarequest.h"
#include "workersai/mediatype.h"
#include "workersai/transcriptionparts.h"
#include "workersai/transcriptionvtt.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace orangery::transcriptioncodec {

namespace {

using namespace Qt::StringLiterals;
using answervalue::number;
using Transport = ParameterSet::Transport;

/// What an `encoding` parameter calls a file of this type, where it needs to be told (nemotron).
QString encodingOf(const QString& mimeType)
{
    const QString type = mimeType.section(u';', 0, 0).trimmed().toLower();
    if (type.endsWith("/wav"_L1) || type.endsWith("/x-wav"_L1) || type.endsWith("/wave"_L1))
        return u"wav"_s;
    if (type.endsWith("/flac"_L1) || type.endsWith("/x-flac"_L1))
        return u"flac"_s;
    if (type.endsWith("/ogg"_L1) || type.endsWith("/opus"_L1))
        return u"ogg"_s;
    if (type == u"audio/l16")
        return u"linear16"_s;
    return {};
}

void setLanguage(const TranscriptionRequest& request, const ParameterSet& parameters, ModelInput& input)
{
    input.set(u"language"_s, request.language);
    if (request.language.isEmpty() && parameters.has(u"detect_language"))
        input.set(u"detect_language"_s, true);
}

ModelInput inputOf(const TranscriptionRequest& request, const ParameterSet& parameters)
{
    ModelInput input(parameters);
    setLanguage(request, parameters, input);
    if (request.translateToEnglish)
        input.set(u"task"_s, u"translate"_s);
    input.set(u"initial_prompt"_s, request.initialPrompt);
    if (request.vadFilter)
        input.set(u"vad_filter"_s, *request.vadFilter);
    if (request.diarize)
        input.set(u"diarize"_s, true);
    if (request.optOutOfTraining)
        input.set(u"mip_opt_out"_s, true);
    for (const QString& name : {u"punctuate"_s, u"smart_format"_s}) {
        if (parameters.has(name))
            input.set(name, true);
    }
    return input;
}

std::optional<double> duration(const QJsonValue& value)
{
    const auto seconds = number(value);
    return seconds && *seconds >= 0 ? seconds : std::nullopt;
}

/// channels[].alternatives[0] (nova-3). Several channels are speakers of their own to who reads along: their
/// texts follow each other, their words are in the order of time.
bool readChannels(const QJsonObject& results, TranscriptionReply& reply)
{
    const QJsonArray channels = results.value(u"channels").toArray();
    QStringList texts;
    bool isFound = false;
    for (const QJsonValue& channel : channels) {
        const QJsonObject best = channel[u"alternatives"][0].toObject();
        if (!best.value(u"transcript").isString())
            continue;
        isFound = true;
        texts.append(best.value(u"transcript").toString());
        reply.words += transcriptionparts::words(best.value(u"words"));
        if (reply.language.isEmpty()) {
            reply.language = channel[u"detected_language"].toString();
            reply.languageProbability = number(channel[u"language_confidence"]);
        }
    }
    reply.text = texts.join(u'\n').trimmed();
    if (channels.size() > 1)
        transcriptionparts::sortByTime(reply.words);
    reply.segments = transcriptionparts::segments(results.value(u"utterances"));
    return isFound;
}

/// text, words, segments, vtt (whisper and its kin, nemotron).
bool readText(const QJsonObject& answer, TranscriptionReply& reply)
{
    const QJsonObject info = answer.value(u"transcription_info").toObject();
    reply.text = answer.value(u"text").toString().trimmed();
    reply.vtt = answer.value(u"vtt").toString();
    reply.words = transcriptionparts::words(answer.value(u"words"));
    reply.segments = transcriptionparts::segments(answer.value(u"segments"));
    reply.language = info.value(u"language").toString(answer.value(u"language").toString());
    reply.languageProbability = number(info.value(u"language_probability"));
    reply.duration = duration(info.value(u"duration"));
    if (!reply.duration)
        reply.duration = duration(answer.value(u"duration"));
    return answer.value(u"text").isString() || !reply.segments.isEmpty() || !reply.vtt.isEmpty();
}

/// What one form tells and another does not.
void complete(TranscriptionReply& reply)
{
    if (reply.segments.isEmpty())
        reply.segments = transcriptionparts::turns(reply.words);
    if (reply.segments.isEmpty())
        reply.segments = transcriptionvtt::segments(reply.vtt);
    if (reply.words.isEmpty()) {
        for (const auto& segment : std::as_const(reply.segments))
            reply.words += segment.words;
    }
    if (reply.text.isEmpty()) {
        QStringList texts;
        for (const auto& segment : std::as_const(reply.segments))
            texts.append(segment.text);
        reply.text = texts.join(u' ');
    }
}

} // namespace

Result<WireBody> encode(const TranscriptionRequest& request, const Model& model)
{
    const ParameterSet& parameters = model.parameters;
    if (request.audio.isEmpty())
        return unusableInput(
            QCoreApplication::translate("TranscriptionCodec", "There is no sound. Choose a file."));
    if (parameters.transport() == Transport::WebSocket)
        return unusableInput(QCoreApplication::translate(
            "TranscriptionCodec", "This model only listens live. Choose another model for a file."));

    ModelInput input = inputOf(request, parameters);
    if (parameters.transport() == Transport::Json) {
        input.setFile(u"audio"_s, request.audio, Parameter::Type::Base64);
        if (const Parameter* encoding = parameters.find(u"encoding");
            encoding && encoding->choices.contains(encodingOf(request.mimeType)))
            input.set(u"encoding"_s, encodingOf(request.mimeType));
    }
    input.add(request.extra);
    if (const Result<void> checked = input.check(u"audio"_s); !checked)
        return checked.error();
    switch (parameters.transport()) {
    case Transport::RawAudio:
        return WireBody{"application/octet-stream", request.audio};
    case Transport::RawQuery: {
        // the service knows a sound file by its type alone
        const bool isTold = !request.mimeType.isEmpty() && request.mimeType != "application/octet-stream"_L1;
        const QString type = isTold ? request.mimeType : mediatype::ofAudio(request.audio);
        if (type.isEmpty())
            return unusableInput(QCoreApplication::translate(
                "TranscriptionCodec",
                "This model does not take such a file. Choose WAV, MP3, FLAC, Ogg or AAC."));
        return input.raw(request.audio, type.toLatin1());
    }
    case Transport::Form:
        return input.form();
    case Transport::Json:
    case Transport::WebSocket:
        break;
    }
    return input.json();
}

Result<TranscriptionReply> decode(const HttpReply& reply, const TranscriptionRequest& request)
{
    TranscriptionReply transcript;
    const QJsonObject answer = answervalue::result(reply.body, transcript).toObject();
    const QJsonObject results = answer.value(u"results").toObject();
    const bool isRead = results.isEmpty() ? readText(answer, transcript) : readChannels(results, transcript);
    if (!isRead)
        return invalidAnswer(reply);
    if (!results.isEmpty())
        transcript.duration = duration(answer.value(u"metadata")[u"duration"]);
    complete(transcript);
    if (transcript.language.isEmpty())
        transcript.language = request.language;
    return transcript;
}

} // namespace orangery::transcriptioncodec
