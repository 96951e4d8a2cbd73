// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/style/icons.h"

#include "gui/style/iconengine.h"
#include "gui/style/markengine.h"
#include "gui/style/paint.h"
#include "gui/style/theme.h"

#include <QPainter>

namespace orangery {

Icons::Icons(const Theme& theme, QObject* parent)
    : QObject(parent),
      m_theme(theme),
      m_store(std::make_shared<IconStore>()),
      m_isDark(std::make_shared<bool>(false))
{
    connect(&theme, &Theme::changed, this, &Icons::update);
    update();
}

QIcon Icons::icon(const QString& name) const
{
    return QIcon(new IconEngine(name, m_store));
}

void Icons::paint(QPainter& painter, const QString& name, const QRectF& rect, const QColor& color) const
{
    const qreal ratio = paint::ratioOf(painter);
    const qreal side = qMin(rect.width(), rect.height());
    QPixmap pixmap = m_store->pixmap(name, qRound(side * ratio), color);
    pixmap.setDevicePixelRatio(ratio);
    const QRectF square(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side);
    painter.drawPixmap(paint::snapped(painter, square).topLeft(), pixmap);
}

QIcon Icons::mark() const
{
    return QIcon(new MarkEngine(m_isDark));
}

QIcon Icons::applicationIcon()
{
    return QIcon(new MarkEngine(std::make_shared<bool>(false)));
}

void Icons::update()
{
    *m_isDark = m_theme.isDark();
    QColor disabled = m_theme.color(Token::Text3);
    disabled.setAlphaF(0.5F);
    m_store->setColors({m_theme.color(Token::Text2), m_theme.color(Token::LeafText), disabled});
}

} // namespace orangery
