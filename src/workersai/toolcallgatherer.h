// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/tool.h"

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

    bool isEmpty() const { return m_entries.isEmpty(); }
    /// Those that have a name; arguments that never came are an empty object.
    QList<ToolCall> calls() const;

private:
    struct Entry
    {
        std::optional<int> index;
        ToolCall call;
    };

    void takePiece(const QJsonObject& piece);
    Entry& entryFor(std::optional<int> index, const QString& id, const QString& name);

    QList<Entry> m_entries;
};

} // namespace orangery
