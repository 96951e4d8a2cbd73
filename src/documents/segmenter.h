// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/lineclass.h"
#include "documents/segment.h"

#include <QList>

namespace orangery {

/// Cuts a growing Markdown text into segments that can be parsed on their own.
///
/// Every decision depends on complete lines (or on a line's first 8,192 characters), never on how the text
/// arrived: so a text fed whole and fed in pieces is cut at the same places. A missed cut only makes a
/// segment larger; therefore the rules cut where CommonMark surely ends a block and leave all else to the
/// parser.
class Segmenter
{
public:
    /// A list goes on in a new segment after so many items or characters; paragraphs and all else at the next
    /// space or line end after theirs.
    static constexpr int MaxListItems = 20;
    static constexpr qsizetype MaxListLength = 4096;
    static constexpr qsizetype MaxTextLength = 8192;
    static constexpr qsizetype MaxTableLength = 16384;
    static constexpr qsizetype MaxLength = 65536;

    /// Looks at what was appended to `text` and returns the segments that are complete now. `finished` says
    /// that nothing follows: then everything is returned.
    QList<Segment> advance(const QString& text, bool finished);

    /// The segment that is still growing; it ends where the text ends. Its kind is Text until its first line
    /// is complete.
    const Segment& open() const { return m_open; }

private:
    void line(QStringView text, qsizetype next);
    void firstLine(QStringView text, qsizetype next);
    void textLine(QStringView text, qsizetype next);
    void listLine(QStringView text, qsizetype next);
    void restart(QStringView text, qsizetype next);
    bool interrupts(QStringView text) const;
    void enforceLimit(const QString& text, qsizetype lineEnd);
    void close(qsizetype at);

    QList<Segment> m_closed;
    Segment m_open;
    qsizetype m_lineStart = 0;
    qsizetype m_scanned = 0;
    qsizetype m_previousLine = 0;
    bool m_hasContent = false;
    bool m_afterBlank = false;
    int m_lines = 0;
    QStringView m_endMark;     ///< of HTML with an own end; points to a literal
    QStringView m_mathEndMark; ///< likewise
    lineclass::ListMarker m_list;
    int m_items = 0;
    int m_firstNumber = -1;
};

} // namespace orangery
