// SPDX-License-Identifier: GPL-3.0-or-later
// The events of the view: paint, keys, focus, tooltips, wheel, and the caret of a running reply.
#include "gui/chat/messages/messageaccessible.h"
#include "gui/chat/messages/messageview.h"
#include "gui/chat/messages/newtextbutton.h"

#include <QApplication>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

namespace orangery {

bool MessageView::event(QEvent* event)
{
    // Copy and Select all belong to the view that has the focus, whatever the window's menus say.
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy) || key->matches(QKeySequence::SelectAll)) {
            key->accept();
            return true;
        }
    }
    return QAbstractScrollArea::event(event);
}

void MessageView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LayoutDirectionChange)
        restyle();
    QAbstractScrollArea::changeEvent(event);
}

bool MessageView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const QString name = m_interaction.nameAt(help->pos());
        if (name.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), name.toHtmlEscaped(), viewport());
        return true;
    }
    if (event->type() == QEvent::Leave)
        m_interaction.leave();
    return QAbstractScrollArea::viewportEvent(event);
}

void MessageView::wheelEvent(QWheelEvent* event)
{
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const QPoint delta = event->pixelDelta().isNull() ? event->angleDelta() / 2 : event->pixelDelta();
    const int sideways = delta.x() != 0 ? delta.x() : shift ? delta.y() : 0;
    if (qAbs(sideways) > qAbs(delta.y()) || (shift && sideways != 0)) {
        m_interaction.scrollSideways(event->position().toPoint(), -sideways);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void MessageView::keyPressEvent(QKeyEvent* event)
{
    if (!m_interaction.keyPress(event))
        event->ignore();
}

void MessageView::focusInEvent(QFocusEvent* event)
{
    m_interaction.focusIn(event->reason());
    QAbstractScrollArea::focusInEvent(event);
}

void MessageView::focusOutEvent(QFocusEvent* event)
{
    m_interaction.state().keyboard = false;
    viewport()->update();
    QAbstractScrollArea::focusOutEvent(event);
}

bool MessageView::focusNextPrevChild(bool next)
{
    return m_interaction.moveFocus(next) || QAbstractScrollArea::focusNextPrevChild(next);
}

void MessageView::restartCaret()
{
    const bool streaming =
        m_list.count() > 0 && m_list.entry(m_list.count() - 1).item().state == MessageState::Streaming;
    const int flash = QApplication::cursorFlashTime() / 2;
    m_interaction.state().caretOn = true;
    if (streaming && flash > 0 && !m_style.motionReduced)
        m_caretTimer.start(flash);
    else
        m_caretTimer.stop();
}

void MessageView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    const QRect area = event->rect();
    painter.fillRect(area, m_style.base);
    for (int i = messageAt(area.topLeft()); i >= 0 && i < m_list.count(); ++i) {
        const QPoint origin = messageRect(i).topLeft();
        if (origin.y() > area.bottom())
            break;
        m_painter.paint(painter, m_list, i, origin, area.translated(-origin), m_interaction.selection(),
                        m_interaction.state());
    }
}

} // namespace orangery
