// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chat/messages/messageentry.h"

#include <QHash>

namespace orangery {

/// The messages of a conversation from top to bottom with their places. y counts from the top of the whole
/// list.
class MessageList
{
public:
    explicit MessageList(const MessageStyle& style, CodeHighlighting* highlighting);

    void reset(const QList<MessageItem>& items);
    void append(const MessageItem& item);
    void replace(int index, const MessageItem& item);
    void truncate(int count);

    int count() const { return static_cast<int>(m_entries.size()); }
    MessageEntry& entry(int index) { return *m_entries[static_cast<std::size_t>(index)]; }
    const MessageEntry& entry(int index) const { return *m_entries[static_cast<std::size_t>(index)]; }
    int indexOf(qint64 id) const { return m_index.value(id, -1); }

    void setWidth(int width);
    void restyle();
    /// The height of entry `index` may have changed.
    void touch(int index) { m_dirty = qMin(m_dirty, index); }
    int top(int index) const;
    int height() const;
    /// The entry at y, or the nearest; -1 when there is none.
    int at(int y) const;

    /// Parses and lays out what lies between `top` and `bottom`; true when something moved. `unfinished`
    /// becomes true when a message there is so large that parsing must go on later. `parse`: go on parsing
    /// those, too.
    bool layOutRange(int top, int bottom, bool parse, bool* unfinished);
    /// Ends a pass of layOutRange(): layouts out of sight are dropped once there are too many.
    void endPass();

private:
    void place() const;

    const MessageStyle& m_style;
    CodeHighlighting* m_highlighting;
    std::vector<std::unique_ptr<MessageEntry>> m_entries;
    QHash<qint64, int> m_index;
    QList<int> m_laidOut; ///< entries that may hold layouts
    mutable std::vector<int> m_tops;
    mutable int m_dirty = 0;
    mutable int m_height = 0;
    int m_width = 0;
    quint32 m_frame = 1;
};

} // namespace orangery
