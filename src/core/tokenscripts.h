// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace orangery::tokenscripts {

/// What a UTF-16 unit is to a tokenizer. From Armenian on: scripts whose words are counted by their length.
enum class Kind : std::uint8_t {
    Latin,
    Digit,
    Space,
    Punctuation, ///< ASCII
    Control,
    LatinSign, ///< signs of Latin-1: § « °
    TypeMark,  ///< U+2000 to U+206F: curly quotes, dashes, ellipsis
    Sign,      ///< mathematics, currencies, arrows and the like
    Box,       ///< box drawing and blocks
    Pictograph,
    WideMark, ///< Chinese and Japanese punctuation, full-width forms
    Accent,   ///< combining marks
    Selector, ///< variation selectors
    Surrogate,
    Han,
    Kana,
    Other,
    Armenian,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Devanagari,
    Bengali,
    Gurmukhi,
    Tamil,
    Telugu,
    Kannada,
    Malayalam,
    Sinhala,
    Thai,
    Georgian,
    SouthEast, ///< Lao, Tibetan, Burmese, Ethiopic, Khmer: bytes rather than letters to most tokenizers
    Hangul,
};

/// Hundredths of a token: a word costs `word` + `letter` × length, and `bare` more without a space before it.
struct WordCost
{
    int word;
    int letter;
    int bare;
};

Kind kindOf(char16_t c);
WordCost wordCost(Kind script);

} // namespace orangery::tokenscripts
