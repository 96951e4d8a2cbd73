// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/result.h"

#include <gtest/gtest.h>
#include <memory>

namespace orangery {

TEST(Result, HoldsAValueOrAnError)
{
    const Result<int> value(7);
    ASSERT_TRUE(value);
    EXPECT_EQ(*value, 7);
    EXPECT_EQ(value.value_or(1), 7);
    const Result<int> error(Error::of(ErrorKind::Busy));
    ASSERT_FALSE(error);
    EXPECT_EQ(error.error().kind, ErrorKind::Busy);
    EXPECT_EQ(error.value_or(1), 1);
}

TEST(Result, MovesItsValueOut)
{
    Result<std::unique_ptr<int>> value(std::make_unique<int>(7));
    const std::unique_ptr<int> taken = *std::move(value);
    EXPECT_EQ(*taken, 7);
}

TEST(Result, OfNothingIsASuccessOrAnError)
{
    EXPECT_TRUE(Result<void>());
    const Result<void> error(Error::of(ErrorKind::StorageFull));
    EXPECT_FALSE(error);
    EXPECT_EQ(error.error().kind, ErrorKind::StorageFull);
}

} // namespace orangery
