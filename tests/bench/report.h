// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdio>
#include <string>
#include <vector>

namespace orangery::bench {

/// One figure, one JSON line on standard output. `name` is the figure's name for good ("start.warm_ratio");
/// `unit` is "ratio", "ms", "us", "MB", "MB/s", "exponent" …
inline void report(const std::string& name, double value, const std::string& unit)
{
    std::printf("{\"bench\":\"%s\",\"value\":%.4g,\"unit\":\"%s\"}\n", name.c_str(), value, unit.c_str());
    std::fflush(stdout);
}

/// In place of a figure that could not be measured here, and why.
inline void leftOut(const std::string& name, const std::string& reason)
{
    std::printf("{\"bench\":\"%s\",\"left_out\":\"%s\"}\n", name.c_str(), reason.c_str());
    std::fflush(stdout);
}

/// The value below which `share` (0 … 1) of the values lie; takes its own copy to sort. 0 of nothing.
inline double quantile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    const auto last = static_cast<double>(values.size() - 1);
    const auto at = values.begin() + static_cast<std::ptrdiff_t>(share * last + 0.5);
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

inline double median(const std::vector<double>& values)
{
    return quantile(values, 0.5);
}

} // namespace orangery::bench
