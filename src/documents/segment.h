// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace orangery {

enum class SegmentKind {
    Text,     ///< paragraph, heading, rule: ends at a blank line or where another block may interrupt
    Quote,    ///< lines that begin with '>', and lazy ones
    Table,    ///< text whose second line is a delimiter row
    List,     ///< up to 20 items of one list
    Footnote, ///< [^label]: and its indented lines
    Fence,    ///< fenced code
    Indented, ///< indented code
    Html,     ///< raw HTML up to a blank line, or to its own end mark
};

/// A stretch of the text that can be parsed on its own. Segments follow each other without a gap.
struct Segment
{
    qsizetype start = 0;
    qsizetype end = 0;
    SegmentKind kind = SegmentKind::Text;
    bool continued = false;    ///< the rest of a paragraph or table that passed its size limit
    int firstNumber = -1;      ///< list: the number that the first item has because the list goes on, or -1
    qsizetype headerStart = 0; ///< continued table: where its header and delimiter row lie
    qsizetype headerEnd = 0;
    QChar fenceChar;
    int fenceLength = 0;
    int fenceIndent = 0;
};

} // namespace orangery
