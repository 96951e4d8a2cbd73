// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/chatestimate.h"

#include "core/tokencounter.h"

#include <algorithm>

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

bool isPromptComparable(const ChatRequest& request)
{
    return std::ranges::all_of(request.messages,
                               [](const ChatMessage& message) { return message.images.isEmpty(); });
}

int cautiousTokens(int tokens)
{
    return tokens / 8 * 9 + 16;
}

int tokensOf(const ChatReply& reply)
{
    return countTokens(reply.text) + countTokens(reply.reasoning);
}

} // namespace orangery
