// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/inlinebuilder.h"

#include "documents/mathguard.h"

#include <QStringList>
#include <cmark-gfm.h>
#include <cstring>

namespace orangery {

namespace {

QString literal(cmark_node* node)
{
    return QString::fromUtf8(cmark_node_get_literal(node));
}

bool isLineBreakTag(QStringView html)
{
    return html.compare(u"<br>", Qt::CaseInsensitive) == 0 ||
           html.compare(u"<br/>", Qt::CaseInsensitive) == 0 ||
           html.compare(u"<br />", Qt::CaseInsensitive) == 0;
}

} // namespace

void addFormat(QList<InlineRun>& runs, const QList<TextRange>& ranges, quint16 format)
{
    QList<InlineRun> result;
    qsizetype next = 0; // the first range that does not end before what is done
    const auto overlay = [&](int from, int to, const InlineRun& run) {
        while (from < to) {
            while (next < ranges.size() && ranges[next].start + ranges[next].length <= from)
                ++next;
            const bool any = next < ranges.size() && ranges[next].start < to;
            const bool inside = any && ranges[next].start <= from;
            const int end = !any     ? to
                            : inside ? qMin(to, ranges[next].start + ranges[next].length)
                                     : ranges[next].start;
            const bool add = inside && !(run.format & CodeFormat);
            const auto sum = static_cast<quint16>(add ? run.format | format : run.format);
            if (sum)
                result.append({from, end - from, sum, run.href});
            from = end;
        }
    };
    int done = 0;
    for (const InlineRun& run : std::as_const(runs)) {
        overlay(done, run.start, {});
        overlay(run.start, run.start + run.length, run);
        done = run.start + run.length;
    }
    if (!ranges.isEmpty())
        overlay(done, ranges.last().start + ranges.last().length, {});
    runs = result;
}

void removeCharacters(QString& text, QList<InlineRun>& runs, int start, int length)
{
    text.remove(start, length);
    const auto moved = [&](int position) {
        return position <= start ? position : qMax(start, position - length);
    };
    QList<InlineRun> result;
    for (InlineRun run : std::as_const(runs)) {
        const int end = moved(run.start + run.length);
        run.start = moved(run.start);
        run.length = end - run.start;
        if (run.length > 0)
            result.append(run);
    }
    runs = result;
}

void InlineBuilder::clear()
{
    *this = {};
}

void InlineBuilder::append(const QString& text, quint16 extra)
{
    if (text.isEmpty())
        return;
    quint16 format = extra;
    if (m_bold)
        format |= BoldFormat;
    if (m_italic)
        format |= ItalicFormat;
    if (m_strike)
        format |= StrikeFormat;
    if (!m_links.isEmpty())
        format |= LinkFormat;
    if (m_images)
        format |= ImageFormat;
    const QString href = m_links.isEmpty() ? QString() : m_links.last();
    if (format) {
        const int start = static_cast<int>(m_text.size());
        const int length = static_cast<int>(text.size());
        if (!m_runs.isEmpty() && m_runs.last().start + m_runs.last().length == start &&
            m_runs.last().format == format && m_runs.last().href == href)
            m_runs.last().length += length;
        else
            m_runs.append({start, length, format, href});
    }
    m_text += text;
}

void InlineBuilder::visit(cmark_node* node, bool entering)
{
    const int step = entering ? 1 : -1;
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
        append(literal(node), 0);
        return;
    case CMARK_NODE_SOFTBREAK:
        append(QStringLiteral(" "), 0);
        return;
    case CMARK_NODE_LINEBREAK:
        append(QString(QChar(QChar::LineSeparator)), 0);
        return;
    case CMARK_NODE_CODE:
        append(literal(node), CodeFormat);
        return;
    case CMARK_NODE_HTML_INLINE: {
        const QString html = literal(node);
        append(isLineBreakTag(html) ? QString(QChar(QChar::LineSeparator)) : html, 0);
        return;
    }
    case CMARK_NODE_EMPH:
        m_italic += step;
        return;
    case CMARK_NODE_STRONG:
        m_bold += step;
        return;
    case CMARK_NODE_IMAGE:
        m_images += step;
        [[fallthrough]];
    case CMARK_NODE_LINK:
        if (entering)
            m_links.append(mathguard::shown(QString::fromUtf8(cmark_node_get_url(node))));
        else
            m_links.removeLast();
        return;
    default:
        if (std::strcmp(cmark_node_get_type_string(node), "strikethrough") == 0)
            m_strike += step;
    }
}

void InlineBuilder::take(QString& text, QList<InlineRun>& runs)
{
    text = m_text;
    runs = m_runs;
    mathguard::restore(text, runs);
    clear();
}

} // namespace orangery
