// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/tableblock.h"

#include "gui/chat/messages/inlineformats.h"
#include "gui/chat/messages/messagestyle.h"
#include "gui/style/paint.h"

#include <QPainter>
#include <algorithm>
#include <numeric>

namespace orangery {

namespace {

constexpr int PaddingX = 10;
constexpr int PaddingY = 6;
constexpr qreal LeastColumn = 64;
constexpr int ScrollerHeight = 8;

} // namespace

TableBlock::TableBlock(const MarkdownBlock& block, const MessageStyle& style)
    : m_style(style),
      m_block(block),
      m_natural(static_cast<std::size_t>(block.columns.size()), 20)
{
    m_left = qMin(block.quoteDepth, 8) * style.quote + qMin(block.indent, 8) * style.indent;
    int start = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(block.rows.size()); ++i) {
        setRow(i, start);
        start = m_rows[i].cells.empty() ? start
                                        : m_rows[i].cells.back().start + m_rows[i].cells.back().length + 1;
    }
}

/// Shapes the cells of row `index` of m_block, whose text begins at `start`.
void TableBlock::setRow(std::size_t index, int start)
{
    const auto& cells = m_block.rows[static_cast<qsizetype>(index)];
    const bool header = index == 0 && !m_block.continued;
    Row row;
    for (qsizetype c = 0; c < cells.size() && c < m_block.columns.size(); ++c) {
        Cell cell;
        cell.start = start;
        cell.length = static_cast<int>(cells[c].text.size());
        start += cell.length + 1;
        cell.layout =
            std::make_unique<QTextLayout>(cells[c].text, header ? m_style.metaStrong : m_style.reading);
        const bool rightToLeft = cells[c].text.isRightToLeft();
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setTextDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
        const ColumnAlignment alignment = m_block.columns[c];
        option.setAlignment(alignment == ColumnAlignment::Center                 ? Qt::AlignHCenter
                            : (alignment == ColumnAlignment::End) != rightToLeft ? Qt::AlignRight
                                                                                 : Qt::AlignLeft);
        cell.layout->setTextOption(option);
        cell.layout->setCacheEnabled(true);
        cell.layout->setFormats(inlineFormats(cells[c].runs, m_style));
        cell.layout->beginLayout();
        QTextLine line = cell.layout->createLine();
        if (line.isValid())
            line.setLineWidth(100'000);
        cell.layout->endLayout();
        qreal& natural = m_natural[static_cast<std::size_t>(c)];
        natural = qMax(natural, qMin<qreal>(2000, cell.layout->maximumWidth() + 1));
        row.cells.push_back(std::move(cell));
    }
    m_rows.resize(qMax(m_rows.size(), index + 1));
    m_rows[index] = std::move(row);
}

bool TableBlock::grow(const MarkdownBlock& block)
{
    if (block.kind != BlockKind::Table || block.columns != m_block.columns ||
        block.rows.size() < m_block.rows.size())
        return false;
    if (block == m_block)
        return true;
    const qsizetype same = m_block.rows.size() - 1;
    if (same < 1 || block.rows[same - 1] != m_block.rows[same - 1] || block.rows[0] != m_block.rows[0])
        return false;
    m_block = block;
    const std::size_t first = static_cast<std::size_t>(same);
    int start = m_rows[first].cells.empty() ? 0 : m_rows[first].cells.front().start;
    for (std::size_t i = first; i < static_cast<std::size_t>(block.rows.size()); ++i) {
        setRow(i, start);
        start = m_rows[i].cells.empty() ? start
                                        : m_rows[i].cells.back().start + m_rows[i].cells.back().length + 1;
    }
    m_width = -1;
    return true;
}

/// Gives every column its natural width, or shares the width out; returns whether a column changed.
bool TableBlock::distribute(qreal width)
{
    const qreal padding = 2.0 * PaddingX * static_cast<qreal>(m_natural.size());
    const qreal available = qMax(width - padding, LeastColumn);
    std::vector<qreal> widths = m_natural;
    const qreal wanted = std::accumulate(widths.begin(), widths.end(), 0.0);
    if (wanted > available) {
        // Columns narrower than their even share keep their width, the others divide what is left.
        std::vector<qreal> sorted = m_natural;
        std::sort(sorted.begin(), sorted.end());
        qreal rest = available;
        qreal limit = LeastColumn;
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            limit = rest / static_cast<qreal>(sorted.size() - i);
            if (sorted[i] > limit)
                break;
            rest -= sorted[i];
        }
        for (qreal& column : widths)
            column = qMin(column, qMax(limit, LeastColumn));
    }
    const bool changed = widths != m_widths;
    m_widths = std::move(widths);
    return changed;
}

