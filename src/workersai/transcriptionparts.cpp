// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/transcriptionparts.h"

#include "workersai/answervalue.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace orangery::transcriptionparts {

namespace {

using answervalue::number;
using Word = TranscriptionReply::Word;
using Segment = TranscriptionReply::Segment;

std::optional<int> speaker(const QJsonValue& value)
{
    const auto amount = number(value);
    if (!amount || *amount < 0 || *amount > 1e6)
        return std::nullopt;
    return static_cast<int>(*amount);
}

/// The times of a word or segment; false where there are none that can be.
bool readTimes(const QJsonObject& object, double& start, double& end)
{
    const auto first = number(object.value(u"start"));
    const auto last = number(object.value(u"end"));
    if (!first || !last)
        return false;
    start = std::max(0.0, *first);
    end = std::max(start, *last);
    return true;
}

/// Scripts that are written without spaces between words.
bool isUnspaced(QChar c)
{
    switch (c.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

void appendWord(QString& text, const QString& word)
{
    const bool isJoined = text.isEmpty() || isUnspaced(text.back()) || isUnspaced(word.front());
    if (!isJoined)
        text += u' ';
    text += word;
}

} // namespace

QList<Word> words(const QJsonValue& value)
{
    QList<Word> found;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& item : array) {
        const QJsonObject object = item.toObject();
        Word word;
        // nova-3 adds the written form where it was asked for punctuation
        const QString written = object.value(u"punctuated_word").toString().trimmed();
        word.word = written.isEmpty() ? object.value(u"word").toString().trimmed() : written;
        if (word.word.isEmpty() || !readTimes(object, word.start, word.end))
            continue;
        word.confidence = number(object.value(u"confidence"));
        word.speaker = speaker(object.value(u"speaker"));
        found.append(std::move(word));
    }
    return found;
}

QList<Segment> segments(const QJsonValue& value)
{
    QList<Segment> found;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& item : array) {
        const QJsonObject object = item.toObject();
        Segment segment;
        segment.text = object.value(u"text").toString(object.value(u"transcript").toString()).trimmed();
        if (segment.text.isEmpty() || !readTimes(object, segment.start, segment.end))
            continue;
        segment.temperature = number(object.value(u"temperature"));
        segment.averageLogProbability = number(object.value(u"avg_logprob"));
        segment.compressionRatio = number(object.value(u"compression_ratio"));
        segment.noSpeechProbability = number(object.value(u"no_speech_prob"));
        segment.speaker = speaker(object.value(u"speaker"));
        segment.words = words(object.value(u"words"));
        found.append(std::move(segment));
    }
    return found;
}

QList<Segment> turns(const QList<Word>& words)
{
    if (std::ranges::none_of(words, [](const Word& word) { return word.speaker.has_value(); }))
        return {};
    QList<Segment> found;
    for (const Word& word : words) {
        // a word without a speaker is taken to go on with the one before
        const bool isNew = found.isEmpty() || (word.speaker && word.speaker != found.last().speaker);
        if (isNew) {
            found.emplaceBack();
            found.last().start = word.start;
            found.last().speaker = word.speaker;
        }
        Segment& turn = found.last();
        appendWord(turn.text, word.word);
        turn.end = std::max(turn.end, word.end);
        turn.words.append(word);
    }
    return found;
}

void sortByTime(QList<Word>& words)
{
    std::ranges::stable_sort(words, std::ranges::less(), &Word::start);
}

} // namespace orangery::transcriptionparts
