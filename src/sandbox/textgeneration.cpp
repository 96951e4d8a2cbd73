// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/textgeneration.h"

#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/finetunes.h"
#include "sandbox/jsonbody.h"
#include "sandbox/jsonwriter.h"
#include "sandbox/modelrun.h"
#include "sandbox/textwire.h"

#include <QUuid>
#include <algorithm>

namespace orangery::sandbox {

namespace {

bool needsLicence(const Model& model)
{
    return model.id == u"@cf/meta/llama-3.2-11b-vision-instruct";
}

/// A forced call as gpt-oss was seen to write it: as text. API.md §3.4.
void writeCallsAsText(TextAnswer& answer)
{
    if (!answer.calls.empty())
        answer.content = QString::fromUtf8(flatCalls({answer.calls.front()}).mid(1).chopped(1));
    answer.calls.clear();
}

/// `model` and `body` are what `call` is about.
Reply answer(const ModelCall& call, const QJsonObject& body, bool openAi)
{
    const Model& model = call.model;
    State& state = call.state;
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
    if (const auto reason = adapterFailure(body[QLatin1String("lora")].toString(), state))
        return refused(*reason);
    if (state.quotaIsUsedUp())
        return refused(errorRow(3036));

    TextRequest request = std::get<TextRequest>(parsed);
    if (call.fault.is("json-for-stream") || request.form == TextRequest::Form::Responses)
        request.stream = false;
    const QString session = QString::fromUtf8(call.request.header("x-session-affinity"));
    if (model.hasPromptCache() && !session.isEmpty())
        request.cachedTokens =
            std::min(state.promptCache.cachedTokens(model.id, session, request.turns), request.promptTokens);
    auto composed = composeAnswer(request, model);
    if (const auto* reason = std::get_if<Failure>(&composed))
        return refused(*reason);
    auto& text = std::get<TextAnswer>(composed);
    const double neurons = text.neurons;
    const bool tells = state.nextTellsNeurons();
    if (!tells)
        text.neurons = -1; // of the body
    if (call.fault.is("json-for-stream") && call.fault.variant == u"empty")
        text.content.clear();
    if (call.fault.is("call-as-text"))
        writeCallsAsText(text);
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
    const auto body = jsonBody(call.request);
    if (const auto* reason = std::get_if<Failure>(&body))
        return failure(*reason);
    return answer(call, std::get<QJsonObject>(body), false);
}

Reply chatCompletions(const ServerRequest& request, State& state, const Fault& fault)
{
    const auto body = jsonBody(request);
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
    if (const auto reason = busyFailure(request, fault))
        return openAiFailure(*reason);
    return answer({request, *model, state, fault}, object, true);
}

} // namespace orangery::sandbox
