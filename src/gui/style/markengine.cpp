// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/markengine.h"

#include "gui/style/iconengine.h"
#include "gui/style/paint.h"
#include "gui/style/themecolors.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QRegularExpression>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace orangery {
namespace {

constexpr int smallestWithBars = 20;

QByteArray drawing(bool dark, bool withBars)
{
    QFile file(u":/icons/mark.svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString svg = QString::fromUtf8(file.readAll());
    if (!withBars)
        svg.remove(QRegularExpression(u"<path id=\"bars\"[^>]*/>"_s));
    const MarkColors from = markColors(false);
    const MarkColors to = markColors(dark);
    for (const auto part : {&MarkColors::frame, &MarkColors::bars, &MarkColors::fruit, &MarkColors::leaf})
        svg.replace(QLatin1String(from.*part), QLatin1String(to.*part));
    return svg.toUtf8();
}

} // namespace

void MarkEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal ratio = paint::ratioOf(*painter);
    QPixmap image = pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
    image.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), image);
}

QPixmap MarkEngine::pixmap(const QSize& size, QIcon::Mode, QIcon::State)
{
    const int side = qMin(size.width(), size.height());
    const QString key = u"orangery-mark %1 %2 %3"_s.arg(size.width())
                            .arg(size.height())
                            .arg(*m_dark ? u"dark"_s : u"light"_s);
    QPixmap image;
    if (QPixmapCache::find(key, &image))
        return image;
    image = QPixmap(size);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    QSvgRenderer(drawing(*m_dark, side >= smallestWithBars))
        .render(&painter, QRectF((size.width() - side) / 2.0, (size.height() - side) / 2.0, side, side));
    painter.end();
    QPixmapCache::insert(key, image);
    return image;
}

QPixmap MarkEngine::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    return pixmap(IconEngine::deviceSize(size, scale), mode, state);
}

QList<QSize> MarkEngine::availableSizes(QIcon::Mode, QIcon::State)
{
    QList<QSize> sizes;
    for (const int side : {16, 24, 32, 48, 64, 128, 256, 512})
        sizes << QSize(side, side);
    return sizes;
}

QIconEngine* MarkEngine::clone() const
{
    return new MarkEngine(*this);
}

} // namespace orangery
