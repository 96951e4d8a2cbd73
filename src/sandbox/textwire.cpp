// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/textwire.h"

#include "sandbox/envelope.h"
#include "sandbox/jsonwriter.h"

namespace orangery::sandbox {

namespace {

QByteArray chatMessage(const WireContext& context)
{
    ObjectWriter message;
    message.string("role", QStringLiteral("assistant")).string("content", context.answer.content);
    if (!context.answer.reasoning.isEmpty()) {
        const bool isShort = context.model.reasoning == Model::Reasoning::Reasoning;
        message.string(isShort ? "reasoning" : "reasoning_content", context.answer.reasoning);
    }
    return message.raw("tool_calls", "[]").bytes();
}

QByteArray completion(const WireContext& context, const QString& kind, const char* member,
                      const QByteArray& value)
{
    const QString finish = context.answer.cut ? QStringLiteral("length") : QStringLiteral("stop");
    const QByteArray choice = ObjectWriter()
                                  .number("index", 0)
                                  .raw(member, value)
                                  .raw("logprobs", "null")
                                  .string("finish_reason", finish)
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
    const QByteArray text =
        context.answer.object.isEmpty() ? jsonString(context.answer.content) : context.answer.object;
    return ObjectWriter()
        .raw("response", text)
        .raw("tool_calls", "[]")
        .raw("usage", usageObject(context, context.answer.completionTokens, true))
        .bytes();
}

} // namespace

QByteArray usageObject(const WireContext& context, qint64 completionTokens, bool final)
{
    const qint64 prompt = context.request.promptTokens;
    ObjectWriter usage;
    usage.number("prompt_tokens", prompt)
        .number("completion_tokens", completionTokens)
        .number("total_tokens", prompt + completionTokens);
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
