// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/lineclass.h"

#include <QSet>

namespace orangery::lineclass {

using namespace Qt::StringLiterals;

namespace {

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t';
}

QStringView content(QStringView line)
{
    qsizetype i = 0;
    while (i < line.size() && isSpace(line[i]))
        ++i;
    return line.sliced(i);
}

/// The line without up to three columns of indent; empty when it is indented like code.
QStringView shallowContent(QStringView line)
{
    return indentColumns(line) > 3 ? QStringView() : content(line);
}

} // namespace

int indentColumns(QStringView line)
{
    int columns = 0;
    for (const QChar c : line) {
        if (c == u' ')
            ++columns;
        else if (c == u'\t')
            columns += 4 - columns % 4;
        else
            break;
    }
    return columns;
}

bool isBlank(QStringView line)
{
    return content(line).isEmpty();
}

bool isAtxHeading(QStringView line)
{
    const QStringView text = shallowContent(line);
    qsizetype marks = 0;
    while (marks < text.size() && text[marks] == u'#')
        ++marks;
    return marks > 0 && marks <= 6 && (marks == text.size() || isSpace(text[marks]));
}

bool isThematicBreak(QStringView line)
{
    const QStringView text = shallowContent(line);
    if (text.isEmpty() || (text[0] != u'-' && text[0] != u'*' && text[0] != u'_'))
        return false;
    int marks = 0;
    for (const QChar c : text) {
        if (c == text[0])
            ++marks;
        else if (!isSpace(c))
            return false;
    }
    return marks >= 3;
}

bool isSetextUnderline(QStringView line)
{
    const QStringView text = shallowContent(line).trimmed();
    if (text.isEmpty() || (text[0] != u'=' && text[0] != u'-'))
        return false;
    for (const QChar c : text) {
        if (c != text[0])
            return false;
    }
    return true;
}

bool isQuote(QStringView line)
{
    return shallowContent(line).startsWith(u'>');
}

bool isTableDelimiter(QStringView line)
{
    const QStringView text = shallowContent(line).trimmed();
    bool dash = false;
    bool pipe = false;
    for (const QChar c : text) {
        if (c == u'-')
            dash = true;
        else if (c == u'|')
            pipe = true;
        else if (c != u':' && !isSpace(c))
            return false;
    }
    return dash && pipe;
}

bool isFootnoteDefinition(QStringView line)
{
    const QStringView text = shallowContent(line);
    if (!text.startsWith("[^"_L1))
        return false;
    const qsizetype close = text.indexOf(u']');
    if (close < 3 || close > 100 || close + 1 >= text.size() || text[close + 1] != u':')
        return false;
    for (const QChar c : text.sliced(2, close - 2)) {
        if (isSpace(c) || c == u'[')
            return false;
    }
    return true;
}

Fence openingFence(QStringView line)
{
    const QStringView text = shallowContent(line);
    if (text.size() < 3 || (text[0] != u'`' && text[0] != u'~'))
        return {};
    qsizetype length = 0;
    while (length < text.size() && text[length] == text[0])
        ++length;
    if (length < 3 || (text[0] == u'`' && text.sliced(length).contains(u'`')))
        return {};
    return {text[0], static_cast<int>(length), indentColumns(line)};
}

bool closesFence(QStringView line, const Fence& fence)
{
    const QStringView text = shallowContent(line).trimmed();
    if (text.size() < fence.length)
        return false;
    for (const QChar c : text) {
        if (c != fence.mark)
            return false;
    }
    return true;
}

