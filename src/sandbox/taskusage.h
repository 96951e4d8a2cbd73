// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace orangery::sandbox {

/// `{prompt_tokens, completion_tokens, total_tokens}` of a task without a conversation.
QByteArray taskUsage(qint64 inputTokens, qint64 outputTokens);

} // namespace orangery::sandbox
