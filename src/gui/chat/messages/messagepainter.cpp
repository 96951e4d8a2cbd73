// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/messagepainter.h"

#include "gui/chat/messages/messagelist.h"
#include "gui/chat/messages/messagestyle.h"
#include "gui/chat/messages/messagetexts.h"
#include "gui/style/icons.h"
#include "gui/style/paint.h"

#include <QPainter>
#include <QTextLayout>
#include <QtMath>

namespace orangery {

namespace {

QRectF centred(const QRect& rect, int size)
{
    return {rect.left() + (rect.width() - size) / 2.0, rect.top() + (rect.height() - size) / 2.0,
            static_cast<qreal>(size), static_cast<qreal>(size)};
}

void focusRing(QPainter& painter, const QRectF& rect, qreal radius, const QColor& color)
{
    paint::box(painter, rect, radius, {}, color, 2);
}

} // namespace

void MessagePainter::paint(QPainter& painter, const MessageList& list, int index, QPoint origin,
                           const QRect& visible, const Selection& selection, const State& state) const
{
    const MessageEntry& entry = list.entry(index);
    painter.save();
    painter.translate(origin);
    if (entry.isOwn())
        paint::box(painter, entry.bubbleRect(), m_style.bubbleRadius, m_style.leafSoft);
    else if (entry.hasReasoning())
        paintFold(painter, entry);
    paintBlocks(painter, entry, index, visible, selection);
    if (!entry.stripRect().isNull())
        paintStrip(painter, entry);
    paintFooter(painter, entry);
    const bool focusedHere = state.keyboard && state.focused == index;
    const bool showTools = index + 1 == list.count() || state.hovered == index || focusedHere;
    for (const Spot& spot : MessageSpots::of(entry, m_style, visible.top(), visible.bottom())) {
        if (!spot.rect.intersects(visible) || (MessageSpots::isTool(spot.kind) && !showTools))
            continue;
        paintSpot(painter, spot, state.hovered == index && spot.isSame(state.hoveredSpot),
                  focusedHere && spot.isSame(state.focusedSpot),
                  state.copiedMessage == index && spot.isSame(state.copiedSpot));
    }
    paintBranches(painter, entry);
    if (focusedHere && state.focusedSpot.isNull()) {
        const QRectF ring = entry.isOwn()
                                ? QRectF(entry.bubbleRect()).adjusted(-4, -4, 4, 4)
                                : QRectF(-8, -4, entry.footerRect().width() + 16, entry.height() + 4);
        focusRing(painter, ring, 8, m_style.leaf);
    }
    if (entry.item().state == MessageState::Streaming && state.caretOn)
        painter.fillRect(entry.caretRect(), m_style.leaf);
    painter.restore();
}

Qt::Alignment MessagePainter::start() const
{
    return Qt::AlignAbsolute | (m_style.rightToLeft ? Qt::AlignRight : Qt::AlignLeft);
}

void MessagePainter::paintFold(QPainter& painter, const MessageEntry& entry) const
{
    const QRect rect = entry.foldRect();
    const QString folded =
        m_style.rightToLeft ? QStringLiteral("chevron-left") : QStringLiteral("chevron-right");
    const int side = m_style.foldIcon;
    const QRect icon(rect.left(), rect.top() + (rect.height() - side) / 2, side, side);
    m_icons.paint(painter, entry.isUnfolded() ? QStringLiteral("chevron-down") : folded,
                  m_style.directed(icon, rect.width()), m_style.text2);
    painter.setFont(m_style.meta);
    painter.setPen(m_style.text2);
    painter.drawText(m_style.directed(rect.adjusted(side + 6, 0, 0, 0), rect.width()),
                     start() | Qt::AlignVCenter, MessageTexts::fold(entry.item()));
}

void MessagePainter::paintBlocks(QPainter& painter, const MessageEntry& entry, int index,
                                 const QRect& visible, const Selection& selection) const
{
    if (entry.slotCount() == 0)
        return;
    for (int slot = entry.slotAt(visible.top()); slot < entry.slotCount(); ++slot) {
        const QRect rect = entry.slotRect(slot);
        if (rect.top() > visible.bottom())
            break;
        const BlockLayout* layout = entry.layout(slot);
        if (!layout)
            continue;
        if (entry.block(slot).quoteDepth > 0)
            paintQuotes(painter, entry, slot);
        painter.save();
        painter.translate(rect.topLeft());
        layout->paint(painter, QRectF(visible.translated(-rect.topLeft())), selection.span(index, slot));
        painter.restore();
    }
}

/// Bars at the start edge, joined over the gap between two blocks of one quote.
void MessagePainter::paintQuotes(QPainter& painter, const MessageEntry& entry, int slot) const
{
    const QRect rect = entry.slotRect(slot);
    const int depth = qMin(entry.block(slot).quoteDepth, 8);
    const int above = slot > 0 ? entry.block(slot - 1).quoteDepth : 0;
    const bool rightToLeft = entry.block(slot).text.isRightToLeft();
    for (int i = 0; i < depth; ++i) {
        const int top = above > i ? entry.slotRect(slot - 1).bottom() + 1 : rect.top();
        const int x = rightToLeft ? rect.right() - i * m_style.quote - 2 : rect.left() + i * m_style.quote;
        painter.fillRect(QRect(x, top, 3, rect.bottom() + 1 - top), m_style.line);
    }
}

void MessagePainter::paintStrip(QPainter& painter, const MessageEntry& entry) const
{
    const QRect rect = entry.stripRect();
    const bool cut = entry.item().state == MessageState::Cut;
    painter.fillRect(rect, cut ? m_style.warnSoft : m_style.dangerSoft);
    const QColor color = cut ? m_style.warn : m_style.danger;
    const QRect edge(rect.left(), rect.top(), 3, rect.height());
    const int side = m_style.stripIcon;
    const QRect icon(rect.left() + 14, rect.top() + (rect.height() - side) / 2, side, side);
    painter.fillRect(m_style.directed(edge, rect.width()), color);
    m_icons.paint(painter, cut ? QStringLiteral("warning") : QStringLiteral("error"),
                  m_style.directed(icon, rect.width()), color);
    painter.setFont(m_style.meta);
    painter.setPen(m_style.text);
    const int buttonWidth = MessageSpots::stripButton(entry, m_style).width();
    const QRect words =
        m_style.directed(rect.adjusted(14 + side + 10, 0, -buttonWidth - 20, 0), rect.width());
    painter.drawText(words, start() | Qt::AlignVCenter | Qt::TextWordWrap,
                     MessageTexts::notice(entry.item()));
}

void MessagePainter::layOutFooter(QTextLayout& layout, const MessageItem& item, const MessageStyle& style)
{
    const MessageTexts::Footer footer = MessageTexts::footer(item);
    layout.setText(footer.text);
    layout.setFont(style.meta);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(style.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    layout.setTextOption(option);
    if (item.state != MessageState::Streaming) {
        QTextCharFormat strong;
        strong.setFont(style.metaStrong);
        strong.setForeground(style.text);
        layout.setFormats({{footer.strongStart, footer.strongLength, strong}});
    }
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
}

void MessagePainter::paintFooter(QPainter& painter, const MessageEntry& entry) const
{
    const bool running = entry.item().state == MessageState::Streaming;
    const QRect whole = entry.footerRect();
    QRect rect = whole;
    if (running && entry.caretInFooter())
        rect.setLeft(rect.left() + 16);
    QTextLayout layout;
    layOutFooter(layout, entry.item(), m_style);
    const QSizeF size = layout.boundingRect().size();
    rect.setWidth(qCeil(size.width()));
    painter.setPen(running ? m_style.text2 : m_style.text3);
    layout.draw(&painter, QPointF(m_style.directed(rect, whole.width()).left(),
                                  rect.top() + (rect.height() - size.height()) / 2));
}

/// What stands between the buttons of the switch, and the button that leads nowhere.
void MessagePainter::paintBranches(QPainter& painter, const MessageEntry& entry) const
{
    const auto [all, previous, next] = MessageSpots::branchSwitch(entry, m_style);
    if (all.isNull())
        return;
    painter.setFont(m_style.meta);
    painter.setPen(m_style.text2);
    painter.drawText(all, Qt::AlignCenter, MessageSpots::branchText(entry));
    if (entry.item().branch == 1)
        m_icons.paint(painter, directedIcon(Spot::PreviousBranch), centred(previous, m_style.icon),
                      m_style.line);
    else if (entry.item().branch == entry.item().branches)
        m_icons.paint(painter, directedIcon(Spot::NextBranch), centred(next, m_style.icon), m_style.line);
}

/// A chevron points to where the reading goes.
QString MessagePainter::directedIcon(Spot::Kind kind) const
{
    if (m_style.rightToLeft && kind == Spot::PreviousBranch)
        kind = Spot::NextBranch;
    else if (m_style.rightToLeft && kind == Spot::NextBranch)
        kind = Spot::PreviousBranch;
    return MessageSpots::iconOf(kind);
}

void MessagePainter::paintSpot(QPainter& painter, const Spot& spot, bool hovered, bool focused,
                               bool copied) const
{
    if (spot.kind == Spot::StripAction) {
        paint::box(painter, spot.rect, paint::controlRadius, hovered ? m_style.hover : m_style.base,
                   m_style.lineStrong);
        painter.setFont(m_style.metaStrong);
        painter.setPen(m_style.text);
        painter.drawText(spot.rect, Qt::AlignCenter, spot.name);
    } else if (const QString icon = directedIcon(spot.kind); !icon.isEmpty()) {
        if (hovered)
            paint::box(painter, spot.rect, paint::controlRadius, m_style.hover);
        m_icons.paint(painter, copied ? QStringLiteral("check") : icon, centred(spot.rect, m_style.icon),
                      copied || hovered ? m_style.link : m_style.text2);
    }
    if (focused)
        focusRing(painter, QRectF(spot.rect).adjusted(-2, -2, 2, 2), paint::controlRadius, m_style.leaf);
}

} // namespace orangery
