// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/tasks/chat.h"
#include "workersai/chatstreamdecoder.h" // the other half of the codec: who decodes needs both

#include <QByteArray>

/// Text generation on the wire (API.md §3). Pure.
namespace orangery::chatcodec {

/// The body of POST …/ai/run/{model}: messages, max_tokens and stream always, only what is set besides.
QByteArray encode(const ChatRequest& request);

/// A whole JSON answer, enveloped or OpenAI's, classic, chat-style or Responses (API.md §3.2).
/// InvalidAnswer when no text is in it: a field with an empty text is one, no field or a null alone is not.
/// An answer that names no finish reason, as the classic shape does, has FinishReason::Stop.
Result<ChatReply> decode(const QByteArray& body);

} // namespace orangery::chatcodec
