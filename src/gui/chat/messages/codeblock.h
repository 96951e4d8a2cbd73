// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/highlighter.h"
#include "documents/markdownblock.h"
#include "gui/chat/messages/blocklayout.h"

#include <QCache>
#include <QTextLayout>

namespace orangery {

class CodeHighlighting;
struct MessageStyle;

/// Code: head with the language (its buttons belong to the view), body with fixed line height, so only lines
/// in sight are ever laid out: 10,000 lines cost what 30 do. Always left to right; scrolls sideways.
class CodeBlock : public BlockLayout
{
public:
    /// `highlighting` may be null: then the code stays plain.
    CodeBlock(const MarkdownBlock& block, const MessageStyle& style, CodeHighlighting* highlighting);
    ~CodeBlock() override;
    CodeBlock(const CodeBlock&) = delete;
    CodeBlock& operator=(const CodeBlock&) = delete;

    int layOut(int width) override;
    bool grow(const MarkdownBlock& block) override;
    void setFinal() override { m_final = true; }
    void paint(QPainter& painter, const QRectF& visible, TextSpan selection) const override;
    int positionAt(const QPointF& point) const override;
    QRectF caretRect(int position) const override;
    qreal naturalWidth() const override;
    bool scrollSideways(int pixels) override;

    const QString& language() const { return m_language; }
    const QString& code() const { return m_text; }
    /// The colours of source lines from `first` on.
    void setHighlights(int first, const QList<QList<CodeRange>>& ranges);

private:
    struct Line
    {
        qsizetype start = 0;
        int length = 0;
        int source = 0; ///< index in m_sourceLines
    };

    void addLines(qsizetype from);
    void requestHighlights();
    QString sourceLine(qsizetype index) const;
    const QTextLayout* lineLayout(int index) const;
    QList<QTextLayout::FormatRange> formats(const Line& line) const;
    QRectF body() const;
    int lineAt(qreal y) const;
    void paintScroller(QPainter& painter) const;

    const MessageStyle& m_style;
    CodeHighlighting* m_highlighting;
    quint64 m_session = 0;     ///< of the highlighting; 0: none yet
    qsizetype m_requested = 0; ///< source lines sent to it
    bool m_final = false;
    QString m_text;
    QString m_language;
    QList<Line> m_lines;
    QList<qsizetype> m_sourceLines; ///< where each begins
    QList<QList<CodeRange>> m_highlights;
    mutable QCache<int, QTextLayout> m_cache{128};
    qreal m_charWidth = 7;
    int m_widest = 0; ///< in columns
    int m_width = -1;
    int m_left = 0; ///< indent by lists and quotes
    int m_scroll = 0;
};

} // namespace orangery
