// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/result.h"
#include "core/tasks/chat.h"

namespace orangery {

/// What of a conversation fits into a model.
struct FittedChat
{
    QList<ChatMessage> messages; ///< the newest ones that fit, the last always among them
    int maxTokens = 0;           ///< room for the answer; always sent, for the service's default cuts at 256
    int promptTokens = 0;
    int leftOut = 0; ///< oldest messages that did not fit
};

/// Cuts `messages` oldest first to the model's context window, keeping room for an answer. InvalidInput when
/// the last message alone does not fit, naming both sizes. `model` may be null: an id that was only typed.
Result<FittedChat> fitted(const QList<ChatMessage>& messages, const Model* model);

} // namespace orangery
