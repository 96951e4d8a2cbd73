// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/codeblock.h"

#include "gui/chat/messages/codehighlighting.h"
#include "gui/chat/messages/inlineformats.h"
#include "gui/chat/messages/messagestyle.h"
#include "gui/style/paint.h"

#include <QFontMetricsF>
#include <QPainter>

namespace orangery {

namespace {

constexpr int MaxLineLength = 2000; ///< a longer line goes on below
constexpr qreal WideEnough = 200'000;
constexpr int PaddingTop = 8;
constexpr int PaddingBottom = 10;
constexpr int Radius = 8;

/// Columns that a text takes in a fixed font: wide characters take two, a tab four.
int columnsOf(QStringView text)
{
    int columns = 0;
    for (const QChar c : text)
        columns += c == u'\t' ? 4 : c.unicode() >= 0x1100 ? 2 : 1;
    return columns;
}

} // namespace

CodeBlock::CodeBlock(const MarkdownBlock& block, const MessageStyle& style, CodeHighlighting* highlighting)
    : m_style(style),
      m_highlighting(highlighting),
      m_text(block.text),
      m_language(block.language)
{
    m_charWidth = QFontMetricsF(style.code).horizontalAdvance(u'0');
    m_left = qMin(block.quoteDepth, 8) * style.quote + qMin(block.indent, 8) * style.indent;
    addLines(0);
}

CodeBlock::~CodeBlock()
{
    if (m_session)
        m_highlighting->close(m_session);
}

/// Sends the lines that cannot change any more; the answer comes through setHighlights().
void CodeBlock::requestHighlights()
{
    const qsizetype complete =
        qMin<qsizetype>(m_sourceLines.size() - (m_final ? 0 : 1), Highlighter::MaxLines);
    if (!m_highlighting || complete <= m_requested || !Highlighter::isKnown(m_language))
        return;
    if (!m_session)
        m_session = m_highlighting->open(this, m_language);
    QStringList lines;
    for (qsizetype i = m_requested; i < complete; ++i)
        lines.append(sourceLine(i));
    m_highlighting->request(m_session, lines);
    m_requested = complete;
}

/// Splits the text from `from`, the start of a line, to its end.
void CodeBlock::addLines(qsizetype from)
{
    for (;;) {
        qsizetype end = m_text.indexOf(u'\n', from);
        if (end < 0)
            end = m_text.size();
        m_sourceLines.append(from);
        qsizetype at = from;
        do {
            qsizetype length = qMin<qsizetype>(end - at, MaxLineLength);
            if (at + length < end && m_text[at + length].isLowSurrogate())
                --length;
            m_lines.append({at, static_cast<int>(length), static_cast<int>(m_sourceLines.size()) - 1});
            m_widest = qMax(m_widest, columnsOf(QStringView(m_text).sliced(at, length)));
            at += length;
        } while (at < end);
        if (end >= m_text.size())
            return;
        from = end + 1;
    }
}

bool CodeBlock::grow(const MarkdownBlock& block)
{
    if (block.kind != BlockKind::Code || (m_session && block.language != m_language))
        return false;
    // All lines but the last are final; what the last one was may still have been a closing fence.
    const qsizetype last = m_sourceLines.last();
    const qsizetype source = m_sourceLines.size() - 1;
    if (m_final || block.text == m_text)
        return block.text == m_text;
    if (block.text.size() < last || source < m_requested ||
        QStringView(block.text).sliced(qMax<qsizetype>(0, last - 64), qMin<qsizetype>(last, 64)) !=
            QStringView(m_text).sliced(qMax<qsizetype>(0, last - 64), qMin<qsizetype>(last, 64)))
        return false;
    while (!m_lines.isEmpty() && m_lines.last().source == source) {
        m_cache.remove(static_cast<int>(m_lines.size()) - 1);
        m_lines.removeLast();
    }
    m_sourceLines.removeLast();
    if (m_highlights.size() > source)
        m_highlights.resize(source);
    m_text = block.text;
    m_language = block.language;
    addLines(last);
    return true;
}

int CodeBlock::layOut(int width)
{
    m_width = width;
    requestHighlights();
    m_left = qMin(m_left, width / 2);
    scrollSideways(0);
    return m_style.codeHead + PaddingTop + static_cast<int>(m_lines.size()) * m_style.codeLine +
           PaddingBottom;
}

QRectF CodeBlock::body() const
{
    const qreal top = m_style.codeHead + PaddingTop;
    return {m_left + m_style.codePadding + 1.0, top,
            qMax(20.0, m_width - m_left - 2.0 * (m_style.codePadding + 1)),
            static_cast<qreal>(m_lines.size() * m_style.codeLine)};
}

qreal CodeBlock::naturalWidth() const
{
    return m_widest * m_charWidth + m_left + 2 * (m_style.codePadding + 1);
}

bool CodeBlock::scrollSideways(int pixels)
{
    const int most = qMax(0, qCeil(m_widest * m_charWidth - body().width()));
    const int scroll = qBound(0, m_scroll + pixels, most);
    const bool moved = scroll != m_scroll;
    m_scroll = scroll;
    return moved;
}

QString CodeBlock::sourceLine(qsizetype index) const
{
    const qsizetype start = m_sourceLines[index];
    const qsizetype end = index + 1 < m_sourceLines.size() ? m_sourceLines[index + 1] - 1 : m_text.size();
    return m_text.mid(start, end - start);
}

void CodeBlock::setHighlights(int first, const QList<QList<CodeRange>>& ranges)
{
    if (first > m_highlights.size())
        return;
    m_highlights.resize(first);
    for (const auto& line : ranges) {
        if (m_highlights.size() < m_sourceLines.size())
            m_highlights.append(line);
    }
    m_cache.clear();
}

QList<QTextLayout::FormatRange> CodeBlock::formats(const Line& line) const
{
    QList<QTextLayout::FormatRange> result;
    if (line.source >= m_highlights.size() || line.start != m_sourceLines[line.source])
        return result;
    for (const CodeRange& range : m_highlights[line.source]) {
        QTextLayout::FormatRange format{range.start, qMin(range.length, line.length - range.start), {}};
        if (format.length <= 0)
            continue;
        switch (range.kind) {
        case CodeClass::Keyword:
        case CodeClass::Preprocessor:
            format.format.setForeground(m_style.codeKeyword);
            break;
        case CodeClass::Type:
        case CodeClass::Function:
            format.format.setForeground(m_style.codeFunction);
            break;
        case CodeClass::String:
            format.format.setForeground(m_style.codeString);
            break;
        case CodeClass::Number:
            format.format.setForeground(m_style.codeNumber);
            break;
        case CodeClass::Comment:
            format.format.setForeground(m_style.codeComment);
            break;
        case CodeClass::Symbol:
            continue;
        }
        result.append(format);
    }
    return result;
}

const QTextLayout* CodeBlock::lineLayout(int index) const
{
    if (const QTextLayout* cached = m_cache.object(index))
        return cached;
    const Line& line = m_lines[index];
    auto* layout = new QTextLayout(m_text.mid(line.start, line.length), m_style.code);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(Qt::LeftToRight);
    option.setTabStopDistance(4 * m_charWidth);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    layout->setFormats(formats(line));
    layout->beginLayout();
    QTextLine text = layout->createLine();
    if (text.isValid()) {
        text.setLineWidth(WideEnough);
        text.setPosition(QPointF(0, qFloor((m_style.codeLine - text.height()) / 2)));
    }
    layout->endLayout();
    m_cache.insert(index, layout);
    return layout;
}

void CodeBlock::paint(QPainter& painter, const QRectF& visible, TextSpan selection) const
{
    const int height =
        m_style.codeHead + PaddingTop + static_cast<int>(m_lines.size()) * m_style.codeLine + PaddingBottom;
    const QRectF frame(m_left, 0, m_width - m_left, height);
    paint::box(painter, frame, Radius, m_style.codeBg, m_style.line);
    paint::edgeLine(painter, QRectF(m_left, 0, frame.width(), m_style.codeHead), Qt::BottomEdge,
                    m_style.line);
    painter.setFont(m_style.meta);
    painter.setPen(m_style.text2);
    painter.drawText(QRectF(m_left + m_style.codePadding + 1.0, 0,
                            frame.width() - 2.0 * (m_style.tool + m_style.codePadding), m_style.codeHead),
                     Qt::AlignAbsolute | Qt::AlignLeft | Qt::AlignVCenter, m_language);
    const QRectF inner = body();
    painter.save();
    painter.setClipRect(inner.adjusted(-m_style.codePadding / 2.0, 0, m_style.codePadding / 2.0, 0),
                        Qt::IntersectClip);
    painter.setPen(m_style.text);
    const int first = lineAt(visible.top());
    const int last = lineAt(visible.bottom());
    for (int i = first; i <= last; ++i) {
        const Line& line = m_lines[i];
        const int from = qBound(0, selection.from - static_cast<int>(line.start), line.length);
        const int to = qBound(0, selection.to - static_cast<int>(line.start), line.length);
        lineLayout(i)->draw(&painter, QPointF(inner.left() - m_scroll, inner.top() + i * m_style.codeLine),
                            selectionFormats(from, to, m_style.sel));
    }
    painter.restore();
    paintScroller(painter);
}

void CodeBlock::paintScroller(QPainter& painter) const
{
    const QRectF inner = body();
    const qreal content = m_widest * m_charWidth;
    if (content <= inner.width())
        return;
    const qreal length = qMax<qreal>(24, inner.width() * inner.width() / content);
    const qreal x = inner.left() + (inner.width() - length) * m_scroll / (content - inner.width());
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_style.lineStrong);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawRoundedRect(QRectF(x, inner.bottom() + 3, length, 4), 2, 2);
}

int CodeBlock::lineAt(qreal y) const
{
    const int index = qFloor((y - body().top()) / m_style.codeLine);
    return qBound(0, index, static_cast<int>(m_lines.size()) - 1);
}

int CodeBlock::positionAt(const QPointF& point) const
{
    const int index = lineAt(point.y());
    const QTextLayout* layout = lineLayout(index);
    const int inLine =
        layout->lineCount() ? layout->lineAt(0).xToCursor(point.x() - body().left() + m_scroll) : 0;
    return static_cast<int>(m_lines[index].start) + inLine;
}

QRectF CodeBlock::caretRect(int position) const
{
    int index = static_cast<int>(m_lines.size()) - 1;
    while (index > 0 && m_lines[index].start > position)
        --index;
    const QTextLayout* layout = lineLayout(index);
    const int inLine = qBound(0, position - static_cast<int>(m_lines[index].start), m_lines[index].length);
    const qreal x = layout->lineCount() ? layout->lineAt(0).cursorToX(inLine) : 0;
    return {body().left() + x - m_scroll, body().top() + index * m_style.codeLine, 1,
            static_cast<qreal>(m_style.codeLine)};
}

} // namespace orangery
