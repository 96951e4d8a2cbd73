// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/modelrun.h"

#include "sandbox/batch.h"
#include "sandbox/embedding.h"
#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/imagegeneration.h"
#include "sandbox/modelcall.h"
#include "sandbox/speech.h"
#include "sandbox/summary.h"
#include "sandbox/textclassification.h"
#include "sandbox/textgeneration.h"
#include "sandbox/transcription.h"
#include "sandbox/translation.h"
#include "sandbox/vision.h"

#include <QJsonDocument>
#include <QJsonValue>
#include <algorithm>
#include <iterator>

namespace orangery::sandbox {

namespace {

struct TaskRow
{
    const char* name; ///< as the catalog has it
    Task answer;
};

constexpr TaskRow tasks[] = {
    {"Text Generation", textGeneration},
    {"Text Embeddings", embedding},
    {"Text Classification", textClassification},
    {"Translation", translation},
    {"Summarization", summary},
    {"Text-to-Image", imageGeneration},
    {"Automatic Speech Recognition", transcription},
    {"Text-to-Speech", speech},
    {"Image Classification", imageClassification},
    {"Object Detection", objectDetection},
    {"Image-to-Text", imageToText},
};

} // namespace

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
    return std::nullopt;
}

std::optional<Failure> busyFailure(const ServerRequest& request, const Fault& fault)
{
    if (!fault.is("busy"))
        return std::nullopt;
    const QJsonValue options = QJsonDocument::fromJson(request.body)[QLatin1String("options")];
    return options[QLatin1String("rejectIfBusy")].toBool() ? std::optional(errorRow(3040)) : std::nullopt;
}

Reply runModel(const ServerRequest& request, const QString& modelId, State& state, const Fault& fault)
{
    const Model* model = state.catalog().find(modelId, state.now().date());
    if (const auto reason = accessFailure(modelId, model, state))
        return failure(*reason);
    const auto row = std::find_if(std::begin(tasks), std::end(tasks), [&](const TaskRow& candidate) {
        return model->task == QLatin1String(candidate.name);
    });
    if (row == std::end(tasks) || model->decision)
        return failure(
            badInput(QStringLiteral("the sandbox answers no %1 requests for %2").arg(model->task, modelId)));
    if (const auto reason = busyFailure(request, fault))
        return failure(*reason);
    const ModelCall call{request, *model, state, fault};
    return isForBatch(request) ? batch(call, row->answer) : row->answer(call);
}

} // namespace orangery::sandbox
