// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/modelrun.h"

#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/modelcall.h"
#include "sandbox/textgeneration.h"

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
    return row->answer({request, *model, state, fault});
}

} // namespace orangery::sandbox
