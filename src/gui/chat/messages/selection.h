// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chat/messages/blocklayout.h"

#include <compare>

namespace orangery {

class MessageEntry;
class MessageList;

/// A place between two characters of the conversation.
struct TextPosition
{
    int message = 0;
    int slot = 0;
    int offset = 0;

    auto operator<=>(const TextPosition&) const = default;
};

/// What is selected, from anchor to cursor. Messages that were never in sight take part by their source text.
class Selection
{
public:
    explicit Selection(const MessageList& list) : m_list(list) {}

    bool isEmpty() const { return !m_all && m_anchor == m_cursor; }
    bool hasCursor() const { return m_hasCursor; }
    const TextPosition& cursor() const { return m_cursor; }

    void clear();
    void set(const TextPosition& anchor, const TextPosition& cursor);
    void moveTo(const TextPosition& cursor) { set(m_anchor, cursor); }
    void selectAll();

    /// The selected part of a block.
    TextSpan span(int message, int slot) const;

    /// Blocks that are selected whole as their Markdown source, others as plain text. Code selected within
    /// one block comes without its fence.
    QString text() const;
    /// The same without Markdown for any block that was parsed.
    QString plainText() const;

private:
    const TextPosition& first() const { return m_anchor < m_cursor ? m_anchor : m_cursor; }
    const TextPosition& last() const { return m_anchor < m_cursor ? m_cursor : m_anchor; }
    QString messageText(int message, bool markdown) const;

    const MessageList& m_list;
    TextPosition m_anchor;
    TextPosition m_cursor;
    bool m_hasCursor = false;
    bool m_all = false;
};

/// The words of a message as plain text: what its blocks show.
QString plainMessageText(const MessageEntry& entry);
/// The code of a message's last code block; null when it has none.
QString lastCode(const MessageEntry& entry);

} // namespace orangery
