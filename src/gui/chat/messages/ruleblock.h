// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chat/messages/blocklayout.h"

namespace orangery {

struct MessageStyle;

/// A thematic break: one hairline.
class RuleBlock : public BlockLayout
{
public:
    explicit RuleBlock(const MessageStyle& style) : m_style(style) {}

    int layOut(int width) override;
    bool grow(const MarkdownBlock&) override { return false; }
    void paint(QPainter& painter, const QRectF& visible, TextSpan selection) const override;
    int positionAt(const QPointF&) const override { return 0; }
    QRectF caretRect(int) const override { return {0, 0, 1, Height}; }
    qreal naturalWidth() const override { return m_width; }

private:
    static constexpr int Height = 17;
    const MessageStyle& m_style;
    int m_width = 0;
};

} // namespace orangery
