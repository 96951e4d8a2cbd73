// SPDX-License-Identifier: GPL-3.0-or-later
// The answers of tasks with pictures, sound and files: the first line chooses the task and names the media
// type.
#include "fuzz/check.h"
#include "fuzz/input.h"
#include "workersai/conversioncodec.h"
#include "workersai/imagecodec.h"
#include "workersai/speechcodec.h"
#include "workersai/transcriptioncodec.h"
#include "workersai/transcriptionvtt.h"
#include "workersai/visioncodec.h"

#include <algorithm>
#include <cmath>

namespace orangery::fuzz {
namespace {

using Segment = TranscriptionReply::Segment;
using Word = TranscriptionReply::Word;

void readImage(const HttpReply& answer)
{
    const Result<ImageReply> reply = imagecodec::decode(answer);
    if (!reply)
        return checkInvalid(reply.error());
    checkFacts(*reply);
    check(reply->mimeType.startsWith(QLatin1String("image/")), "a picture has its type");
    check(!reply->data.isEmpty() && reply->data.size() <= answer.body.size(), "a picture is in its body");
}

void readSpeech(const HttpReply& answer)
{
    const Result<SpeechReply> reply = speechcodec::decode(answer);
    if (!reply)
        return checkInvalid(reply.error());
    checkFacts(*reply);
    check(reply->mimeType.startsWith(QLatin1String("audio/")), "sound has its type");
    check(!reply->audio.isEmpty() && reply->audio.size() <= answer.body.size(), "sound is in its body");
}

void checkBox(const QRectF& box)
{
    for (const double side : {box.left(), box.top(), box.right(), box.bottom(), box.width(), box.height()})
        checkFinite(side);
    check(box.width() >= 0 && box.height() >= 0, "a box is not turned inside out");
}

void readLabels(const HttpReply& answer)
{
    const Result<ClassificationReply> reply = visioncodec::decodeLabels(answer);
    if (!reply)
        return checkInvalid(reply.error());
    checkFacts(*reply);
    for (const ClassificationReply::Label& label : reply->labels) {
        check(!label.label.isEmpty(), "a label has a name");
        checkFinite(label.score);
        if (label.box)
            checkBox(*label.box);
    }
    check(std::ranges::is_sorted(reply->labels, std::ranges::greater(), &ClassificationReply::Label::score),
          "best first");
}

void readImageText(const HttpReply& answer)
{
    const Result<ImageTextReply> reply = visioncodec::decodeText(answer);
    if (!reply)
        return checkInvalid(reply.error());
    checkFacts(*reply);
    for (const QPointF& point : reply->points) {
        checkFinite(point.x());
        checkFinite(point.y());
    }
    std::ranges::for_each(reply->boxes, checkBox);
}

void checkTimes(double start, double end)
{
    checkFinite(start);
    checkFinite(end);
    check(start >= 0 && start <= end, "a start is before its end");
}

void checkWords(const QList<Word>& words)
{
    for (const Word& word : words) {
        checkTimes(word.start, word.end);
        checkFinite(word.confidence);
        check(!word.word.isEmpty(), "a word is one");
        check(word.speaker.value_or(0) >= 0, "speakers are counted");
    }
}

void checkSegments(const QList<Segment>& segments)
{
    for (const Segment& segment : segments) {
        checkTimes(segment.start, segment.end);
        check(!segment.text.isEmpty(), "a segment has a text");
        for (const auto& number : {segment.temperature, segment.averageLogProbability,
                                   segment.compressionRatio, segment.noSpeechProbability})
            checkFinite(number);
        checkWords(segment.words);
    }
}

void readTranscription(const HttpReply& answer)
{
    TranscriptionRequest asked;
    asked.language = QStringLiteral("de");
    const Result<TranscriptionReply> reply = transcriptioncodec::decode(answer, asked);
    if (!reply)
        return checkInvalid(reply.error());
    checkFacts(*reply);
    checkFinite(reply->duration);
    check(reply->duration.value_or(0) >= 0, "a duration is not negative");
    checkFinite(reply->languageProbability);
    checkSegments(reply->segments);
    checkWords(reply->words);
    check(!reply->language.isEmpty(), "the language is the request's at least");
}

void readVtt(const QByteArray& body)
{
    const QList<Segment> segments = transcriptionvtt::segments(QString::fromUtf8(body));
    checkSegments(segments);
    qsizetype characters = 0;
    for (const Segment& segment : segments)
        characters += segment.text.size();
    check(characters <= body.size(), "the cues are in their file");
}

void readConversion(const HttpReply& answer)
{
    const Result<ConversionReply> reply = conversioncodec::decode(answer);
    if (!reply)
        return checkInvalid(reply.error());
    checkFacts(*reply);
    for (const ConversionReply::File& file : reply->files) {
        check(file.error.isEmpty() || file.markdown.isEmpty(), "a file has an error or a text");
        check(file.tokens >= 0, "tokens are a count");
    }
}

void readFormats(const HttpReply& answer)
{
    const Result<QList<ConvertibleFormat>> formats = conversioncodec::decodeFormats(answer);
    if (!formats)
        return checkInvalid(formats.error());
    for (const ConvertibleFormat& format : *formats)
        check(!format.extension.isEmpty(), "a format has its extension");
}

void read(int what, const HttpReply& answer)
{
    switch (what) {
    case 0:
        return readImage(answer);
    case 1:
        return readSpeech(answer);
    case 2:
        return readLabels(answer);
    case 3:
        return readImageText(answer);
    case 4:
        return readTranscription(answer);
    case 5:
        return readVtt(answer.body);
    case 6:
        return readConversion(answer);
    default:
        return readFormats(answer);
    }
}

} // namespace
} // namespace orangery::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace orangery;
    fuzz::Input input(data, size);
    const int what = input.choose(8);
    HttpReply answer;
    answer.head.status = 200;
    answer.head.headers = {{"content-type", input.line()}};
    answer.body = input.rest();
    fuzz::read(what, answer);
    return 0;
}
