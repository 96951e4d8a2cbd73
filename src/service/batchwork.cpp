// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/batchwork.h"

#include "service/workguesses.h"
#include "workersai/answervalue.h"
#include "workersai/apierror.h"

#include <algorithm>

namespace orangery {

namespace {

using namespace Qt::StringLiterals;

constexpr int usualAnswer = 400; ///< tokens
constexpr int mostTokens = 1'000'000'000;

enum class Guess { Usual, Worst };

/// The most tokens of an answer that the model gives where the request names no limit.
int usualLimit(const Model& model)
{
    constexpr int serviceDefault = 256;
    return workguesses::standard(model, {u"max_completion_tokens", u"max_output_tokens", u"max_tokens"},
                                 serviceDefault);
}

WorkUnits workOf(const BatchInput& input, const Model& model, Guess guess)
{
    WorkUnits work;
    if (model.task == u"Automatic Speech Recognition"_s) {
        work.audioSeconds = guess == Guess::Usual ? workguesses::usualSeconds(input.audioBytes)
                                                  : workguesses::mostSeconds(input.audioBytes);
        return work;
    }
    if (model.task == u"Text-to-Speech"_s) {
        work.characters = input.characters;
        work.audioSeconds = input.characters / workguesses::spokenPerSecond;
        return work;
    }
    const qint64 prompt = input.tokens + qint64(input.pictures) * workguesses::pictureTokens;
    work.tokens.promptTokens = static_cast<int>(std::min<qint64>(prompt, mostTokens));
    if (guess == Guess::Worst)
        work = cautious(work);
    if (model.task == u"Translation"_s)
        work.tokens.completionTokens = work.tokens.promptTokens * (guess == Guess::Usual ? 1 : 2);
    else if (model.task.isEmpty() || model.task == u"Text Generation"_s)
        work.tokens.completionTokens = std::min(input.maxTokens.value_or(usualLimit(model)),
                                                guess == Guess::Usual ? usualAnswer : mostTokens);
    return work;
}

void add(WorkUnits& sum, const WorkUnits& work)
{
    const auto capped = [](int a, int b) {
        return static_cast<int>(std::min<qint64>(qint64(a) + b, mostTokens));
    };
    sum.tokens.promptTokens = capped(sum.tokens.promptTokens, work.tokens.promptTokens);
    sum.tokens.completionTokens = capped(sum.tokens.completionTokens, work.tokens.completionTokens);
    sum.tokens.cachedTokens = capped(sum.tokens.cachedTokens, work.tokens.cachedTokens);
    sum.audioSeconds += work.audioSeconds;
    sum.characters = capped(sum.characters, work.characters);
}

WorkUnits sumOf(const QList<BatchInput>& inputs, const Model& model, Guess guess)
{
    WorkUnits sum;
    for (const BatchInput& input : inputs)
        add(sum, workOf(input, model, guess));
    return sum;
}

/// Whether the amounts that the model is billed by are in the request.
bool isAskedFor(const Model& model)
{
    return model.neurons.contains(PriceUnit::ThousandCharacters);
}

} // namespace

QList<BatchInput> inputsOf(const BatchRequest& request)
{
    QList<BatchInput> inputs;
    inputs.reserve(request.items.size());
    for (const BatchRequest::Item& item : request.items)
        inputs.append(BatchInput::of(item.body));
    return inputs;
}

WorkUnits expectedWork(const QList<BatchInput>& inputs, const Model& model)
{
    return sumOf(inputs, model, Guess::Usual);
}

WorkUnits mostWork(const QList<BatchInput>& inputs, const Model& model)
{
    return sumOf(inputs, model, Guess::Worst);
}

BatchDone batchDone(const BatchRequest& request, const BatchReply& reply, const Model& model)
{
    BatchDone all{.facts = reply, .done = {{}, true}};
    Neurons neurons;
    bool isTold = true;
    for (const BatchReply::Item& item : reply.items) {
        if (!item.isSuccess)
            continue;
        all.isBilled = true;
        ServiceFacts facts;
        answervalue::result(item.body, facts);
        isTold = isTold && facts.neurons;
        neurons += facts.neurons.value_or(Neurons());
        const bool isKnown = item.id >= 0 && item.id < request.items.size();
        WorkUnits work;
        if (isKnown)
            work = workOf(BatchInput::of(request.items.at(item.id).body), model, Guess::Usual);
        all.done.isExact = all.done.isExact && (facts.usage || (isKnown && isAskedFor(model)));
        if (facts.usage)
            work.tokens = *facts.usage;
        add(all.done.work, work);
    }
    if (!all.facts.neurons && all.isBilled && isTold)
        all.facts.neurons = neurons;
    if (reply.usage) {
        all.done.work.tokens = *reply.usage;
        all.done.isExact = true;
    }
    all.isBilled = all.isBilled || (reply.usage && *reply.usage != TokenUsage());
    return all;
}

std::optional<Error> quotaErrorIn(const BatchReply& reply)
{
    for (const BatchReply::Item& item : reply.items) {
        if (item.isSuccess)
            continue;
        HttpReply refusal;
        refusal.head.status = 400; // so that its code decides
        refusal.body = item.body;
        if (const auto error = errorIn(refusal); error && error->kind == ErrorKind::QuotaExhausted)
            return Error::of(ErrorKind::QuotaExhausted, error->detail);
    }
    return std::nullopt;
}

} // namespace orangery
