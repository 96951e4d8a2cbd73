// SPDX-License-Identifier: GPL-3.0-or-later
#include "documents/mathguard.h"

#include "documents/inlinebuilder.h"

#include <algorithm>

namespace orangery::mathguard {

namespace {

constexpr char16_t Punctuation[] = u"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
constexpr char16_t First = 0xFDD0;
constexpr char16_t Last = 0xFDEF;
constexpr qsizetype MaxInline = 2000;
constexpr qsizetype MaxDisplay = 20000;

bool isHidden(QChar c)
{
    return c.unicode() >= First && c.unicode() <= Last;
}

QChar reveal(QChar c)
{
    return isHidden(c) ? QChar(Punctuation[c.unicode() - First]) : c;
}

QChar hideCharacter(QChar c)
{
    const auto* end = std::end(Punctuation) - 1;
    const auto* found = std::find(std::begin(Punctuation), end, c.unicode());
    return found == end ? c : QChar(static_cast<char16_t>(First + (found - std::begin(Punctuation))));
}

/// The end of a span whose content begins at `from` and that `close` ends; -1 when a blank line or the limit
/// comes first.
qsizetype findClose(QStringView text, qsizetype from, QStringView close, qsizetype limit)
{
    const qsizetype found = text.sliced(0, qMin(text.size(), from + limit)).indexOf(close, from);
    if (found <= from)
        return -1;
    bool blank = false;
    for (qsizetype i = from; i < found; ++i) {
        if (text[i] == u'\n') {
            if (blank)
                return -1;
            blank = true;
        } else if (!text[i].isSpace()) {
            blank = false;
        }
    }
    return found + close.size();
}

qsizetype dollarClose(QStringView text, qsizetype from)
{
    if (from >= text.size() || text[from].isSpace())
        return -1;
    const qsizetype limit = qMin(text.size(), from + MaxInline);
    for (qsizetype i = from; i < limit; ++i) {
        const QChar c = text[i];
        if (c == u'\n' || c == u'\r' || c == u'`')
            return -1;
        if (c == u'\\') {
            ++i;
        } else if (c == u'$') {
            const bool digitFollows = i + 1 < text.size() && text[i + 1].isDigit();
            if (i > from && !text[i - 1].isSpace() && !digitFollows)
                return i + 1;
            return -1;
        }
    }
    return -1;
}

bool looksLikeMath(QStringView content)
{
    return std::any_of(content.begin(), content.end(),
                       [](QChar c) { return c == u'\\' || c == u'^' || c == u'_' || c == u'='; });
}

bool beginsLine(QStringView text, qsizetype at)
{
    while (at > 0 && (text[at - 1] == u' ' || text[at - 1] == u'\t'))
        --at;
    return at == 0 || text[at - 1] == u'\n' || text[at - 1] == u'\r';
}

qsizetype spanEnd(QStringView text, qsizetype at)
{
    const QChar next = at + 1 < text.size() ? text[at + 1] : QChar();
    if (text[at] == u'$')
        return next == u'$' ? findClose(text, at + 2, u"$$", MaxDisplay) : dollarClose(text, at + 1);
    if (next == u'(')
        return findClose(text, at + 2, u"\\)", MaxInline);
    if (next != u'[')
        return -1;
    const qsizetype end = findClose(text, at + 2, u"\\]", MaxDisplay);
    const bool math = end > 0 && (beginsLine(text, at) || looksLikeMath(text.sliced(at + 2, end - at - 4)));
    return math ? end : -1;
}

qsizetype runLength(QStringView text, qsizetype at)
{
    qsizetype end = at;
    while (end < text.size() && text[end] == text[at])
        ++end;
    return end - at;
}

/// Behind the code span that begins at `at`, or behind its backticks when nothing closes it.
qsizetype skipCode(QStringView text, qsizetype at)
{
    const qsizetype length = runLength(text, at);
    const qsizetype limit = qMin(text.size(), at + MaxDisplay);
    for (qsizetype i = at + length; i < limit; ++i) {
        if (text[i] != u'`')
            continue;
        const qsizetype run = runLength(text, i);
        if (run == length)
            return i + run;
        i += run - 1;
    }
    return at + length;
}

/// What closes the span that the hidden characters at `at` open.
QStringView closer(QStringView text, qsizetype at)
{
    const QChar first = reveal(text[at]);
    const QChar second = at + 1 < text.size() && isHidden(text[at + 1]) ? reveal(text[at + 1]) : QChar();
    if (first == u'$')
        return second == u'$' ? QStringView(u"$$") : QStringView(u"$");
    return second == u'(' ? QStringView(u"\\)") : QStringView(u"\\]");
}

} // namespace

QString hide(QString markdown)
{
    std::replace_if(markdown.begin(), markdown.end(), isHidden, QChar(QChar::ReplacementCharacter));
    if (!markdown.contains(u'$') && !markdown.contains(u'\\'))
        return markdown;
    qsizetype i = 0;
    while (i < markdown.size()) {
        const QChar c = std::as_const(markdown)[i];
        if (c == u'`') {
            i = skipCode(markdown, i);
        } else if (c != u'$' && c != u'\\') {
            ++i;
        } else if (const qsizetype end = spanEnd(markdown, i); end > 0) {
            std::transform(markdown.begin() + i, markdown.begin() + end, markdown.begin() + i, hideCharacter);
            i = end;
        } else {
            i += c == u'\\' ? 2 : runLength(markdown, i);
        }
    }
    return markdown;
}

QString shown(QString text)
{
    if (std::any_of(text.cbegin(), text.cend(), isHidden))
        std::transform(text.begin(), text.end(), text.begin(), reveal);
    return text;
}

void restore(QString& text, QList<InlineRun>& runs)
{
    if (std::none_of(text.cbegin(), text.cend(), isHidden))
        return;
    const QString hidden = text;
    text = shown(std::move(text));
    QList<TextRange> ranges;
    qsizetype i = 0;
    while (i < hidden.size()) {
        if (!isHidden(hidden[i])) {
            ++i;
            continue;
        }
        const QStringView close = closer(hidden, i);
        const qsizetype from = i + (close == u"$" ? 1 : 2);
        const qsizetype found = text.indexOf(close, from);
        const qsizetype end = found < 0 ? text.size() : found + close.size();
        ranges.append({static_cast<int>(i), static_cast<int>(end - i)});
        i = end;
    }
    addFormat(runs, ranges, MathFormat);
}

} // namespace orangery::mathguard
