// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/messagelist.h"

#include "gui/chat/messages/messagestyle.h"

#include <algorithm>

namespace orangery {

namespace {

constexpr int MostLayouts = 400;
constexpr int Margin = 16; ///< above the first and below the last message

} // namespace

MessageList::MessageList(const MessageStyle& style, CodeHighlighting* highlighting)
    : m_style(style),
      m_highlighting(highlighting)
{}

void MessageList::reset(const QList<MessageItem>& items)
{
    m_entries.clear();
    m_index.clear();
    m_laidOut.clear();
    m_dirty = 0;
    m_entries.reserve(static_cast<std::size_t>(items.size()));
    for (const MessageItem& item : items)
        append(item);
}

void MessageList::append(const MessageItem& item)
{
    m_index.insert(item.id, count());
    touch(count());
    m_entries.push_back(std::make_unique<MessageEntry>(item, m_style, m_highlighting));
    if (m_width > 0)
        m_entries.back()->setWidth(m_width);
}

void MessageList::replace(int index, const MessageItem& item)
{
    auto& entry = m_entries[static_cast<std::size_t>(index)];
    m_index.remove(entry->item().id);
    m_index.insert(item.id, index);
    const bool unfolded = entry->isUnfolded();
    entry = std::make_unique<MessageEntry>(item, m_style, m_highlighting);
    entry->setWidth(m_width);
    entry->setUnfolded(unfolded);
    touch(index);
}

void MessageList::truncate(int count)
{
    while (this->count() > count) {
        m_index.remove(m_entries.back()->item().id);
        m_entries.pop_back();
    }
    m_laidOut.erase(
        std::remove_if(m_laidOut.begin(), m_laidOut.end(), [&](int index) { return index >= count; }),
        m_laidOut.end());
    touch(count);
}

void MessageList::setWidth(int width)
{
    if (width == m_width)
        return;
    m_width = width;
    for (const auto& entry : m_entries)
        entry->setWidth(width);
    touch(0);
}

void MessageList::restyle()
{
    for (const auto& entry : m_entries)
        entry->restyle();
    m_laidOut.clear();
    touch(0);
}

void MessageList::place() const
{
    if (m_dirty >= count() && m_tops.size() == m_entries.size() && m_height > 0)
        return;
    m_tops.resize(m_entries.size());
    m_dirty = qMin(m_dirty, count());
    int y = Margin;
    if (m_dirty > 0) {
        const std::size_t above = static_cast<std::size_t>(m_dirty - 1);
        y = m_tops[above] + m_entries[above]->height() + m_style.gap;
    }
    for (std::size_t i = static_cast<std::size_t>(m_dirty); i < m_entries.size(); ++i) {
        m_tops[i] = y;
        y += m_entries[i]->height() + m_style.gap;
    }
    m_height = m_entries.empty() ? 2 * Margin : y - m_style.gap + Margin;
    m_dirty = count();
}

int MessageList::top(int index) const
{
    place();
    return m_tops[static_cast<std::size_t>(index)];
}

int MessageList::height() const
{
    place();
    return m_height;
}

int MessageList::at(int y) const
{
    if (m_entries.empty())
        return -1;
    place();
    const auto after = std::upper_bound(m_tops.begin(), m_tops.end(), y);
    return after == m_tops.begin() ? 0 : static_cast<int>(after - m_tops.begin()) - 1;
}

bool MessageList::layOutRange(int top, int bottom, bool parse, bool* unfinished)
{
    if (m_entries.empty())
        return false;
    bool moved = false;
    for (int i = at(top); i < count() && this->top(i) <= bottom; ++i) {
        MessageEntry& now = entry(i);
        const int before = now.height();
        if ((parse || !now.isParsed()) && now.parseMore())
            *unfinished = true;
        const int start = this->top(i);
        now.layOutRange(top - start, bottom - start, m_frame);
        if (!m_laidOut.contains(i))
            m_laidOut.append(i);
        if (now.height() != before) {
            touch(i);
            moved = true;
        }
    }
    return moved;
}

void MessageList::endPass()
{
    const quint32 frame = m_frame++;
    if (frame % 32 != 0)
        return;
    int total = 0;
    for (const int index : std::as_const(m_laidOut))
        total += entry(index).dropLayouts(0);
    if (total <= MostLayouts)
        return;
    QList<int> still;
    for (const int index : std::as_const(m_laidOut)) {
        if (entry(index).dropLayouts(frame) > 0)
            still.append(index);
    }
    m_laidOut = still;
}

} // namespace orangery
