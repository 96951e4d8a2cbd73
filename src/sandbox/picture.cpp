// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/picture.h"

#include "sandbox/dice.h"
#include "sandbox/motifs.h"
#include "sandbox/scene.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace orangery::sandbox {

namespace {

constexpr int marksAStep = 14;

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto mix = [share](int from, int to) { return static_cast<int>(from + (to - from) * share); };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

QColor averageOf(const QImage& image)
{
    return image.scaled(1, 1, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).pixelColor(0, 0);
}

/// One picture while it is painted.
class Canvas
{
public:
    explicit Canvas(const PictureOrder& order)
        : m_order(order),
          m_scene(Scene::of(order.prompt, order.negativePrompt, order.seed)),
          m_dice(order.seed ^ seedOf(order.prompt + u'\n' + order.negativePrompt)),
          m_image(order.size, QImage::Format_RGB32)
    {
        for (const QImage& reference : order.references)
            m_scene.palette.prepend(averageOf(reference));
    }

    QImage painted()
    {
        m_image.fill(m_scene.palette[0].rgb());
        m_painter.begin(&m_image);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setPen(Qt::NoPen);
        paintSky();
        for (int layer = 0; layer < 3; ++layer)
            paintHills(layer);
        hangReferences();
        paintThings();
        paintDetail();
        m_painter.end();
        return m_image;
    }

private:
    double width() const { return m_image.width(); }
    double height() const { return m_image.height(); }
    double unit() const { return std::min(width(), height()); }
    /// 0 … 1 of how strong the colours are.
    double strength() const { return std::clamp(0.35 + m_order.guidance / 15, 0.35, 1.0); }
    QColor colour(int index) const
    {
        return mixed(QColor(0xE8, 0xE4, 0xDC), m_scene.palette[index % m_scene.palette.size()], strength());
    }

    void paintSky()
    {
        const QColor top = m_scene.isNight ? QColor(0x12, 0x16, 0x35) : colour(0).lighter(112);
        const QColor low = m_scene.isNight ? colour(0).darker(190) : mixed(colour(1), Qt::white, 0.45);
        QLinearGradient sky(0, 0, 0, height());
        sky.setColorAt(0, top);
        sky.setColorAt(0.7, low);
        m_painter.fillRect(m_image.rect(), sky);
        if (m_scene.isNight) {
            m_painter.setBrush(QColor(255, 255, 240, 200));
            for (int star = 0; star < 60; ++star) {
                const QPointF at(m_dice.unit() * width(), m_dice.unit() * height() * 0.55);
                const double size = unit() * m_dice.between(0.001, 0.0035);
                m_painter.drawEllipse(at, size, size);
            }
        }
        const QPointF sun(m_dice.between(0.15, 0.85) * width(), m_dice.between(0.14, 0.36) * height());
        const double radius = unit() * m_dice.between(0.07, 0.12);
        QRadialGradient glow(sun, radius * 3);
        const QColor light = m_scene.isNight ? QColor(0xF4, 0xF1, 0xDE) : mixed(colour(2), Qt::white, 0.6);
        glow.setColorAt(0, light);
        glow.setColorAt(0.33, light);
        glow.setColorAt(0.36, QColor(light.red(), light.green(), light.blue(), 90));
        glow.setColorAt(1, QColor(light.red(), light.green(), light.blue(), 0));
        m_painter.setBrush(glow);
        m_painter.drawEllipse(sun, radius * 3, radius * 3);
    }

    void paintHills(int layer)
    {
        const double level = height() * (0.5 + 0.15 * layer);
        const double swing = m_scene.hasSea && layer > 0 ? 0.006 : 0.05;
        const double phase = m_dice.between(0, 2 * std::numbers::pi);
        const double waves = m_dice.between(1.2, 2.6) + layer;
        QPainterPath hill;
        hill.moveTo(0, height());
        for (int i = 0; i <= 48; ++i) {
            const double along = i / 48.0;
            const double wave = std::sin(phase + along * waves * 2 * std::numbers::pi) +
                                0.4 * std::sin(phase * 2 + along * waves * 5.3);
            hill.lineTo(along * width(), level + wave * swing * height());
        }
        hill.lineTo(width(), height());
        const QColor earth = m_scene.hasSea && layer > 0
                                 ? mixed(colour(layer), QColor(0x1B, 0x6C, 0xA8), 0.55)
                                 : colour(layer);
        const QColor near = earth.darker((m_scene.isNight ? 170 : 105) + 22 * layer);
        QLinearGradient ground(0, level, 0, height());
        ground.setColorAt(0, near);
        ground.setColorAt(1, near.darker(125));
        m_painter.setBrush(ground);
        m_painter.drawPath(hill);
    }

