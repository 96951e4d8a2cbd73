// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/messagespots.h"

#include "gui/chat/messages/codeblock.h"
#include "gui/chat/messages/messageentry.h"
#include "gui/chat/messages/messagestyle.h"

#include <QFontMetrics>

namespace orangery {

namespace {

void appendCodeButtons(QList<Spot>& spots, const MessageEntry& entry, int slot, const MessageStyle& style)
{
    const QRect block = entry.slotRect(slot);
    const int size = style.tool;
    const int y = block.top() + (style.codeHead - size) / 2;
    const int right = block.right() + 1 - 4;
    spots.append(
        {Spot::CodeCopy, slot, 0, {right - 2 * size, y, size, size}, {}, MessageSpots::tr("Copy this code")});
    spots.append(
        {Spot::CodeSave, slot, 0, {right - size, y, size, size}, {}, MessageSpots::tr("Save this code")});
}

} // namespace

QString MessageSpots::stripActionText(const MessageEntry& entry)
{
    return entry.item().state == MessageState::Cut ? tr("Continue") : tr("Try again");
}

QRect MessageSpots::stripButton(const MessageEntry& entry, const MessageStyle& style)
{
    const QRect strip = entry.stripRect();
    if (strip.isNull())
        return {};
    const int width = QFontMetrics(style.metaStrong).horizontalAdvance(stripActionText(entry)) + 24;
    const QRect button(strip.right() - width - 8, strip.top() + (strip.height() - style.tool) / 2, width,
                       style.tool);
    return style.directed(button, strip.width());
}

QString MessageSpots::iconOf(Spot::Kind kind)
{
    switch (kind) {
    case Spot::Copy:
    case Spot::CodeCopy:
        return QStringLiteral("copy");
    case Spot::CopyMarkdown:
        return QStringLiteral("file");
    case Spot::CodeSave:
        return QStringLiteral("download");
    case Spot::Retry:
        return QStringLiteral("retry");
    case Spot::None:
    case Spot::Fold:
    case Spot::Link:
    case Spot::StripAction:
        break;
    }
    return {};
}

QList<Spot> MessageSpots::of(const MessageEntry& entry, const MessageStyle& style, int top, int bottom)
{
    QList<Spot> spots;
    if (const QRect fold = entry.foldRect(); !fold.isNull())
        spots.append(
            {Spot::Fold, -1, 0, fold, {}, entry.isUnfolded() ? tr("Hide reasoning") : tr("Show reasoning")});
    for (int slot = entry.slotCount() ? entry.slotAt(top) : 0; slot < entry.slotCount(); ++slot) {
        if (entry.slotRect(slot).top() > bottom)
            break;
        const BlockLayout* layout = entry.layout(slot);
        if (!layout)
            continue;
        if (entry.block(slot).kind == BlockKind::Code)
            appendCodeButtons(spots, entry, slot, style);
        int number = 0;
        const QPoint origin = entry.slotRect(slot).topLeft();
        for (const LinkPlace& link : layout->links())
            spots.append({Spot::Link, slot, number++, link.rect.toAlignedRect().translated(origin), link.href,
                          tr("Link %1").arg(link.text)});
    }
    if (const QRect button = stripButton(entry, style); !button.isNull())
        spots.append({Spot::StripAction, -1, 0, button, {}, stripActionText(entry)});
    QList<Spot> tools;
    if (!entry.item().text.isEmpty()) {
        tools.append({Spot::Copy, -1, 0, {}, {}, tr("Copy")});
        if (!entry.isOwn())
            tools.append({Spot::CopyMarkdown, -1, 0, {}, {}, tr("Copy as Markdown")});
    }
    if (!entry.isOwn() && entry.item().canRetry)
        tools.append({Spot::Retry, -1, 0, {}, {}, tr("Answer again")});
    if (entry.item().state == MessageState::Streaming)
        return spots;
    const QRect footer = entry.footerRect();
    int x = footer.right() + 1 - static_cast<int>(tools.size()) * (style.tool + 4) + 4;
    for (Spot& tool : tools) {
        const QRect place(x, footer.top() + (footer.height() - style.tool) / 2, style.tool, style.tool);
        tool.rect = style.directed(place, footer.width());
        x += style.tool + 4;
    }
    return spots + tools;
}

} // namespace orangery
