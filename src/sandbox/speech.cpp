// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/speech.h"

#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/jsonwriter.h"
#include "sandbox/memoryfile.h"
#include "sandbox/speakrequest.h"
#include "sandbox/voice.h"

namespace orangery::sandbox {

namespace {

struct Spoken
{
    QByteArray file; ///< empty: this libsndfile cannot write it
    double seconds = 0;
};

Spoken spoken(const SpeakRequest& request)
{
    MemoryFile file(request.format, request.rate);
    if (!file.isOpen())
        return {};
    // Who finds the file later must not take it for a model's voice.
    sf_set_string(file.handle(), SF_STR_TITLE, "Orangery sandbox");
    sf_set_string(file.handle(), SF_STR_COMMENT, "Tones of the Orangery sandbox, no model spoke");
    Spoken result;
    result.seconds =
        Voice(request.speaker, request.rate).speak(request.text, [&](const float* samples, qint64 count) {
            sf_write_float(file.handle(), samples, count);
        });
    result.file = file.finished();
    return result;
}

} // namespace

Reply speech(const ModelCall& call)
{
    const auto parsed = parseSpeakRequest(call.request, call.model);
    if (const auto* reason = std::get_if<Failure>(&parsed))
        return failure(*reason);
    const SpeakRequest request = std::get<SpeakRequest>(parsed);
    const double perMinute = call.model.neuronsOf(QStringLiteral("audioMinute"));
    const double perThousand = call.model.neuronsOf(QStringLiteral("thousandCharacters"));
    return answerLater(call, [request, perMinute, perThousand] {
        const Spoken result = spoken(request);
        if (result.file.isEmpty())
            return failure(badInput(QStringLiteral("the sandbox cannot write this encoding")));
        Reply reply;
        if (request.isJson) {
            reply = success(ObjectWriter().raw("audio", '"' + result.file.toBase64() + '"').bytes());
        } else {
            reply.headers = {{"Content-Type", request.mediaType}};
            reply.body = result.file;
        }
        const auto characters = static_cast<double>(request.text.toUcs4().size());
        return priced(std::move(reply), perThousand >= 0 ? perThousand * characters / 1000
                                        : perMinute >= 0 ? perMinute * result.seconds / 60
                                                         : -1);
    });
}

} // namespace orangery::sandbox
