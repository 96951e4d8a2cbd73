// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/inlineformats.h"

#include "gui/chat/messages/blocklayout.h"
#include "gui/chat/messages/messagestyle.h"

#include <QUrl>

namespace orangery {

namespace {

QTextCharFormat formatOf(quint16 format, const QString& href, const MessageStyle& style)
{
    QTextCharFormat result;
    if (format & (CodeFormat | MathFormat)) {
        result.setFontFamilies(style.inlineCode.families());
        result.setProperty(QTextFormat::FontPixelSize, style.inlineCode.pixelSize());
        result.setFontFixedPitch(true);
    }
    if (format & BoldFormat)
        result.setFontWeight(QFont::DemiBold);
    if (format & ItalicFormat)
        result.setFontItalic(true);
    if (format & StrikeFormat)
        result.setFontStrikeOut(true);
    if (format & FootnoteFormat) {
        result.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
        result.setForeground(style.link);
    }
    if ((format & LinkFormat) && isOpenableLink(href)) {
        result.setForeground(style.link);
        result.setFontUnderline(true);
    }
    return result;
}

} // namespace

QList<QTextLayout::FormatRange> inlineFormats(const QList<InlineRun>& runs, const MessageStyle& style)
{
    QList<QTextLayout::FormatRange> ranges;
    ranges.reserve(runs.size());
    for (const InlineRun& run : runs)
        ranges.append({run.start, run.length, formatOf(run.format, run.href, style)});
    return ranges;
}

bool isOpenableLink(const QString& href)
{
    const QString scheme = QUrl(href).scheme();
    return scheme == QLatin1String("https") || scheme == QLatin1String("http") ||
           scheme == QLatin1String("mailto");
}

void appendLinks(const QTextLayout& layout, const QString& text, const QList<InlineRun>& runs, QPointF origin,
                 QList<LinkPlace>& places)
{
    for (const InlineRun& run : runs) {
        if (!(run.format & LinkFormat) || !isOpenableLink(run.href))
            continue;
        const bool same = !places.isEmpty() && places.last().href == run.href;
        const QTextLine line = layout.lineForTextPosition(run.start);
        if (!line.isValid())
            continue;
        const qreal a = line.cursorToX(run.start);
        const qreal b = line.cursorToX(qMin(run.start + run.length, line.textStart() + line.textLength()));
        const QRectF rect(qMin(a, b), line.y(), qAbs(b - a), line.height());
        const QString words = text.mid(run.start, run.length);
        if (same && run.start > 0 && places.last().rect.right() + origin.x() >= rect.left()) {
            places.last().text += words; // one link in several formats
            continue;
        }
        places.append({rect.translated(origin), run.href, words});
    }
}

QString linkAtPosition(const QList<InlineRun>& runs, int position)
{
    for (const InlineRun& run : runs) {
        if ((run.format & LinkFormat) && position >= run.start && position < run.start + run.length)
            return isOpenableLink(run.href) ? run.href : QString();
    }
    return {};
}

QList<QTextLayout::FormatRange> selectionFormats(int from, int to, const QColor& background)
{
    if (from >= to)
        return {};
    QTextLayout::FormatRange range{from, to - from, {}};
    range.format.setBackground(background);
    return {range};
}

} // namespace orangery
