// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/markdownstream.h"
#include "gui/chat/messages/blocklayout.h"
#include "gui/chat/messages/messageitem.h"

#include <QRect>
#include <memory>
#include <vector>

namespace orangery {

class CodeHighlighting;
struct MessageStyle;

/// One message in the view: its blocks, their heights and, while they are in sight, their layouts. Nothing is
/// parsed before parseMore(); until then, and for blocks that were never in sight, heights are estimated.
///
/// Rectangles are relative to the top left corner of the entry, which is as wide as the reading column. Slots
/// are the places of blocks from top to bottom: first those of the reasoning while it is unfolded, then those
/// of the text.
class MessageEntry
{
public:
    MessageEntry(const MessageItem& item, const MessageStyle& style, CodeHighlighting* highlighting);

    const MessageItem& item() const { return m_item; }
    bool isOwn() const { return m_item.role == MessageRole::User; }
    /// Replaces all but text and reasoning.
    void setFacts(const MessageItem& item);
    void appendText(const QString& text) { m_item.text += text; }
    void appendReasoning(const QString& text);

    /// Parses up to 32,768 characters more of the text; true when some is left.
    bool parseMore();
    bool isParsed() const { return m_parsed; }
    /// All text that arrived is parsed.
    bool isComplete() const;

    void setWidth(int width);
    /// Forgets all layouts and measures, because fonts or colours changed.
    void restyle();
    int height() const;
    /// Makes the blocks between `top` and `bottom` exact; true when that moved anything.
    bool layOutRange(int top, int bottom, quint32 frame);
    /// Drops layouts that were not used since `frame`; returns how many are left.
    int dropLayouts(quint32 frame);

    bool hasReasoning() const { return !m_item.reasoning.isEmpty(); }
    bool isUnfolded() const { return m_unfolded; }
    void setUnfolded(bool unfolded);

    int slotCount() const { return static_cast<int>(m_slots.size()); }
    bool isReasoning(int slot) const { return slot < m_reasoningSlots; }
    const MarkdownBlock& block(int slot) const;
    BlockLayout* layout(int slot) const { return m_slots[static_cast<std::size_t>(slot)].layout.get(); }
    bool isExact(int slot) const { return m_slots[static_cast<std::size_t>(slot)].exact; }
    QRect slotRect(int slot) const;
    int slotAt(int y) const;

    QRect bubbleRect() const; ///< own messages
    QRect foldRect() const;   ///< null without reasoning
    QRect stripRect() const;  ///< null unless cut or failed
    QRect footerRect() const;
    /// Where the caret of a running reply stands.
    QRectF caretRect() const;
    bool caretInFooter() const;

private:
    struct Slot
    {
        int top = 0; ///< below the body's top
        int height = 0;
        quint32 used = 0;
        bool exact = false;
        std::unique_ptr<BlockLayout> layout;
    };

    const QList<MarkdownBlock>& textBlocks() const;
    void sync(qsizetype firstBlock);
    void syncReasoning();
    void revise(const QList<qsizetype>& blocks);
    void retop(std::size_t from);
    int gapBefore(int slot) const;
    int estimate(const MarkdownBlock& block) const;
    int estimateRest() const;
    int textWidth() const;
    int bodyTop() const;
    int bodyHeight() const;
    std::unique_ptr<BlockLayout> makeLayout(int slot) const;

    MessageItem m_item;
    const MessageStyle* m_style;
    CodeHighlighting* m_highlighting;
    std::unique_ptr<MarkdownStream> m_stream;
    QList<MarkdownBlock> m_plain;
    QList<MarkdownBlock> m_reasoning;
    std::vector<Slot> m_slots;
    int m_reasoningSlots = 0;
    int m_width = 0;
    int m_lineBreaks = 0; ///< of the text, for the estimate
    bool m_parsed = false;
    bool m_unfolded = false;
};

} // namespace orangery
