// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/tasks/batch.h"
#include "service/work.h"
#include "workersai/batchinput.h"

#include <optional>

namespace orangery {

/// What its items hold. Reads and counts all of their texts, so once is enough.
QList<BatchInput> inputsOf(const BatchRequest& request);
/// The sum of what the items will be billed by, as far as their bodies tell (the tasks that have models with
/// Model::asyncQueue are read).
WorkUnits expectedWork(const QList<BatchInput>& inputs, const Model& model);
/// For estimate().
inline WorkUnits expectedWork(const BatchRequest& request, const Model& model)
{
    return expectedWork(inputsOf(request), model);
}
/// The same at worst.
WorkUnits mostWork(const QList<BatchInput>& inputs, const Model& model);

/// What a batch came to. Its own `usage` and `neurons` count for all items; where it has none, those of the
/// items do, if each that has an answer has them. What is then still missing is guessed from the request, and
/// an item that failed counts for nothing.
struct BatchDone
{
    ServiceFacts facts;
    WorkDone done;
    bool isBilled = false; ///< something was answered, or the service says what it counted
};
BatchDone batchDone(const BatchRequest& request, const BatchReply& reply, const Model& model);

/// That the day's quota was used up on the way, if an item failed of that.
std::optional<Error> quotaErrorIn(const BatchReply& reply);

} // namespace orangery
