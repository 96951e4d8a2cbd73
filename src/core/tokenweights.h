// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

/// What the token counter has learnt of words: a regression on how many pieces six public tokenizers (those
/// of Llama 3, GPT-4, GPT-4o and gpt-oss, Qwen 3, DeepSeek V3 and Gemma 3) cut them into, over prose in many
/// languages and source code. No vocabulary is in here, and no text.
namespace orangery::tokenweights {

/// Letters are numbered: 0 the edge of a word, 1 to 26 a to z, 27 the other letters of Latin-1, 28 the rest.
inline constexpr unsigned letters = 29;
/// A weight is a character that stands for (c - zero) / scale.
inline constexpr int zero = 'P';
inline constexpr int scale = 16;

/// Weight of a letter (row) that is followed by another (column).
extern const char pairs[letters * letters + 1];

inline constexpr unsigned triple(unsigned a, unsigned b, unsigned c)
{
    return ((((a * 32 + b) * 32 + c) * 40503) & 0xFFFF) >> 4;
}
/// Weight of three letters in a row, at triple(). Some share a place.
extern const char triples[4096 + 1];

enum class Shape { Small, SmallSpaced, Capital, CapitalSpaced, AllCapitals };
inline constexpr int longest = 17;
/// Hundredths, by Shape and by length from 1 to `longest`.
extern const std::array<std::array<std::int16_t, longest>, 5> lengths;

/// Whether a Chinese character is so common that it mostly shares a token with its neighbours.
bool isCommonHan(char16_t c);

} // namespace orangery::tokenweights
