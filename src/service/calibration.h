// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/neurons.h"
#include "storage/callrow.h"

#include <QHash>
#include <QList>

namespace orangery {

/// What calls really come to beside the published table (U1): FLUX.1 has been billed at three times its
/// price. A call with the same parameters was measured: the most that its like came to. Another of the same
/// model: the usual ratio. None: the table.
class Calibration
{
public:
    static constexpr int mostPerModel = 50;
    static constexpr int longestShortPrompt = 200; ///< tokens

    /// Newest last.
    void learn(const Measured& measured);
    /// Short prompts are passed over: what the service adds to each request would hide how it counts.
    void learn(const CountedPrompt& prompt);
    /// What the model would count where this program counts `counted`.
    int correctedTokens(const QString& model, int counted) const;
    /// What the model's calls usually come to for one neuron of the table; 1 while none was measured.
    double usualRatio(const QString& model) const;
    /// `units` is WorkUnits::text.
    Neurons corrected(const QString& model, const QString& units, Neurons listPrice) const;

private:
    struct Sample
    {
        QString units;
        double ratio = 1;
        Neurons booked;
    };
    struct Tokens
    {
        double counted = 0;
        double reported = 0;
    };
    QHash<QString, QList<Sample>> m_samples;
    QHash<QString, Tokens> m_tokens; ///< sums in which the latest weigh most
};

} // namespace orangery
