// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/updatepacer.h"

#include "support/waitfor.h"

#include <gtest/gtest.h>

namespace orangery {

TEST(UpdatePacer, WaitsThreeTimesTheLastCostButAtLeastAThirtiethOfASecond)
{
    EXPECT_EQ(UpdatePacer::interval(0), 33);
    EXPECT_EQ(UpdatePacer::interval(11), 33);
    EXPECT_EQ(UpdatePacer::interval(50), 150);
}

TEST(UpdatePacer, MakesOneUpdateOfManyRequests)
{
    UpdatePacer pacer;
    int updates = 0;
    QObject::connect(&pacer, &UpdatePacer::due, &pacer, [&] {
        ++updates;
        pacer.done(0);
    });
    for (int i = 0; i < 100; ++i)
        pacer.request();
    EXPECT_EQ(updates, 0) << "never inside of request()";
    EXPECT_TRUE(test::waitFor([&] { return updates == 1; }));
    pacer.request();
    EXPECT_TRUE(pacer.isPending());
    pacer.done(0);
    EXPECT_FALSE(pacer.isPending()) << "an update made elsewhere serves the request";
}

} // namespace orangery
