// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/taskusage.h"

#include "sandbox/jsonwriter.h"

namespace orangery::sandbox {

QByteArray taskUsage(qint64 inputTokens, qint64 outputTokens)
{
    return ObjectWriter()
        .number("prompt_tokens", inputTokens)
        .number("completion_tokens", outputTokens)
        .number("total_tokens", inputTokens + outputTokens)
        .bytes();
}

} // namespace orangery::sandbox
