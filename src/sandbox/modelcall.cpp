// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/modelcall.h"

#include "sandbox/envelope.h"
#include "sandbox/errorrows.h"
#include "sandbox/jsonwriter.h"

namespace orangery::sandbox {

Reply answerLater(const ModelCall& call, std::function<Reply()> make)
{
    if (call.state.quotaIsUsedUp())
        return failure(errorRow(3036));
    Reply reply;
    reply.later = [make = std::move(make), model = call.model.id, tells = call.state.nextTellsNeurons()] {
        Reply made = make();
        if (made.cost) {
            made.cost->model = model;
            made.cost->isTold = tells;
        }
        return made;
    };
    return reply;
}

Reply priced(Reply reply, double neurons, qint64 inputTokens, qint64 outputTokens)
{
    reply.cost = Cost{.model = {},
                      .neurons = neurons,
                      .inputTokens = inputTokens,
                      .outputTokens = outputTokens,
                      .isTold = true};
    return reply;
}

void settle(Reply& reply, State& state, const Fault& fault, qint64 milliseconds)
{
    if (!reply.cost)
        return;
    const Cost& cost = *reply.cost;
    if (cost.neurons >= 0 && cost.isTold)
        reply.headers.append({"cf-ai-neurons", jsonNumber(cost.neurons)});
    const bool isTold = cost.neurons < 0 || (cost.isTold && !takesHead(fault));
    state.ledger().book({state.now(), cost.model, std::max(cost.neurons, 0.0), cost.inputTokens,
                         cost.outputTokens, milliseconds, !isTold && takesUsage(fault, reply)});
}

} // namespace orangery::sandbox
