// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/textrequest.h"

namespace orangery::sandbox {

/// A finished answer, still without a wire format.
struct TextAnswer
{
    QString reasoning;
    QString content;
    QByteArray object;           ///< JSON mode: the content as JSON
    std::vector<ToolCall> calls; ///< in place of the content
    bool cut = false;            ///< max_tokens was reached
    qint64 completionTokens = 0;
    double neurons = -1; ///< below 0: the model has no price

    /// stop, length or tool_calls.
    QString finishReason() const;
};

/// Fails where only the answer shows that it cannot be: a schema that cannot be met, or a forced tool call
/// that does not fit beside the reasoning (8006).
std::variant<TextAnswer, Failure> composeAnswer(const TextRequest& request, const Model& model);

} // namespace orangery::sandbox
