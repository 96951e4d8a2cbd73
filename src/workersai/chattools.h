// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/chat.h"

#include <QJsonArray>
#include <QJsonValue>

#include <optional>

/// Tools on the wire (API.md §3.4).
namespace orangery::chattools {

/// `{name, description, parameters}`, or OpenAI's `{type, function}`.
enum class Spelling { Flat, OpenAi };

/// The `tools` of a request; those without a name are left out. The flat spelling's schemas want members that
/// JSON Schema leaves free, so they are filled in.
QJsonArray definitions(const QList<ToolDefinition>& tools, Spelling spelling);
/// `tool_choice`: auto, none, required, or an object that names the tool.
QJsonValue choice(const QString& toolChoice);

/// Whether the request insists on a call: then there is no other text to wait for.
bool isForced(const ChatRequest& request);
/// The calls in a text that is JSON and nothing else, as gpt-oss answers where a call is forced: either with
/// name and arguments, or the bare arguments of the only tool that could be meant.
QList<ToolCall> callsInText(const QString& text, const ChatRequest& request);

/// `arguments` if they are the JSON text of an object, else those of an empty one: the service refuses a
/// replay of anything else.
QString validArguments(const QString& arguments);
bool isValid(const QString& arguments);
/// Takes out the calls that an answer which was cut left unfinished: nobody may act on half of one.
void dropBroken(QList<ToolCall>& calls);

} // namespace orangery::chattools
