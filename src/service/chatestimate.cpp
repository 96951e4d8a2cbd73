// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/chatestimate.h"

#include "core/pricebook.h"

namespace orangery {

int promptTokens(const ChatRequest& request)
{
    constexpr int templateTokens = 4;
    qint64 tokens = 0;
    for (const ChatMessage& message : request.messages)
        tokens += pricebook::estimatedTokens(message.text) + templateTokens;
    return static_cast<int>(std::min<qint64>(tokens, 1'000'000'000));
}

} // namespace orangery
