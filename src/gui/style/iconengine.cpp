// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/iconengine.h"

#include "core/qtcompat.h"
#include "gui/style/paint.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace orangery {

IconEngine::IconEngine(const QString& name, std::shared_ptr<IconStore> store)
    : m_name(name),
      m_store(std::move(store))
{}

void IconEngine::paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal ratio = paint::ratioOf(*painter);
    QPixmap pixmap = devicePixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state);
    pixmap.setDevicePixelRatio(ratio);
    painter->drawPixmap(rect.topLeft(), pixmap);
}

QPixmap IconEngine::pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state)
{
    return devicePixmap(size, mode, state);
}

QPixmap IconEngine::scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    return devicePixmap(deviceSize(size, scale), mode, state);
}

QSize IconEngine::deviceSize(const QSize& size, qreal scale)
{
#if ORANGERY_QT_ICON_SIZE_IS_LOGICAL
    return (QSizeF(size) * scale).toSize();
#else
    Q_UNUSED(scale)
    return size;
#endif
}

QPixmap IconEngine::devicePixmap(const QSize& size, QIcon::Mode mode, QIcon::State state)
{
    const int side = qMin(size.width(), size.height());
    const QPixmap drawing = m_store->pixmap(m_name, side, color(mode, state));
    if (drawing.isNull() || drawing.size() == size)
        return drawing;
    QPixmap framed(size);
    framed.fill(Qt::transparent);
    QPainter(&framed).drawPixmap((size.width() - side) / 2, (size.height() - side) / 2, drawing);
    return framed;
}

QString IconEngine::key() const
{
    return u"orangery"_s;
}

bool IconEngine::isNull()
{
    return m_store->pixmap(m_name, 1, m_store->colors().normal).isNull();
}

QIconEngine* IconEngine::clone() const
{
    return new IconEngine(*this);
}

QColor IconEngine::color(QIcon::Mode mode, QIcon::State state) const
{
    const auto& colors = m_store->colors();
    if (mode == QIcon::Disabled)
        return colors.disabled;
    return mode == QIcon::Active || state == QIcon::On ? colors.active : colors.normal;
}

} // namespace orangery
