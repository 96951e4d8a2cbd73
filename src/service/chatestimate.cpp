// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/chatestimate.h"

#include "core/tokencounter.h"

namespace orangery {

int promptTokens(const ChatRequest& request)
{
    constexpr int templateTokens = 4;
    constexpr int imageTokens = 600; // about; the models differ
    qint64 tokens = countTokens(request.prompt);
    for (const ToolDefinition& tool : request.tools) {
        tokens += countTokens(tool.name) + countTokens(tool.description) +
                  countTokens(QString::fromUtf8(tool.parameters)) + templateTokens;
    }
    for (const ChatMessage& message : request.messages) {
        tokens += countTokens(message.text) + templateTokens + imageTokens * message.images.size();
        for (const ToolCall& call : message.toolCalls)
            tokens += countTokens(call.name) + countTokens(call.arguments);
    }
    return static_cast<int>(std::min<qint64>(tokens, 1'000'000'000));
}

int cautiousPromptTokens(const ChatRequest& request)
{
    return promptTokens(request) / 8 * 9 + 16;
}

int tokensOf(const ChatReply& reply)
{
    return countTokens(reply.text) + countTokens(reply.reasoning);
}

} // namespace orangery
