// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model.h"
#include "core/tasks/chat.h"
#include "core/tasks/classification.h"
#include "core/tasks/conversion.h"
#include "core/tasks/embedding.h"
#include "core/tasks/image.h"
#include "core/tasks/speech.h"
#include "core/tasks/transcription.h"
#include "core/tasks/translation.h"
#include "core/workunits.h"

namespace orangery {

/// What a call will be billed by, as far as its request tells; the model's own defaults stand in for what is
/// not set.
WorkUnits expectedWork(const ChatRequest& request, int completionTokens);
WorkUnits expectedWork(const EmbeddingRequest& request, const Model& model);
WorkUnits expectedWork(const RerankRequest& request, const Model& model);
WorkUnits expectedWork(const TextClassificationRequest& request, const Model& model);
WorkUnits expectedWork(const ImageClassificationRequest& request, const Model& model);
WorkUnits expectedWork(const ImageRequest& request, const Model& model);
WorkUnits expectedWork(const ImageTextRequest& request, const Model& model);
WorkUnits expectedWork(const TranscriptionRequest& request, const Model& model);
WorkUnits expectedWork(const SpeechRequest& request, const Model& model);
WorkUnits expectedWork(const TranslationRequest& request, const Model& model);
WorkUnits expectedWork(const SummaryRequest& request, const Model& model);
WorkUnits expectedWork(const ConversionRequest& request, const Model& model);

/// The same work with as many tokens of a prompt as they may come to.
WorkUnits cautious(WorkUnits work);
/// What a call may be billed by at worst, for which a limit must have room: guesses at their highest.
template <typename Request>
WorkUnits mostWork(const Request& request, const Model& model)
{
    return cautious(expectedWork(request, model));
}
WorkUnits mostWork(const ImageTextRequest& request, const Model& model);
WorkUnits mostWork(const TranscriptionRequest& request, const Model& model);
WorkUnits mostWork(const TranslationRequest& request, const Model& model);
WorkUnits mostWork(const SummaryRequest& request, const Model& model);

/// The model that a request is for; empty: the service chooses.
template <typename Request>
QString modelIdOf(const Request& request)
{
    return request.model;
}
inline QString modelIdOf(const ConversionRequest&)
{
    return {};
}

/// What was done, and whether that is certain: counted by the service, or asked for and given.
struct WorkDone
{
    WorkUnits work;
    bool isExact = false;
};

template <typename Request, typename Reply>
WorkDone workDone(const Request& request, const Reply& reply, const Model& model)
{
    WorkUnits work = expectedWork(request, model);
    const bool isCounted = work.tokens == TokenUsage();
    if (reply.usage)
        work.tokens = *reply.usage;
    return {work, isCounted || reply.usage};
}
WorkDone workDone(const ImageRequest& request, const ImageReply& reply, const Model& model);
WorkDone workDone(const TranscriptionRequest& request, const TranscriptionReply& reply, const Model& model);
WorkDone workDone(const SpeechRequest& request, const SpeechReply& reply, const Model& model);

/// Pixels of a picture file, from its head alone (PNG, JPEG, WebP, GIF); empty for anything else.
QSize pictureSize(const QByteArray& file);

} // namespace orangery
