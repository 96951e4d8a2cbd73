// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QColor>
#include <QImage>
#include <vector>

namespace orangery::test {

/// A loud part of a recording, in seconds.
struct Loud
{
    double start;
    double end;
};

/// A 16-bit WAV of one channel: a tone in the loud parts, nothing elsewhere.
QByteArray wav(double seconds, const std::vector<Loud>& parts, int rate = 8000);
/// Its samples alone.
QByteArray pcm(double seconds, const std::vector<Loud>& parts, int rate = 8000);

QByteArray png(const QImage& image);
QByteArray png(int width, int height, const QColor& colour);
/// A picture that does not compress; the same each time.
QByteArray noise(int width, int height);

} // namespace orangery::test
