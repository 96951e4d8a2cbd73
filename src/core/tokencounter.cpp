// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokencounter.h"

#include "core/tokenscripts.h"
#include "core/tokenweights.h"
#include "core/tokenwords.h"

#include <algorithm>
#include <array>

namespace orangery {

namespace {

using tokenscripts::Kind;
using tokenscripts::kindOf;

/// Hundredths for one mark of punctuation before a letter, alone and after a space.
struct MarkCost
{
    char16_t mark;
    int joined;
    int spaced;
};

constexpr MarkCost markCosts[] = {
    {u'"', 123, 114}, {u'#', 12, 23},   {u'$', 34, 96},  {u'&', 150, 91},  {u'\'', -35, 108},
    {u'(', -12, 136}, {u'*', 139, 150}, {u',', 7, 91},   {u'-', 39, 140},  {u'.', 0, 173},
    {u'/', 39, 158},  {u':', 75, 91},   {u'<', 50, 152}, {u'=', 59, 91},   {u'@', 62, 52},
    {u'[', 18, 161},  {u'_', 3, 96},    {u'`', 54, 121}, {u'{', 108, 161},
};
constexpr MarkCost otherMark = {0, 49, 91};

constexpr auto marks = [] {
    std::array<MarkCost, 0x80> costs{};
    costs.fill(otherMark);
    for (const MarkCost& cost : markCosts)
        costs[cost.mark] = cost;
    return costs;
}();

/// Cuts a text into runs as byte-pair tokenizers do before they look anything up: a word takes the space
/// before it along, digits go in threes, a line's end belongs to the punctuation before it. Adds up
/// hundredths.
class Scanner
{
public:
    explicit Scanner(QStringView text) : m_at(text.utf16()), m_end(m_at + text.size()) {}

    qint64 hundredths()
    {
        while (m_at != m_end) {
            const Kind kind = kindOf(*m_at);
            const bool isSpaced = m_isSpaced;
            m_isSpaced = false;
            scan(kind, isSpaced);
            m_last = kind;
        }
        return m_sum;
    }

private:
    void scan(Kind kind, bool isSpaced)
    {
        switch (kind) {
        case Kind::Latin:
            m_sum += tokenwords::hundredths(take(Kind::Latin), isSpaced);
            return;
        case Kind::Digit:
            m_sum += 105 * ((take(Kind::Digit).size() + 2) / 3) + (isSpaced ? 123 : 0);
            return;
        case Kind::Space:
            spaces(take(Kind::Space));
            return;
        case Kind::Punctuation:
            punctuation(take(Kind::Punctuation), isSpaced);
            return;
        case Kind::LatinSign:
        case Kind::TypeMark:
        case Kind::Sign:
        case Kind::WideMark:
        case Kind::Box:
            sign(kind, isSpaced);
            return;
        case Kind::Pictograph:
            ++m_at;
            m_sum += 129;
            return;
        case Kind::Accent:
            ++m_at;
            m_sum += 52;
            return;
        case Kind::Selector:
            ++m_at;
            return;
        case Kind::Control:
            ++m_at;
            m_sum += 100;
            return;
        case Kind::Other:
            ++m_at;
            m_sum += 200;
            return;
        case Kind::Surrogate:
            surrogate();
            return;
        case Kind::Han:
            han(take(Kind::Han));
            return;
        case Kind::Kana:
            m_sum += std::max<qint64>(50, 54 * take(Kind::Kana).size() + (isSpaced ? 82 : -44));
            return;
        default:
            word(kind, isSpaced);
        }
    }

    QStringView take(Kind kind)
    {
        const char16_t* from = m_at;
        while (m_at != m_end && kindOf(*m_at) == kind)
            ++m_at;
        return {from, m_at};
    }

    bool isBefore(Kind kind) const { return m_at != m_end && kindOf(*m_at) == kind; }

    void spaces(QStringView run)
    {
        const qsizetype lastLine = run.lastIndexOf(u'\n');
        const QStringView tail = run.sliced(lastLine + 1);
        const bool isLine = lastLine >= 0;
        if (isLine) {
            const qsizetype lines = run.count(u'\n');
            m_sum += (m_last == Kind::Punctuation ? 5 : 95) + 100 * (lines / 32);
            if (lines + run.count(u'\r') + tail.size() < run.size())
                m_sum += 100; // lines that hold nothing but blanks
        }
        const qsizetype tabs = tail.count(u'\t');
        if (tabs > 0)
            m_sum += tabs > 1 ? 115 : 75;
        else if (tail.size() > 1)
            m_sum += 100;
        else if (!tail.isEmpty() && (isLine || m_at == m_end))
            m_sum += 85;
        m_sum += 100 * (tail.size() / 80);
        m_isSpaced = run.back() == u' ';
    }

