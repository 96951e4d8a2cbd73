// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/work.h"

#include "core/tokencounter.h"
#include "service/chatestimate.h"
#include "service/workguesses.h"

namespace orangery {

namespace {

using namespace workguesses;

constexpr QSize usualSize(1024, 1024);
constexpr int usualSummary = 1024; ///< tokens, where no length is asked for

int tokensOf(const QStringList& texts)
{
    qint64 tokens = 0;
    for (const QString& text : texts)
        tokens += countTokens(text);
    return static_cast<int>(std::min<qint64>(tokens, 1'000'000'000));
}

WorkUnits tokens(int prompt, int completion = 0)
{
    WorkUnits work;
    work.tokens.promptTokens = prompt;
    work.tokens.completionTokens = completion;
    return work;
}

} // namespace

WorkUnits expectedWork(const ChatRequest& request, int completionTokens)
{
    return tokens(promptTokens(request), std::min(completionTokens, request.maxTokens));
}

WorkUnits expectedWork(const EmbeddingRequest& request, const Model&)
{
    return tokens(tokensOf(request.texts));
}

// A cross-encoder reads the question once with each passage.
WorkUnits expectedWork(const RerankRequest& request, const Model&)
{
    const int question = countTokens(request.query);
    return tokens(tokensOf(request.contexts) + question * static_cast<int>(request.contexts.size()));
}

WorkUnits expectedWork(const TextClassificationRequest& request, const Model&)
{
    return tokens(countTokens(request.text));
}

WorkUnits expectedWork(const ImageClassificationRequest&, const Model&)
{
    WorkUnits work;
    work.looks = 1;
    return work;
}

WorkUnits expectedWork(const ImageRequest& request, const Model& model)
{
    WorkUnits work;
    work.size = request.size.value_or(QSize(standard(model, {u"width"}, usualSize.width()),
                                            standard(model, {u"height"}, usualSize.height())));
    work.steps = request.steps.value_or(standard(model, {u"steps", u"num_steps"}, 20));
    if (!request.image.isEmpty())
        work.inputImages.append(pictureSize(request.image));
    for (const QByteArray& reference : request.references)
        work.inputImages.append(pictureSize(reference));
    return work;
}

WorkUnits expectedWork(const ImageTextRequest& request, const Model&)
{
    constexpr int usualAnswer = 100;
    return tokens(pictureTokens + countTokens(request.prompt), std::min(usualAnswer, request.maxTokens));
}

WorkUnits expectedWork(const TranscriptionRequest& request, const Model&)
{
    WorkUnits work;
    work.audioSeconds = request.seconds > 0 ? request.seconds : usualSeconds(request.audio.size());
    return work;
}

WorkUnits expectedWork(const SpeechRequest& request, const Model&)
{
    WorkUnits work;
    work.characters = static_cast<int>(request.text.size());
    work.audioSeconds = double(request.text.size()) / spokenPerSecond;
    return work;
}

WorkUnits expectedWork(const TranslationRequest& request, const Model&)
{
    const int prompt = tokensOf(request.texts);
    return tokens(prompt, prompt);
}

WorkUnits expectedWork(const SummaryRequest& request, const Model&)
{
    const int prompt = countTokens(request.text);
    return tokens(prompt, std::min(prompt, request.maxLength.value_or(usualSummary)));
}

WorkUnits expectedWork(const ConversionRequest&, const Model&)
{
    return {}; // free but for pictures, whose model the service chooses
}

WorkUnits cautious(WorkUnits work)
{
    if (work.tokens.promptTokens > 0)
        work.tokens.promptTokens = cautiousTokens(work.tokens.promptTokens);
    return work;
}

WorkUnits mostWork(const ImageTextRequest& request, const Model& model)
{
    WorkUnits work = cautious(expectedWork(request, model));
    work.tokens.completionTokens = request.maxTokens;
    return work;
}

WorkUnits mostWork(const TranscriptionRequest& request, const Model& model)
{
    WorkUnits work = expectedWork(request, model);
    if (request.seconds <= 0)
        work.audioSeconds = mostSeconds(request.audio.size());
    return work;
}

// Some languages take twice as many tokens as others for the same.
WorkUnits mostWork(const TranslationRequest& request, const Model& model)
{
    WorkUnits work = cautious(expectedWork(request, model));
    work.tokens.completionTokens = 2 * work.tokens.promptTokens;
    return work;
}

WorkUnits mostWork(const SummaryRequest& request, const Model& model)
{
    WorkUnits work = cautious(expectedWork(request, model));
    work.tokens.completionTokens = request.maxLength.value_or(usualSummary);
    return work;
}

WorkDone workDone(const ImageRequest& request, const ImageReply& reply, const Model& model)
{
    WorkUnits work = expectedWork(request, model);
    const QSize made = pictureSize(reply.data);
    if (!made.isEmpty())
        work.size = made;
    return {work, !work.size.isEmpty()};
}

WorkDone workDone(const TranscriptionRequest& request, const TranscriptionReply& reply, const Model& model)
{
    WorkUnits work = expectedWork(request, model);
    if (reply.duration)
        work.audioSeconds = *reply.duration;
    return {work, reply.duration || request.seconds > 0};
}

// Characters are certain; how long it speaks is not.
WorkDone workDone(const SpeechRequest& request, const SpeechReply&, const Model& model)
{
    return {expectedWork(request, model), model.neurons.contains(PriceUnit::ThousandCharacters)};
}

} // namespace orangery
