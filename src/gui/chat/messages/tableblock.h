// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/markdownblock.h"
#include "gui/chat/messages/blocklayout.h"

#include <QTextLayout>
#include <memory>
#include <vector>

namespace orangery {

struct MessageStyle;

/// A table with hairlines. A row that arrives costs its own cells; only when it widens a column are the
/// others broken into lines again (never shaped again).
class TableBlock : public BlockLayout
{
public:
    TableBlock(const MarkdownBlock& block, const MessageStyle& style);

    int layOut(int width) override;
    bool grow(const MarkdownBlock& block) override;
    void paint(QPainter& painter, const QRectF& visible, TextSpan selection) const override;
    int positionAt(const QPointF& point) const override;
    QRectF caretRect(int position) const override;
    QList<LinkPlace> links() const override;
    QString linkAt(const QPointF& point) const override;
    qreal naturalWidth() const override;
    bool scrollSideways(int pixels) override;

private:
    struct Cell
    {
        std::unique_ptr<QTextLayout> layout;
        int start = 0; ///< of its text in the block's text
        int length = 0;
        int height = 0;
    };
    struct Row
    {
        std::vector<Cell> cells;
        int top = 0;
        int height = 0;
        bool broken = false; ///< lines are broken for the current column widths
    };

    void setRow(std::size_t index, int start);
    bool distribute(qreal width);
    void breakRow(Row& row);
    qreal columnLeft(std::size_t column) const;
    std::size_t rowAt(qreal y) const;
    std::size_t columnAt(qreal x) const;
    bool locate(int position, std::size_t& row, std::size_t& column) const;
    QPointF cellOrigin(std::size_t row, std::size_t column) const;

    const MessageStyle& m_style;
    MarkdownBlock m_block;
    std::vector<Row> m_rows;
    std::vector<qreal> m_natural; ///< widest cell without wrapping
    std::vector<qreal> m_widths;
    int m_width = -1;
    int m_left = 0;
    int m_scroll = 0;
};

} // namespace orangery
