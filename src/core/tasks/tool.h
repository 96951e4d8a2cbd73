// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace orangery {

/// A call that the model asks for.
struct ToolCall
{
    QString id; ///< empty where the model gives none (the flat spelling, API.md §3.4)
    QString name;
    QString arguments; ///< JSON text of an object

    bool operator==(const ToolCall&) const = default;
};

struct ToolDefinition
{
    QString name;
    QString description;
    QByteArray parameters; ///< a JSON Schema of an object

    bool operator==(const ToolDefinition&) const = default;
};

/// Asks for an answer that is JSON (API.md §3.5). The service does not stream it.
struct JsonMode
{
    QString name;      ///< what chat-style models call the schema; letters, digits, - and _
    QByteArray schema; ///< a JSON Schema; empty: any object

    bool operator==(const JsonMode&) const = default;
};

} // namespace orangery
