// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/calibration.h"

#include <algorithm>
#include <cmath>

namespace orangery {

void Calibration::learn(const Measured& measured)
{
    if (measured.listPrice <= Neurons())
        return;
    QList<Sample>& samples = m_samples[measured.model];
    samples.append(
        {measured.units, measured.booked.toDouble() / measured.listPrice.toDouble(), measured.booked});
    if (samples.size() > mostPerModel)
        samples.removeFirst();
}

void Calibration::learn(const CountedPrompt& prompt)
{
    if (prompt.counted <= longestShortPrompt || prompt.reported <= 0)
        return;
    constexpr double kept = 0.9; // of what was known, with each new prompt
    Tokens& tokens = m_tokens[prompt.model];
    tokens.counted = tokens.counted * kept + prompt.counted;
    tokens.reported = tokens.reported * kept + prompt.reported;
}

int Calibration::correctedTokens(const QString& model, int counted) const
{
    const auto tokens = m_tokens.constFind(model);
    if (tokens == m_tokens.constEnd())
        return counted;
    // no vocabulary is further off; a prompt that the service adds to each request may be
    const double factor = std::clamp(tokens->reported / tokens->counted, 0.5, 3.0);
    return static_cast<int>(std::min(std::ceil(counted * factor), 1e9));
}

double Calibration::usualRatio(const QString& model) const
{
    const auto samples = m_samples.constFind(model);
    if (samples == m_samples.constEnd())
        return 1;
    QList<double> ratios;
    for (const Sample& sample : *samples)
        ratios.append(sample.ratio);
    const auto middle = ratios.begin() + ratios.size() / 2;
    std::nth_element(ratios.begin(), middle, ratios.end());
    return *middle;
}

Neurons Calibration::corrected(const QString& model, const QString& units, Neurons listPrice) const
{
    const auto samples = m_samples.constFind(model);
    if (samples == m_samples.constEnd())
        return listPrice;
    Neurons most;
    for (const Sample& sample : *samples) {
        if (sample.units == units)
            most = std::max(most, sample.booked);
    }
    return most > Neurons() ? most : Neurons::of(listPrice.toDouble() * usualRatio(model));
}

} // namespace orangery
