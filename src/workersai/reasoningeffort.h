// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"

#include <QString>

namespace orangery {

/// How a wish for an effort is told to a model (API.md §3.7). What is empty is not sent.
struct ReasoningChoice
{
    QString effort;         ///< `reasoning_effort`
    QString thinkingSwitch; ///< a member of `chat_template_kwargs` …
    bool isThinking = true; ///< … and its value

    bool operator==(const ReasoningChoice&) const = default;
};

/// An effort that the model supports stays; another becomes what the catalog says that the service makes of
/// it, else the nearest that the model supports, the higher of two.
/// `none` turns the switch of a model that has one and no such effort. An effort for a model of which nothing
/// is known stays as it is.
ReasoningChoice reasoningChoice(const QString& effort, const Model& model);

} // namespace orangery
