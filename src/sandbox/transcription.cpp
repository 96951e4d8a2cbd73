// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/transcription.h"

#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/jsonwriter.h"
#include "sandbox/listenrequest.h"
#include "sandbox/transcript.h"

#include <QRegularExpression>

namespace orangery::sandbox {

namespace {

using Family = ListenRequest::Family;

ObjectWriter timed(const Transcript::Word& word, const QString& text)
{
    ObjectWriter object;
    object.string("word", text).decimal("start", word.start).decimal("end", word.end);
    return object;
}

QByteArray wordsOf(const QList<Transcript::Word>& words)
{
    ArrayWriter array;
    for (const Transcript::Word& word : words)
        array.raw(timed(word, word.text).bytes());
    return array.bytes();
}

QByteArray whisperResult(const Transcript& transcript)
{
    QList<Transcript::Word> words;
    for (const Transcript::Segment& segment : transcript.segments)
        words += segment.words;
    return ObjectWriter()
        .string("text", transcript.text())
        .number("word_count", transcript.wordCount())
        .string("vtt", transcript.vtt())
        .raw("words", wordsOf(words))
        .bytes();
}

QByteArray turboResult(const Transcript& transcript, const ListenRequest& request, double seconds,
                       double loudSeconds)
{
    ArrayWriter segments;
    for (const Transcript::Segment& segment : transcript.segments)
        segments.raw(ObjectWriter()
                         .decimal("start", segment.start())
                         .decimal("end", segment.end())
                         .string("text", transcript.textOf(segment))
                         .decimal("temperature", 0)
                         .decimal("avg_logprob", -0.2)
                         .decimal("compression_ratio", 1.4)
                         .decimal("no_speech_prob", 0.02)
                         .raw("words", wordsOf(segment.words))
                         .bytes());
    const QString language = request.language.isEmpty() ? transcript.language : request.language;
    const QByteArray info = ObjectWriter()
                                .string("language", language)
                                .decimal("language_probability", request.language.isEmpty() ? 0.5 : 1)
                                .decimal("duration", seconds)
                                .decimal("duration_after_vad", loudSeconds)
                                .bytes();
    return ObjectWriter()
        .raw("transcription_info", info)
        .string("text", transcript.text())
        .number("word_count", transcript.wordCount())
        .raw("segments", segments.bytes())
        .string("vtt", transcript.vtt())
        .bytes();
}

QString unpunctuated(const QString& text)
{
    static const QRegularExpression marks(QStringLiteral("[.,。]"));
    return QString(text).remove(marks).toLower();
}

QByteArray novaAlternative(const Transcript& transcript, const ListenRequest& request)
{
    ArrayWriter words;
    double confidence = 0;
    for (const Transcript::Segment& segment : transcript.segments) {
        for (const Transcript::Word& word : segment.words) {
            ObjectWriter object = timed(word, unpunctuated(word.text));
            object.decimal("confidence", word.confidence);
            if (request.diarizes)
                object.number("speaker", segment.speaker);
            if (request.punctuates)
                object.string("punctuated_word", word.text);
            words.raw(object.bytes());
            confidence += word.confidence;
        }
    }
    const QString text = transcript.text();
    return ObjectWriter()
        .string("transcript", request.punctuates ? text : unpunctuated(text))
        .decimal("confidence", confidence / std::max(1, transcript.wordCount()))
        .raw("words", words.bytes())
        .bytes();
}

QByteArray neutral(const Transcript& transcript)
{
    ArrayWriter segments;
    qint64 first = 0;
    const auto feeling = [](ObjectWriter object) {
        return object.string("sentiment", QStringLiteral("neutral")).decimal("sentiment_score", 0).bytes();
    };
    for (const Transcript::Segment& segment : transcript.segments) {
        ObjectWriter object;
        object.string("text", transcript.textOf(segment))
            .number("start_word", first)
            .number("end_word", first + segment.words.size() - 1);
        segments.raw(feeling(object));
        first += segment.words.size();
    }
    return ObjectWriter().raw("segments", segments.bytes()).raw("average", feeling({})).bytes();
}

QByteArray novaResult(const AudioLevels& levels, const ListenRequest& request)
{
    std::vector<std::vector<float>> heard{levels.mixed()};
    if (request.isMultichannel)
        heard = levels.channels;
    ArrayWriter channels;
    Transcript first;
    for (const std::vector<float>& channel : heard) {
        const Transcript transcript = Transcript::of(loudStretches(channel), request.language);
        if (first.language.isEmpty())
            first = transcript;
        ObjectWriter object;
        object.raw("alternatives", ArrayWriter().raw(novaAlternative(transcript, request)).bytes());
        if (request.detectsLanguage)
            object.string("detected_language", transcript.language);
        channels.raw(object.bytes());
    }
    ObjectWriter results;
    results.raw("channels", channels.bytes());
    if (request.hasSentiment)
        results.raw("sentiments", neutral(first));
    return ObjectWriter().raw("results", results.bytes()).bytes();
}

QByteArray resultOf(const ListenRequest& request, const AudioLevels& levels)
{
    if (request.family == Family::Nova)
        return novaResult(levels, request);
    const std::vector<Stretch> stretches = loudStretches(levels.mixed());
    const Transcript transcript = Transcript::of(stretches, request.language, request.prefix);
    if (request.family == Family::Streaming)
        return ObjectWriter().string("text", transcript.text()).decimal("duration", levels.seconds).bytes();
    if (request.family == Family::Whisper)
        return whisperResult(transcript);
    double loudSeconds = 0;
    for (const Stretch& stretch : stretches)
        loudSeconds += stretch.end - stretch.start;
    return turboResult(transcript, request, levels.seconds, loudSeconds);
}

} // namespace

Reply transcription(const ModelCall& call)
{
    const auto parsed = parseListenRequest(call.request, call.model);
    if (const auto* reason = std::get_if<Failure>(&parsed))
        return failure(*reason);
    const ListenRequest request = std::get<ListenRequest>(parsed);
    const double perMinute = call.model.neuronsOf(QStringLiteral("audioMinute"));
    return answerLater(call, [request, perMinute] {
        const auto levels = request.levels();
        if (!levels || (request.mostSeconds > 0 && levels->seconds > request.mostSeconds))
            return failure(errorRow(3010));
        return priced(success(resultOf(request, *levels)),
                      perMinute < 0 ? perMinute : perMinute * levels->seconds / 60);
    });
}

} // namespace orangery::sandbox