    void punctuation(QStringView run, bool isSpaced)
    {
        const qsizetype size = run.size();
        if (size == 1) {
            const MarkCost& cost = marks[run.front().unicode()];
            if (isBefore(Kind::Latin))
                m_sum += isSpaced ? cost.spaced : cost.joined;
            else
                m_sum += isSpaced ? 102 : isBefore(Kind::Digit) ? 98 : 85;
            return;
        }
        constexpr int few[] = {101, 85, 120};
        if (size > 2 && std::all_of(run.begin(), run.end(), [&](QChar c) { return c == run.front(); }))
            m_sum += 133 + std::max<qsizetype>(0, size - 16) * 2;
        else
            m_sum += size <= 4 ? few[size - 2] : 259 + (size - 5) * 10;
        m_sum += isSpaced ? 21 : 0;
    }

    void sign(Kind kind, bool isSpaced)
    {
        constexpr char16_t firstInvisible = 0x200B, lastInvisible = 0x200D;
        const char16_t* from = m_at;
        while (m_at != m_end && *m_at == *from)
            ++m_at;
        const qsizetype size = m_at - from;
        if (*from >= firstInvisible && *from <= lastInvisible)
            return; // counted with what they join
        const int once = kind == Kind::LatinSign  ? 90
                         : kind == Kind::WideMark ? 90
                         : kind == Kind::Box      ? 190
                                                  : 135;
        const int perMore = kind == Kind::Box ? 20 : 3;
        m_sum += (size < 4 ? once * std::min<qsizetype>(size, 2) : once + 50 + perMore * size);
        m_sum += isSpaced ? 70 : 0;
    }

    void surrogate()
    {
        const bool isPair =
            m_end - m_at > 1 && QChar::isHighSurrogate(m_at[0]) && QChar::isLowSurrogate(m_at[1]);
        if (!isPair) {
            ++m_at;
            m_sum += 100; // encoders put U+FFFD there
            return;
        }
        const char32_t c = QChar::surrogateToUcs4(m_at[0], m_at[1]);
        m_at += 2;
        const bool isFlag = c >= 0x1F1E6 && c <= 0x1F1FF;
        const bool isSkin = c >= 0x1F3FB && c <= 0x1F3FF;
        const bool isEmoji = c >= 0x1F000 && c <= 0x1FAFF;
        m_sum += isFlag ? 170 : isSkin ? 150 : isEmoji ? 230 : 350;
    }

    void han(QStringView run)
    {
        const qsizetype common = std::count_if(
            run.begin(), run.end(), [](QChar c) { return tokenweights::isCommonHan(c.unicode()); });
        const bool isJapanese = m_last == Kind::Kana || isBefore(Kind::Kana);
        const qsizetype rare = run.size() - common;
        m_sum += isJapanese ? 78 + 63 * common + 88 * rare : 88 + 48 * common + 125 * rare;
    }

    void word(Kind script, bool isSpaced)
    {
        const char16_t* from = m_at;
        int rare = 0;
        for (; m_at != m_end; ++m_at) {
            const Kind kind = kindOf(*m_at);
            if (kind != script && kind != Kind::Accent)
                break;
            if (script == Kind::Cyrillic)
                rare += *m_at < 0x0410 || *m_at > 0x044F;
        }
        const tokenscripts::WordCost cost = tokenscripts::wordCost(script);
        m_sum += std::max<qint64>(100, cost.word + cost.letter * (m_at - from) + (isSpaced ? 0 : cost.bare)) +
                 200 * rare;
    }

    const char16_t* m_at;
    const char16_t* m_end;
    qint64 m_sum = 0;
    Kind m_last = Kind::Space;
    bool m_isSpaced = false; ///< the run before ended with a space, which the next one takes along
};

} // namespace

int countTokens(QStringView text)
{
    if (text.isEmpty())
        return 0;
    const qint64 tokens = (Scanner(text).hundredths() + 50) / 100;
    return static_cast<int>(std::clamp<qint64>(tokens, 1, 1'000'000'000));
}

} // namespace orangery
