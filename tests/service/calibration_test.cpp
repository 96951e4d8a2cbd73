// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/calibration.h"

#include <gtest/gtest.h>

namespace orangery::test {

TEST(Calibration, BelievesTheTableUntilSomethingWasMeasured)
{
    const Calibration calibration;
    EXPECT_EQ(calibration.corrected(QStringLiteral("@cf/a"), QStringLiteral("steps=4"), Neurons::of(57.6)),
              Neurons::of(57.6));
}

TEST(Calibration, NextEstimateOfTheSameIsWhatTheLastOneCost)
{
    Calibration calibration;
    const QString units = QStringLiteral("steps=4 size=1024x1024");
    calibration.learn({QStringLiteral("@cf/flux"), units, Neurons::of(172.8), Neurons::of(57.6)});
    EXPECT_EQ(calibration.corrected(QStringLiteral("@cf/flux"), units, Neurons::of(57.6)),
              Neurons::of(172.8));
    calibration.learn({QStringLiteral("@cf/flux"), units, Neurons::of(57.6), Neurons::of(57.6)});
    EXPECT_EQ(calibration.corrected(QStringLiteral("@cf/flux"), units, Neurons::of(57.6)),
              Neurons::of(172.8));
    // other parameters of the model: in proportion; other models: not at all
    EXPECT_EQ(calibration.corrected(QStringLiteral("@cf/flux"), QStringLiteral("steps=8"), Neurons::of(96)),
              Neurons::of(288));
    EXPECT_EQ(calibration.corrected(QStringLiteral("@cf/other"), units, Neurons::of(57.6)),
              Neurons::of(57.6));
}

TEST(Calibration, ForgetsWhatIsLongAgo)
{
    Calibration calibration;
    const QString units = QStringLiteral("steps=4");
    calibration.learn({QStringLiteral("@cf/flux"), units, Neurons::of(300), Neurons::of(100)});
    for (int i = 0; i < Calibration::mostPerModel; ++i)
        calibration.learn({QStringLiteral("@cf/flux"), units, Neurons::of(100), Neurons::of(100)});
    EXPECT_EQ(calibration.corrected(QStringLiteral("@cf/flux"), units, Neurons::of(100)), Neurons::of(100));
}

TEST(Calibration, CountsTokensAsTheModelReportedThem)
{
    Calibration calibration;
    const QString model = QStringLiteral("@cf/flash");
    EXPECT_EQ(calibration.correctedTokens(model, 100), 100);
    calibration.learn(CountedPrompt{model, 300, 471});
    EXPECT_EQ(calibration.correctedTokens(model, 200), 314);
    EXPECT_EQ(calibration.correctedTokens(QStringLiteral("@cf/other"), 200), 200);
    for (int i = 0; i < 40; ++i)
        calibration.learn(CountedPrompt{model, 1000, 900});
    EXPECT_NEAR(calibration.correctedTokens(model, 1000), 900, 5);
    // what is no count at all, and what no vocabulary can be
    calibration.learn(CountedPrompt{model, 1000, 0});
    EXPECT_NEAR(calibration.correctedTokens(model, 1000), 900, 5);
    calibration.learn(CountedPrompt{QStringLiteral("@cf/odd"), 201, 100'000});
    EXPECT_EQ(calibration.correctedTokens(QStringLiteral("@cf/odd"), 10), 30);
}

TEST(Calibration, LearnsNothingOfTokensFromAShortPrompt)
{
    Calibration calibration;
    const QString model = QStringLiteral("@cf/flash");
    calibration.learn(CountedPrompt{model, 200, 600}); // a fixed addition weighs too much in it
    EXPECT_EQ(calibration.correctedTokens(model, 1000), 1000);
    calibration.learn(CountedPrompt{model, 201, 402});
    EXPECT_EQ(calibration.correctedTokens(model, 1000), 2000);
}

TEST(Calibration, TellsTheUsualRatioOfAModel)
{
    Calibration calibration;
    const QString model = QStringLiteral("@cf/flash");
    EXPECT_EQ(calibration.usualRatio(model), 1);
    for (const double booked : {10.0, 30.0, 300.0})
        calibration.learn({model, QStringLiteral("prompt=1"), Neurons::of(booked), Neurons::of(10)});
    EXPECT_EQ(calibration.usualRatio(model), 3);
}

} // namespace orangery::test
