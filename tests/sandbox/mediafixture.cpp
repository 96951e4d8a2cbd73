// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/mediafixture.h"

#include <QBuffer>
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
    EXPECT_TRUE(image.save(&buffer, "png"));
    return bytes;
}

QByteArray png(int width, int height, QRgb colour)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(colour);
    return png(image);
}

QByteArray numbers(const QByteArray& bytes)
{
    QByteArray list = "[";
    for (const char byte : bytes)
        list += QByteArray::number(static_cast<quint8>(byte)) + ',';
    return list.chopped(1) + ']';
}

Form& Form::field(const QByteArray& name, const QByteArray& value)
{
    m_parts += "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    return *this;
}

Form& Form::file(const QByteArray& name, const QByteArray& fileName, const QByteArray& type,
                 const QByteArray& data)
{
    m_parts += "--edge\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName +
               "\"\r\nContent-Type: " + type + "\r\n\r\n" + data + "\r\n";
    return *this;
}

} // namespace orangery::test
