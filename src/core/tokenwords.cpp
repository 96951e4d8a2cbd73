// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokenwords.h"

#include "core/tokenweights.h"

#include <algorithm>
#include <cmath>

namespace orangery::tokenwords {

namespace {

using tokenweights::Shape;

bool isCapital(char16_t c)
{
    return (c >= u'A' && c <= u'Z') || (c >= 0x00C0 && c <= 0x00DE);
}

unsigned letter(char16_t c)
{
    if (c < 0x80)
        return (c | 0x20u) - 0x60u;
    return c < 0x100 ? 27 : 28;
}

const char16_t* endOfPart(const char16_t* at, const char16_t* end)
{
    const char16_t* from = at;
    while (at != end && isCapital(*at))
        ++at;
    // in HTTPServer the S belongs to what follows it
    const auto capitals = at - from;
    if (capitals > 1)
        return at == end ? at : at - 1;
    while (at != end && !isCapital(*at))
        ++at;
    return at;
}

int letterWeight(const char16_t* at, const char16_t* end)
{
    unsigned before = 0;
    unsigned here = letter(*at);
    int sum = tokenweights::pairs[here];
    int count = 1;
    while (true) {
        ++at;
        const unsigned next = at == end ? 0 : letter(*at);
        sum += tokenweights::pairs[here * tokenweights::letters + next];
        sum += tokenweights::triples[tokenweights::triple(before, here, next)];
        count += 2;
        if (at == end)
            return sum - count * tokenweights::zero;
        before = here;
        here = next;
    }
}

/// One token, and a smooth ramp from 0 on for each more that the score speaks of.
double pieces(double score)
{
    return 1 + (score + std::sqrt(score * score + 0.25)) / 2;
}

double part(const char16_t* from, const char16_t* end, bool isSpaced)
{
    const auto size = end - from;
    const bool isAllCapitals = size > 1 && isCapital(from[0]) && isCapital(from[1]);
    const Shape shape = isAllCapitals        ? Shape::AllCapitals
                        : isCapital(from[0]) ? (isSpaced ? Shape::CapitalSpaced : Shape::Capital)
                                             : (isSpaced ? Shape::SmallSpaced : Shape::Small);
    const auto& byLength = tokenweights::lengths[static_cast<std::size_t>(shape)];
    const auto counted = std::min<std::ptrdiff_t>(size, tokenweights::longest);
    double score = byLength[static_cast<std::size_t>(counted - 1)] / 100.0;
    score += 0.067 * static_cast<double>(size - counted);
    if (!isAllCapitals)
        score += static_cast<double>(letterWeight(from, end)) / tokenweights::scale;
    return pieces(score);
}

} // namespace

qint64 hundredths(QStringView letters, bool isSpaced)
{
    constexpr double joint = -0.40; // camelCase is often a token of its own
    const char16_t* at = letters.utf16();
    const char16_t* end = at + letters.size();
    double sum = -joint;
    for (bool isFirst = true; at != end; isFirst = false) {
        const char16_t* next = endOfPart(at, end);
        sum += part(at, next, isFirst && isSpaced) + joint;
        at = next;
    }
    return std::llround(sum * 100);
}

} // namespace orangery::tokenwords
