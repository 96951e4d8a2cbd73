// SPDX-License-Identifier: GPL-3.0-or-later
// What is laid out, and what the reader sees of it.
#include "gui/chat/messages/messageview.h"
#include "gui/chat/messages/newtextbutton.h"

#include <QElapsedTimer>
#include <QScrollBar>

namespace orangery {

namespace {

constexpr int MostRounds = 8; ///< of laying out until nothing moves
constexpr int WideWindow = 1920;
constexpr int NarrowView = 640;  ///< a view in a dialog
constexpr int NarrowMargin = 10; ///< room for the ring of a focused message

} // namespace

struct MessageView::Anchor
{
    int message = -1;
    int slot = -1; ///< -1: the message itself
    int screenY = 0;
};

int MessageView::column() const
{
    const int widest = window()->width() >= WideWindow ? m_style.wideColumn : m_style.column;
    const int margin = viewport()->width() < NarrowView ? NarrowMargin : m_style.sideMargin;
    return qMax(120, qMin(widest, viewport()->width() - 2 * margin));
}

int MessageView::scrollY() const
{
    return verticalScrollBar()->value();
}

QRect MessageView::messageRect(int index) const
{
    const int left = (viewport()->width() - column()) / 2;
    return {left, m_list.top(index) - scrollY(), column(), m_list.entry(index).height()};
}

/// The topmost block in sight whose place is exact: it must not move when others become exact. Without one,
/// the message at the top.
MessageView::Anchor MessageView::pickAnchor() const
{
    const int y = scrollY();
    const int bottom = y + viewport()->height();
    int first = m_list.at(y);
    if (first >= 0 && first + 1 < m_list.count() && m_list.top(first) + m_list.entry(first).height() <= y)
        ++first; // only the gap below it is in sight
    for (int i = first; i >= 0 && i < m_list.count() && m_list.top(i) < bottom; ++i) {
        const MessageEntry& entry = m_list.entry(i);
        const int top = m_list.top(i);
        if (entry.slotCount() == 0)
            continue;
        for (int slot = entry.slotAt(y - top); slot < entry.slotCount(); ++slot) {
            const int slotTop = top + entry.slotRect(slot).top();
            if (slotTop >= bottom)
                break;
            if (entry.isExact(slot))
                return {i, slot, slotTop - y};
        }
    }
    if (first < 0)
        return {};
    const MessageEntry& entry = m_list.entry(first);
    if (entry.slotCount() == 0)
        return {first, -1, m_list.top(first) - y};
    const int slot = entry.slotAt(y - m_list.top(first));
    return {first, slot, m_list.top(first) + entry.slotRect(slot).top() - y};
}

int MessageView::anchored(const Anchor& anchor) const
{
    if (anchor.message < 0 || anchor.message >= m_list.count())
        return scrollY();
    const MessageEntry& entry = m_list.entry(anchor.message);
    const int inEntry =
        anchor.slot < 0 || anchor.slot >= entry.slotCount() ? 0 : entry.slotRect(anchor.slot).top();
    return m_list.top(anchor.message) + inEntry - anchor.screenY;
}

/// Lays out what is in sight, holds what the reader looks at in its place, and sets the scroll bar.
void MessageView::relayout()
{
    relayout(m_follow ? Anchor() : pickAnchor());
}

void MessageView::relayout(const Anchor& anchor)
{
    QElapsedTimer timer;
    timer.start();
    const int height = viewport()->height();
    m_list.setWidth(column());
    bool unfinished = false;
    int y = scrollY();
    for (int round = 0; round < MostRounds; ++round) {
        const int most = qMax(0, m_list.height() - height);
        y = m_follow ? most : qBound(0, anchored(anchor), most);
        if (!m_list.layOutRange(y, y + height, round == 0, &unfinished))
            break;
    }
    const int most = qMax(0, m_list.height() - height);
    y = m_follow ? most : qBound(0, anchored(anchor), most);
    m_list.endPass();
    m_settingScroll = true;
    verticalScrollBar()->setRange(0, most);
    verticalScrollBar()->setPageStep(height);
    verticalScrollBar()->setSingleStep(m_style.readingLine * 2);
    verticalScrollBar()->setValue(y);
    m_settingScroll = false;
    if (m_follow)
        m_newText->hide();
    m_newText->resize(m_newText->sizeHint());
    m_newText->move((viewport()->width() - m_newText->width()) / 2,
                    height - m_newText->height() - m_style.gap);
    viewport()->update();
    m_pacer.done(timer.elapsed());
    if (unfinished)
        m_pacer.request();
}

void MessageView::resizeEvent(QResizeEvent*)
{
    relayout();
}

void MessageView::scrollContentsBy(int, int)
{
    if (m_settingScroll)
        return;
    m_follow = scrollY() >= verticalScrollBar()->maximum();
    relayout();
}

void MessageView::scrollToEnd()
{
    m_follow = true;
    relayout();
}

void MessageView::scrollToMessage(int index)
{
    if (index < 0 || index >= m_list.count())
        return;
    m_follow = false;
    relayout(Anchor{index, -1, m_style.gap});
    m_follow = scrollY() >= verticalScrollBar()->maximum();
}

void MessageView::ensureVisible(int index, const QRect& part)
{
    const int height = viewport()->height();
    const int top = m_list.top(index) + part.top();
    const int y = scrollY();
    if (top < y || part.height() > height - 2 * m_style.gap)
        verticalScrollBar()->setValue(top - m_style.gap);
    else if (top + part.height() > y + height)
        verticalScrollBar()->setValue(top + part.height() + m_style.gap - height);
}

} // namespace orangery
