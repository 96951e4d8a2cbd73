// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/textanswer.h"

namespace orangery::sandbox {

/// What every form of an answer repeats.
struct WireContext
{
    const Model& model;
    const TextRequest& request;
    const TextAnswer& answer;
    qint64 created; ///< seconds since 1970
    QString id;     ///< hexadecimal, differs from answer to answer
};

/// `{prompt_tokens, completion_tokens, total_tokens, prompt_tokens_details?, neurons?}`.
QByteArray usageObject(const WireContext& context, qint64 completionTokens, bool final);

/// `[{"arguments":{…},"name":"…"}]`, how classic models spell calls. API.md §3.4.
QByteArray flatCalls(const std::vector<ToolCall>& calls);

/// The answer in one piece: in the native envelope, or bare on /ai/v1. API.md §3.2.
Reply wholeAnswer(const WireContext& context);
/// The answer as an event stream, `[DONE]` last. API.md §3.3.
Reply streamedAnswer(const WireContext& context);

} // namespace orangery::sandbox
