// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/draft.h"

namespace orangery {

namespace {

constexpr QChar mark(0x1E); // a control character that nobody types: mark, length of `pasted`, mark, both

QString joined(const QString& first, const QString& second)
{
    return first.isEmpty() || second.isEmpty() ? first + second : first + QStringLiteral("\n\n") + second;
}

} // namespace

QString Draft::text() const
{
    return joined(pasted, written);
}

Draft Draft::followedBy(const Draft& later) const
{
    return {.pasted = joined(pasted, later.pasted), .written = joined(written, later.written)};
}

QString Draft::stored() const
{
    if (pasted.isEmpty() && !written.startsWith(mark))
        return written;
    return mark + QString::number(pasted.size()) + mark + pasted + written;
}

Draft Draft::fromStored(const QString& stored)
{
    const qsizetype end = stored.startsWith(mark) ? stored.indexOf(mark, 1) : -1;
    bool isNumber = false;
    const qsizetype length = end < 0 ? 0 : QStringView(stored).mid(1, end - 1).toLongLong(&isNumber);
    if (!isNumber || length < 0 || length > stored.size() - end - 1)
        return {.pasted = {}, .written = stored};
    return {.pasted = stored.mid(end + 1, length), .written = stored.mid(end + 1 + length)};
}

} // namespace orangery
