// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/selection.h"

#include "documents/markdown.h"
#include "gui/chat/messages/messagelist.h"

#include <QStringList>
#include <limits>

namespace orangery {

namespace {

constexpr int End = std::numeric_limits<int>::max();

QString shown(QString text)
{
    return text.replace(QChar(QChar::LineSeparator), u'\n');
}

QString withoutLastLineEnd(QString text)
{
    while (text.endsWith(u'\n') || text.endsWith(u'\r'))
        text.chop(1);
    return text;
}

QString plain(const MarkdownBlock& block)
{
    const QString text = shown(block.text);
    return block.marker.isEmpty() ? text : block.marker + u' ' + text;
}

/// What separates two blocks of `source`.
QString between(const QString& source, const MarkdownBlock& above, const MarkdownBlock& below)
{
    if (below.continued) {
        const QChar last = below.sourceStart > 0 ? source.at(below.sourceStart - 1) : QChar();
        return last == u'\n' || last == u'\r' ? QStringLiteral("\n") : QString();
    }
    return above.tight && below.tight ? QStringLiteral("\n") : QStringLiteral("\n\n");
}

} // namespace

void Selection::clear()
{
    m_anchor = m_cursor = {};
    m_hasCursor = false;
    m_all = false;
}

void Selection::set(const TextPosition& anchor, const TextPosition& cursor)
{
    m_anchor = anchor;
    m_cursor = cursor;
    m_hasCursor = true;
    m_all = false;
}

void Selection::selectAll()
{
    m_anchor = {};
    m_cursor = {m_list.count() - 1, End, End};
    m_hasCursor = true;
    m_all = m_list.count() > 0;
}

TextSpan Selection::span(int message, int slot) const
{
    if (isEmpty() || message < first().message || message > last().message)
        return {};
    const TextPosition start{message, slot, 0};
    const int length = static_cast<int>(m_list.entry(message).block(slot).text.size());
    const TextPosition end{message, slot, length};
    if (end < first() || last() < start)
        return {};
    return {first() < start ? 0 : first().offset, end < last() ? length : last().offset};
}

QString Selection::messageText(int message, bool markdown) const
{
    const MessageEntry& entry = m_list.entry(message);
    const bool fromStart = message > first().message;
    const bool toEnd = message < last().message || last().slot == End;
    const bool whole = (fromStart || first() == TextPosition{message, 0, 0}) && toEnd;
    // Of what was not in sight yet, or not wholly, only the source is known.
    if (!entry.isParsed() || (whole && (markdown || !entry.isComplete()) && !entry.isUnfolded()))
        return withoutLastLineEnd(entry.item().text);
    QString result;
    const int lastSlot = toEnd ? entry.slotCount() - 1 : qMin(last().slot, entry.slotCount() - 1);
    int above = -1;
    for (int slot = fromStart ? 0 : first().slot; slot <= lastSlot; ++slot) {
        const MarkdownBlock& block = entry.block(slot);
        const int length = static_cast<int>(block.text.size());
        const TextSpan part = span(message, slot);
        const bool wholeBlock = part.from == 0 && part.to == length;
        if (!wholeBlock && part.isEmpty())
            continue;
        if (above >= 0)
            result += between(entry.isReasoning(slot) ? entry.item().reasoning : entry.item().text,
                              entry.block(above), block);
        above = slot;
        if (!markdown || !wholeBlock || entry.isReasoning(slot)) {
            result += wholeBlock && !markdown ? plain(block)
                                              : shown(block.text.mid(part.from, part.to - part.from));
            continue;
        }
        // As many whole blocks as follow each other come as one piece of the source, blank lines included.
        int end = slot;
        while (end < lastSlot && span(message, end + 1).to == entry.block(end + 1).text.size())
            ++end;
        const qsizetype from = block.sourceStart;
        result += QStringView(entry.item().text).sliced(from, entry.block(end).sourceEnd - from);
        above = end;
        slot = end;
    }
    if (toEnd && !entry.isComplete() && above >= 0)
        result += QStringView(entry.item().text).sliced(entry.block(above).sourceEnd);
    return result;
}

QString Selection::text() const
{
    if (isEmpty())
        return {};
    const bool oneBlock = first().message == last().message && first().slot == last().slot &&
                          first().slot < m_list.entry(first().message).slotCount();
    if (oneBlock && m_list.entry(first().message).block(first().slot).kind == BlockKind::Code) {
        const QString code = m_list.entry(first().message).block(first().slot).text;
        return code.mid(first().offset, last().offset - first().offset);
    }
    QStringList parts;
    for (int i = first().message; i <= last().message && i < m_list.count(); ++i) {
        const QString part = messageText(i, true);
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QStringLiteral("\n\n"));
}

QString Selection::plainText() const
{
    QStringList parts;
    for (int i = first().message; !isEmpty() && i <= last().message && i < m_list.count(); ++i) {
        const QString part = messageText(i, false);
        if (!part.isEmpty())
            parts.append(part);
    }
    return parts.join(QStringLiteral("\n\n"));
}

QString plainMessageText(const MessageEntry& entry)
{
    if (entry.isOwn())
        return entry.item().text;
    QString result;
    const QList<MarkdownBlock> blocks = parseMarkdown(entry.item().text);
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        if (i > 0)
            result += between(entry.item().text, blocks[i - 1], blocks[i]);
        result += plain(blocks[i]);
    }
    return result;
}

QString lastCode(const MessageEntry& entry)
{
    const QList<MarkdownBlock> blocks = parseMarkdown(entry.item().text);
    for (qsizetype i = blocks.size() - 1; i >= 0; --i) {
        if (blocks[i].kind == BlockKind::Code)
            return blocks[i].text.isNull() ? QStringLiteral("") : blocks[i].text;
    }
    return {};
}

} // namespace orangery
