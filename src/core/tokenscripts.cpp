// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokenscripts.h"

#include <array>

namespace orangery::tokenscripts {

namespace {

struct Block
{
    char16_t first;
    char16_t last;
    Kind kind;
};

// all of them begin and end at a multiple of 16; a later one overrules an earlier one
constexpr Block blocks[] = {
    {0x00A0, 0x00BF, Kind::LatinSign},  {0x00C0, 0x024F, Kind::Latin},     {0x0300, 0x036F, Kind::Accent},
    {0x0370, 0x03FF, Kind::Greek},      {0x0400, 0x052F, Kind::Cyrillic},  {0x0530, 0x058F, Kind::Armenian},
    {0x0590, 0x05FF, Kind::Hebrew},     {0x0600, 0x077F, Kind::Arabic},    {0x0900, 0x097F, Kind::Devanagari},
    {0x0980, 0x09FF, Kind::Bengali},    {0x0A00, 0x0B7F, Kind::Gurmukhi},  {0x0B80, 0x0BFF, Kind::Tamil},
    {0x0C00, 0x0C7F, Kind::Telugu},     {0x0C80, 0x0CFF, Kind::Kannada},   {0x0D00, 0x0D7F, Kind::Malayalam},
    {0x0D80, 0x0DFF, Kind::Sinhala},    {0x0E00, 0x0E7F, Kind::Thai},      {0x0E80, 0x109F, Kind::SouthEast},
    {0x10A0, 0x10FF, Kind::Georgian},   {0x1200, 0x139F, Kind::SouthEast}, {0x1780, 0x17FF, Kind::SouthEast},
    {0x1E00, 0x1EFF, Kind::Latin},      {0x1F00, 0x1FFF, Kind::Greek},     {0x2000, 0x206F, Kind::TypeMark},
    {0x2070, 0x2BFF, Kind::Sign},       {0x2500, 0x259F, Kind::Box},       {0x2600, 0x27BF, Kind::Pictograph},
    {0x2B00, 0x2BFF, Kind::Pictograph}, {0x3000, 0x303F, Kind::WideMark},  {0x3040, 0x30FF, Kind::Kana},
    {0x31F0, 0x31FF, Kind::Kana},       {0x3400, 0x4DBF, Kind::Han},       {0x4E00, 0x9FFF, Kind::Han},
    {0xAC00, 0xD7AF, Kind::Hangul},     {0xD800, 0xDFFF, Kind::Surrogate}, {0xF900, 0xFAFF, Kind::Han},
    {0xFB50, 0xFDFF, Kind::Arabic},     {0xFE00, 0xFE0F, Kind::Selector},  {0xFE70, 0xFEFF, Kind::Arabic},
    {0xFF00, 0xFFEF, Kind::WideMark},
};

constexpr auto wide = [] {
    std::array<Kind, 0x10000 / 16> kinds{};
    kinds.fill(Kind::Other);
    for (const Block& block : blocks) {
        for (int i = block.first / 16; i <= block.last / 16; ++i)
            kinds[static_cast<std::size_t>(i)] = block.kind;
    }
    return kinds;
}();

constexpr auto ascii = [] {
    std::array<Kind, 0x80> kinds{};
    for (std::size_t c = 0; c < kinds.size(); ++c) {
        const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        const bool isSpace = c == ' ' || (c >= '\t' && c <= '\r');
        kinds[c] = isLetter                ? Kind::Latin
                   : c >= '0' && c <= '9'  ? Kind::Digit
                   : isSpace               ? Kind::Space
                   : c < 0x20 || c == 0x7F ? Kind::Control
                                           : Kind::Punctuation;
    }
    return kinds;
}();

constexpr WordCost wordCosts[] = {
    {120, 71, 0},   {30, 42, 50},  {40, 27, 53}, {30, 48, 30},  {30, 36, 45},  {20, 62, 30},
    {50, 78, 0},    {66, 132, 50}, {98, 78, 0},  {57, 121, 50}, {172, 95, 45}, {220, 96, 0},
    {198, 100, 70}, {40, 43, 0},   {88, 84, 20}, {172, 114, 0}, {42, 60, 53},
};

} // namespace

Kind kindOf(char16_t c)
{
    return c < ascii.size() ? ascii[c] : wide[c / 16];
}

WordCost wordCost(Kind script)
{
    static_assert(std::size(wordCosts) == std::size_t(Kind::Hangul) - std::size_t(Kind::Armenian) + 1);
    return wordCosts[static_cast<std::size_t>(script) - static_cast<std::size_t>(Kind::Armenian)];
}

} // namespace orangery::tokenscripts
