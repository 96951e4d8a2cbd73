// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/blockbuilder.h"

#include "documents/mathguard.h"

#include <QStringList>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <cstring>

namespace orangery {

namespace {

bool isType(cmark_node* node, const char* name)
{
    return std::strcmp(cmark_node_get_type_string(node), name) == 0;
}

QString firstWord(const char* info)
{
    const QString text = mathguard::shown(QString::fromUtf8(info)).trimmed();
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isSpace() || text[i] == u',' || text[i] == u'{')
            return text.left(i);
    }
    return text;
}

} // namespace

QString tableText(const QList<QList<TableCell>>& rows)
{
    QStringList lines;
    for (const auto& row : rows) {
        QStringList cells;
        for (const TableCell& cell : row)
            cells.append(cell.text);
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

QList<MarkdownBlock> BlockBuilder::build(cmark_node* document, int firstNumber)
{
    m_firstNumber = firstNumber;
    cmark_iter* iter = cmark_iter_new(document);
    for (cmark_event_type event = cmark_iter_next(iter); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iter)) {
        cmark_node* node = cmark_iter_get_node(iter);
        const bool entering = event == CMARK_EVENT_ENTER;
        if ((cmark_node_get_type(node) & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK)
            block(node, entering);
        else
            m_inlines.visit(node, entering);
    }
    cmark_iter_free(iter);
    return std::move(m_blocks);
}

void BlockBuilder::block(cmark_node* node, bool entering)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT:
        return;
    case CMARK_NODE_BLOCK_QUOTE:
        if (entering)
            flushMarker(node);
        m_quotes += entering ? 1 : -1;
        return;
    case CMARK_NODE_LIST:
        if (entering)
            enterList(node);
        else
            m_lists.removeLast();
        return;
    case CMARK_NODE_ITEM:
        if (entering)
            enterItem(node);
        else
            flushMarker(node);
        return;
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING: {
        const bool heading = cmark_node_get_type(node) == CMARK_NODE_HEADING;
        if (!entering) {
            finish();
            return;
        }
        begin(node, heading ? BlockKind::Heading : BlockKind::Paragraph);
        if (heading)
            m_block.level = cmark_node_get_heading_level(node);
        return;
    }
    case CMARK_NODE_CODE_BLOCK:
        literalBlock(node, BlockKind::Code);
        return;
    case CMARK_NODE_HTML_BLOCK:
        literalBlock(node, BlockKind::Html);
        return;
    case CMARK_NODE_THEMATIC_BREAK:
        flushMarker(node);
        begin(node, BlockKind::Rule);
        finish();
        return;
    default:
        extensionBlock(node, entering);
    }
}

void BlockBuilder::extensionBlock(cmark_node* node, bool entering)
{
    if (isType(node, "table")) {
        if (!entering) {
            m_block.text = tableText(m_block.rows);
            m_blocks.append(m_block);
            return;
        }
        flushMarker(node);
        begin(node, BlockKind::Table);
        const int columns = cmark_gfm_extensions_get_table_columns(node);
        const uint8_t* alignments = cmark_gfm_extensions_get_table_alignments(node);
        for (int i = 0; i < columns; ++i)
            m_block.columns.append(alignments[i] == 'c'   ? ColumnAlignment::Center
                                   : alignments[i] == 'r' ? ColumnAlignment::End
                                                          : ColumnAlignment::Start);
    } else if (isType(node, "table_header") || isType(node, "table_row")) {
        // A header that is not its paragraph's first line still says that line; its first row is two below
        // it.
        if (entering && m_block.rows.size() == 1)
            m_block.sourceStart = qMax<qsizetype>(m_block.sourceStart, cmark_node_get_start_line(node) - 2);
        if (entering)
            m_block.rows.append(QList<TableCell>());
    } else if (isType(node, "table_cell")) {
        if (entering) {
            m_inlines.clear();
        } else if (!m_block.rows.isEmpty()) {
            TableCell cell;
            m_inlines.take(cell.text, cell.runs);
            m_block.rows.last().append(cell);
        }
    } else if (isType(node, "tasklist")) {
        if (entering)
            enterItem(node);
        else
            flushMarker(node);
    }
}

void BlockBuilder::enterList(cmark_node* node)
{
    flushMarker(node);
    List list;
    list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    list.tight = cmark_node_get_list_tight(node);
    list.number = cmark_node_get_list_start(node);
    list.delimiter = cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? u')' : u'.';
    if (m_firstNumber >= 0 && m_lists.isEmpty()) {
        list.number = m_firstNumber;
        m_firstNumber = -1;
    }
    m_lists.append(list);
}

void BlockBuilder::enterItem(cmark_node* node)
{
    List& list = m_lists.last();
    if (isType(node, "tasklist"))
        m_marker =
            QString(cmark_gfm_extensions_get_tasklist_item_checked(node) ? QChar(0x2611) : QChar(0x2610));
    else
        m_marker = list.ordered ? QString::number(list.number) + list.delimiter : QString(QChar(0x2022));
    ++list.number;
}

void BlockBuilder::begin(cmark_node* node, BlockKind kind)
{
    m_block = {};
    m_block.kind = kind;
    m_block.indent = static_cast<int>(m_lists.size());
    m_block.quoteDepth = m_quotes;
    m_block.tight = !m_lists.isEmpty() && m_lists.last().tight;
    m_block.marker = m_marker;
    m_block.sourceStart = cmark_node_get_start_line(node);
    m_marker.clear();
    m_inlines.clear();
}

void BlockBuilder::finish()
{
    m_inlines.take(m_block.text, m_block.runs);
    m_blocks.append(m_block);
}

void BlockBuilder::literalBlock(cmark_node* node, BlockKind kind)
{
    flushMarker(node);
    begin(node, kind);
    m_block.text = mathguard::shown(QString::fromUtf8(cmark_node_get_literal(node)));
    if (kind == BlockKind::Code)
        m_block.language = firstWord(cmark_node_get_fence_info(node));
    while (m_block.text.endsWith(u'\n'))
        m_block.text.chop(1);
    if (kind == BlockKind::Html)
        m_block.text.replace(u'\n', QChar(QChar::LineSeparator));
    m_blocks.append(m_block);
}

/// An item that begins with something else than a paragraph shows its marker on a line of its own.
void BlockBuilder::flushMarker(cmark_node* node)
{
    if (m_marker.isEmpty())
        return;
    begin(node, BlockKind::Paragraph);
    finish();
}

} // namespace orangery
