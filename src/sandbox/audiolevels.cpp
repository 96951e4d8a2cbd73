// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/audiolevels.h"

#include "sandbox/memoryfile.h"

#include <algorithm>
#include <cmath>

namespace orangery::sandbox {

namespace {

constexpr int mostChannels = 16;
constexpr double mostSeconds = 4 * 3600;

constexpr float quietest = 0.004F;   ///< of speech: about −48 dB
constexpr float partOfPeak = 0.12F;  ///< softer than this beside the loudest is background
constexpr double shortestGap = 0.15; ///< seconds
constexpr double shortestSound = 0.06;

/// Collects samples into levels, channels in turn.
class Meter
{
public:
    Meter(int rate, int channelCount)
        : m_frameSize(std::max(1, static_cast<int>(rate * AudioLevels::frame))),
          m_squares(static_cast<std::size_t>(channelCount))
    {
        m_levels.channels.resize(static_cast<std::size_t>(channelCount));
    }

    void add(const float* samples, qint64 frames)
    {
        for (qint64 i = 0; i < frames; ++i) {
            for (double& square : m_squares) {
                square += static_cast<double>(*samples) * static_cast<double>(*samples);
                ++samples;
            }
            if (++m_collected == m_frameSize)
                endFrame();
        }
        m_frames += frames;
    }

    AudioLevels levels(int rate)
    {
        if (m_collected > 0)
            endFrame();
        m_levels.seconds = static_cast<double>(m_frames) / rate;
        return std::move(m_levels);
    }

private:
    void endFrame()
    {
        for (std::size_t channel = 0; channel < m_squares.size(); ++channel) {
            m_levels.channels[channel].push_back(
                static_cast<float>(std::sqrt(m_squares[channel] / m_collected)));
            m_squares[channel] = 0;
        }
        m_collected = 0;
    }

    const int m_frameSize;
    std::vector<double> m_squares;
    int m_collected = 0;
    qint64 m_frames = 0;
    AudioLevels m_levels;
};

} // namespace

std::optional<AudioLevels> AudioLevels::of(const QByteArray& file)
{
    MemoryFile sound(file);
    const SF_INFO& info = sound.info();
    if (!sound.isOpen() || info.channels < 1 || info.channels > mostChannels || info.samplerate < 1)
        return std::nullopt;
    Meter meter(info.samplerate, info.channels);
    constexpr int block = 4096;
    std::vector<float> samples(static_cast<std::size_t>(block * info.channels));
    const auto most = static_cast<qint64>(mostSeconds * info.samplerate);
    for (qint64 total = 0; total < most;) {
        const qint64 count = sf_readf_float(sound.handle(), samples.data(), block);
        if (count <= 0)
            break;
        meter.add(samples.data(), count);
        total += count;
    }
    return meter.levels(info.samplerate);
}

AudioLevels AudioLevels::ofPcm(const QByteArray& samples, int rate, int channelCount)
{
    Meter meter(rate, channelCount);
    std::vector<float> frame(static_cast<std::size_t>(channelCount));
    const qsizetype frameBytes = qsizetype{2} * channelCount;
    for (qsizetype at = 0; at + frameBytes <= samples.size(); at += frameBytes) {
        for (int channel = 0; channel < channelCount; ++channel) {
            const qsizetype low = at + qsizetype{2} * channel;
            const int value = static_cast<qint8>(samples[low + 1]) * 256 + static_cast<quint8>(samples[low]);
            frame[static_cast<std::size_t>(channel)] = static_cast<float>(value) / 32768.0F;
        }
        meter.add(frame.data(), 1);
    }
    return meter.levels(rate);
}

std::vector<float> AudioLevels::mixed() const
{
    std::vector<float> mix = channels.front();
    for (std::size_t i = 0; i < mix.size(); ++i) {
        float squares = 0;
        for (const std::vector<float>& channel : channels)
            squares += channel[i] * channel[i];
        mix[i] = std::sqrt(squares / static_cast<float>(channels.size()));
    }
    return mix;
}

std::vector<Stretch> loudStretches(const std::vector<float>& levels)
{
    const float peak = levels.empty() ? 0 : *std::max_element(levels.begin(), levels.end());
    const float threshold = std::max(quietest, peak * partOfPeak);
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        if (levels[i] < threshold)
            continue;
        const double start = static_cast<double>(i) * AudioLevels::frame;
        const double end = start + AudioLevels::frame;
        if (!stretches.empty() && start - stretches.back().end < shortestGap)
            stretches.back().end = end;
        else
            stretches.push_back({start, end});
    }
    std::erase_if(stretches, [](const Stretch& s) { return s.end - s.start < shortestSound; });
    return stretches;
}

} // namespace orangery::sandbox
