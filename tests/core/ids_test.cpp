// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ids.h"

#include <QSet>
#include <gtest/gtest.h>
#include <thread>
#include <vector>

namespace orangery {

TEST(Ids, GrowWithinAThread)
{
    qint64 last = newId();
    for (int i = 0; i < 10000; ++i) {
        const qint64 next = newId();
        ASSERT_GT(next, last);
        last = next;
    }
}

TEST(Ids, AreUniqueAcrossThreads)
{
    std::vector<std::vector<qint64>> made(4);
    std::vector<std::thread> threads;
    for (auto& ids : made) {
        threads.emplace_back([&ids] {
            for (int i = 0; i < 5000; ++i)
                ids.push_back(newId());
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QSet<qint64> all;
    for (const auto& ids : made) {
        for (const qint64 id : ids)
            all.insert(id);
    }
    EXPECT_EQ(all.size(), 20000);
}

} // namespace orangery
