// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chat/messages/messagespots.h"
#include "gui/chat/messages/selection.h"

class QPainter;
class QTextLayout;

namespace orangery {

class Icons;
class MessageList;
struct MessageItem;
struct MessageStyle;

/// Paints messages. What changes with pointer, keyboard and time comes in as State.
class MessagePainter
{
public:
    struct State
    {
        int hovered = -1; ///< message under the pointer
        Spot hoveredSpot;
        int focused = -1;       ///< message with the keyboard focus
        Spot focusedSpot;       ///< null: the message itself
        int copiedMessage = -1; ///< whose copiedSpot shows a tick
        Spot copiedSpot;
        bool keyboard = false; ///< draw focus rings
        bool caretOn = true;
    };

    /// The one line of figures under a reply.
    static void layOutFooter(QTextLayout& layout, const MessageItem& item, const MessageStyle& style);

    MessagePainter(const MessageStyle& style, const Icons& icons) : m_style(style), m_icons(icons) {}

    /// `origin`: the entry's top left corner; `visible`: relative to it.
    void paint(QPainter& painter, const MessageList& list, int index, QPoint origin, const QRect& visible,
               const Selection& selection, const State& state) const;

private:
    Qt::Alignment start() const;
    void paintFold(QPainter& painter, const MessageEntry& entry) const;
    void paintBlocks(QPainter& painter, const MessageEntry& entry, int index, const QRect& visible,
                     const Selection& selection) const;
    void paintQuotes(QPainter& painter, const MessageEntry& entry, int slot) const;
    void paintStrip(QPainter& painter, const MessageEntry& entry) const;
    void paintFooter(QPainter& painter, const MessageEntry& entry) const;
    void paintBranches(QPainter& painter, const MessageEntry& entry) const;
    QString directedIcon(Spot::Kind kind) const;
    void paintSpot(QPainter& painter, const Spot& spot, bool hovered, bool focused, bool copied) const;

    const MessageStyle& m_style;
    const Icons& m_icons;
};

} // namespace orangery
