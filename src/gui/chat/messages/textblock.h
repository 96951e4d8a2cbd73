// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "documents/markdownblock.h"
#include "gui/chat/messages/blocklayout.h"

#include <QTextLayout>

namespace orangery {

struct MessageStyle;

/// A paragraph, heading, list item or raw HTML: one QTextLayout, its marker and its quote bars. The start
/// edge is that of the text's own direction.
class TextBlock : public BlockLayout
{
public:
    /// `quiet`: reasoning, set smaller and lighter.
    TextBlock(const MarkdownBlock& block, const MessageStyle& style, bool quiet);

    int layOut(int width) override;
    bool grow(const MarkdownBlock& block) override;
    void paint(QPainter& painter, const QRectF& visible, TextSpan selection) const override;
    int positionAt(const QPointF& point) const override;
    QRectF caretRect(int position) const override;
    QList<LinkPlace> links() const override;
    QString linkAt(const QPointF& point) const override;
    qreal naturalWidth() const override;
    bool endsWithText() const override { return true; }

private:
    void setText();
    void paintMarker(QPainter& painter) const;

    const MessageStyle& m_style;
    MarkdownBlock m_block;
    QTextLayout m_layout;
    QFont m_font;
    QColor m_color;
    QPointF m_origin;
    qreal m_textWidth = 0;
    int m_lineHeight = 0;
    int m_width = -1;
    int m_height = 0;
    bool m_rightToLeft = false;
};

} // namespace orangery
