// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace orangery {

/// What a model does differently and neither its catalog entry nor its parameters say. Each row of the table
/// in modelquirks.cpp names its source.
struct ModelQuirks
{
    const char* id = "";             ///< of the model; empty: no quirks
    const char* thinkingSwitch = ""; ///< the member of chat_template_kwargs that turns reasoning on and off
    bool takesReasoningBack = false; ///< earlier reasoning is sent again, as `reasoning`
    bool hasTwoRoles = false;        ///< turns of user and assistant only
};

const ModelQuirks& quirksOf(QStringView modelId);

} // namespace orangery
