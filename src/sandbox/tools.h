// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/model.h"
#include "sandbox/reply.h"

#include <variant>

namespace orangery::sandbox {

/// A function that the caller offers, whichever spelling it came in.
struct Tool
{
    QString name;
    QJsonObject parameters;
};

/// What a request says about tools, checked. API.md §3.4.
struct ToolOffer
{
    std::vector<Tool> tools;
    QString forced;          ///< the one that must be called; empty: none
    bool isWanted = true;    ///< false: tool_choice is none
    bool isRequired = false; ///< one of them, whichever
    bool isParallel = true;  ///< several in one turn are allowed

    bool mustCall() const { return isRequired || !forced.isEmpty(); }
};

/// A call that the sandbox decided on.
struct ToolCall
{
    QString id;
    QString name;
    QJsonObject arguments;
};

std::variant<ToolOffer, Failure> readTools(const QJsonObject& body, const Model& model);

/// The calls that answer `prompt`: the tools that it names, or the one that tool_choice asks for; none when a
/// plain answer is due. The same input gives the same calls.
std::vector<ToolCall> callsFor(const ToolOffer& offer, const QString& prompt, const QString& modelId);

} // namespace orangery::sandbox
