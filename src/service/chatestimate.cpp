// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/chatestimate.h"

#include "core/tokencounter.h"

namespace orangery {

namespace {

constexpr int templateTokens = 4;
constexpr int imageTokens = 600; // about; the models differ
constexpr qint64 mostTokens = 1'000'000'000;

} // namespace

int tokensOf(const ChatMessage& message)
{
    qint64 tokens = countTokens(message.text) + templateTokens + imageTokens * message.images.size();
    for (const ToolCall& call : message.toolCalls)
        tokens += countTokens(call.name) + countTokens(call.arguments);
    return static_cast<int>(std::min(tokens, mostTokens));
}

int promptTokens(const ChatRequest& request)
{
    qint64 tokens = countTokens(request.prompt);
    for (const ToolDefinition& tool : request.tools) {
        tokens += countTokens(tool.name) + countTokens(tool.description) +
                  countTokens(QString::fromUtf8(tool.parameters)) + templateTokens;
    }
    for (const ChatMessage& message : request.messages)
        tokens += tokensOf(message);
    return static_cast<int>(std::min(tokens, mostTokens));
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
