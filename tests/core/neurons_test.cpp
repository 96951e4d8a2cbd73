// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/neurons.h"

#include <gtest/gtest.h>

namespace orangery {

TEST(Neurons, SumsWithoutDrift)
{
    Neurons sum;
    for (int i = 0; i < 1'000'000; ++i)
        sum += Neurons::of(0.1);
    EXPECT_EQ(sum.millionths(), 100'000'000'000);
}

TEST(Neurons, KeepsMillionths)
{
    EXPECT_EQ(Neurons::of(172.80).millionths(), 172'800'000);
    EXPECT_EQ(Neurons::of(0.0000006).millionths(), 1);
    EXPECT_LT(Neurons::of(1), Neurons::of(1.5));
    EXPECT_EQ((Neurons::of(3) - Neurons::of(1)).toDouble(), 2.0);
}

} // namespace orangery
