// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/model.h"

#include <algorithm>

namespace orangery::sandbox {

double Model::neuronsOf(const QString& unit) const
{
    for (const QJsonValue& price : prices) {
        if (price[QLatin1String("unit")].toString() == unit)
            return price[QLatin1String("neurons")].toDouble();
    }
    return -1;
}

double Model::neurons(qint64 inputTokens, qint64 outputTokens, qint64 cachedTokens) const
{
    const double input = neuronsOf(QStringLiteral("inputTokensPerMillion"));
    const double output = neuronsOf(QStringLiteral("outputTokensPerMillion"));
    if (input < 0 && output < 0)
        return -1;
    const double cached = hasPromptCache() ? neuronsOf(QStringLiteral("cachedInputTokensPerMillion")) : input;
    return (std::max(input, 0.0) * static_cast<double>(inputTokens - cachedTokens) +
            std::max(cached, 0.0) * static_cast<double>(cachedTokens) +
            std::max(output, 0.0) * static_cast<double>(outputTokens)) /
           1e6;
}

} // namespace orangery::sandbox
