// SPDX-License-Identifier: GPL-3.0-or-later
// Where the parts of a message lie.
#include "gui/chat/messages/messageentry.h"
#include "gui/chat/messages/messagestyle.h"

#include <QtMath>
#include <algorithm>

namespace orangery {

int MessageEntry::textWidth() const
{
    return qMax(80, isOwn() ? qMin(m_width, m_style->bubble) - 2 * m_style->bubbleX : m_width);
}

int MessageEntry::estimate(const MarkdownBlock& block) const
{
    const int lines = static_cast<int>(block.text.size() * m_style->charWidth / textWidth()) + 1;
    switch (block.kind) {
    case BlockKind::Code:
        return m_style->codeHead + 18 + (static_cast<int>(block.text.count(u'\n')) + 1) * m_style->codeLine;
    case BlockKind::Table:
        return static_cast<int>(block.rows.size()) * (m_style->readingLine + 12);
    case BlockKind::Rule:
        return 17;
    case BlockKind::Heading:
        return m_style->heading2Line;
    case BlockKind::Paragraph:
    case BlockKind::Html:
        break;
    }
    return (lines + static_cast<int>(block.text.count(QChar(QChar::LineSeparator)))) * m_style->readingLine;
}

/// The height of the text that is not parsed yet.
int MessageEntry::estimateRest() const
{
    const qsizetype parsed =
        isOwn() ? (m_parsed ? m_item.text.size() : 0) : (m_stream ? m_stream->text().size() : 0);
    const qsizetype rest = m_item.text.size() - parsed;
    if (rest <= 0)
        return 0;
    const double breaks =
        double(m_lineBreaks) * double(rest) / double(qMax<qsizetype>(1, m_item.text.size()));
    const double lines = double(rest) * m_style->charWidth / textWidth() + breaks * 0.6 + 1;
    return static_cast<int>(qMin(lines * m_style->readingLine, 5e6));
}

int MessageEntry::gapBefore(int slot) const
{
    if (slot == 0)
        return 0;
    if (slot == m_reasoningSlots)
        return m_style->gap;
    const MarkdownBlock& now = block(slot);
    const MarkdownBlock& above = block(slot - 1);
    if (now.continued)
        return 0;
    if (now.kind == BlockKind::Heading)
        return 2 * m_style->blockGap;
    if (now.tight && above.tight && now.kind == above.kind)
        return 3;
    return m_style->blockGap;
}

void MessageEntry::retop(std::size_t from)
{
    for (std::size_t i = from; i < m_slots.size(); ++i) {
        const int above = i == 0 ? 0 : m_slots[i - 1].top + m_slots[i - 1].height;
        m_slots[i].top = above + gapBefore(static_cast<int>(i));
    }
}

int MessageEntry::bodyTop() const
{
    if (isOwn())
        return m_style->bubbleY;
    return hasReasoning() ? m_style->fold : 0;
}

int MessageEntry::bodyHeight() const
{
    const int parsed = m_slots.empty() ? 0 : m_slots.back().top + m_slots.back().height;
    const int height = parsed + estimateRest();
    const bool waiting = height == 0 && m_item.state == MessageState::Streaming;
    return waiting || isOwn() ? qMax(height, m_style->readingLine) : height;
}

int MessageEntry::height() const
{
    return footerRect().bottom() + 1;
}

QRect MessageEntry::slotRect(int slot) const
{
    const Slot& place = m_slots[static_cast<std::size_t>(slot)];
    const int x = isOwn() ? bubbleRect().left() + m_style->bubbleX : 0;
    return {x, bodyTop() + place.top, textWidth(), place.height};
}

int MessageEntry::slotAt(int y) const
{
    const int local = y - bodyTop();
    const auto after = std::upper_bound(m_slots.begin(), m_slots.end(), local,
                                        [](int value, const Slot& slot) { return value < slot.top; });
    return after == m_slots.begin() ? 0 : static_cast<int>(after - m_slots.begin()) - 1;
}

QRect MessageEntry::bubbleRect() const
{
    if (!isOwn())
        return {};
    int width = qMin(m_width, m_style->bubble);
    // A message of one block is as wide as its words; what is not in sight needs no width.
    if (m_slots.size() == 1 && m_slots[0].layout && m_slots[0].exact)
        width = qBound(48, qCeil(m_slots[0].layout->naturalWidth()) + 2 * m_style->bubbleX, width);
    return m_style->directed({m_width - width, 0, width, bodyHeight() + 2 * m_style->bubbleY}, m_width);
}

QRect MessageEntry::foldRect() const
{
    return hasReasoning() && !isOwn() ? QRect(0, 0, m_width, m_style->fold) : QRect();
}

QRect MessageEntry::stripRect() const
{
    if (m_item.state != MessageState::Cut && m_item.state != MessageState::Failed)
        return {};
    const int top = bodyTop() + bodyHeight() + (isOwn() ? m_style->bubbleY : 0);
    return {0, top + m_style->blockGap, m_width, m_style->strip};
}

QRect MessageEntry::footerRect() const
{
    const QRect strip = stripRect();
    const int body = bodyTop() + bodyHeight();
    const int top = !strip.isNull() ? strip.bottom() + 1 : isOwn() ? body + m_style->bubbleY : body + 4;
    return {0, top, m_width, m_style->footer};
}

bool MessageEntry::caretInFooter() const
{
    if (m_slots.empty() || slotCount() == m_reasoningSlots)
        return false;
    const Slot& last = m_slots.back();
    return last.layout && !last.layout->endsWithText();
}

QRectF MessageEntry::caretRect() const
{
    const qreal width = 8;
    const qreal height = 16;
    if (m_slots.empty() || slotCount() == m_reasoningSlots) {
        const int below = bodyTop() + (m_slots.empty() ? 0 : m_slots.back().top + m_slots.back().height + 8);
        return {0.0, below + (m_style->readingLine - height) / 2, width, height};
    }
    const int last = slotCount() - 1;
    const BlockLayout* end = layout(last);
    if (!end)
        return {};
    if (caretInFooter()) {
        const QRect footer = footerRect();
        return {0.0, footer.top() + (footer.height() - height) / 2, width, height};
    }
    const QRectF glyph = end->caretRect(static_cast<int>(block(last).text.size()));
    const QRect place = slotRect(last);
    return {place.left() + glyph.left() + 1, place.top() + glyph.center().y() - height / 2, width, height};
}

} // namespace orangery
