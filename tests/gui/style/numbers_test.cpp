// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/numbers.h"

#include <QGuiApplication>
#include <QLocale>
#include <gtest/gtest.h>

using namespace Qt::StringLiterals;

namespace orangery {
namespace {

// No-break spaces are written "_" here, so that a plain space would fail the test.
std::string shown(QString text)
{
    return text.replace(QChar(0xA0), u'_').toStdString();
}

class NumbersTest : public testing::Test
{
protected:
    NumbersTest() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    ~NumbersTest() override
    {
        QLocale::setDefault(QLocale::c());
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }
};

TEST_F(NumbersTest, EstimatesAreRoundedAndMarked)
{
    EXPECT_EQ(shown(Numbers::estimate(Neurons::of(20.6))), "≈_21_n");
    EXPECT_EQ(shown(Numbers::estimate(Neurons::of(5.62))), "≈_5.6_n");
    EXPECT_EQ(shown(Numbers::estimate(Neurons::of(9.94))), "≈_9.9_n");
    EXPECT_EQ(shown(Numbers::estimate(Neurons::of(9.96))), "≈_10_n");
    EXPECT_EQ(shown(Numbers::estimate(Neurons::of(6900.4))), "≈_6,900_n");
    EXPECT_EQ(shown(Numbers::estimate(Neurons::ofMillionths(1))), "<_0.1_n");
    EXPECT_EQ(shown(Numbers::estimate({})), "0_n");
    EXPECT_EQ(shown(Numbers::estimateFigure(Neurons::of(20.2))), "20");
}

TEST_F(NumbersTest, BookedHasOneDecimal)
{
    EXPECT_EQ(shown(Numbers::booked(Neurons::of(18.8))), "18.8_n");
    EXPECT_EQ(shown(Numbers::booked(Neurons::of(1262))), "1,262.0_n");
    EXPECT_EQ(shown(Numbers::booked({})), "0_n");
    EXPECT_EQ(shown(Numbers::booked(Neurons::of(0.03))), "<_0.1_n");
}

TEST_F(NumbersTest, WhatIsLeftIsNeverRoundedUp)
{
    EXPECT_EQ(shown(Numbers::whole(Neurons::of(6584.9))), "6,584_n");
}

TEST_F(NumbersTest, SharesAreNeverZeroForSomething)
{
    const Neurons rest = Neurons::of(6584);
    EXPECT_EQ(shown(Numbers::share(Neurons::of(21), rest)), "0.3_%");
    EXPECT_EQ(shown(Numbers::share(Neurons::of(2781), rest)), "42_%");
    EXPECT_EQ(shown(Numbers::share(Neurons::of(1), rest)), "<_0.1_%");
    EXPECT_EQ(shown(Numbers::share({}, rest)), "0_%");
    EXPECT_EQ(shown(Numbers::share(Neurons::of(13168), rest)), "200_%");
    EXPECT_EQ(shown(Numbers::share(Neurons::of(1), {})), "");
    EXPECT_EQ(shown(Numbers::share(Neurons::of(1), Neurons::of(-5))), "");
}

TEST_F(NumbersTest, TimesHaveTwoUnits)
{
    EXPECT_EQ(shown(Numbers::duration(9 * 3600 + 40 * 60 + 59)), "9_h_40_min");
    EXPECT_EQ(shown(Numbers::duration(40 * 60)), "40_min");
    EXPECT_EQ(shown(Numbers::duration(59)), "<_1_min");
    EXPECT_EQ(shown(Numbers::duration(-3)), "<_1_min");
    EXPECT_EQ(shown(Numbers::duration(50 * 3600)), "2_d_2_h");
    EXPECT_EQ(shown(Numbers::countdown(3 * 3600 + 13 * 60 + 22)), "3_h_13_min_22_s");
    EXPECT_EQ(shown(Numbers::countdown(3600)), "1_h_0_min_0_s");
    EXPECT_EQ(shown(Numbers::countdown(7)), "7_s");
    EXPECT_EQ(shown(Numbers::countdown(-7)), "0_s");
}

TEST_F(NumbersTest, TimesAreSpokenInWords)
{
    EXPECT_EQ(shown(Numbers::spokenDuration(9 * 3600 + 40 * 60)), "9 hours 40 minutes");
    EXPECT_EQ(shown(Numbers::spokenDuration(3660)), "1 hour 1 minute");
    EXPECT_EQ(shown(Numbers::spokenDuration(7200)), "2 hours");
    EXPECT_EQ(shown(Numbers::spokenDuration(10)), "less than a minute");
}

TEST_F(NumbersTest, TokensGoInAndOut)
{
    EXPECT_EQ(shown(Numbers::tokens(1842, 388)), "1,842_→_388_tok");
}

TEST_F(NumbersTest, TheLocaleGroups)
{
    QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
    EXPECT_EQ(shown(Numbers::booked(Neurons::of(1262.24))), "1.262,2_n");
    EXPECT_EQ(shown(Numbers::whole(Neurons::of(6584))), "6.584_n");
}

TEST_F(NumbersTest, AFigureKeepsItsDirectionInRightToLeftText)
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const QString text = Numbers::booked(Neurons::of(18.8));
    EXPECT_EQ(text.front(), QChar(0x2066));
    EXPECT_EQ(text.back(), QChar(0x2069));
}

} // namespace
} // namespace orangery
