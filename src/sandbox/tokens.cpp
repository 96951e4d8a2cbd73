// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/tokens.h"

namespace orangery::sandbox {

namespace {

/// The end of the token that starts at `at`.
qsizetype tokenEnd(const QString& text, qsizetype at)
{
    if (text[at].isHighSurrogate())
        return std::min(at + 2, text.size());
    if (isCjk(text[at]))
        return at + 1;
    qsizetype end = at + 1;
    while (end < text.size() && end - at < 4 && !text[end].isHighSurrogate() && !isCjk(text[end]))
        ++end;
    return end;
}

} // namespace

bool isCjk(QChar c)
{
    const char16_t u = c.unicode();
    return (u >= 0x2E80 && u <= 0x9FFF) || (u >= 0xAC00 && u <= 0xD7AF) || (u >= 0xF900 && u <= 0xFAFF) ||
           (u >= 0xFF00 && u <= 0xFFEF);
}

QStringList tokens(const QString& text)
{
    QStringList result;
    result.reserve(text.size() / 4 + 1);
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = tokenEnd(text, at);
        result.append(text.mid(at, end - at));
        at = end;
    }
    return result;
}

qint64 tokenCount(const QString& text)
{
    qint64 count = 0;
    for (qsizetype at = 0; at < text.size(); at = tokenEnd(text, at))
        ++count;
    return count;
}

QString firstTokens(const QString& text, qint64 count)
{
    qsizetype at = 0;
    while (at < text.size() && count-- > 0)
        at = tokenEnd(text, at);
    return text.left(at);
}

} // namespace orangery::sandbox
