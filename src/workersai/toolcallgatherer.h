// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/tool.h"

#include <QHash>
#include <QList>

#include <optional>

class QJsonArray;
class QJsonObject;

namespace orangery {

/// Puts calls of tools together, whole or streamed in pieces, in both spellings (API.md §3.4): a start with
/// id and name, pieces of the arguments by `index`, which may be missing, and an all-null marker at the end,
/// which is no call. Arguments come as text or as an object.
class ToolCallGatherer
{
public:
    /// The `tool_calls` of an answer or of one event.
    void take(const QJsonArray& pieces);

    bool isEmpty() const { return m_calls.isEmpty(); }
    /// Those that have a name; arguments that never came are an empty object.
    QList<ToolCall> calls() const;

private:
    void takePiece(const QJsonObject& piece);
    ToolCall& callFor(std::optional<int> index, const QString& id, const QString& name);

    QList<ToolCall> m_calls;       ///< also such as have no name yet
    QHash<int, qsizetype> m_where; ///< by index, the call that began last; without one it is 0
};

} // namespace orangery
