// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chat/messages/highlightworker.h"

namespace orangery {

void HighlightWorker::highlight(quint64 session, const QString& language, const QStringList& lines)
{
    Session& state = m_sessions[session];
    if (!state.highlighter)
        state.highlighter = std::make_unique<Highlighter>(language);
    QList<QList<CodeRange>> ranges;
    ranges.reserve(lines.size());
    for (const QString& line : lines)
        ranges.append(state.highlighter->nextLine(line));
    const int first = state.lines;
    state.lines += static_cast<int>(lines.size());
    emit highlighted(session, first, ranges);
}

void HighlightWorker::close(quint64 session)
{
    m_sessions.erase(session);
}

} // namespace orangery
