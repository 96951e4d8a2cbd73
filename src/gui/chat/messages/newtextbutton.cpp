// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/newtextbutton.h"

#include "gui/style/icons.h"
#include "gui/style/paint.h"
#include "gui/style/theme.h"

#include <QPainter>

namespace orangery {

NewTextButton::NewTextButton(const Look& look, QWidget* parent) : QAbstractButton(parent), m_look(look)
{
    setObjectName(QStringLiteral("newTextButton"));
    setAccessibleName(tr("New text"));
    setToolTip(tr("New text"));
    setCursor(Qt::ArrowCursor);
    setFocusPolicy(Qt::TabFocus);
    resize(sizeHint());
    hide();
}

QSize NewTextButton::sizeHint() const
{
    const int size = m_look.theme.scaled(32);
    return {size, size};
}

void NewTextButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = m_look.theme;
    const QColor fill = theme.color(underMouse() ? Token::Hover : Token::Raised);
    const QColor border = theme.color(hasFocus() ? Token::Leaf : Token::LineStrong);
    paint::box(painter, rect(), width() / 2.0, fill, border, hasFocus() ? 2 : 1);
    m_look.icons.paint(painter, QStringLiteral("chevron-down"), QRectF(rect()).adjusted(8, 8, -8, -8),
                       theme.color(Token::LeafText));
}

void NewTextButton::enterEvent(QEnterEvent* event)
{
    update();
    QAbstractButton::enterEvent(event);
}

void NewTextButton::leaveEvent(QEvent* event)
{
    update();
    QAbstractButton::leaveEvent(event);
}

} // namespace orangery
