// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/textblock.h"

#include "gui/chat/messages/inlineformats.h"
#include "gui/chat/messages/messagestyle.h"

#include <QFontMetricsF>
#include <QPainter>

namespace orangery {

TextBlock::TextBlock(const MarkdownBlock& block, const MessageStyle& style, bool quiet)
    : m_style(style),
      m_block(block),
      m_font(style.reading),
      m_color(style.text),
      m_lineHeight(style.readingLine)
{
    if (block.kind == BlockKind::Heading) {
        m_font = block.level == 1 ? style.heading1 : block.level == 2 ? style.heading2 : style.heading3;
        m_lineHeight = block.level == 1   ? style.heading1Line
                       : block.level == 2 ? style.heading2Line
                                          : style.readingLine;
    } else if (block.kind == BlockKind::Html) {
        m_font = style.code;
        m_lineHeight = style.codeLine;
        m_color = style.text2;
    } else if (quiet || block.footnote) {
        m_font = style.meta;
        m_lineHeight = style.metaLine + 2;
        m_color = style.text2;
    }
    setText();
}

void TextBlock::setText()
{
    m_rightToLeft = m_block.text.isRightToLeft();
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(m_rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(m_rightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    option.setTabStopDistance(32);
    m_layout.setFont(m_font);
    m_layout.setTextOption(option);
    m_layout.setCacheEnabled(true);
    m_layout.setText(m_block.text);
    m_layout.setFormats(inlineFormats(m_block.runs, m_style));
    m_width = -1;
}

bool TextBlock::grow(const MarkdownBlock& block)
{
    if (block.kind != m_block.kind || block.level != m_block.level || block.footnote != m_block.footnote)
        return false;
    if (block == m_block)
        return true;
    m_block = block;
    setText();
    return true;
}

int TextBlock::layOut(int width)
{
    if (width == m_width)
        return m_height;
    m_width = width;
    const int quotes = qMin(m_block.quoteDepth, 8) * m_style.quote;
    const int indent = qMin(quotes + qMin(m_block.indent, 8) * m_style.indent, width / 2);
    m_textWidth = qMax(40, width - indent);
    m_origin = QPointF(m_rightToLeft ? 0 : indent, 0);
    qreal y = 0;
    m_layout.beginLayout();
    for (;;) {
        QTextLine line = m_layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(m_textWidth);
        const qreal height = qMax<qreal>(m_lineHeight, qCeil(line.height()));
        line.setPosition(QPointF(0, y + qFloor((height - line.height()) / 2)));
        y += height;
    }
    m_layout.endLayout();
    m_height = qMax(m_lineHeight, qCeil(y));
    return m_height;
}

void TextBlock::paint(QPainter& painter, const QRectF& visible, TextSpan selection) const
{
    painter.setPen(m_color);
    m_layout.draw(&painter, m_origin, selectionFormats(selection.from, selection.to, m_style.sel), visible);
    if (!m_block.marker.isEmpty())
        paintMarker(painter);
}

void TextBlock::paintMarker(QPainter& painter) const
{
    const QTextLine first = m_layout.lineCount() ? m_layout.lineAt(0) : QTextLine();
    const qreal height = first.isValid() ? first.height() : m_lineHeight;
    const qreal top = m_origin.y() + (first.isValid() ? first.y() : 0);
    const qreal gap = 7;
    painter.setPen(m_style.text2);
    painter.setFont(m_block.footnote ? m_style.meta : m_style.reading);
    if (m_rightToLeft) {
        painter.drawText(QRectF(m_textWidth + gap, top, 200, height), Qt::AlignLeft | Qt::AlignVCenter,
                         m_block.marker);
    } else {
        painter.drawText(QRectF(m_origin.x() - gap - 200, top, 200, height),
                         Qt::AlignRight | Qt::AlignVCenter, m_block.marker);
    }
}

int TextBlock::positionAt(const QPointF& point) const
{
    const QPointF local = point - m_origin;
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        const bool last = i + 1 == m_layout.lineCount();
        if (last || local.y() < m_layout.lineAt(i + 1).y())
            return line.xToCursor(local.x());
    }
    return 0;
}

QRectF TextBlock::caretRect(int position) const
{
    const QTextLine line =
        m_layout.lineForTextPosition(qBound(0, position, static_cast<int>(m_block.text.size())));
    if (!line.isValid())
        return {m_origin.x(), 0, 1, static_cast<qreal>(m_lineHeight)};
    return {m_origin.x() + line.cursorToX(position), line.y(), 1, line.height()};
}

QList<LinkPlace> TextBlock::links() const
{
    QList<LinkPlace> places;
    appendLinks(m_layout, m_block.text, m_block.runs, m_origin, places);
    return places;
}

QString TextBlock::linkAt(const QPointF& point) const
{
    const QPointF local = point - m_origin;
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        if (line.naturalTextRect().contains(local))
            return linkAtPosition(m_block.runs, line.xToCursor(local.x(), QTextLine::CursorOnCharacter));
    }
    return {};
}

qreal TextBlock::naturalWidth() const
{
    qreal widest = 0;
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        const int end = line.textStart() + line.textLength();
        const bool broken =
            i + 1 < m_layout.lineCount() && m_block.text.at(end - 1) != QChar(QChar::LineSeparator);
        widest = qMax(widest, broken ? m_textWidth : line.naturalTextWidth());
    }
    return widest + m_origin.x();
}

} // namespace orangery
