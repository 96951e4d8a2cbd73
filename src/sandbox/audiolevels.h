// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <optional>
#include <vector>

namespace orangery::sandbox {

/// A part of a recording, in seconds from its start.
struct Stretch
{
    double start = 0;
    double end = 0;
};

/// How loud a recording is over its length, without the sound itself: hours fit into little memory.
struct AudioLevels
{
    static constexpr double frame = 0.02; ///< seconds that one level stands for

    double seconds = 0;
    std::vector<std::vector<float>> channels; ///< root mean squares, 1 is full scale

    /// Any file that libsndfile reads: WAV, FLAC, Ogg, MP3 and more. None when it cannot.
    static std::optional<AudioLevels> of(const QByteArray& file);
    /// Bare 16-bit samples, least byte first, channels in turn.
    static AudioLevels ofPcm(const QByteArray& samples, int rate, int channelCount);

    /// All channels as one.
    std::vector<float> mixed() const;
};

/// Where it is loud enough for speech. Pauses within a word do not count; clicks do not, either.
std::vector<Stretch> loudStretches(const std::vector<float>& levels);

} // namespace orangery::sandbox
