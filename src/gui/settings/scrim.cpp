// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/scrim.h"

#include "gui/style/theme.h"

#include <QEvent>
#include <QPainter>

namespace orangery {

Scrim::Scrim(Look look, QWidget& window) : QWidget(&window), m_look(look)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setGeometry(window.rect());
    window.installEventFilter(this);
    show();
    raise();
}

bool Scrim::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

void Scrim::paintEvent(QPaintEvent*)
{
    QColor veil = m_look.theme.color(Token::Scrim);
    veil.setAlphaF(m_look.theme.isDark() ? 0.6F : 0.4F);
    QPainter painter(this);
    painter.fillRect(rect(), veil);
}

} // namespace orangery
