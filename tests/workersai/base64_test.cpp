// SPDX-License-Identifier: GPL-3.0-or-later
#include "workersai/base64.h"

#include <gtest/gtest.h>

namespace orangery {
namespace {

TEST(Base64, ReadsWhatQtWrites)
{
    QByteArray bytes;
    for (int length = 0; length < 600; ++length) {
        const auto read = fromBase64(bytes.toBase64());
        ASSERT_TRUE(read) << length;
        EXPECT_EQ(*read, bytes) << length;
        bytes.append(static_cast<char>(length * 167 + 13));
    }
}

TEST(Base64, EveryCharacterOfTheAlphabetAndNoOther)
{
    const QByteArray alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int c = 0; c < 256; ++c) {
        for (qsizetype place = 0; place < 8; ++place) {
            QByteArray text = "AAAAAAAAAAAA";
            text[place] = static_cast<char>(c);
            EXPECT_EQ(fromBase64(text).has_value(), alphabet.contains(static_cast<char>(c)))
                << c << " at " << place;
        }
    }
}

TEST(Base64, OnlyWholeGroups)
{
    for (const char* text : {"A", "AA", "AAA", "AAAAA", "AA=", "=", "==", "===", "====", "A===", "AA=A",
                             "AAAA====", "AA==AAAA", "AA== ", "AAAA\n", "AAA-", "AAA_"})
        EXPECT_FALSE(fromBase64(text)) << text;
    EXPECT_EQ(fromBase64("/+8="), QByteArray("\xff\xef"));
    EXPECT_EQ(fromBase64("/w=="), QByteArray("\xff"));
}

} // namespace
} // namespace orangery
