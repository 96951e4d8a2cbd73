// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace orangery::lineclass {

/// What the start of a line means in CommonMark 0.29. Lines come without their line end.
int indentColumns(QStringView line); ///< leading blanks in columns, a tab goes to the next multiple of 4
bool isBlank(QStringView line);
bool isAtxHeading(QStringView line);
bool isThematicBreak(QStringView line);
bool isSetextUnderline(QStringView line);
bool isQuote(QStringView line);
bool isTableDelimiter(QStringView line);
bool isFootnoteDefinition(QStringView line); ///< [^label]: …

struct Fence
{
    QChar mark;
    int length = 0; ///< 0: no fence
    int indent = 0;
};
Fence openingFence(QStringView line);
bool closesFence(QStringView line, const Fence& fence);

struct ListMarker
{
    QChar type;            ///< '-', '*', '+', '.' or ')'; null: no marker
    int number = -1;       ///< ordered lists
    int contentOffset = 0; ///< columns that later lines of the item must be indented by
    bool empty = false;    ///< nothing follows the marker
    bool canInterrupt() const { return !type.isNull() && !empty && (number < 0 || number == 1); }
};
ListMarker listMarker(QStringView line);

/// The end mark that a raw HTML block of the kinds with an own end (script, comment, …) waits for; empty when
/// the line opens none. `-->`, `?>`, `>`, `]]>` or `</`.
QStringView htmlEndMark(QStringView line);
/// Opens a raw HTML block that ends at the next blank line: a block-level tag, which may interrupt a
/// paragraph, or any other tag alone in its line, which may not.
bool isHtmlBlockTag(QStringView line);
bool isLoneHtmlTag(QStringView line);
bool containsHtmlEnd(QStringView line, QStringView endMark);

/// The mark that closes display mathematics which this line opens and does not close: `$$`, `\]` or empty.
QStringView mathEndMark(QStringView line);

} // namespace orangery::lineclass
