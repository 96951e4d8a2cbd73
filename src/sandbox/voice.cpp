// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/voice.h"

#include "sandbox/dice.h"
#include "sandbox/tokens.h"

#include <QList>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <vector>

namespace orangery::sandbox {

namespace {

// Seconds. With the pauses of ordinary prose they come to 14 characters a second.
constexpr double letterTime = 0.066;
constexpr double ideographTime = 0.21;
constexpr double commaPause = 0.2;
constexpr double sentencePause = 0.4;
constexpr double attack = 0.015;
constexpr double release = 0.03;
constexpr double breath = 0.03; ///< of a consonant that hisses

constexpr std::size_t periodSize = 256;
using Period = std::array<float, periodSize>; ///< one period of a sound

/// A piece of the text that is one sound or one pause.
struct Sound
{
    double seconds = 0;
    char16_t vowel = 0; ///< 0: a pause
    bool hisses = false;
    double rise = 1; ///< the pitch beside the speaker's own
};

bool isVowel(QChar c)
{
    static const QString vowels = QStringLiteral("aeiouyäöüáéíóúàèìòùâêîôûаеиоуыэюяё");
    return vowels.contains(c.toLower());
}

bool isSentenceEnd(QChar c)
{
    return QStringLiteral(".!?。！？\n").contains(c);
}

/// Syllables end with their vowels; what consonants are left join the last one.
QList<Sound> syllablesOf(const QString& word)
{
    QList<Sound> sounds;
    qsizetype start = 0;
    const auto end = [&](qsizetype at, QChar vowel) {
        Sound sound{static_cast<double>(at - start) * letterTime, vowel.toLower().unicode(), false, 1};
        sound.hisses = QStringLiteral("sfxzcčšʃ").contains(word[start].toLower());
        sounds.append(sound);
        start = at;
    };
    for (qsizetype i = 0; i < word.size(); ++i) {
        if (isVowel(word[i]) && (i + 1 == word.size() || !isVowel(word[i + 1])))
            end(i + 1, word[i]);
    }
    if (start < word.size() && sounds.isEmpty())
        end(word.size(), u'e');
    else if (start < word.size())
        sounds.last().seconds += static_cast<double>(word.size() - start) * letterTime;
    return sounds;
}

QList<Sound> soundsOf(const QString& text)
{
    QList<Sound> sounds;
    qsizetype sentence = 0; // its first sound
    const auto endSentence = [&](bool asks) {
        const qsizetype count = sounds.size() - sentence;
        for (qsizetype i = 0; i < count; ++i) {
            const double along =
                static_cast<double>(i) / static_cast<double>(std::max<qsizetype>(count - 1, 1));
            sounds[sentence + i].rise = 1.14 - 0.26 * along + (asks && along > 0.75 ? 0.4 * along : 0);
        }
        sentence = sounds.size();
    };
    QString word;
    const auto endWord = [&] {
        sounds += syllablesOf(word);
        word.clear();
    };
    for (const QChar c : text) {
        if (isCjk(c) && c.isLetter()) {
            endWord();
            sounds.append(Sound{ideographTime, u"aeiou"[c.unicode() % 5], false, 1});
        } else if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate()) {
            word += c;
        } else {
            endWord();
            const bool ends = isSentenceEnd(c);
            sounds.append(Sound{ends ? sentencePause : c.isPunct() ? commaPause : letterTime, 0, false, 1});
            if (ends)
                endSentence(c == u'?' || c == u'？');
        }
    }
    endWord();
    endSentence(false);
    return sounds;
}

/// Harmonics weighed by two formants.
Period periodOf(char16_t vowel, double pitch)
{
    const std::pair<double, double> formants = vowel == u'a'   ? std::pair(750.0, 1250.0)
                                               : vowel == u'e' ? std::pair(500.0, 1850.0)
                                               : vowel == u'i' ? std::pair(320.0, 2250.0)
                                               : vowel == u'o' ? std::pair(480.0, 900.0)
                                               : vowel == u'u' ? std::pair(330.0, 750.0)
                                                               : std::pair(450.0, 1500.0);
    const auto near = [](double frequency, double centre, double width) {
        return std::exp(-std::pow((frequency - centre) / width, 2));
    };
    Period period{};
    double sum = 0;
    for (int harmonic = 1; harmonic <= 14; ++harmonic) {
        const double frequency = harmonic * pitch;
        const double weight = 0.25 / harmonic + near(frequency, formants.first, 180) +
                              0.5 * near(frequency, formants.second, 260);
        sum += weight;
        for (std::size_t i = 0; i < periodSize; ++i)
            period[i] += static_cast<float>(
                weight * std::sin(2 * std::numbers::pi * harmonic * static_cast<double>(i) / periodSize));
    }
    for (float& value : period)
        value = static_cast<float>(value * 0.9 / sum);
    return period;
}

} // namespace

Voice::Voice(const QString& speaker, int rate)
    : m_pitch(95 + static_cast<double>(seedOf(speaker) % 130)),
      m_rate(rate)
{}

double Voice::speak(const QString& text, const Sink& sink) const
{
    Dice dice(seedOf(text));
    std::vector<float> samples;
    qint64 total = 0;
    double phase = 0;
    for (const Sound& sound : soundsOf(text)) {
        const auto count = static_cast<std::size_t>(std::llround(sound.seconds * m_rate));
        samples.assign(count, 0.0F);
        if (sound.vowel) {
            const double pitch = m_pitch * sound.rise;
            const Period period = periodOf(sound.vowel, pitch);
            for (std::size_t i = 0; i < count; ++i) {
                const double at = static_cast<double>(i) / m_rate;
                const double left = sound.seconds - at;
                const double envelope = std::min({at / attack, left / release, 1.0}) *
                                        (1 - 0.45 * at / std::max(sound.seconds, letterTime));
                phase += pitch / m_rate;
                phase -= std::floor(phase);
                const auto index = static_cast<std::size_t>(phase * periodSize) % periodSize;
                double value = static_cast<double>(period[index]) * envelope;
                if (sound.hisses && at < breath)
                    value += dice.between(-0.12, 0.12) * (1 - at / breath);
                samples[i] = static_cast<float>(std::clamp(value, -0.95, 0.95));
            }
        }
        sink(samples.data(), static_cast<qint64>(count));
        total += static_cast<qint64>(count);
    }
    return static_cast<double>(total) / m_rate;
}

} // namespace orangery::sandbox
