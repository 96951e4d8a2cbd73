// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/textvector.h"

#include "sandbox/tokens.h"

#include <QSet>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace orangery::sandbox {

namespace {

constexpr float wordWeight = 1.0F;
constexpr float gramWeight = 0.35F;
constexpr float commonWeight = 0.1F; ///< of words that tell nothing
constexpr int comparedDimension = 512;

/// FNV-1a: the same on every machine and in every version of Qt, unlike qHash.
quint64 hashOf(const QString& text, quint64 seed)
{
    quint64 hash = 14695981039346656037ULL ^ seed;
    for (const QChar c : text) {
        hash = (hash ^ c.unicode()) * 1099511628211ULL;
        hash ^= hash >> 29U;
    }
    return hash;
}

bool isCommon(const QString& word)
{
    static const QSet<QString> words = [] {
        const QStringList list =
            QStringLiteral("a an the of to in on at for and or is are was be it its this that with by as "
                           "der die das ein eine und oder ist sind im in zu von mit den dem des "
                           "le la les un une et ou est dans de du des el los las y es en")
                .split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    return words.contains(word);
}

/// Words in lower case without marks; each Chinese, Japanese or Korean character is one.
QStringList wordsOf(const QString& text)
{
    QStringList words;
    QString word;
    const auto end = [&] {
        if (!word.isEmpty())
            words.append(word);
        word.clear();
    };
    const QString plain = text.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar c : plain) {
        if (isCjk(c)) {
            end();
            words.append(QString(c));
        } else if (c.isLetterOrNumber() || c.isSurrogate()) {
            word.append(c);
        } else if (!c.isMark()) {
            end();
        }
    }
    end();
    return words;
}

class Accumulator
{
public:
    Accumulator(int dimension, quint64 seed) : m_seed(seed), m_numbers(static_cast<std::size_t>(dimension)) {}

    void add(const QString& feature, float weight)
    {
        const quint64 hash = hashOf(feature, m_seed);
        m_numbers[hash % m_numbers.size()] += (hash >> 63U) != 0 ? weight : -weight;
    }
    std::vector<float> normalized()
    {
        const float square = std::inner_product(m_numbers.begin(), m_numbers.end(), m_numbers.begin(), 0.0F);
        if (square <= 0) {
            m_numbers.front() = 1;
            return m_numbers;
        }
        for (float& number : m_numbers)
            number /= std::sqrt(square);
        return m_numbers;
    }

private:
    quint64 m_seed;
    std::vector<float> m_numbers;
};

} // namespace

std::vector<float> textVector(const QString& text, int dimension, const QString& kind)
{
    Accumulator numbers(dimension, hashOf(kind, 0));
    QString before;
    for (const QString& word : wordsOf(text)) {
        const bool common = isCommon(word);
        numbers.add(word, common ? commonWeight : wordWeight);
        if (isCjk(word.front()) && !before.isEmpty())
            numbers.add(before + word, wordWeight); // two characters make a word more often than one
        before = isCjk(word.front()) ? word : QString();
        if (common || word.size() < 3)
            continue;
        const QString marked = u'^' + word + u'$';
        for (qsizetype i = 0; i + 3 <= marked.size(); ++i)
            numbers.add(marked.mid(i, 3), gramWeight);
    }
    return numbers.normalized();
}

double similarity(const QString& first, const QString& second)
{
    const std::vector<float> a = textVector(first, comparedDimension, {});
    const std::vector<float> b = textVector(second, comparedDimension, {});
    return std::clamp(std::inner_product(a.begin(), a.end(), b.begin(), 0.0), 0.0, 1.0);
}

} // namespace orangery::sandbox