    void hangReferences()
    {
        const double side = unit() * 0.2;
        double x = unit() * 0.05;
        for (const QImage& reference : m_order.references) {
            const QRectF frame(x, unit() * 0.05, side,
                               side * reference.height() / std::max(1, reference.width()));
            m_painter.fillRect(frame.adjusted(-unit() * 0.01, -unit() * 0.01, unit() * 0.01, unit() * 0.01),
                               QColor(0xFA, 0xF8, 0xF2));
            m_painter.drawImage(frame, reference);
            x += side + unit() * 0.035;
        }
    }

    void paintThings()
    {
        const auto count = static_cast<double>(m_scene.things.size());
        int index = 0;
        for (const Scene::Thing& thing : m_scene.things) {
            const double side = unit() * (count > 1 ? m_dice.between(0.26, 0.36) : m_dice.between(0.4, 0.5));
            const double centre = width() * ((index++ + 0.5) / count + m_dice.between(-0.06, 0.06) / count);
            const double foot = height() * m_dice.between(0.8, 0.9);
            m_painter.setBrush(QColor(0, 0, 0, 50));
            m_painter.drawEllipse(QPointF(centre, foot), side * 0.5, side * 0.06);
            drawMotif(m_painter, thing.motif, QRectF(centre - side / 2, foot - side, side, side),
                      thing.colour);
        }
    }

    /// Leaves of light; every step lays its own on top of those of the steps before.
    void paintDetail()
    {
        Dice dice(m_dice.next());
        for (int mark = 0; mark < marksAStep * m_order.steps; ++mark) {
            const QPointF at(dice.unit() * width(), dice.unit() * height());
            const double size = unit() * dice.between(0.0015, 0.007);
            QColor tint = colour(dice.below(8)).lighter(90 + dice.below(70));
            tint.setAlpha(60 + dice.below(90));
            m_painter.setBrush(tint);
            m_painter.drawEllipse(at, size * dice.between(1, 2.5), size);
        }
    }

    const PictureOrder& m_order;
    Scene m_scene;
    Dice m_dice;
    QImage m_image;
    QPainter m_painter;
};

/// `base` with `fresh` over it, by the strength.
QImage blended(const QImage& base, const QImage& fresh, double strength)
{
    QImage result = base;
    QPainter painter(&result);
    painter.setOpacity(std::clamp(strength, 0.0, 1.0));
    painter.drawImage(0, 0, fresh);
    return result;
}

/// Takes every pixel of `base` back where the mask is not white.
void restoreUnmasked(QImage& picture, const QImage& base, const QImage& mask)
{
    constexpr int white = 128;
    const QImage grey = mask.scaled(picture.size()).convertToFormat(QImage::Format_Grayscale8);
    for (int y = 0; y < picture.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        const auto* old = reinterpret_cast<const QRgb*>(base.constScanLine(y));
        const uchar* paintable = grey.constScanLine(y);
        for (int x = 0; x < picture.width(); ++x) {
            if (paintable[x] < white)
                line[x] = old[x];
        }
    }
}

} // namespace

QImage paint(const PictureOrder& order)
{
    QImage picture = Canvas(order).painted();
    if (!order.base.isNull()) {
        QImage base = order.base.convertToFormat(QImage::Format_RGB32);
        if (base.size() != order.size)
            base = base.scaled(order.size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        picture = blended(base, picture, order.strength);
        if (!order.mask.isNull())
            restoreUnmasked(picture, base, order.mask);
    }
    return picture;
}

} // namespace orangery::sandbox
