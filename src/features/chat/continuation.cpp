// SPDX-License-Identifier: GPL-3.0-or-later
#include "features/chat/continuation.h"

#include <utility>

namespace orangery {

ChatMessage continueInstruction()
{
    return {.role = ChatRole::User,
            .text = QStringLiteral(
                "Continue your last answer exactly where it stops. Do not repeat any of it and "
                "add no introduction.")};
}

QString Continuation::take(const QString& piece)
{
    if (m_isJoined)
        return piece;
    m_head += piece;
    if (m_head.size() < longestRepeat)
        return {};
    return finish();
}

QString Continuation::finish()
{
    if (std::exchange(m_isJoined, true))
        return {};
    return joined();
}

QString Continuation::joined() const
{
    for (qsizetype length = qMin(m_tail.size(), m_head.size()); length >= shortestRepeat; --length) {
        if (QStringView(m_tail).endsWith(QStringView(m_head).left(length)))
            return m_head.mid(length);
    }
    return m_head;
}

} // namespace orangery
