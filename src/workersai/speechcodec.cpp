// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/speechcodec.h"

#include "workersai/apierror.h"
#include "workersai/fileanswer.h"
#include "workersai/mediatype.h"

#include <algorithm>

namespace orangery::speechcodec {

namespace {

using namespace Qt::StringLiterals;

bool takesPrompt(const SpeechRequest& request, const ParameterSet& parameters)
{
    if (!parameters.isEmpty())
        return parameters.has(u"prompt");
    return !request.language.isEmpty() && request.speaker.isEmpty() && request.encoding.isEmpty() &&
           request.container.isEmpty() && !request.sampleRate && !request.bitRate;
}

/// A message that somebody has called sound.
bool isText(const QByteArray& body)
{
    const QByteArray start = body.left(64);
    return std::ranges::all_of(start,
                               [](char c) { return (c >= 0x20 && c < 0x7f) || c == '\n' || c == '\r'; });
}

} // namespace

Result<WireBody> encode(const SpeechRequest& request, const Model& model)
{
    const ParameterSet& parameters = model.parameters;
    ModelInput input(parameters);
    if (takesPrompt(request, parameters)) {
        input.set(u"prompt"_s, request.text);
        input.set(u"lang"_s, request.language);
    } else {
        input.set(u"text"_s, request.text);
    }
    input.set(u"speaker"_s, request.speaker);
    input.set(u"encoding"_s, request.encoding);
    input.set(u"container"_s, request.container);
    if (request.sampleRate)
        input.set(u"sample_rate"_s, *request.sampleRate);
    if (request.bitRate)
        input.set(u"bit_rate"_s, *request.bitRate);
    if (request.optOutOfTraining)
        input.set(u"mip_opt_out"_s, true);
    input.add(request.extra);
    if (const Result<void> checked = input.check(); !checked)
        return checked.error();
    return input.json();
}

Result<SpeechReply> decode(const HttpReply& reply)
{
    SpeechReply speech;
    const QByteArray mediaType = reply.head.mediaType();
    speech.mimeType = mediatype::ofAudio(reply.body);
    // raw samples (linear16 without a container) have no signature
    if (mediaType.startsWith("audio/") && (!speech.mimeType.isEmpty() || !isText(reply.body)))
        speech.mimeType = QString::fromLatin1(mediaType);
    if (!speech.mimeType.isEmpty()) {
        speech.audio = reply.body;
        return speech;
    }
    if (auto audio = fileanswer::read(reply.body, "audio", speech)) {
        speech.audio = *std::move(audio);
        speech.mimeType = mediatype::ofAudio(speech.audio);
    }
    if (speech.mimeType.isEmpty())
        return invalidAnswer(reply);
    return speech;
}

} // namespace orangery::speechcodec
