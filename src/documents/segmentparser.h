// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/definitions.h"
#include "documents/markdownblock.h"
#include "documents/segment.h"

namespace orangery {

/// Parses one segment of `text` with the definitions known so far. Pure; any thread.
QList<MarkdownBlock> parseSegment(const QString& text, const Segment& segment,
                                  const Definitions& definitions);

/// The code of a fence, or of the part of it between `from` (the start of a line) and `to`: the fence's own
/// indent taken away, every line end '\n'.
QString fenceCode(const QString& text, const Segment& segment, qsizetype from, qsizetype to);

/// The block of a fence without its code.
MarkdownBlock fenceBlock(const QString& text, const Segment& segment);

/// Where the line that contains `position` ends, line end included.
qsizetype nextLine(const QString& text, qsizetype position);

} // namespace orangery
