// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/messageinteraction.h"

#include "gui/chat/messages/codeblock.h"
#include "gui/chat/messages/inlineformats.h"
#include "gui/chat/messages/messagestyle.h"
#include "gui/chat/messages/messageview.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTextBoundaryFinder>
#include <QUrl>

namespace orangery {

namespace {

constexpr int CopiedShownMs = 1500;
constexpr int DragIntervalMs = 30;

} // namespace

MessageInteraction::MessageInteraction(MessageView& view, MessageList& list, const MessageStyle& style)
    : m_view(view),
      m_list(list),
      m_style(style),
      m_selection(list)
{
    m_copiedTimer.setSingleShot(true);
    m_copiedTimer.setInterval(CopiedShownMs);
    m_dragTimer.setInterval(DragIntervalMs);
    connect(&m_copiedTimer, &QTimer::timeout, this, [this] {
        m_state.copiedMessage = -1;
        emit changed();
    });
    connect(&m_dragTimer, &QTimer::timeout, this, [this] { dragTo(m_dragPoint); });
}

void MessageInteraction::reset()
{
    const bool keyboard = m_state.keyboard;
    m_selection.clear();
    m_state = {};
    m_state.keyboard = keyboard;
    m_selecting = false;
    m_dragTimer.stop();
    m_pressed = {};
    m_pressedMessage = -1;
}

void MessageInteraction::forgetFrom(int count)
{
    m_selection.clear();
    m_selecting = false;
    m_dragTimer.stop();
    m_pressed = {};
    if (m_state.focused >= count) {
        m_state.focused = m_list.count() - 1;
        m_state.focusedSpot = {};
    }
    if (m_state.hovered >= count)
        m_state.hovered = -1;
    m_state.copiedMessage = -1;
}

QPoint MessageInteraction::inEntry(int index, const QPoint& point) const
{
    return point - m_view.messageRect(index).topLeft();
}

QList<Spot> MessageInteraction::spots(int index) const
{
    const int top = -m_view.messageRect(index).top();
    return MessageSpots::of(m_list.entry(index), m_style, top, top + m_view.viewport()->height());
}

Spot MessageInteraction::spotAt(int index, const QPoint& point) const
{
    if (index < 0)
        return {};
    const QPoint local = inEntry(index, point);
    const auto all = MessageSpots::of(m_list.entry(index), m_style, local.y(), local.y() + 1);
    for (const Spot& spot : all) {
        if (spot.kind != Spot::Link && spot.rect.contains(local))
            return spot;
    }
    const MessageEntry& entry = m_list.entry(index);
    if (entry.slotCount() == 0)
        return {};
    // A link may run over several lines, so the layout says whether one is here.
    const int slot = entry.slotAt(local.y());
    const QRect rect = entry.slotRect(slot);
    if (!entry.layout(slot) || !rect.contains(local))
        return {};
    const QString href = entry.layout(slot)->linkAt(QPointF(local - rect.topLeft()));
    if (href.isEmpty())
        return {};
    for (const Spot& spot : all) {
        if (spot.kind == Spot::Link && spot.slot == slot && spot.href == href)
            return spot;
    }
    return {};
}

TextPosition MessageInteraction::positionAt(const QPoint& point) const
{
    const int index = m_view.messageAt(point);
    if (index < 0)
        return {};
    const MessageEntry& entry = m_list.entry(index);
    if (entry.slotCount() == 0)
        return {index, 0, 0};
    const QPoint local = inEntry(index, point);
    const int slot = entry.slotAt(local.y());
    const QRect rect = entry.slotRect(slot);
    const int length = static_cast<int>(entry.block(slot).text.size());
    if (slot + 1 == entry.slotCount() && local.y() > rect.bottom())
        return {index, slot, length};
    if (local.y() < rect.top())
        return {index, slot, 0};
    if (!entry.layout(slot))
        return {index, slot, 0};
    return {index, slot, qBound(0, entry.layout(slot)->positionAt(QPointF(local - rect.topLeft())), length)};
}

void MessageInteraction::hover(const QPoint& point)
{
    const int index = m_view.messageAt(point);
    const bool inside =
        index >= 0 && m_view.messageRect(index).adjusted(-24, 0, 24, m_style.gap).contains(point);
    const Spot spot = spotAt(index, point);
    if (spot.isNull()) {
        const bool text = inside && m_list.entry(index).slotCount() > 0 &&
                          m_list.entry(index)
                              .slotRect(m_list.entry(index).slotAt(inEntry(index, point).y()))
                              .contains(inEntry(index, point));
        m_view.viewport()->setCursor(text ? Qt::IBeamCursor : Qt::ArrowCursor);
    } else {
        m_view.viewport()->setCursor(Qt::PointingHandCursor);
    }
    const int hovered = inside ? index : -1;
    if (hovered == m_state.hovered && spot.isSame(m_state.hoveredSpot))
        return;
    m_state.hovered = hovered;
    m_state.hoveredSpot = spot;
    emit changed();
}

void MessageInteraction::leave()
{
    m_state.hovered = -1;
    m_state.hoveredSpot = {};
    emit changed();
}

void MessageInteraction::press(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    m_state.keyboard = false;
    m_pressPoint = point;
    m_pressedMessage = m_view.messageAt(point);
    if (event->button() != Qt::LeftButton || m_pressedMessage < 0)
        return;
    m_pressed = spotAt(m_pressedMessage, point);
    if (m_pressed.isNull() || m_pressed.kind == Spot::Link) {
        const TextPosition position = positionAt(point);
        if (event->modifiers() & Qt::ShiftModifier)
            m_selection.moveTo(position);
        else
            m_selection.set(position, position);
        m_selecting = true;
    }
    emit changed();
}

void MessageInteraction::move(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    if (m_selecting && (event->buttons() & Qt::LeftButton)) {
        if ((point - m_pressPoint).manhattanLength() >= QApplication::startDragDistance())
            m_pressed = {};
        dragTo(point);
        return;
    }
    hover(point);
}

/// Extends the selection; outside of the viewport it scrolls on while the button is held.
void MessageInteraction::dragTo(const QPoint& point)
{
    m_dragPoint = point;
    const int height = m_view.viewport()->height();
    const int beyond = point.y() < 0 ? point.y() : qMax(0, point.y() - height);
    if (beyond != 0) {
        QScrollBar* bar = m_view.verticalScrollBar();
        bar->setValue(bar->value() + qBound(-60, beyond, 60));
        if (!m_dragTimer.isActive())
            m_dragTimer.start();
    } else {
        m_dragTimer.stop();
    }
    if (!m_selection.hasCursor())
        return;
    m_selection.moveTo(positionAt(QPoint(point.x(), qBound(0, point.y(), height - 1))));
    emit changed();
}

void MessageInteraction::release(QMouseEvent* event)
{
    m_selecting = false;
    m_dragTimer.stop();
    const QPoint point = event->position().toPoint();
    if (!m_selection.isEmpty() && QApplication::clipboard()->supportsSelection())
        QApplication::clipboard()->setText(m_selection.text(), QClipboard::Selection);
    const Spot pressed = m_pressed;
    m_pressed = {};
    if (event->button() != Qt::LeftButton || pressed.isNull() || m_pressedMessage >= m_list.count())
        return;
    if (spotAt(m_pressedMessage, point).isSame(pressed))
        activate(m_pressedMessage, pressed);
}

void MessageInteraction::doubleClick(QMouseEvent* event)
{
    const QPoint point = event->position().toPoint();
    const int index = m_view.messageAt(point);
    if (event->button() != Qt::LeftButton || index < 0 || !spotAt(index, point).isNull())
        return;
    selectWord(positionAt(point));
}

void MessageInteraction::selectWord(const TextPosition& position)
{
    const MessageEntry& entry = m_list.entry(position.message);
    if (position.slot >= entry.slotCount())
        return;
    const QString& text = entry.block(position.slot).text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    finder.setPosition(position.offset);
    const int start = finder.isAtBoundary() && (finder.boundaryReasons() & QTextBoundaryFinder::StartOfItem)
                          ? position.offset
                          : static_cast<int>(qMax<qsizetype>(0, finder.toPreviousBoundary()));
    finder.setPosition(position.offset);
    const qsizetype next = finder.toNextBoundary();
    const int end = static_cast<int>(next < 0 ? text.size() : next);
    m_selection.set({position.message, position.slot, start}, {position.message, position.slot, end});
    emit changed();
}

bool MessageInteraction::scrollSideways(const QPoint& point, int pixels)
{
    const int index = m_view.messageAt(point);
    if (index < 0 || m_list.entry(index).slotCount() == 0)
        return false;
    MessageEntry& entry = m_list.entry(index);
    BlockLayout* layout = entry.layout(entry.slotAt(inEntry(index, point).y()));
    if (!layout || !layout->scrollSideways(pixels))
        return false;
    emit changed();
    return true;
}

QString MessageInteraction::nameAt(const QPoint& point) const
{
    const Spot spot = spotAt(m_view.messageAt(point), point);
    return spot.kind == Spot::Link ? spot.href : spot.name;
}

} // namespace orangery
