// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/markdownblock.h"

namespace orangery {

/// Parses a whole text: the same blocks as a MarkdownStream gives after finish(). GitHub's dialect (tables,
/// task lists, strikethrough, autolinks) with footnotes; raw HTML stays text; mathematics stay as written.
/// Pure; any thread; 1 MB takes some tens of milliseconds, so feed larger texts to a MarkdownStream in
/// pieces.
QList<MarkdownBlock> parseMarkdown(const QString& text);

/// Text that is no Markdown (what a person typed): paragraphs of at most 8,192 characters with their line
/// breaks.
QList<MarkdownBlock> plainBlocks(const QString& text);

} // namespace orangery
