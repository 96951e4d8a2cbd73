// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/inlinebuilder.h"

namespace orangery {

/// A table's cells as the text of its block.
QString tableText(const QList<QList<TableCell>>& rows);

/// Walks a cmark tree without recursion (its depth is the author's choice) and lists its blocks flat.
/// sourceStart of the blocks holds the 1-based line in what was parsed; the caller turns it into positions.
class BlockBuilder
{
public:
    /// `firstNumber` ≥ 0 numbers the first top-level list from there, whatever the text says.
    QList<MarkdownBlock> build(cmark_node* document, int firstNumber);

private:
    struct List
    {
        bool ordered = false;
        bool tight = false;
        int number = 0;
        QChar delimiter;
    };

    void block(cmark_node* node, bool entering);
    void extensionBlock(cmark_node* node, bool entering);
    void enterList(cmark_node* node);
    void enterItem(cmark_node* node);
    void begin(cmark_node* node, BlockKind kind);
    void finish();
    void literalBlock(cmark_node* node, BlockKind kind);
    void flushMarker(cmark_node* node);

    QList<MarkdownBlock> m_blocks;
    InlineBuilder m_inlines;
    MarkdownBlock m_block;
    QList<List> m_lists;
    QString m_marker;
    int m_quotes = 0;
    int m_firstNumber = -1;
    int m_lastRowLine = 0;
};

} // namespace orangery
