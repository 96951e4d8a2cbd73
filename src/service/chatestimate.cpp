// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/chatestimate.h"

#include "core/tokencounter.h"
#include "workersai/modelquirks.h"

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
    if (request.jsonMode)
        tokens += countTokens(QString::fromUtf8(request.jsonMode->schema));
    const bool sendsReasoning = quirksOf(request.model).takesReasoningBack;
    for (const ChatMessage& message : request.messages) {
        tokens += tokensOf(message);
        if (sendsReasoning && message.role == ChatRole::Assistant)
            tokens += countTokens(message.reasoning);
    }
    return static_cast<int>(std::min(tokens, mostTokens));
}

bool isPromptComparable(const ChatRequest& request)
{
    if (request.jsonMode || !request.tools.isEmpty() || !request.extra.isEmpty())
        return false; // the service writes of these what it likes into the prompt
    return std::ranges::all_of(request.messages,
                               [](const ChatMessage& message) { return message.images.isEmpty(); });
}

int cautiousTokens(int tokens)
{
    return tokens / 8 * 9 + 16;
}

int tokensOf(const ChatReply& reply)
{
    int tokens = countTokens(reply.text) + countTokens(reply.reasoning);
    for (const ToolCall& call : reply.toolCalls)
        tokens += countTokens(call.name) + countTokens(call.arguments);
    return tokens;
}

} // namespace orangery
