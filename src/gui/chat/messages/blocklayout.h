// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>
#include <QString>

class QPainter;

namespace orangery {

struct MarkdownBlock;

/// A stretch of a block's text; empty when from == to.
struct TextSpan
{
    int from = 0;
    int to = 0;
    bool isEmpty() const { return from >= to; }
};

struct LinkPlace
{
    QRectF rect; ///< its first line
    QString href;
    QString text;
};

/// A block that is laid out because it is in sight. Positions are UTF-16 offsets in MarkdownBlock::text,
/// points are relative to the block's top left corner. GUI thread.
class BlockLayout
{
public:
    virtual ~BlockLayout() = default;

    /// Breaks the lines for `width`; returns the height. Cheap when the width is the same as last time.
    virtual int layOut(int width) = 0;
    /// Takes the block's new state, of which only the end differs; layOut() must follow. False: make a new
    /// layout.
    virtual bool grow(const MarkdownBlock& block) = 0;
    /// Nothing of the block will change any more.
    virtual void setFinal() {}
    /// `visible` is what of the block needs paint.
    virtual void paint(QPainter& painter, const QRectF& visible, TextSpan selection) const = 0;
    virtual int positionAt(const QPointF& point) const = 0;
    virtual QRectF caretRect(int position) const = 0;
    virtual QList<LinkPlace> links() const { return {}; }
    virtual QString linkAt(const QPointF&) const { return {}; }
    /// How wide the text is when nothing wraps; an own message is as wide as its text.
    virtual qreal naturalWidth() const = 0;
    /// Moves what is too wide; false when nothing moved.
    virtual bool scrollSideways(int) { return false; }
    /// Whether the caret of a running reply stands behind the last glyph (else below the block).
    virtual bool endsWithText() const { return false; }
};

} // namespace orangery
