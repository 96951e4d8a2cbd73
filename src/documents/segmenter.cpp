// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/segmenter.h"

namespace orangery {

using namespace lineclass;

namespace {

/// Where an enormous line is cut: after the last space of the second half, else anywhere but in a character.
qsizetype cutPosition(const QString& text, qsizetype start, qsizetype limit)
{
    for (qsizetype i = start + limit; i > start + limit / 2; --i) {
        if (text[i - 1] == u' ')
            return i;
    }
    qsizetype cut = start + limit;
    while (cut > start + limit / 2 && (text[cut].isLowSurrogate() || text[cut].isMark()))
        --cut;
    return cut;
}

} // namespace

QList<Segment> Segmenter::advance(const QString& text, bool finished)
{
    m_closed.clear();
    const QStringView all(text);
    for (;;) {
        qsizetype end = m_scanned;
        while (end < text.size() && text[end] != u'\n' && text[end] != u'\r')
            ++end;
        m_scanned = end;
        // A '\r' at the very end may be half of a "\r\n".
        const bool complete = end < text.size() && (finished || text[end] == u'\n' || end + 1 < text.size());
        if (!complete && !(finished && end > m_lineStart)) {
            enforceLimit(text, end);
            break;
        }
        enforceLimit(text, end);
        qsizetype next = qMin(end + 1, text.size());
        if (end + 1 < text.size() && text[end] == u'\r' && text[end + 1] == u'\n')
            ++next;
        line(all.sliced(m_lineStart, end - m_lineStart), next);
        m_previousLine = m_lineStart;
        m_lineStart = next;
        m_scanned = next;
    }
    if (finished && m_open.start < text.size())
        close(text.size());
    return m_closed;
}

void Segmenter::enforceLimit(const QString& text, qsizetype lineEnd)
{
    for (;;) {
        const qsizetype before = m_lineStart - m_open.start;
        const bool prose = !m_hasContent || m_open.kind == SegmentKind::Text;
        const bool table = m_open.kind == SegmentKind::Table;
        const qsizetype limit = prose ? MaxTextLength : table ? MaxTableLength : MaxLength;
        if (m_open.kind == SegmentKind::Fence || before + (lineEnd - m_lineStart) <= limit)
            return;
        if (before > 0) {
            const Segment old = m_open;
            const bool hadContent = m_hasContent;
            close(m_lineStart);
            m_open.continued =
                hadContent && (old.kind == SegmentKind::Text || old.kind == SegmentKind::Table);
            if (m_open.continued && old.kind == SegmentKind::Table) {
                m_open.kind = SegmentKind::Table;
                m_open.headerStart = old.headerStart;
                m_open.headerEnd = old.headerEnd;
            }
        } else {
            const qsizetype cut = cutPosition(text, m_lineStart, limit);
            m_lineStart = cut;
            close(cut);
            m_open.continued = true;
        }
    }
}

void Segmenter::close(qsizetype at)
{
    m_open.end = at;
    if (at > m_open.start)
        m_closed.append(m_open);
    m_open = {};
    m_open.start = at;
    m_hasContent = false;
    m_afterBlank = false;
    m_lines = 0;
    m_endMark = {};
    m_mathEndMark = {};
}

void Segmenter::restart(QStringView text, qsizetype next)
{
    close(m_lineStart);
    firstLine(text, next);
}

void Segmenter::line(QStringView text, qsizetype next)
{
    const bool blank = isBlank(text);
    if (!m_hasContent) {
        if (!blank)
            firstLine(text, next);
        else if (m_open.kind == SegmentKind::Text)
            m_open.continued = false;
        return;
    }
    ++m_lines;
    switch (m_open.kind) {
    case SegmentKind::Fence:
        if (closesFence(text, {m_open.fenceChar, m_open.fenceLength, m_open.fenceIndent}))
            close(next);
        return;
    case SegmentKind::Html:
        if (m_endMark.isEmpty() ? blank : containsHtmlEnd(text, m_endMark))
            close(next);
        return;
    case SegmentKind::Indented:
        if (!blank && indentColumns(text) < 4)
            restart(text, next);
        return;
    case SegmentKind::Text:
    case SegmentKind::Quote:
    case SegmentKind::Table:
        if (blank)
            close(next);
        else
            textLine(text, next);
        return;
    case SegmentKind::List:
    case SegmentKind::Footnote:
        if (blank)
            m_afterBlank = true;
        else
            listLine(text, next);
        return;
    }
}

void Segmenter::firstLine(QStringView text, qsizetype next)
{
    m_hasContent = true;
    m_lines = 1;
    if (m_open.continued)
        return;
    if (indentColumns(text) >= 4) {
        m_open.kind = SegmentKind::Indented;
        return;
    }
    if (const Fence fence = openingFence(text); fence.length) {
        m_open.kind = SegmentKind::Fence;
        m_open.fenceChar = fence.mark;
        m_open.fenceLength = fence.length;
        m_open.fenceIndent = fence.indent;
        return;
    }
    if (isAtxHeading(text) || isThematicBreak(text)) {
        close(next);
        return;
    }
    if (const ListMarker marker = listMarker(text); !marker.type.isNull()) {
        m_open.kind = SegmentKind::List;
        m_list = marker;
        m_items = 1;
        m_firstNumber = marker.number;
        return;
    }
    m_endMark = htmlEndMark(text);
    if (isFootnoteDefinition(text)) {
        m_open.kind = SegmentKind::Footnote;
    } else if (!m_endMark.isEmpty() || isHtmlBlockTag(text) || isLoneHtmlTag(text)) {
        m_open.kind = SegmentKind::Html;
        if (!m_endMark.isEmpty() && containsHtmlEnd(text, m_endMark))
            close(next);
    } else if (isQuote(text)) {
        m_open.kind = SegmentKind::Quote;
    } else {
        m_mathEndMark = mathEndMark(text);
    }
}

bool Segmenter::interrupts(QStringView text) const
{
    return isAtxHeading(text) || openingFence(text).length || isThematicBreak(text) ||
           (m_open.kind != SegmentKind::Quote && isQuote(text)) || !htmlEndMark(text).isEmpty() ||
           isHtmlBlockTag(text);
}

void Segmenter::textLine(QStringView text, qsizetype next)
{
    // In display mathematics "- b" is no list and "---" no rule; a fence shows that it was none.
    if (!m_mathEndMark.isEmpty() && !openingFence(text).length) {
        if (text.contains(m_mathEndMark))
            m_mathEndMark = {};
        return;
    }
    if (m_open.kind == SegmentKind::Text && isSetextUnderline(text)) {
        close(next);
    } else if (interrupts(text) || listMarker(text).canInterrupt()) {
        restart(text, next);
    } else if (m_open.kind == SegmentKind::Text && !m_open.continued && m_lines == 2 &&
               isTableDelimiter(text)) {
        m_open.kind = SegmentKind::Table;
        m_open.headerStart = m_previousLine;
        m_open.headerEnd = next;
    } else if (m_open.kind == SegmentKind::Text) {
        m_mathEndMark = mathEndMark(text);
    }
}

void Segmenter::listLine(QStringView text, qsizetype next)
{
    const bool list = m_open.kind == SegmentKind::List;
    const bool afterBlank = m_afterBlank;
    m_afterBlank = false;
    if (indentColumns(text) >= (list ? m_list.contentOffset : 4)) {
        m_list.empty = false;
        return;
    }
    const ListMarker marker = isThematicBreak(text) ? ListMarker() : listMarker(text);
    if (list && !marker.type.isNull() && marker.type == m_list.type) {
        m_list = marker;
        if (m_items < MaxListItems && m_lineStart - m_open.start < MaxListLength) {
            ++m_items;
            return;
        }
        const int number = m_firstNumber < 0 ? -1 : m_firstNumber + m_items;
        restart(text, next);
        m_open.firstNumber = number;
        m_firstNumber = number;
        return;
    }
    // An item without words has no paragraph that a line could continue.
    if (afterBlank || !marker.type.isNull() || (list && m_list.empty) || interrupts(text) ||
        isFootnoteDefinition(text))
        restart(text, next);
}

} // namespace orangery
