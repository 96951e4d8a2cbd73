// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QByteArray>
#include <QColor>
#include <QImage>
#include <QRandomGenerator>
#include <QSize>
#include <cmath>
#include <numbers>
#include <vector>

namespace orangery::test {

inline QByteArray png(const QImage& image)
{
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return file;
}

inline QByteArray picture(const QSize& size, const QColor& colour)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return png(image);
}

/// A picture that does not compress; the same each time.
inline QByteArray noise(const QSize& size)
{
    QImage image(size, QImage::Format_RGB32);
    QRandomGenerator dice(7);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, dice.generate());
    }
    return png(image);
}

/// A loud part of a recording, in seconds.
struct Loud
{
    double start;
    double end;
};

/// A 16-bit WAV of one channel: a tone in the loud parts, nothing elsewhere.
inline QByteArray wav(double seconds, const std::vector<Loud>& parts, int rate)
{
    const auto little = [](quint32 value, int bytes) {
        QByteArray text;
        for (int i = 0; i < bytes; ++i)
            text += static_cast<char>(value >> (8 * i));
        return text;
    };
    QByteArray samples;
    for (int i = 0; i < seconds * rate; ++i) {
        const double at = static_cast<double>(i) / rate;
        double level = 0;
        for (const Loud& part : parts) {
            if (at >= part.start && at < part.end)
                level = 12'000 * std::sin(2 * std::numbers::pi * 220 * at);
        }
        samples += little(static_cast<quint16>(static_cast<qint16>(level)), 2);
    }
    const auto whole = static_cast<quint32>(samples.size());
    const auto hertz = static_cast<quint32>(rate);
    return "RIFF" + little(36 + whole, 4) + "WAVEfmt " + little(16, 4) + little(1, 2) + little(1, 2) +
           little(hertz, 4) + little(2 * hertz, 4) + little(2, 2) + little(16, 2) + "data" +
           little(whole, 4) + samples;
}

} // namespace orangery::test
