// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/chat.h"

namespace orangery {

/// Tokens that the request's texts come to, a little high: counted from the characters, plus the few that a
/// chat template adds to each message.
int promptTokens(const ChatRequest& request);
/// Whether the service's own count says how good promptTokens() is: of a picture only a guess is
/// counted, and what a schema or tools become in the prompt is not known.
bool isPromptComparable(const ChatRequest& request);
/// `tokens` with room for what a count may be wrong by, where a limit must not be passed.
int cautiousTokens(int tokens);
/// Tokens of one message, with those that the template adds to it.
int tokensOf(const ChatMessage& message);
/// Tokens that an answer comes to: text, reasoning and calls of tools.
int tokensOf(const ChatReply& reply);

} // namespace orangery
