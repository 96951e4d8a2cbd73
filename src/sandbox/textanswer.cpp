// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/textanswer.h"

#include "sandbox/errorrows.h"
#include "sandbox/jsonsample.h"
#include "sandbox/jsonwriter.h"
#include "sandbox/tokens.h"

namespace orangery::sandbox {

namespace {

QString stoppedAt(const QString& text, const QStringList& stops)
{
    qsizetype end = text.size();
    for (const QString& stop : stops) {
        const qsizetype at = text.indexOf(stop);
        if (at >= 0)
            end = std::min(end, at);
    }
    return text.left(end);
}

std::optional<Failure> composeObject(const TextRequest& request, TextAnswer& answer)
{
    const QString& prompt = request.question.prompt;
    const QJsonObject any{{QStringLiteral("sandbox"), true}, {QStringLiteral("prompt"), prompt.left(200)}};
    const auto value = request.json == TextRequest::Json::Any ? std::optional<QJsonValue>(any)
                                                              : sampleFor(request.schema, prompt);
    if (!value)
        return schemaNotMet();
    answer.object = json(QJsonArray{*value}).mid(1).chopped(1);
    answer.content = QString::fromUtf8(answer.object);
    answer.completionTokens = tokenCount(answer.content);
    if (answer.completionTokens > request.maxTokens)
        return schemaNotMet(); // cut JSON is none
    return std::nullopt;
}

std::optional<Failure> composeCalls(const TextRequest& request, TextAnswer& answer)
{
    if (request.reasons)
        answer.reasoning = reasoningText(request.question);
    answer.completionTokens = tokenCount(answer.reasoning);
    for (const ToolCall& call : answer.calls)
        answer.completionTokens += tokenCount(call.name + QString::fromUtf8(json(call.arguments)));
    if (request.reasons && request.tools.mustCall() && answer.completionTokens > request.maxTokens)
        return errorRow(8006);
    return std::nullopt;
}

void composeText(const TextRequest& request, const Model& model, TextAnswer& answer)
{
    qint64 left = request.maxTokens;
    if (request.reasons) {
        const QString thought = reasoningText(request.question);
        answer.reasoning = firstTokens(thought, left);
        answer.cut = answer.reasoning.size() < thought.size();
        left -= tokenCount(answer.reasoning);
    }
    const QString text = stoppedAt(answerText(request.question), request.stop);
    answer.content = firstTokens(text, left);
    answer.cut = answer.cut || answer.content.size() < text.size();
    answer.completionTokens = tokenCount(answer.reasoning) + tokenCount(answer.content);
    if (model.reasoning == Model::Reasoning::ThinkTags && request.reasons) {
        // The marks come with the text, closed only when the thought was.
        const bool thoughtEnded = left > 0;
        answer.content = QStringLiteral("<think>\n") + answer.reasoning +
                         (thoughtEnded ? QStringLiteral("\n</think>\n\n") : QString()) + answer.content;
        answer.reasoning.clear();
    }
}

} // namespace

QString TextAnswer::finishReason() const
{
    if (!calls.empty())
        return QStringLiteral("tool_calls");
    return cut ? QStringLiteral("length") : QStringLiteral("stop");
}

std::variant<TextAnswer, Failure> composeAnswer(const TextRequest& request, const Model& model)
{
    TextAnswer answer;
    if (request.question.toolResults.isEmpty())
        answer.calls = callsFor(request.tools, request.question.prompt, model.id);
    std::optional<Failure> failure;
    if (!answer.calls.empty())
        failure = composeCalls(request, answer);
    else if (request.json != TextRequest::Json::No)
        failure = composeObject(request, answer);
    else
        composeText(request, model, answer);
    if (failure)
        return *failure;
    answer.neurons = model.neurons(request.promptTokens, answer.completionTokens, request.cachedTokens);
    return answer;
}

} // namespace orangery::sandbox
