// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <functional>

namespace orangery::sandbox {

/// Says a text in tones: every syllable is a sound of its own, marks are pauses, about 14 characters take a
/// second. Nobody will take it for a person, but it is as long and as loud as speech.
class Voice
{
public:
    /// Gets the samples piece by piece, −1 to 1, one channel.
    using Sink = std::function<void(const float* samples, qint64 count)>;

    /// Every speaker has a pitch of its own. `rate` in Hz.
    Voice(const QString& speaker, int rate);

    /// Equal texts give equal samples. Returns the seconds.
    double speak(const QString& text, const Sink& sink) const;

private:
    const double m_pitch; ///< Hz
    const int m_rate;
};

} // namespace orangery::sandbox