ListMarker listMarker(QStringView line)
{
    const QStringView text = shallowContent(line);
    if (text.isEmpty())
        return {};
    ListMarker marker;
    qsizetype width = 0;
    if (text[0] == u'-' || text[0] == u'*' || text[0] == u'+') {
        marker.type = text[0];
        width = 1;
    } else {
        int number = 0;
        while (width < text.size() && width < 9 && text[width] >= u'0' && text[width] <= u'9')
            number = number * 10 + text[width++].unicode() - u'0';
        if (width == 0 || width == text.size() || (text[width] != u'.' && text[width] != u')'))
            return {};
        marker.type = text[width++];
        marker.number = number;
    }
    if (width < text.size() && !isSpace(text[width]))
        return {};
    const QStringView rest = text.sliced(width);
    marker.empty = isBlank(rest);
    const int gap = indentColumns(rest);
    marker.contentOffset =
        indentColumns(line) + static_cast<int>(width) + (marker.empty || gap > 4 ? 1 : gap);
    return marker;
}

QStringView htmlEndMark(QStringView line)
{
    const QStringView text = shallowContent(line);
    if (!text.startsWith(u'<'))
        return {};
    if (text.startsWith("<!--"_L1))
        return u"-->";
    if (text.startsWith("<?"_L1))
        return u"?>";
    if (text.startsWith("<![CDATA["_L1))
        return u"]]>";
    if (text.startsWith("<!"_L1) && text.size() > 2 && text[2] >= u'A' && text[2] <= u'Z')
        return u">";
    for (const auto tag : {"<script"_L1, "<pre"_L1, "<style"_L1}) {
        if (text.startsWith(tag, Qt::CaseInsensitive) &&
            (text.size() == tag.size() || isSpace(text[tag.size()]) || text[tag.size()] == u'>'))
            return u"</";
    }
    return {};
}

namespace {

/// The name of the tag that begins the text, and what follows it; empty when there is none.
QStringView tagName(QStringView text, QStringView* rest)
{
    if (!text.startsWith(u'<'))
        return {};
    const qsizetype start = text.startsWith("</"_L1) ? 2 : 1;
    qsizetype end = start;
    while (end < text.size() && text[end].unicode() < 128 &&
           (text[end].isLetterOrNumber() || (text[end] == u'-' && end > start)))
        ++end;
    if (end == start || !text[start].isLetter())
        return {};
    *rest = text.sliced(end);
    return text.sliced(start, end - start);
}

} // namespace

bool isHtmlBlockTag(QStringView line)
{
    static const QSet<QString> names = [] {
        const QStringList list =
            u"address article aside base basefont blockquote body caption center col colgroup dd details "
            "dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 "
            "head "
            "header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p param "
            "section source summary table tbody td tfoot th thead title tr track ul"_s.split(u' ');
        return QSet<QString>(list.begin(), list.end());
    }();
    QStringView rest;
    const QStringView name = tagName(shallowContent(line), &rest);
    return !name.isEmpty() &&
           (rest.isEmpty() || isSpace(rest[0]) || rest[0] == u'>' || rest.startsWith("/>"_L1)) &&
           names.contains(name.toString().toLower());
}

bool isLoneHtmlTag(QStringView line)
{
    QStringView rest;
    const QStringView text = shallowContent(line).trimmed();
    return !tagName(text, &rest).isEmpty() && text.endsWith(u'>') && text.count(u'<') == 1 &&
           text.count(u'>') == 1 && (isSpace(rest[0]) || rest[0] == u'>' || rest == "/>"_L1);
}

bool containsHtmlEnd(QStringView line, QStringView endMark)
{
    if (endMark != u"</")
        return line.contains(endMark);
    for (const auto tag : {"</script>"_L1, "</pre>"_L1, "</style>"_L1}) {
        if (line.contains(tag, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

QStringView mathEndMark(QStringView line)
{
    const QStringView text = shallowContent(line);
    if (text.startsWith("$$"_L1))
        return text.sliced(2).contains("$$"_L1) ? QStringView() : QStringView(u"$$");
    if (text.startsWith("\\["_L1))
        return text.sliced(2).contains("\\]"_L1) ? QStringView() : QStringView(u"\\]");
    return {};
}

} // namespace orangery::lineclass