void TableBlock::breakRow(Row& row)
{
    int height = m_style.readingLine;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
        Cell& cell = row.cells[c];
        qreal y = 0;
        cell.layout->beginLayout();
        for (QTextLine line = cell.layout->createLine(); line.isValid(); line = cell.layout->createLine()) {
            line.setLineWidth(m_widths[c]);
            const qreal lineHeight = qMax<qreal>(m_style.readingLine, qCeil(line.height()));
            line.setPosition(QPointF(0, y + qFloor((lineHeight - line.height()) / 2)));
            y += lineHeight;
        }
        cell.layout->endLayout();
        cell.height = qCeil(y);
        height = qMax(height, cell.height);
    }
    row.height = height + 2 * PaddingY;
    row.broken = true;
}

int TableBlock::layOut(int width)
{
    if (m_width != width) {
        m_width = width;
        m_left = qMin(m_left, width / 2);
        const bool changed = distribute(width - m_left);
        int top = 0;
        for (Row& row : m_rows) {
            if (changed || !row.broken)
                breakRow(row);
            row.top = top;
            top += row.height;
        }
        scrollSideways(0);
    }
    const int height = m_rows.empty() ? 0 : m_rows.back().top + m_rows.back().height;
    return height + (naturalWidth() > width ? ScrollerHeight : 0);
}

qreal TableBlock::naturalWidth() const
{
    return std::accumulate(m_widths.begin(), m_widths.end(), 0.0) +
           2.0 * PaddingX * static_cast<qreal>(m_widths.size()) + m_left;
}

qreal TableBlock::columnLeft(std::size_t column) const
{
    qreal x = m_left - m_scroll;
    for (std::size_t i = 0; i < column && i < m_widths.size(); ++i)
        x += m_widths[i] + 2 * PaddingX;
    return x;
}

QPointF TableBlock::cellOrigin(std::size_t row, std::size_t column) const
{
    return {columnLeft(column) + PaddingX, static_cast<qreal>(m_rows[row].top + PaddingY)};
}

void TableBlock::paint(QPainter& painter, const QRectF& visible, TextSpan selection) const
{
    const qreal right = qMin<qreal>(naturalWidth(), m_width);
    painter.save();
    painter.setClipRect(QRectF(m_left, 0, right - m_left, visible.bottom() + 1), Qt::IntersectClip);
    for (std::size_t r = rowAt(visible.top()); r < m_rows.size() && m_rows[r].top <= visible.bottom(); ++r) {
        const Row& row = m_rows[r];
        painter.setPen(r == 0 && !m_block.continued ? m_style.text2 : m_style.text);
        for (std::size_t c = 0; c < row.cells.size(); ++c) {
            const Cell& cell = row.cells[c];
            const int from = qBound(0, selection.from - cell.start, cell.length);
            const int to = qBound(0, selection.to - cell.start, cell.length);
            cell.layout->draw(&painter, cellOrigin(r, c), selectionFormats(from, to, m_style.sel));
        }
        paint::edgeLine(painter, QRectF(m_left, row.top, right - m_left, row.height), Qt::BottomEdge,
                        r == 0 && !m_block.continued ? m_style.lineStrong : m_style.line);
    }
    painter.restore();
    if (naturalWidth() > m_width) {
        const qreal shown = right - m_left;
        const qreal all = naturalWidth() - m_left;
        const qreal bottom = m_rows.back().top + m_rows.back().height;
        painter.fillRect(QRectF(m_left + shown * m_scroll / all, bottom + 3, shown * shown / all, 4),
                         m_style.lineStrong);
    }
}

bool TableBlock::scrollSideways(int pixels)
{
    const int most = qMax(0, qCeil(naturalWidth()) - m_width);
    const int scroll = qBound(0, m_scroll + pixels, most);
    const bool moved = scroll != m_scroll;
    m_scroll = scroll;
    return moved;
}

} // namespace orangery
