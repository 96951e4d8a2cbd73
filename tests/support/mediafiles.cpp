// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mediafiles.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QtEndian>
#include <cmath>

namespace orangery::test {

namespace {

template <typename T>
QByteArray little(T value)
{
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

} // namespace

QByteArray pcm(double seconds, const std::vector<Loud>& parts, int rate)
{
    QByteArray samples;
    for (int i = 0; i < static_cast<int>(seconds * rate); ++i) {
        const double at = static_cast<double>(i) / rate;
        qint16 sample = 0;
        for (const Loud& part : parts) {
            if (at >= part.start && at < part.end)
                sample = static_cast<qint16>(9000 * std::sin(at * 1400));
        }
        samples += little(sample);
    }
    return samples;
}

QByteArray wav(double seconds, const std::vector<Loud>& parts, int rate)
{
    const QByteArray samples = pcm(seconds, parts, rate);
    return "RIFF" + little<quint32>(static_cast<quint32>(36 + samples.size())) + "WAVEfmt " +
           little<quint32>(16) + little<quint16>(1) + little<quint16>(1) +
           little<quint32>(static_cast<quint32>(rate)) + little<quint32>(static_cast<quint32>(rate) * 2) +
           little<quint16>(2) + little<quint16>(16) + "data" +
           little<quint32>(static_cast<quint32>(samples.size())) + samples;
}

QByteArray png(const QImage& image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "png"))
        qFatal("no picture was made");
    return bytes;
}

QByteArray png(int width, int height, const QColor& colour)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(colour);
    return png(image);
}

QByteArray noise(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    QRandomGenerator dice(7);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            image.setPixel(x, y, dice.generate());
    }
    return png(image);
}

} // namespace orangery::test
