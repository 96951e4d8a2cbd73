// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/transcript.h"

#include <QHash>
#include <QStringList>
#include <algorithm>
#include <cmath>

namespace orangery::sandbox {

namespace {

constexpr double wordsASecond = 2.6;
constexpr double longPause = 0.6;  ///< seconds; somebody else speaks after it
constexpr double longSegment = 4;  ///< seconds; ends with the next sentence
constexpr double endingWeight = 2; ///< a word's end takes as long as two letters

const QHash<QString, QStringList>& stock()
{
    static const QHash<QString, QStringList> sentences{
        {QStringLiteral("en"),
         {QStringLiteral("Sandbox transcript, no model heard this."),
          QStringLiteral("These words follow the loudness of the recording."),
          QStringLiteral("Where it is silent, nothing is written."),
          QStringLiteral("Every sentence comes from a small stock and repeats in time.")}},
        {QStringLiteral("de"),
         {QStringLiteral("Sandbox-Abschrift, kein Modell hat zugehört."),
          QStringLiteral("Diese Wörter folgen der Lautstärke der Aufnahme."),
          QStringLiteral("Wo es still ist, steht nichts."),
          QStringLiteral("Jeder Satz stammt aus einem kleinen Vorrat und kehrt wieder.")}},
        {QStringLiteral("es"),
         {QStringLiteral("Transcripción del sandbox, ningún modelo escuchó esto."),
          QStringLiteral("Estas palabras siguen el volumen de la grabación."),
          QStringLiteral("Donde hay silencio no se escribe nada.")}},
        {QStringLiteral("fr"),
         {QStringLiteral("Transcription du sandbox, aucun modèle n'a écouté."),
          QStringLiteral("Ces mots suivent le volume de l'enregistrement."),
          QStringLiteral("Là où il y a du silence, rien n'est écrit.")}},
        {QStringLiteral("zh"),
         {QStringLiteral("沙箱 转写, 没有 模型 听过 这段 录音。"),
          QStringLiteral("这些 词语 跟随 录音 的 音量。"), QStringLiteral("安静 之处 不写 文字。")}},
    };
    return sentences;
}

/// Deals out the words of the stock, sentence after sentence, for ever.
class Stock
{
public:
    Stock(const QString& language, const QString& prefix)
        : m_sentences(stock().value(language)),
          m_words(prefix.split(u' ', Qt::SkipEmptyParts))
    {}

    QString next()
    {
        while (m_at >= m_words.size()) {
            m_words = m_sentences[m_sentence++ % m_sentences.size()].split(u' ');
            m_at = 0;
        }
        return m_words[m_at++];
    }
    /// The next word begins a sentence.
    void skipRest() { m_at = m_words.size(); }

private:
    const QStringList m_sentences;
    QStringList m_words;
    qsizetype m_sentence = 0;
    qsizetype m_at = 0;
};

void endSentence(Transcript::Segment& segment, bool isChinese)
{
    QString& last = segment.words.last().text;
    while (last.endsWith(u','))
        last.chop(1);
    if (!last.endsWith(u'.') && !last.endsWith(u'。'))
        last += isChinese ? QStringLiteral("。") : QStringLiteral(".");
}

/// The words of one stretch, each as long as its letters want.
QList<Transcript::Word> wordsIn(const Stretch& stretch, Stock& stock)
{
    const double seconds = stretch.end - stretch.start;
    const int count = std::max(1, static_cast<int>(std::lround(seconds * wordsASecond)));
    QList<Transcript::Word> words;
    double weight = 0;
    for (int i = 0; i < count; ++i) {
        const QString text = stock.next();
        weight += static_cast<double>(text.size()) + endingWeight;
        words.append({text, 0, 0, 0.9 + 0.01 * static_cast<double>(text.size() % 10)});
    }
    double at = stretch.start;
    for (Transcript::Word& word : words) {
        word.start = at;
        at += seconds * (static_cast<double>(word.text.size()) + endingWeight) / weight;
        word.end = at;
    }
    words.last().end = stretch.end;
    return words;
}

QString clock(double seconds)
{
    const auto milliseconds = static_cast<qint64>(std::llround(seconds * 1000));
    const qint64 hours = milliseconds / 3'600'000;
    const QString minutes = QStringLiteral("%1:%2.%3")
                                .arg(milliseconds / 60'000 % 60, 2, 10, QLatin1Char('0'))
                                .arg(milliseconds / 1000 % 60, 2, 10, QLatin1Char('0'))
                                .arg(milliseconds % 1000, 3, 10, QLatin1Char('0'));
    return hours ? QStringLiteral("%1:").arg(hours, 2, 10, QLatin1Char('0')) + minutes : minutes;
}

} // namespace

Transcript Transcript::of(const std::vector<Stretch>& stretches, const QString& language,
                          const QString& prefix)
{
    Transcript transcript;
    const QString base = language.section(u'-', 0, 0).toLower();
    transcript.language = stock().contains(base) ? base : QStringLiteral("en");
    const bool isChinese = transcript.language == u"zh";
    Stock words(transcript.language, prefix);
    int speaker = 0;
    bool startsSegment = true;
    double lastEnd = 0;
    for (const Stretch& stretch : stretches) {
        if (!transcript.segments.isEmpty() && stretch.start - lastEnd >= longPause) {
            endSentence(transcript.segments.last(), isChinese);
            words.skipRest();
            startsSegment = true;
            speaker = 1 - speaker;
        }
        if (startsSegment)
            transcript.segments.append(Segment{{}, speaker});
        startsSegment = false;
        transcript.segments.last().words += wordsIn(stretch, words);
        lastEnd = stretch.end;
        // A long run without a pause is cut where a sentence ends.
        Segment* segment = &transcript.segments.last();
        for (qsizetype i = 0; i + 1 < segment->words.size(); ++i) {
            const Word& word = segment->words[i];
            const bool ends = word.text.endsWith(u'.') || word.text.endsWith(u'。');
            if (ends && word.end - segment->start() >= longSegment) {
                Segment rest{segment->words.mid(i + 1), speaker};
                segment->words.resize(i + 1);
                transcript.segments.append(rest);
                segment = &transcript.segments.last();
                i = -1;
            }
        }
    }
    if (!transcript.segments.isEmpty())
        endSentence(transcript.segments.last(), isChinese);
    return transcript;
}

QString Transcript::textOf(const Segment& segment) const
{
    QStringList words;
    for (const Word& word : segment.words)
        words << word.text;
    return words.join(language == u"zh" ? QString() : QStringLiteral(" "));
}

QString Transcript::text() const
{
    QStringList texts;
    for (const Segment& segment : segments)
        texts << textOf(segment);
    return texts.join(language == u"zh" ? QString() : QStringLiteral(" "));
}

int Transcript::wordCount() const
{
    qsizetype count = 0;
    for (const Segment& segment : segments)
        count += segment.words.size();
    return static_cast<int>(count);
}

QString Transcript::vtt() const
{
    QString vtt = QStringLiteral("WEBVTT\n\n");
    for (const Segment& segment : segments)
        vtt += clock(segment.start()) + QStringLiteral(" --> ") + clock(segment.end()) + u'\n' +
               textOf(segment) + QStringLiteral("\n\n");
    return vtt;
}

} // namespace orangery::sandbox
