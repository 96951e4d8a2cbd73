// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/messagespots.h"

#include "gui/chat/messages/codeblock.h"
#include "gui/chat/messages/messageentry.h"
#include "gui/chat/messages/messagestyle.h"

#include <QFontMetrics>
#include <QLocale>

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

QList<Spot> toolsOf(const MessageEntry& entry)
{
    QList<Spot> tools;
    const bool hasText = !entry.item().text.isEmpty();
    if (entry.isOwn())
        tools.append({Spot::Edit, -1, 0, {}, {}, MessageSpots::tr("Edit")});
    if (hasText)
        tools.append({Spot::Copy, -1, 0, {}, {}, MessageSpots::tr("Copy")});
    if (hasText && !entry.isOwn())
        tools.append({Spot::CopyMarkdown, -1, 0, {}, {}, MessageSpots::tr("Copy as Markdown")});
    if (!entry.isOwn() && entry.item().canRetry)
        tools.append({Spot::Retry, -1, 0, {}, {}, MessageSpots::tr("Answer again")});
    if (!entry.isOwn())
        tools.append({Spot::Fork, -1, 0, {}, {}, MessageSpots::tr("Go on in a new chat")});
    return tools;
}

int widthOf(const QList<Spot>& tools, const MessageStyle& style)
{
    return static_cast<int>(tools.size()) * (style.tool + 4) - 4;
}

void appendBranches(QList<Spot>& spots, const MessageEntry& entry, const MessageStyle& style)
{
    const auto [all, previous, next] = MessageSpots::branchSwitch(entry, style);
    if (all.isNull())
        return;
    if (entry.item().branch > 1)
        spots.append({Spot::PreviousBranch, -1, 0, previous, {}, MessageSpots::tr("Previous branch")});
    if (entry.item().branch < entry.item().branches)
        spots.append({Spot::NextBranch, -1, 0, next, {}, MessageSpots::tr("Next branch")});
}

} // namespace

QString MessageSpots::branchText(const MessageEntry& entry)
{
    const QLocale locale;
    //: which of the branches of a message is shown: 2 / 3
    return tr("%1 / %2").arg(locale.toString(entry.item().branch), locale.toString(entry.item().branches));
}

MessageSpots::BranchSwitch MessageSpots::branchSwitch(const MessageEntry& entry, const MessageStyle& style)
{
    if (entry.item().branches < 2 || entry.item().state == MessageState::Streaming)
        return {};
    const QRect footer = entry.footerRect();
    const int width = QFontMetrics(style.meta).horizontalAdvance(branchText(entry)) + 2 * style.tool;
    const int right = footer.right() + 1 - widthOf(toolsOf(entry), style) - 12;
    const QRect all(right - width, footer.top() + (footer.height() - style.tool) / 2, width, style.tool);
    const auto directed = [&](const QRect& rect) { return style.directed(rect, footer.width()); };
    return {directed(all), directed({all.left(), all.top(), style.tool, style.tool}),
            directed({all.right() + 1 - style.tool, all.top(), style.tool, style.tool})};
}

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
    case Spot::Edit:
        return QStringLiteral("edit");
    case Spot::Fork:
        return QStringLiteral("branch");
    case Spot::PreviousBranch:
        return QStringLiteral("chevron-left");
    case Spot::NextBranch:
        return QStringLiteral("chevron-right");
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
    if (entry.item().state == MessageState::Streaming)
        return spots;
    appendBranches(spots, entry, style);
    QList<Spot> tools = toolsOf(entry);
    const QRect footer = entry.footerRect();
    int x = footer.right() + 1 - widthOf(tools, style);
    for (Spot& tool : tools) {
        const QRect place(x, footer.top() + (footer.height() - style.tool) / 2, style.tool, style.tool);
        tool.rect = style.directed(place, footer.width());
        x += style.tool + 4;
    }
    return spots + tools;
}

} // namespace orangery
