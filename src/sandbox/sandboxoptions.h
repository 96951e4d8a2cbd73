// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <chrono>

namespace orangery {

/// How the sandbox behaves. The defaults resemble a calm day of the real service on the free plan.
struct SandboxOptions
{
    enum class Plan { Free, Paid };

    quint16 port = 0;                          ///< 0: the system chooses
    std::chrono::milliseconds latency{200};    ///< before the first byte of a model's answer
    double tokensPerSecond = 90;               ///< of a stream; 0: as fast as the client reads
    std::chrono::milliseconds batchWait{4000}; ///< of the asynchronous queue; half of it queued
    double dailyNeurons = 10'000;              ///< free neurons a UTC day; only the free plan runs out
    Plan plan = Plan::Free;                    ///< paid: no quota, and models that need it answer
    bool analytics = true;                     ///< false: the token lacks Account Analytics
    std::chrono::seconds clockOffset{0};       ///< added to the system's clock everywhere
    int omitNeuronsEvery = 0; ///< every n-th answer tells no neurons anywhere; 0: all tell them
    QString userToken;        ///< empty: Sandbox::token()
};

} // namespace orangery
