// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/sentences.h"

namespace orangery::sandbox {

namespace {

bool endsSentence(QChar c)
{
    return QStringLiteral(".!?…。！？؟۔।").contains(c);
}

bool needsNoSpace(QChar c)
{
    return QStringLiteral("。！？").contains(c);
}

} // namespace

QStringList sentencesOf(const QString& text)
{
    QStringList sentences;
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isLast = i + 1 == text.size();
        const bool ends = text[i] == u'\n' || (endsSentence(text[i]) &&
                                               (isLast || needsNoSpace(text[i]) || text[i + 1].isSpace()));
        if (!ends)
            continue;
        while (i + 1 < text.size() && text[i + 1].isSpace())
            ++i;
        sentences << text.mid(start, i + 1 - start);
        start = i + 1;
    }
    if (start < text.size())
        sentences << text.mid(start);
    return sentences;
}

} // namespace orangery::sandbox
