// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/textgeneration.h"

#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/jsonwriter.h"
#include "sandbox/modelrun.h"
#include "sandbox/textwire.h"

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

bool needsLicence(const Model& model)
{
    return model.id == u"@cf/meta/llama-3.2-11b-vision-instruct";
}

Reply answer(const QJsonObject& body, const Model& model, bool openAi, State& state, const Fault& fault)
{
    const auto refused = [openAi](const Failure& reason) {
        return openAi ? openAiFailure(reason) : failure(reason);
    };
    if (needsLicence(model) && !state.agreedLicences.contains(model.id)) {
        if (body[QLatin1String("prompt")].toString().trimmed() != u"agree")
            return refused(errorRow(5016));
        state.agreedLicences.insert(model.id);
        return success(
            ObjectWriter().string("response", QStringLiteral("The licence is agreed to.")).bytes());
    }

    const auto parsed = parseTextRequest(body, model, openAi);
    if (const auto* reason = std::get_if<Failure>(&parsed))
        return refused(*reason);
    if (state.quotaIsUsedUp())
        return refused(errorRow(3036));

    TextRequest request = std::get<TextRequest>(parsed);
    if (fault.is("json-for-stream") || request.form == TextRequest::Form::Responses)
        request.stream = false;
    TextAnswer text = composeAnswer(request, model);
    const double neurons = text.neurons;
    const bool tells = state.nextTellsNeurons();
    if (!tells)
        text.neurons = -1; // of the body
    if (fault.is("json-for-stream") && fault.variant == u"empty")
        text.content.clear();
    const WireContext context{model, request, text, state.now().toSecsSinceEpoch(),
                              QUuid::createUuid().toString(QUuid::Id128)};
    Reply reply = request.stream ? streamedAnswer(context) : wholeAnswer(context);
    // The whole cost is known here because the answer was made before its first byte leaves.
    reply.cost = Cost{.model = model.id,
                      .neurons = neurons,
                      .inputTokens = request.promptTokens,
                      .outputTokens = text.completionTokens,
                      .isTold = tells};
    return reply;
}

} // namespace

Reply textGeneration(const ModelCall& call)
{
    const auto body = bodyOf(call.request);
    if (const auto* reason = std::get_if<Failure>(&body))
        return failure(*reason);
    return answer(std::get<QJsonObject>(body), call.model, false, call.state, call.fault);
}

Reply chatCompletions(const ServerRequest& request, State& state, const Fault& fault)
{
    const auto body = bodyOf(request);
    if (const auto* reason = std::get_if<Failure>(&body))
        return openAiFailure(*reason);
    const QJsonObject object = std::get<QJsonObject>(body);
    const QJsonValue id = object[QLatin1String("model")];
    if (!id.isString())
        return openAiFailure(badInput(QStringLiteral("required properties at '/' are 'model'")));
    const Model* model = state.catalog().find(id.toString(), state.now().date());
    if (const auto reason = accessFailure(id.toString(), model, state))
        return openAiFailure(*reason);
    if (!model->isText() || model->decision)
        return openAiFailure(badInput(QStringLiteral("%1 is a model for %2").arg(model->id, model->task)));
    return answer(object, *model, true, state, fault);
}

} // namespace orangery::sandbox
