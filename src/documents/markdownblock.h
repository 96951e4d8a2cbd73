// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace orangery {

/// Formats of a run of text; they combine.
enum InlineFormat : quint16 {
    BoldFormat = 0x01,
    ItalicFormat = 0x02,
    StrikeFormat = 0x04,
    CodeFormat = 0x08,
    LinkFormat = 0x10,     ///< InlineRun::href says where to
    ImageFormat = 0x20,    ///< the text is the picture's description, href its address; with LinkFormat
    MathFormat = 0x40,     ///< TeX as it was written, delimiters included
    FootnoteFormat = 0x80, ///< the label of a footnote that this text defines
};

/// Characters [start, start + length) of a block's text carry these formats. Runs are sorted, never overlap,
/// and characters outside every run are plain.
struct InlineRun
{
    int start = 0;
    int length = 0;
    quint16 format = 0;
    QString href;

    bool operator==(const InlineRun&) const = default;
};

struct TableCell
{
    QString text;
    QList<InlineRun> runs;

    bool operator==(const TableCell&) const = default;
};

enum class ColumnAlignment { Start, Center, End };

enum class BlockKind { Paragraph, Heading, Code, Table, Rule, Html };

/// One paragraph-sized piece of a message. Lists and quotes are not containers here: a list item's paragraph
/// carries its marker and its depth, so that every block has a bounded size and is laid out on its own.
struct MarkdownBlock
{
    BlockKind kind = BlockKind::Paragraph;
    int level = 0;          ///< heading: 1 … 6
    int indent = 0;         ///< how many lists this lies in
    int quoteDepth = 0;     ///< how many quotes this lies in
    bool tight = false;     ///< in a list without blank lines between its items
    bool continued = false; ///< the rest of a block that was too large for one
    bool footnote = false;  ///< belongs to a footnote's definition
    QString marker; ///< "•", "3.", "☐", "☑" or a footnote's label; set on the item's first block only

    /// What is shown and selected: no Markdown marks. Hard breaks are U+2028 (QChar::LineSeparator); code
    /// keeps its '\n' and has none at the end; a table's cells are joined by '\t', its rows by '\n'.
    QString text;
    QList<InlineRun> runs;
    QString language; ///< code: the first word after the fence, as written

    QList<ColumnAlignment> columns;
    QList<QList<TableCell>> rows; ///< table: the first row is the header unless `continued`

    /// The exact Markdown: [sourceStart, sourceEnd) in the text that was fed, whole lines without the last
    /// line end, except where an enormous line was cut. Blocks that begin in the same line have the same
    /// start.
    qsizetype sourceStart = 0;
    qsizetype sourceEnd = 0;

    bool operator==(const MarkdownBlock&) const = default;
};

} // namespace orangery
