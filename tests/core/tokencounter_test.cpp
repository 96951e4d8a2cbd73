// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tokencounter.h"

#include "core/tokentexts.h"

#include <QString>
#include <algorithm>
#include <array>
#include <cmath>
#include <gtest/gtest.h>
#include <ostream>

namespace orangery {

namespace {

/// Tokens of one text by the tokenizers of GPT-4, GPT-4o, Llama 3.1, Qwen 3, DeepSeek V3 and Gemma 3, without
/// begin and end marks.
using Counts = std::array<int, 6>;

double median(Counts counts)
{
    std::sort(counts.begin(), counts.end());
    return (counts[2] + counts[3]) / 2.0;
}

struct Sample
{
    const char* name;
    QStringView text;
    Counts counts;
    double tolerance;
};

void PrintTo(const Sample& sample, std::ostream* out)
{
    *out << sample.name;
}

const Sample samples[] = {
    {"EnglishStory", tokentexts::englishStory, {350, 348, 350, 350, 349, 350}, 0.1},
    {"EnglishAdvice", tokentexts::englishAdvice, {413, 402, 413, 416, 412, 435}, 0.1},
    {"GermanStory", tokentexts::germanStory, {498, 426, 496, 497, 485, 433}, 0.1},
    {"GermanAdvice", tokentexts::germanAdvice, {504, 398, 503, 497, 495, 420}, 0.1},
    {"ChineseStory", tokentexts::chineseStory, {700, 489, 492, 376, 345, 423}, 0.1},
    {"ChineseAdvice", tokentexts::chineseAdvice, {614, 417, 427, 361, 336, 376}, 0.1},
    {"Cpp", tokentexts::cpp, {566, 563, 566, 569, 584, 664}, 0.1},
    {"Python", tokentexts::python, {561, 564, 561, 561, 611, 674}, 0.1},
    {"JavaScript", tokentexts::javaScript, {497, 516, 497, 510, 539, 610}, 0.1},
    {"Json", tokentexts::json, {519, 516, 519, 602, 528, 642}, 0.1},
    {"Russian", tokentexts::russian, {495, 312, 337, 378, 354, 295}, 0.2},
    {"Japanese", tokentexts::japanese, {457, 343, 315, 284, 316, 261}, 0.2},
    {"Arabic", tokentexts::arabic, {644, 294, 345, 351, 345, 301}, 0.2},
};

/// Letters that repeat only after 2^32, of the first 2^bits of the alphabet.
QString noise(const char* alphabet, int bits, quint32 seed, qsizetype size)
{
    QString text;
    text.reserve(size);
    for (qsizetype i = 0; i < size; ++i) {
        seed = seed * 1664525U + 1013904223U;
        text += QLatin1Char(alphabet[seed >> (32 - bits)]);
    }
    return text;
}

constexpr char base64Letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

class TokenCounterOfText : public testing::TestWithParam<Sample>
{};

} // namespace

TEST_P(TokenCounterOfText, IsNearTheMedianOfTheTokenizers)
{
    const Sample& sample = GetParam();
    const double expected = median(sample.counts);
    EXPECT_NEAR(countTokens(sample.text), expected, expected * sample.tolerance);
}

TEST_P(TokenCounterOfText, AddsUpOverParts)
{
    const QStringView text = GetParam().text;
    const qsizetype cut = text.indexOf(u'\n', text.size() / 2);
    ASSERT_GT(cut, 0);
    EXPECT_NEAR(countTokens(text.first(cut)) + countTokens(text.sliced(cut)), countTokens(text), 2);
}

INSTANTIATE_TEST_SUITE_P(All, TokenCounterOfText, testing::ValuesIn(samples),
                         [](const auto& tested) { return tested.param.name; });

TEST(TokenCounter, CountsNothingForNoTextOnly)
{
    EXPECT_EQ(countTokens({}), 0);
    EXPECT_EQ(countTokens(u""), 0);
    for (const QStringView text : {u" ", u"\n", u"a", u".", u"7", u"\u200B", u"\uFE0F", u"\u0301", u"温"})
        EXPECT_EQ(countTokens(text), 1) << text.toUtf8().constData();
}

TEST(TokenCounter, CountsShortWordsAsOne)
{
    EXPECT_EQ(countTokens(u"the"), 1);
    EXPECT_EQ(countTokens(u"Hello, world!"), 4);
    EXPECT_EQ(countTokens(u"1234567"), 3);
    EXPECT_NEAR(countTokens(u"Donaudampfschifffahrtsgesellschaft"), 10, 2);
}

TEST(TokenCounter, CountsIdentifiersByTheirParts)
{
    const int camel = countTokens(u"getElementById");
    EXPECT_NEAR(camel, 3, 1);
    EXPECT_GT(countTokens(u"XQZJWK"), countTokens(u"planet"));
    EXPECT_GT(countTokens(u"parseHTTPServerReply"), countTokens(u"parseReply"));
}

TEST(TokenCounter, SeesWhatIsNoProse)
{
    EXPECT_NEAR(countTokens(noise(base64Letters, 6, 1, 20000)),
                median({14347, 13684, 14319, 14838, 13977, 14037}), 1400);
    EXPECT_NEAR(countTokens(noise("0123456789abcdef", 4, 7, 20000)),
                median({11361, 11402, 11361, 17588, 11555, 17637}), 1150);
}

TEST(TokenCounter, CountsEmoji)
{
    const QString text =
        QStringLiteral(
            "🍊 Fresh oranges 🍋 and lemons 🌱 from the greenhouse 🏠! Thanks 👍🏽 a lot ❤️, "
            "see you on Sunday ☀️ 😀😀😀. ")
            .repeated(10);
    const double expected = median({451, 361, 451, 409, 440, 320});
    EXPECT_NEAR(countTokens(text), expected, expected * 0.2);
}

TEST(TokenCounter, TakesLoneSurrogates)
{
    const QChar high(0xD83C), low(0xDF4A);
    EXPECT_EQ(countTokens(QString(high)), 1);
    EXPECT_EQ(countTokens(QString(low)), 1);
    EXPECT_EQ(countTokens(QString(100, high)), 100);
    EXPECT_EQ(countTokens(QString(low) + high), 2);
    EXPECT_EQ(countTokens(QStringLiteral("tree ") + high), 2 + countTokens(u"tree") - 1);
}

TEST(TokenCounter, TakesMoreBlanksTogether)
{
    EXPECT_EQ(countTokens(u"        "), 1);
    EXPECT_EQ(countTokens(u"\n\n"), 1);
    EXPECT_LE(countTokens(QString(1 << 20, u' ')), (1 << 20) / 32);
    EXPECT_LE(countTokens(QString(1 << 20, u'\n')), (1 << 20) / 16);
    EXPECT_EQ(countTokens(u"one;\r\ntwo;\r\n"), countTokens(u"one;\ntwo;\n"));
}

TEST(TokenCounter, GrowsWithTheSizeOfAMegabyte)
{
    constexpr qsizetype size = 1 << 20;
    for (const char16_t c :
         {u'x', u'A', u'0', u'-', u'\t', u'\u00E4', u'\u0436', u'\u6E29', char16_t(0xD83C), u'\u3042'}) {
        const int tokens = countTokens(QString(size, QChar(c)));
        EXPECT_GT(tokens, size / 200) << int(c);
        EXPECT_LE(tokens, 2 * size) << int(c);
    }
    const int small = countTokens(noise(base64Letters, 6, 1, size / 64));
    EXPECT_NEAR(countTokens(noise(base64Letters, 6, 1, size)) / 64.0, small, small * 0.05);
}

} // namespace orangery
