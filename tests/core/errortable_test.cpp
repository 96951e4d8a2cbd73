// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/error.h"
#include "core/errortable.h"

#include <QSet>
#include <gtest/gtest.h>

namespace orangery {

TEST(ErrorTable, EveryKindHasItsOwnSentenceAndName)
{
    QSet<QString> sentences;
    QSet<QString> names;
    for (const ErrorFacts& facts : allErrorFacts()) {
        const QString sentence = sentenceOf(facts.kind);
        EXPECT_GT(sentence.size(), 20) << facts.name;
        EXPECT_FALSE(sentences.contains(sentence)) << facts.name;
        EXPECT_FALSE(names.contains(QString::fromLatin1(facts.name))) << facts.name;
        sentences.insert(sentence);
        names.insert(QString::fromLatin1(facts.name));
    }
}

TEST(ErrorTable, NoCodeBelongsToTwoKinds)
{
    QSet<int> codes;
    for (const ErrorFacts& facts : allErrorFacts()) {
        for (const int code : facts.codes) {
            EXPECT_FALSE(codes.contains(code)) << code;
            codes.insert(code);
            EXPECT_EQ(kindOfCode(code), facts.kind);
        }
    }
    EXPECT_EQ(codes.size(), 27);
}

TEST(ErrorTable, UnknownCodesHaveNoKind)
{
    EXPECT_FALSE(kindOfCode(0));
    EXPECT_FALSE(kindOfCode(1234));
}

struct RetryRow
{
    int code;
    RetryClass retry;
};

class RetryClasses : public testing::TestWithParam<RetryRow>
{};

// API.md §19, column “retry?”
INSTANTIATE_TEST_SUITE_P(
    Codes, RetryClasses,
    testing::Values(RetryRow{3003, RetryClass::Never}, RetryRow{3006, RetryClass::Never},
                    RetryRow{3007, RetryClass::AfterPause}, RetryRow{3008, RetryClass::AfterPause},
                    RetryRow{3010, RetryClass::Never}, RetryRow{3023, RetryClass::Never},
                    RetryRow{3030, RetryClass::Never}, RetryRow{8007, RetryClass::Never},
                    RetryRow{3036, RetryClass::AfterReset}, RetryRow{4006, RetryClass::AfterReset},
                    RetryRow{3039, RetryClass::Never}, RetryRow{3040, RetryClass::AfterPause},
                    RetryRow{3041, RetryClass::Never}, RetryRow{5018, RetryClass::Never},
                    RetryRow{3042, RetryClass::Never}, RetryRow{5004, RetryClass::Never},
                    RetryRow{5005, RetryClass::Never}, RetryRow{5006, RetryClass::Never},
                    RetryRow{5007, RetryClass::Never}, RetryRow{5016, RetryClass::Never},
                    RetryRow{5019, RetryClass::Never}, RetryRow{5035, RetryClass::Never},
                    RetryRow{8006, RetryClass::Never}, RetryRow{7003, RetryClass::Never},
                    RetryRow{7000, RetryClass::Never}, RetryRow{10000, RetryClass::Never},
                    RetryRow{9109, RetryClass::Never}));

TEST_P(RetryClasses, FollowTheReference)
{
    const auto kind = kindOfCode(GetParam().code);
    ASSERT_TRUE(kind);
    EXPECT_EQ(factsOf(*kind).retry, GetParam().retry);
}

TEST(Error, CarriesTheSentenceOfItsKind)
{
    const Error error = Error::of(ErrorKind::Busy, QStringLiteral("raw"));
    EXPECT_EQ(error.message, sentenceOf(ErrorKind::Busy));
    EXPECT_EQ(error.detail, QStringLiteral("raw"));
}

} // namespace orangery
