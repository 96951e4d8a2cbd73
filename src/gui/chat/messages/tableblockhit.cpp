// SPDX-License-Identifier: GPL-3.0-or-later
// From points to cells and back.
#include "gui/chat/messages/inlineformats.h"
#include "gui/chat/messages/messagestyle.h"
#include "gui/chat/messages/tableblock.h"

#include <algorithm>

namespace orangery {

std::size_t TableBlock::rowAt(qreal y) const
{
    const auto after = std::upper_bound(m_rows.begin(), m_rows.end(), y,
                                        [](qreal value, const Row& row) { return value < row.top; });
    return after == m_rows.begin() ? 0 : static_cast<std::size_t>(after - m_rows.begin()) - 1;
}

std::size_t TableBlock::columnAt(qreal x) const
{
    std::size_t column = 0;
    while (column + 1 < m_widths.size() && x >= columnLeft(column + 1))
        ++column;
    return column;
}

int TableBlock::positionAt(const QPointF& point) const
{
    if (m_rows.empty())
        return 0;
    const std::size_t r = rowAt(point.y());
    const Row& row = m_rows[r];
    if (row.cells.empty())
        return 0;
    const std::size_t c = qMin(columnAt(point.x()), row.cells.size() - 1);
    const QPointF local = point - cellOrigin(r, c);
    const QTextLayout& layout = *row.cells[c].layout;
    for (int i = layout.lineCount() - 1; i >= 0; --i) {
        if (i == 0 || local.y() >= layout.lineAt(i).y())
            return row.cells[c].start + layout.lineAt(i).xToCursor(local.x());
    }
    return row.cells[c].start;
}

bool TableBlock::locate(int position, std::size_t& row, std::size_t& column) const
{
    for (std::size_t r = m_rows.size(); r-- > 0;) {
        for (std::size_t c = m_rows[r].cells.size(); c-- > 0;) {
            if (m_rows[r].cells[c].start <= position) {
                row = r;
                column = c;
                return true;
            }
        }
    }
    return false;
}

QRectF TableBlock::caretRect(int position) const
{
    std::size_t r = 0;
    std::size_t c = 0;
    if (!locate(position, r, c))
        return {};
    const Cell& cell = m_rows[r].cells[c];
    const int inCell = qMin(position - cell.start, cell.length);
    const QTextLine line = cell.layout->lineForTextPosition(inCell);
    const QPointF origin = cellOrigin(r, c);
    if (!line.isValid())
        return {origin, QSizeF(1, m_style.readingLine)};
    return {origin.x() + line.cursorToX(inCell), origin.y() + line.y(), 1, line.height()};
}

QList<LinkPlace> TableBlock::links() const
{
    QList<LinkPlace> places;
    for (std::size_t r = 0; r < m_rows.size(); ++r) {
        const auto& cells = m_block.rows[static_cast<qsizetype>(r)];
        for (std::size_t c = 0; c < m_rows[r].cells.size(); ++c) {
            const TableCell& cell = cells[static_cast<qsizetype>(c)];
            if (!cell.runs.isEmpty())
                appendLinks(*m_rows[r].cells[c].layout, cell.text, cell.runs, cellOrigin(r, c), places);
        }
    }
    return places;
}

QString TableBlock::linkAt(const QPointF& point) const
{
    const int position = positionAt(point);
    std::size_t r = 0;
    std::size_t c = 0;
    if (!locate(position, r, c))
        return {};
    const Cell& cell = m_rows[r].cells[c];
    const QTextLine line = cell.layout->lineForTextPosition(position - cell.start);
    if (!line.isValid() || !line.naturalTextRect().translated(cellOrigin(r, c)).contains(point))
        return {};
    return linkAtPosition(m_block.rows[static_cast<qsizetype>(r)][static_cast<qsizetype>(c)].runs,
                          position - cell.start);
}

} // namespace orangery
