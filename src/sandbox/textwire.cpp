// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/textwire.h"

#include "sandbox/envelope.h"
#include "sandbox/jsonwriter.h"

namespace orangery::sandbox {

namespace {

QByteArray chatMessage(const WireContext& context)
{
    const TextAnswer& answer = context.answer;
    ObjectWriter message;
    message.string("role", QStringLiteral("assistant"))
        .raw("content", answer.calls.empty() ? jsonString(answer.content) : "null");
    if (!answer.reasoning.isEmpty()) {
        const bool isShort = context.model.reasoning == Model::Reasoning::Reasoning;
        message.string(isShort ? "reasoning" : "reasoning_content", answer.reasoning);
    }
    ArrayWriter calls;
    for (const ToolCall& call : answer.calls) {
        const QByteArray function = ObjectWriter()
                                        .string("name", call.name)
                                        .string("arguments", QString::fromUtf8(json(call.arguments)))
                                        .bytes();
        calls.raw(ObjectWriter()
                      .string("id", call.id)
                      .string("type", QStringLiteral("function"))
                      .raw("function", function)
                      .bytes());
    }
    return message.raw("tool_calls", calls.bytes()).bytes();
}

QByteArray completion(const WireContext& context, const QString& kind, const char* member,
                      const QByteArray& value)
{
    const QByteArray choice = ObjectWriter()
                                  .number("index", 0)
                                  .raw(member, value)
                                  .raw("logprobs", "null")
                                  .string("finish_reason", context.answer.finishReason())
                                  .bytes();
    return ObjectWriter()
        .string("id", QStringLiteral("chatcmpl-") + context.id)
        .string("object", kind)
        .number("created", context.created)
        .string("model", context.model.id)
        .raw("choices", ArrayWriter().raw(choice).bytes())
        .raw("usage", usageObject(context, context.answer.completionTokens, true))
        .bytes();
}

QByteArray responsesObject(const WireContext& context)
{
    const QByteArray text = ObjectWriter()
                                .string("type", QStringLiteral("output_text"))
                                .string("text", context.answer.content)
                                .raw("annotations", "[]")
                                .bytes();
    ArrayWriter output;
    if (!context.answer.reasoning.isEmpty()) {
        const QByteArray thought = ObjectWriter()
                                       .string("type", QStringLiteral("reasoning_text"))
                                       .string("text", context.answer.reasoning)
                                       .bytes();
        output.raw(ObjectWriter()
                       .string("type", QStringLiteral("reasoning"))
                       .raw("summary", "[]")
                       .raw("content", ArrayWriter().raw(thought).bytes())
                       .bytes());
    }
    for (const ToolCall& call : context.answer.calls)
        output.raw(ObjectWriter()
                       .string("type", QStringLiteral("function_call"))
                       .string("call_id", call.id)
                       .string("name", call.name)
                       .string("arguments", QString::fromUtf8(json(call.arguments)))
                       .string("status", QStringLiteral("completed"))
                       .bytes());
    output.raw(
        ObjectWriter()
            .string("type", QStringLiteral("message"))
            .string("role", QStringLiteral("assistant"))
            .string("status", context.answer.cut ? QStringLiteral("incomplete") : QStringLiteral("completed"))
            .raw("content", ArrayWriter().raw(text).bytes())
            .bytes());
    const qint64 in = context.request.promptTokens;
    const qint64 out = context.answer.completionTokens;
    ObjectWriter usage;
    usage.number("input_tokens", in).number("output_tokens", out).number("total_tokens", in + out);
    if (context.answer.neurons >= 0)
        usage.decimal("neurons", context.answer.neurons);
    return ObjectWriter()
        .string("id", QStringLiteral("resp_") + context.id)
        .string("object", QStringLiteral("response"))
        .number("created_at", context.created)
        .string("status", context.answer.cut ? QStringLiteral("incomplete") : QStringLiteral("completed"))
        .string("model", context.model.id)
        .raw("output", output.bytes())
        .raw("usage", usage.bytes())
        .bytes();
}

QByteArray classicResult(const WireContext& context)
{
    QByteArray text =
        context.answer.object.isEmpty() ? jsonString(context.answer.content) : context.answer.object;
    if (!context.answer.calls.empty())
        text = "null";
    return ObjectWriter()
        .raw("response", text)
        .raw("tool_calls", flatCalls(context.answer.calls))
        .raw("usage", usageObject(context, context.answer.completionTokens, true))
        .bytes();
}

} // namespace

QByteArray flatCalls(const std::vector<ToolCall>& calls)
{
    ArrayWriter array;
    for (const ToolCall& call : calls)
        array.raw(ObjectWriter().raw("arguments", json(call.arguments)).string("name", call.name).bytes());
    return array.bytes();
}

QByteArray usageObject(const WireContext& context, qint64 completionTokens, bool final)
{
    const qint64 prompt = context.request.promptTokens;
    ObjectWriter usage;
    usage.number("prompt_tokens", prompt)
        .number("completion_tokens", completionTokens)
        .number("total_tokens", prompt + completionTokens);
    if (context.model.hasPromptCache())
        usage.raw("prompt_tokens_details",
                  ObjectWriter().number("cached_tokens", context.request.cachedTokens).bytes());
    if (final && context.answer.neurons >= 0)
        usage.decimal("neurons", context.answer.neurons);
    return usage.bytes();
}

Reply wholeAnswer(const WireContext& context)
{
    if (context.request.openAi)
        return jsonReply(
            200, completion(context, QStringLiteral("chat.completion"), "message", chatMessage(context)));
    if (context.request.form == TextRequest::Form::Responses)
        return success(responsesObject(context));
    if (context.model.shape == Model::Shape::Classic)
        return success(classicResult(context));
    if (context.request.form == TextRequest::Form::Prompt)
        return success(completion(context, QStringLiteral("text_completion"), "text",
                                  jsonString(context.answer.content)));
    return success(completion(context, QStringLiteral("chat.completion"), "message", chatMessage(context)));
}

} // namespace orangery::sandbox
