// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/iconstore.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QSvgRenderer>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace orangery {
namespace {

constexpr int cachedPixels = 1 << 20;

constexpr std::array mirroredNames{u"branch",   u"chat",      u"chevron-left", u"chevron-right",
                                   u"glossary", u"inspector", u"list",         u"quote",
                                   u"redo",     u"send-to",   u"sidebar",      u"undo"};

} // namespace

IconStore::IconStore() : m_pixmaps(cachedPixels) {}

bool IconStore::isMirrored(const QString& name)
{
    return std::any_of(mirroredNames.begin(), mirroredNames.end(),
                       [&name](const char16_t* mirrored) { return name == QStringView(mirrored); });
}

QPixmap IconStore::pixmap(const QString& name, int size, const QColor& color)
{
    const bool isFlipped = QGuiApplication::layoutDirection() == Qt::RightToLeft && isMirrored(name);
    const QString key = name + u' ' + QString::number(size) + u' ' + color.name(QColor::HexArgb) +
                        (isFlipped ? u"<"_s : QString());
    if (const QPixmap* known = m_pixmaps.object(key))
        return *known;

    QByteArray drawing = source(name);
    if (drawing.isEmpty() || size <= 0)
        return {};
    QSvgRenderer renderer(drawing.replace("currentColor", color.name(QColor::HexRgb).toLatin1()));
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setOpacity(color.alphaF());
    if (isFlipped) {
        painter.translate(size, 0);
        painter.scale(-1, 1);
    }
    renderer.render(&painter, QRectF(0, 0, size, size));
    painter.end();
    m_pixmaps.insert(key, new QPixmap(pixmap), size * size);
    return pixmap;
}

QByteArray IconStore::source(const QString& name)
{
    const auto known = m_sources.constFind(name);
    if (known != m_sources.constEnd())
        return *known;
    QFile file(u":/icons/"_s + name + u".svg"_s);
    const QByteArray drawing = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    m_sources.insert(name, drawing);
    return drawing;
}

} // namespace orangery
