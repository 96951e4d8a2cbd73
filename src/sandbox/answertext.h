// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace orangery::sandbox {

/// What an answer depends on; the same gives the same text.
struct Question
{
    QString model;
    QString prompt; ///< the last message of the user
    int turn = 1;   ///< messages of the user so far
    qint64 systemLength = 0;
    QStringList pictures = {};    ///< of that message, each as "640×480 png"
    QStringList toolResults = {}; ///< what the called tools answered; empty: none was called
    int effort = 2;               ///< of the reasoning, 1 … 4
};

/// A Markdown answer that quotes and obeys the prompt, with the sandbox's label as its first line.
QString answerText(const Question& question);
/// What a reasoning model would think before it; longer with more effort.
QString reasoningText(const Question& question);

} // namespace orangery::sandbox
