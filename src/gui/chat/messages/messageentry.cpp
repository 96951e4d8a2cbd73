// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/messageentry.h"

#include "documents/markdown.h"
#include "gui/chat/messages/codeblock.h"
#include "gui/chat/messages/messagestyle.h"
#include "gui/chat/messages/ruleblock.h"
#include "gui/chat/messages/tableblock.h"
#include "gui/chat/messages/textblock.h"

#include <algorithm>

namespace orangery {

namespace {

constexpr qsizetype ParseAtOnce = 32768;

} // namespace

MessageEntry::MessageEntry(const MessageItem& item, const MessageStyle& style, CodeHighlighting* highlighting)
    : m_item(item),
      m_style(&style),
      m_highlighting(highlighting),
      m_lineBreaks(static_cast<int>(item.text.count(u'\n')))
{}

void MessageEntry::setFacts(const MessageItem& item)
{
    QString text = std::move(m_item.text);
    QString reasoning = std::move(m_item.reasoning);
    m_item = item;
    m_item.text = std::move(text);
    m_item.reasoning = std::move(reasoning);
}

void MessageEntry::appendReasoning(const QString& text)
{
    m_item.reasoning += text;
    if (m_unfolded)
        syncReasoning();
}

const QList<MarkdownBlock>& MessageEntry::textBlocks() const
{
    return m_stream ? m_stream->blocks() : m_plain;
}

const MarkdownBlock& MessageEntry::block(int slot) const
{
    return slot < m_reasoningSlots ? m_reasoning[slot] : textBlocks()[slot - m_reasoningSlots];
}

bool MessageEntry::isComplete() const
{
    return m_parsed && (isOwn() || m_stream->text().size() == m_item.text.size());
}

bool MessageEntry::parseMore()
{
    if (isOwn()) {
        if (!m_parsed) {
            m_plain = plainBlocks(m_item.text);
            m_parsed = true;
            sync(0);
        }
        return false;
    }
    if (!m_stream)
        m_stream = std::make_unique<MarkdownStream>();
    m_parsed = true;
    if (m_stream->isFinished())
        return false;
    const qsizetype done = m_stream->text().size();
    const QStringView rest = QStringView(m_item.text).sliced(done);
    if (!rest.isEmpty()) {
        const auto change = m_stream->feed(rest.first(qMin(rest.size(), ParseAtOnce)));
        revise(change.revised);
        sync(change.first);
    }
    if (m_stream->text().size() < m_item.text.size())
        return true;
    if (m_item.state != MessageState::Streaming) {
        const auto change = m_stream->finish();
        revise(change.revised);
        sync(change.first);
        m_item.text = m_stream->text(); // one copy instead of two
    }
    return false;
}

/// Brings the slots from text block `firstBlock` on in line with the blocks.
void MessageEntry::sync(qsizetype firstBlock)
{
    const std::size_t first = static_cast<std::size_t>(m_reasoningSlots + firstBlock);
    const std::size_t count = static_cast<std::size_t>(m_reasoningSlots + textBlocks().size());
    const qsizetype final = m_stream ? m_stream->finalCount() : textBlocks().size();
    m_slots.resize(count);
    for (std::size_t i = first; i < count; ++i) {
        Slot& slot = m_slots[i];
        const MarkdownBlock& now = block(static_cast<int>(i));
        if (slot.layout && !slot.layout->grow(now))
            slot.layout.reset();
        if (slot.layout && static_cast<qsizetype>(i) - m_reasoningSlots < final)
            slot.layout->setFinal();
        if (!slot.layout)
            slot.height = estimate(now);
        slot.exact = false;
    }
    retop(first);
}

void MessageEntry::revise(const QList<qsizetype>& blocks)
{
    for (const qsizetype index : blocks) {
        const std::size_t slot = static_cast<std::size_t>(m_reasoningSlots + index);
        if (slot >= m_slots.size())
            continue;
        m_slots[slot].layout.reset();
        m_slots[slot].exact = false;
    }
}

void MessageEntry::setUnfolded(bool unfolded)
{
    if (m_unfolded == unfolded)
        return;
    m_unfolded = unfolded;
    syncReasoning();
}

void MessageEntry::syncReasoning()
{
    const QList<MarkdownBlock> before = m_reasoning;
    m_reasoning = m_unfolded ? plainBlocks(m_item.reasoning) : QList<MarkdownBlock>();
    const int count = static_cast<int>(m_reasoning.size());
    while (m_reasoningSlots > count) {
        m_slots.erase(m_slots.begin() + --m_reasoningSlots);
    }
    while (m_reasoningSlots < count) {
        m_slots.insert(m_slots.begin() + m_reasoningSlots, Slot());
        ++m_reasoningSlots;
    }
    for (int i = 0; i < count; ++i) {
        Slot& slot = m_slots[static_cast<std::size_t>(i)];
        if (i < before.size() && before[i] == m_reasoning[i])
            continue;
        if (slot.layout && !slot.layout->grow(m_reasoning[i]))
            slot.layout.reset();
        slot.height = slot.layout ? slot.height : estimate(m_reasoning[i]);
        slot.exact = false;
    }
    retop(0);
}

std::unique_ptr<BlockLayout> MessageEntry::makeLayout(int slot) const
{
    const MarkdownBlock& now = block(slot);
    std::unique_ptr<BlockLayout> layout;
    if (now.kind == BlockKind::Code)
        layout = std::make_unique<CodeBlock>(now, *m_style, m_highlighting);
    else if (now.kind == BlockKind::Table)
        layout = std::make_unique<TableBlock>(now, *m_style);
    else if (now.kind == BlockKind::Rule)
        layout = std::make_unique<RuleBlock>(*m_style);
    else
        layout = std::make_unique<TextBlock>(now, *m_style, isReasoning(slot));
    if (!m_stream || slot - m_reasoningSlots < m_stream->finalCount())
        layout->setFinal();
    return layout;
}

bool MessageEntry::layOutRange(int top, int bottom, quint32 frame)
{
    if (m_slots.empty())
        return false;
    bool moved = false;
    const int bodyStart = bodyTop();
    std::size_t i = static_cast<std::size_t>(slotAt(top));
    for (; i < m_slots.size(); ++i) {
        Slot& slot = m_slots[i];
        if (moved) {
            const Slot& above = m_slots[i - 1];
            slot.top = above.top + above.height + gapBefore(static_cast<int>(i));
        }
        if (bodyStart + slot.top > bottom)
            break;
        if (!slot.layout) {
            slot.layout = makeLayout(static_cast<int>(i));
            slot.exact = false;
        }
        slot.used = frame;
        if (slot.exact)
            continue;
        const int height = slot.layout->layOut(textWidth());
        slot.exact = true;
        if (height != slot.height) {
            slot.height = height;
            moved = true;
        }
    }
    if (moved)
        retop(i);
    return moved;
}

int MessageEntry::dropLayouts(quint32 frame)
{
    int left = 0;
    for (Slot& slot : m_slots) {
        if (!slot.layout)
            continue;
        if (slot.used >= frame)
            ++left;
        else
            slot.layout.reset();
    }
    return left;
}

void MessageEntry::restyle()
{
    for (Slot& slot : m_slots) {
        slot.layout.reset();
        slot.exact = false;
    }
}

void MessageEntry::setWidth(int width)
{
    if (width == m_width)
        return;
    const int before = textWidth();
    const bool first = m_width == 0;
    m_width = width;
    const int now = textWidth();
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        Slot& slot = m_slots[i];
        slot.exact = false;
        const BlockKind kind = block(static_cast<int>(i)).kind;
        if (first)
            slot.height = estimate(block(static_cast<int>(i)));
        else if (kind != BlockKind::Code && kind != BlockKind::Rule)
            slot.height = qMax(m_style->readingLine, static_cast<int>(qint64(slot.height) * before / now));
    }
    retop(0);
}

} // namespace orangery
