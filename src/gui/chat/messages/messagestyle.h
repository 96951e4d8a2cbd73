// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRect>

namespace orangery {

class Theme;

/// Colours, fonts and lengths of the conversation, looked up once for each state of the theme. The one place
/// where the message view asks the theme.
struct MessageStyle
{
    explicit MessageStyle(const Theme& theme);

    QFont reading, heading1, heading2, heading3, meta, metaStrong, code, inlineCode;
    int readingLine = 0, heading1Line = 0, heading2Line = 0, metaLine = 0, codeLine = 0;

    QColor base, text, text2, text3, line, lineStrong, hover, sel, codeBg, leaf, leafSoft, link;
    QColor warn, warnSoft, danger, dangerSoft;
    QColor codeKeyword, codeFunction, codeString, codeNumber, codeComment;

    int column = 760;     ///< widest line of text: MessageView::columnWidth
    int wideColumn = 840; ///< the same in windows of 1920 and more
    int bubble = 600;     ///< own message, padding included
    int bubbleX = 14;     ///< padding of an own message
    int bubbleY = 10;
    int bubbleRadius = 10;
    int sideMargin = 24;
    int gap = 12; ///< between messages
    int blockGap = 8;
    int footer = 28;
    int fold = 28;
    int strip = 44;
    int codeHead = 30;
    int codePadding = 12;
    int indent = 24; ///< one list level
    int quote = 16;  ///< one quote level
    int tool = 28;
    int icon = 16;      ///< in a tool
    int foldIcon = 14;  ///< beside "Reasoned"
    int stripIcon = 18; ///< beside what cut a reply
    bool motionReduced = false;
    bool rightToLeft = false; ///< the layout's direction; the view sets it
    qreal charWidth = 7;      ///< average of the reading font, for estimates

    /// `rect` of an area `width` wide as it lies in the layout's direction.
    QRect directed(const QRect& rect, int width) const
    {
        return rightToLeft ? QRect(width - rect.right() - 1, rect.top(), rect.width(), rect.height()) : rect;
    }
};

} // namespace orangery
