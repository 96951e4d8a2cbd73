// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/textgeneration.h"

#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/jsonwriter.h"
#include "sandbox/textwire.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QUuid>

namespace orangery::sandbox {

namespace {

// API.md names 3006 without a size for text; this is far above any context window.
constexpr qsizetype largestBody = 24 * 1024 * 1024;

std::variant<QJsonObject, Failure> bodyOf(const ServerRequest& request)
{
    if (request.body.isEmpty())
        return errorRow(3003);
    if (request.body.size() > largestBody)
        return errorRow(3006);
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (!document.isObject())
        return badInput(QStringLiteral("the body is not a JSON object"));
    return document.object();
}

/// Why this account may not run the model now.
std::optional<Failure> accessFailure(const QString& id, const Model* model, const State& state)
{
    if (!id.startsWith(u"@cf/") && !id.startsWith(u"@hf/"))
        return errorRow(3042);
    if (!model) {
        Failure failure = errorRow(5007);
        failure.message = QStringLiteral("AiError: No such model %1 or task").arg(id);
        return failure;
    }
    if (model->byForm)
        return errorRow(5018);
    if (model->paidPlanOnly && state.options.plan == SandboxOptions::Plan::Free)
        return errorRow(5035);
    if (!model->isText() || model->decision)
        return badInput(QStringLiteral("the sandbox answers no %1 requests for %2").arg(model->task, id));
    return std::nullopt;
}

bool needsLicence(const Model& model)
{
    return model.id == u"@cf/meta/llama-3.2-11b-vision-instruct";
}

Reply answer(const QJsonObject& body, const QString& id, bool openAi, State& state, const Fault& fault)
{
    const auto refused = [openAi](const Failure& reason) {
        return openAi ? openAiFailure(reason) : failure(reason);
    };
    const QDateTime now = state.now();
    const Model* model = state.catalog().find(id, now.date());
    if (auto reason = accessFailure(id, model, state))
        return refused(*reason);

    if (needsLicence(*model) && !state.agreedLicences.contains(id)) {
        if (body[QLatin1String("prompt")].toString().trimmed() != u"agree")
            return refused(errorRow(5016));
        state.agreedLicences.insert(id);
        return success(
            ObjectWriter().string("response", QStringLiteral("The licence is agreed to.")).bytes());
    }

    const auto parsed = parseTextRequest(body, *model, openAi);
    if (const auto* reason = std::get_if<Failure>(&parsed))
        return refused(*reason);
    if (state.quotaIsUsedUp())
        return refused(errorRow(3036));

    TextRequest request = std::get<TextRequest>(parsed);
    if (fault.is("json-for-stream") || request.form == TextRequest::Form::Responses)
        request.stream = false;
    QElapsedTimer timer;
    timer.start();
    TextAnswer text = composeAnswer(request, *model);
    if (fault.is("json-for-stream") && fault.variant == u"empty")
        text.content.clear();
    const WireContext context{*model, request, text, now.toSecsSinceEpoch(),
                              QUuid::createUuid().toString(QUuid::Id128)};
    Reply reply = request.stream ? streamedAnswer(context) : wholeAnswer(context);
    // The whole cost is known here because the answer was made before its first byte leaves.
    if (text.neurons >= 0)
        reply.headers.append({"cf-ai-neurons", jsonNumber(text.neurons)});
    state.ledger().book({now, id, std::max(text.neurons, 0.0), request.promptTokens, text.completionTokens,
                         timer.elapsed() + state.options.latency.count()});
    return reply;
}

} // namespace

Reply runModel(const ServerRequest& request, const QString& modelId, State& state, const Fault& fault)
{
    const auto body = bodyOf(request);
    if (const auto* reason = std::get_if<Failure>(&body))
        return failure(*reason);
    return answer(std::get<QJsonObject>(body), modelId, false, state, fault);
}

Reply chatCompletions(const ServerRequest& request, State& state, const Fault& fault)
{
    const auto body = bodyOf(request);
    if (const auto* reason = std::get_if<Failure>(&body))
        return openAiFailure(*reason);
    const QJsonObject object = std::get<QJsonObject>(body);
    const QJsonValue model = object[QLatin1String("model")];
    if (!model.isString())
        return openAiFailure(badInput(QStringLiteral("required properties at '/' are 'model'")));
    return answer(object, model.toString(), true, state, fault);
}

} // namespace orangery::sandbox
