// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/chat.h"

namespace orangery {

/// Tokens that the request's texts come to, a little high: counted from the characters, plus the few that a
/// chat template adds to each message.
int promptTokens(const ChatRequest& request);
/// The same with room for what the count may be wrong by, where a limit must not be passed.
int cautiousPromptTokens(const ChatRequest& request);
/// Tokens of one message, with those that the template adds to it.
int tokensOf(const ChatMessage& message);
/// Tokens that an answer comes to, text and reasoning.
int tokensOf(const ChatReply& reply);

} // namespace orangery
