// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/markdownstream.h"

#include "documents/segmentparser.h"

#include <algorithm>

namespace orangery {

MarkdownStream::Change MarkdownStream::feed(QStringView piece)
{
    if (m_finished || piece.isEmpty())
        return {m_blocks.size(), {}};
    m_text += piece;
    return update();
}

MarkdownStream::Change MarkdownStream::finish()
{
    if (m_finished)
        return {m_blocks.size(), {}};
    m_finished = true;
    return update();
}

MarkdownStream::Change MarkdownStream::update()
{
    Change change{m_finalCount, {}};
    QStringList fresh;
    const QList<Segment> closed = m_segmenter.advance(m_text, m_finished);
    if (!closed.isEmpty()) {
        m_blocks.resize(m_finalCount);
        m_fenceStart = -1;
        for (const Segment& segment : closed)
            commit(segment, fresh);
        m_finalCount = m_blocks.size();
    }
    if (!fresh.isEmpty()) {
        for (const qsizetype index : resolve(fresh)) {
            if (index < change.first)
                change.revised.append(index);
        }
    }
    if (!m_finished)
        parseOpen();
    return change;
}

void MarkdownStream::commit(const Segment& segment, QStringList& fresh)
{
    const QStringView source = QStringView(m_text).sliced(segment.start, segment.end - segment.start);
    const bool prose = segment.kind != SegmentKind::Fence && segment.kind != SegmentKind::Indented &&
                       segment.kind != SegmentKind::Html;
    if (prose && source.contains(u'[')) {
        if (segment.kind == SegmentKind::Footnote)
            fresh += m_definitions.collect(source, true);
        else if (segment.kind == SegmentKind::Text && !segment.continued)
            fresh += m_definitions.collect(source, false);
        const QStringList labels = Definitions::mentioned(source);
        if (!labels.isEmpty()) {
            for (const QString& label : labels)
                m_waiting[label].append(m_places.size());
            m_places.append({segment, m_blocks.size()});
        }
    }
    m_blocks += parseSegment(m_text, segment, m_definitions);
}

/// Parses the segments again that mention a new label; inline formats change, the number of blocks cannot.
QList<qsizetype> MarkdownStream::resolve(const QStringList& fresh)
{
    QList<qsizetype> places;
    for (const QString& label : fresh)
        places += m_waiting.take(label);
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    QList<qsizetype> revised;
    for (const qsizetype index : std::as_const(places)) {
        const Place& place = std::as_const(m_places)[index];
        const QList<MarkdownBlock> blocks = parseSegment(m_text, place.segment, m_definitions);
        for (qsizetype i = 0; i < blocks.size() && place.firstBlock + i < m_finalCount; ++i) {
            MarkdownBlock& old = m_blocks[place.firstBlock + i];
            if (old == blocks[i])
                continue;
            old = blocks[i];
            revised.append(place.firstBlock + i);
        }
    }
    return revised;
}

void MarkdownStream::parseOpen()
{
    Segment open = m_segmenter.open();
    open.end = m_text.size();
    if (open.kind == SegmentKind::Fence) {
        growFence(open);
        return;
    }
    m_blocks.resize(m_finalCount);
    if (open.end > open.start)
        m_blocks += parseSegment(m_text, open, m_definitions);
}

void MarkdownStream::growFence(const Segment& open)
{
    if (m_fenceStart != open.start) {
        m_blocks.resize(m_finalCount);
        m_blocks.append(fenceBlock(m_text, open));
        m_fenceStart = open.start;
        m_fenceDone = nextLine(m_text, m_blocks.last().sourceStart);
        m_fenceCode = 0;
    }
    MarkdownBlock& block = m_blocks.last();
    if (block.text.size() < m_fenceCode)
        block.text += u'\n'; // the last line's end is not shown, but goes before the next line
    block.text.truncate(m_fenceCode);
    qsizetype lastLine = open.end;
    while (lastLine > m_fenceDone && m_text[lastLine - 1] != u'\n' && m_text[lastLine - 1] != u'\r')
        --lastLine;
    block.text += fenceCode(m_text, open, m_fenceDone, lastLine);
    m_fenceDone = lastLine;
    m_fenceCode = block.text.size();
    const QStringView rest = QStringView(m_text).sliced(lastLine);
    const bool mayClose =
        std::all_of(rest.begin(), rest.end(), [&](QChar c) { return c == open.fenceChar || c == u' '; });
    if (!mayClose)
        block.text += fenceCode(m_text, open, lastLine, open.end);
    if (block.text.endsWith(u'\n'))
        block.text.chop(1);
    block.sourceEnd = open.end;
}

} // namespace orangery
