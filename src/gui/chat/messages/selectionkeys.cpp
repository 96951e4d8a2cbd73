// SPDX-License-Identifier: GPL-3.0-or-later
// Shift and the arrow keys.
#include "gui/chat/messages/messageinteraction.h"
#include "gui/chat/messages/messagelist.h"
#include "gui/chat/messages/messageview.h"

#include <QKeyEvent>
#include <QTextBoundaryFinder>

namespace orangery {

/// `characters`: ±1, over the edges of blocks and messages.
TextPosition MessageInteraction::stepped(TextPosition from, int characters) const
{
    const MessageEntry& entry = m_list.entry(from.message);
    const QString text = from.slot < entry.slotCount() ? entry.block(from.slot).text : QString();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(from.offset);
    const qsizetype to = characters > 0 ? finder.toNextBoundary() : finder.toPreviousBoundary();
    if (to >= 0)
        return {from.message, from.slot, static_cast<int>(to)};
    if (characters > 0) {
        if (from.slot + 1 < entry.slotCount())
            return {from.message, from.slot + 1, 0};
        return from.message + 1 < m_list.count() ? TextPosition{from.message + 1, 0, 0} : from;
    }
    if (from.slot > 0)
        return {from.message, from.slot - 1, static_cast<int>(entry.block(from.slot - 1).text.size())};
    if (from.message == 0)
        return from;
    const MessageEntry& above = m_list.entry(from.message - 1);
    const int slot = qMax(0, above.slotCount() - 1);
    return {from.message - 1, slot, above.slotCount() ? static_cast<int>(above.block(slot).text.size()) : 0};
}

TextPosition MessageInteraction::stepLine(const TextPosition& from, int lines) const
{
    const MessageEntry& entry = m_list.entry(from.message);
    if (from.slot >= entry.slotCount() || !entry.layout(from.slot))
        return from;
    const QRect slot = entry.slotRect(from.slot);
    const QRectF caret = entry.layout(from.slot)->caretRect(from.offset);
    const QPoint origin = m_view.messageRect(from.message).topLeft() + slot.topLeft();
    const qreal y = lines > 0 ? caret.bottom() + caret.height() / 2 : caret.top() - caret.height() / 2;
    return positionAt(origin + QPointF(caret.left(), y).toPoint());
}

bool MessageInteraction::extend(QKeyEvent* event)
{
    if (!m_selection.hasCursor() || m_list.count() == 0)
        return false;
    const TextPosition from = m_selection.cursor();
    if (from.message >= m_list.count())
        return false;
    TextPosition to = from;
    switch (event->key()) {
    case Qt::Key_Left:
        to = stepped(from, -1);
        break;
    case Qt::Key_Right:
        to = stepped(from, 1);
        break;
    case Qt::Key_Up:
        to = stepLine(from, -1);
        break;
    case Qt::Key_Down:
        to = stepLine(from, 1);
        break;
    case Qt::Key_Home:
        to = (event->modifiers() & Qt::ControlModifier) ? TextPosition()
                                                        : TextPosition{from.message, from.slot, 0};
        break;
    case Qt::Key_End: {
        const MessageEntry& entry = m_list.entry(from.message);
        if (event->modifiers() & Qt::ControlModifier)
            to = {m_list.count() - 1, std::numeric_limits<int>::max(), 0};
        else if (from.slot < entry.slotCount())
            to.offset = static_cast<int>(entry.block(from.slot).text.size());
        break;
    }
    default:
        return false;
    }
    m_selection.moveTo(to);
    const MessageEntry& entry = m_list.entry(to.message);
    if (to.slot < entry.slotCount() && entry.layout(to.slot)) {
        const QRect caret = entry.layout(to.slot)->caretRect(to.offset).toAlignedRect();
        m_view.ensureVisible(to.message, caret.translated(entry.slotRect(to.slot).topLeft()));
    }
    emit changed();
    return true;
}

} // namespace orangery
