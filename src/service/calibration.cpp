// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/calibration.h"

#include <algorithm>

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

Neurons Calibration::corrected(const QString& model, const QString& units, Neurons listPrice) const
{
    const auto samples = m_samples.constFind(model);
    if (samples == m_samples.constEnd())
        return listPrice;
    Neurons most;
    QList<double> ratios;
    for (const Sample& sample : *samples) {
        if (sample.units == units)
            most = std::max(most, sample.booked);
        ratios.append(sample.ratio);
    }
    if (most > Neurons())
        return most;
    const auto middle = ratios.begin() + ratios.size() / 2;
    std::nth_element(ratios.begin(), middle, ratios.end());
    return Neurons::of(listPrice.toDouble() * *middle);
}

} // namespace orangery
