// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windowplace.h"

#include <gtest/gtest.h>

namespace orangery::test {

namespace {

const QRect laptop(0, 0, 1366, 768);
const QRect desk(1366, 0, 2560, 1440);

} // namespace

TEST(WindowPlace, StaysWhereItWasLeft)
{
    const QRect place(1500, 100, 1280, 800);
    EXPECT_EQ(clampedToScreens(place, {laptop, desk}), place);
}

TEST(WindowPlace, ComesBackFromAScreenThatIsGone)
{
    const QRect placed = clampedToScreens(QRect(3000, 900, 1280, 800), {laptop});
    EXPECT_TRUE(laptop.contains(placed)) << placed.x() << ' ' << placed.y();
}

TEST(WindowPlace, ShrinksToASmallerScreen)
{
    const QRect placed = clampedToScreens(QRect(5000, 0, 2400, 1400), {laptop});
    EXPECT_EQ(placed, laptop);
}

TEST(WindowPlace, KeepsItsTitleWithinReach)
{
    const QRect placed = clampedToScreens(QRect(200, -700, 1000, 700), {laptop});
    EXPECT_GE(placed.top(), 0);
}

TEST(WindowPlace, KeepsItsPlaceWithoutAnyScreen)
{
    EXPECT_EQ(clampedToScreens(QRect(1, 2, 3, 4), {}), QRect(1, 2, 3, 4));
}

} // namespace orangery::test
