// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sched.h>

namespace orangery::bench {

enum class Core { First, Last };

/// Keeps the calling thread, and what it starts, on one core of those it may use: whoever measures on the
/// first, servers on the last. Left alone, the scheduler moves a call's threads together or apart as it
/// likes, and in a virtual machine that alone doubles or halves a call's CPU time for as long as the process
/// lives.
inline void stayOn(Core core)
{
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0)
        return;
    int chosen = -1;
    for (int i = 0; i < CPU_SETSIZE; ++i) {
        if (CPU_ISSET(i, &allowed) && (chosen < 0 || core == Core::Last))
            chosen = i;
    }
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(static_cast<std::size_t>(chosen), &one);
    sched_setaffinity(0, sizeof one, &one);
}

} // namespace orangery::bench
