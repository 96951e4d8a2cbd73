// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/chat.h"

#include <QString>

namespace orangery {

/// How a model is asked to go on with its answer; a text of the wire, not of the window.
ChatMessage continueInstruction();

/// Joins the continuation of a cut answer to its text. Models like to begin with the last words again: what
/// the first characters repeat of the text's end is dropped.
class Continuation
{
public:
    explicit Continuation(QStringView text) : m_tail(text.right(longestRepeat).toString()) {}

    /// What this piece adds to the text; empty while it is not clear whether it repeats.
    QString take(const QString& piece);
    /// What was held back, when the answer ends before it was clear.
    QString finish();

private:
    static constexpr qsizetype longestRepeat = 160;
    static constexpr qsizetype shortestRepeat = 6;

    QString joined() const;

    QString m_tail;
    QString m_head;
    bool m_isJoined = false;
};

} // namespace orangery
