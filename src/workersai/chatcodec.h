// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/result.h"
#include "core/tasks/chat.h"
#include "workersai/chatstreamdecoder.h" // the other half of the codec: who decodes needs both

#include <QByteArray>

/// Text generation on the wire (API.md §3). Pure.
namespace orangery::chatcodec {

/// The body of POST …/ai/run/{model}: messages or prompt and the length always, besides only what is set
/// and what the model takes; numbers out of the model's range become the nearest in it. The spellings of
/// tools, JSON mode and length are those of chat-style models where the model has `max_completion_tokens` or
/// nothing is known of it, else the classic ones (API.md §3.1, §3.4, §3.5).
QByteArray encode(const ChatRequest& request, const Model& model);
/// InvalidInput where `extra` asks for more than one answer: each is billed, and one is read.
Result<void> check(const ChatRequest& request);
/// Whether the answer is asked for as a stream: JSON mode cannot be.
bool streams(const ChatRequest& request);

/// A whole JSON answer, enveloped or OpenAI's, classic, chat-style or Responses (API.md §3.2).
/// InvalidAnswer when neither text nor a call of a tool is in it: a field with an empty text is a text, no
/// field or a null alone is not. An answer that names no finish reason, as the classic shape does, has
/// FinishReason::Stop, or ToolCalls where it calls tools.
Result<ChatReply> decode(const QByteArray& body);

} // namespace orangery::chatcodec
